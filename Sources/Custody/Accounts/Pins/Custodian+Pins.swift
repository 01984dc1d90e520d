public import HealthRecord

/// Documents that somebody keeps at hand in his list (identity and experience § 7.1, page 7): each person his own, the holder
/// as well as who acts for him.
///
/// A pin is a way of looking and no act on the record: nobody else sees it, it says nothing of a document but its identity,
/// and it leaves no trace. It lies sealed.
extension Custodian {
    /// The most documents that one person keeps at hand.
    public static let pinLimit = 50

    /// The documents pinned by the person of a session; some of them may no longer be in sight.
    public func pins(_ admission: Admission) async throws(CustodyError) -> Set<UniqueID> {
        let person = try keeper(admission)
        return try await ledger.read { database in try self.kept(Self.pinList, of: person, in: database) }
    }

    /// Pins a document, or takes the pin away.
    ///
    /// - Throws: `conflict("pins")` where there are as many as may be.
    public func pin(_ document: UniqueID, _ isPinned: Bool, _ admission: Admission) async throws(CustodyError) {
        try await changePins(admission) { pins in
            if isPinned { pins.insert(document) } else { pins.remove(document) }
        }
    }

    /// Lets the pin of a document, where it has one, go to the version that takes its place.
    public func movePin(
        from old: UniqueID,
        to new: UniqueID,
        _ admission: Admission
    ) async throws(CustodyError) {
        try await changePins(admission) { pins in
            if pins.remove(old) != nil { pins.insert(new) }
        }
    }

    private func changePins(
        _ admission: Admission,
        _ change: @escaping @Sendable (inout Set<UniqueID>) -> Void
    ) async throws(CustodyError) {
        try await changeKept(Self.pinList, admission) { pins in
            change(&pins)
            guard pins.count <= Self.pinLimit else { throw CustodyError.conflict("pins") }
        }
    }

    private static let pinList = KeptList<Set<UniqueID>>(table: "pin", empty: [])
}
