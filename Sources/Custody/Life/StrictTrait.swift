public import HealthRecord

/// A strict trait of an identity by which two people are told apart (RNIV; access and life cycle § 4, § 7.1).
///
/// The day of birth is not among them: of two days nobody makes one person.
public enum StrictTrait: String, Sendable, Hashable, Codable, CaseIterable {
    /// Family name at birth.
    case familyName
    /// Given names at birth: as many, in the same order.
    case givenNames
    /// Administrative sex.
    case sex
    /// Place of birth.
    case birthPlace
    /// One of the records keeps no traits: whether any differ cannot be said.
    case unknown

    /// The word of a conflict that names what differs, and that an order has not.
    static func conflict(_ differing: Set<StrictTrait>) -> String {
        Self.prefix + (differing.isEmpty ? "nothing" : differing.map(\.rawValue).sorted().joined(separator: "+"))
    }

    /// Whether a conflict's word tells by what two people differ.
    public static func tells(_ word: String) -> Bool { word == birthDay || word.hasPrefix(prefix) }

    /// The word of a conflict of two days of birth.
    static let birthDay = "birthDate"
    private static let prefix = "differs."
}

extension HolderFile {
    /// By which strict traits the holders of two records are told apart; a sex or a place of birth that only one of them tells,
    /// tells nobody apart.
    func differing(from other: HolderFile) -> Set<StrictTrait> {
        guard let mine = traits, let theirs = other.traits else { return [.unknown] }
        var differing: Set<StrictTrait> = []
        if Registers.folded(mine.birthFamilyName) != Registers.folded(theirs.birthFamilyName) {
            differing.insert(.familyName)
        }
        let (names, others) = (mine.birthGivenNames, theirs.birthGivenNames)
        // Twins share a first name at times, and one of them alone has a second.
        if names.map(Registers.folded) != others.map(Registers.folded) { differing.insert(.givenNames) }
        if mine.sex != theirs.sex, mine.sex != .unknown, theirs.sex != .unknown { differing.insert(.sex) }
        if let here = mine.birthPlaceCode, let there = theirs.birthPlaceCode, here != there {
            differing.insert(.birthPlace)
        }
        return differing
    }
}

extension Custodian {
    /// Whether two records may be one person's, on the word of somebody who names all that tells them apart.
    ///
    /// Twins share a day of birth and a family name: whoever joins two records says by what they differ, and joins them all the
    /// same. The day itself is never another.
    func requireOnePerson(
        _ one: RecordContext,
        _ other: RecordContext,
        differing named: Set<StrictTrait>
    ) throws(CustodyError) {
        guard one.policy.birthDate == other.policy.birthDate else { throw .conflict(StrictTrait.birthDay) }
        let found = one.file.differing(from: other.file)
        guard found == named else { throw .conflict(StrictTrait.conflict(found)) }
    }

    /// The same for an order that waits for its second person, so that whoever gives it first sees what he is to name.
    ///
    /// It is taken before: nobody compares two records whose role may not, nor without a line in the journal.
    public func checkJoin(
        _ order: OperatorOrder,
        of duplicate: QualifiedINS,
        into kept: QualifiedINS,
        differing named: Set<StrictTrait>
    ) async throws(CustodyError) {
        do throws(CustodyError) {
            try await checkJoin(duplicate, into: kept, differing: named)
        } catch {
            switch error {
            case .conflict(let word): try await refuse(order, word)
            case .recordMismatch: try await withdraw(order)
            default: break
            }
            throw error
        }
    }

    /// Records that are joined already are left to the order itself: it may be a repeat.
    func checkJoin(
        _ duplicate: QualifiedINS,
        into kept: QualifiedINS,
        differing named: Set<StrictTrait>
    ) async throws(CustodyError) {
        let (from, target) = (try await record(of: duplicate), try await record(of: kept))
        guard from != target else { return }
        guard let old = try await contextAfterCommit(of: from), let new = try await contextAfterCommit(of: target)
        else { throw .recordMismatch }
        try requireOnePerson(old, new, differing: named)
    }
}
