public import HealthRecord
internal import SOAPWire
public import XDSWire

/// Changes to documents, each by the entry as the registry last listed it (TD3.3).
extension CareSoftware {
    /// Hides a document from professionals other than its author and the treating physician.
    public func mask(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await change([(entry, .mask)], of: patient)
    }

    /// Shows a masked document to professionals again.
    public func unmask(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await change([(entry, .unmask)], of: patient)
    }

    /// Shows the patient a document that waited for its announcement.
    public func revealToPatient(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await change([(entry, .revealToPatient)], of: patient)
    }

    /// Shows the legal representatives a document that was kept from them.
    public func revealToRepresentatives(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await change([(entry, .revealToRepresentatives)], of: patient)
    }

    /// Takes a document away; its author may.
    public func delete(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await change([(entry, .status(.deleted))], of: patient)
    }

    /// Sets a document aside.
    public func archive(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await change([(entry, .status(.archived))], of: patient)
    }

    /// Takes a document back out of the archive.
    public func restore(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await change([(entry, .status(.approved))], of: patient)
    }

    /// One change of several that go together.
    public enum Change: Hashable, Sendable {
        /// Hide from professionals.
        case mask
        /// Show to professionals again.
        case unmask
        /// Show to the patient.
        case revealToPatient
        /// Show to the legal representatives; it cannot be taken back (EX_3.3-1045).
        case revealToRepresentatives
        /// To that status: archived, restored, deleted.
        case status(AvailabilityStatus)
    }

    /// Changes several documents in one message, each in one way: all of them or none.
    public func change(
        _ changes: [(entry: SubmittedEntry, change: Change)],
        of patient: INS,
        mode: AccessMode = .normal
    ) async throws(LPSError) {
        var updates: [MetadataUpdate] = []
        for (position, asked) in changes.enumerated() {
            updates.append(try Self.update(asked.entry, asked.change, symbol: "document\(position + 1)"))
        }
        try await send(updates, of: patient, mode)
    }

    private static func update(
        _ entry: SubmittedEntry,
        _ change: Change,
        symbol: String
    ) throws(LPSError) -> MetadataUpdate {
        if case .status(let status) = change {
            guard let id = UniqueID(entry.id), let from = entry.status else { throw .outgoing(.notListed) }
            return .changeStatus(entry: id, from: from, to: status)
        }
        guard let logicalID = UniqueID(entry.logicalID ?? entry.id) else { throw .outgoing(.notListed) }
        let previous = entry.version.flatMap { UInt32($0) } ?? 1
        var entry = entry
        entry.id = symbol
        entry.version = nil
        let masked = Visibility.maskedCode
        switch change {
        case .mask: if !entry.confidentialityCodes.contains(masked) { entry.confidentialityCodes.append(masked) }
        case .unmask: entry.confidentialityCodes.removeAll { $0 == masked }
        case .revealToPatient: entry.confidentialityCodes.removeAll { $0 == Visibility.hiddenFromPatientCode }
        case .revealToRepresentatives:
            entry.confidentialityCodes.removeAll { $0 == Visibility.hiddenFromRepresentativesCode }
        case .status: break
        }
        return .newMetadataVersion(entry: entry, logicalID: logicalID, previousVersion: previous)
    }

    private func send(_ updates: [MetadataUpdate], of patient: INS, _ mode: AccessMode) async throws(LPSError) {
        let request = MetadataUpdateRequest(
            set: newSet(for: patient, contentType: Self.consultation),
            updates: updates
        )
        let answer = try await ask(.updateDocumentSet, patient: patient, mode: mode) { request.write(into: &$0) }
        _ = try Self.response(answer)
    }
}
