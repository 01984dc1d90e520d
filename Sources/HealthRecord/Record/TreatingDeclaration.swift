/// Who made a physician somebody's treating physician, *médecin traitant*.
public enum TreatingOrigin: String, Hashable, Sendable, Codable, CaseIterable {
    /// The holder, or somebody for him.
    case holder
    /// The physician himself, who states the holder's consent (TD0.3).
    case physician
    /// The health insurance, with which the insured declares him (CSP L1111-16).
    case insurer
}

/// One declaration of a treating physician, and whose word it is.
public struct TreatingDeclaration: Hashable, Sendable, Codable {
    /// Who is declared.
    public let physician: ProfessionalID
    /// By whom.
    public let origin: TreatingOrigin
    /// When.
    public let since: Instant

    /// Joins the parts.
    public init(physician: ProfessionalID, origin: TreatingOrigin, since: Instant) {
        self.physician = physician
        self.origin = origin
        self.since = since
    }
}

extension RecordPolicy {
    /// Whether the role rests on the holder's or the insurer's word.
    ///
    /// Who named himself, or of whom nobody knows who named him, has no protection from the holder.
    public func isConfirmedTreating(_ physician: ProfessionalID) -> Bool {
        treatingPhysicians.contains(physician)
            && treatingDeclarations.contains { $0.physician == physician && $0.origin != .physician }
    }

    /// Makes somebody treating physician; a word that protects stands against one that does not.
    public mutating func declareTreating(_ physician: ProfessionalID, by origin: TreatingOrigin, at moment: Instant) {
        if isConfirmedTreating(physician), origin == .physician { return }
        if !treatingPhysicians.contains(physician) { treatingPhysicians.append(physician) }
        guard !treatingDeclarations.contains(where: { $0.physician == physician && $0.origin == origin }) else {
            return
        }
        treatingDeclarations.removeAll { $0.physician == physician }
        treatingDeclarations.append(TreatingDeclaration(physician: physician, origin: origin, since: moment))
    }

    /// Ends the role of one physician.
    public mutating func endTreating(_ physician: ProfessionalID) {
        treatingPhysicians.removeAll { $0 == physician }
        treatingDeclarations.removeAll { $0.physician == physician }
    }
}
