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
    /// Whether it was made in a minor's secret connection; nil in files of before it was kept.
    public internal(set) var isSecret: Bool?

    /// Joins the parts.
    public init(physician: ProfessionalID, origin: TreatingOrigin, since: Instant, isSecret: Bool? = nil) {
        self.physician = physician
        self.origin = origin
        self.since = since
        self.isSecret = isSecret
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

    /// Whether a minor keeps the role secret: it was taken in secret, and nobody has said it openly since.
    public func isSecretlyTreating(_ physician: ProfessionalID) -> Bool {
        guard treatingPhysicians.contains(physician), !isConfirmedTreating(physician) else { return false }
        let declaration = treatingDeclarations.first { $0.physician == physician }
        return declaration?.isSecret ?? isKnownInSecretAlone(physician)
    }

    /// Whether a minor keeps secret what any of these has to do with the record: a leave or the role.
    public func knowsInSecret(_ subjects: [CareSubject]) -> Bool {
        authorisations.contains { $0.isSecret && subjects.contains($0.subject) }
            || treatingPhysicians.contains { isSecretlyTreating($0) && subjects.contains(.person($0)) }
    }

    /// Makes somebody treating physician; a word that protects stands against one that does not, and an open one against one
    /// in secret.
    public mutating func declareTreating(
        _ physician: ProfessionalID,
        by origin: TreatingOrigin,
        at moment: Instant,
        isSecret: Bool = false
    ) {
        if isConfirmedTreating(physician), origin == .physician { return }
        let isKept = isSecretlyTreating(physician)
        // What is known openly stays as it is known.
        if isSecret, treatingPhysicians.contains(physician), !isKept { return }
        if !treatingPhysicians.contains(physician) { treatingPhysicians.append(physician) }
        let isSaid = treatingDeclarations.contains { $0.physician == physician && $0.origin == origin }
        guard !isSaid || (isKept && !isSecret) else { return }
        treatingDeclarations.removeAll { $0.physician == physician }
        treatingDeclarations.append(
            TreatingDeclaration(physician: physician, origin: origin, since: moment, isSecret: isSecret)
        )
    }

    /// Of declarations of before, the leave beside them tells whether they were made in secret.
    mutating func settleSecrecyOfBefore() {
        for place in treatingDeclarations.indices where treatingDeclarations[place].isSecret == nil {
            let declaration = treatingDeclarations[place]
            treatingDeclarations[place].isSecret =
                declaration.origin == .physician && isKnownInSecretAlone(declaration.physician)
        }
    }

    private func isKnownInSecretAlone(_ physician: ProfessionalID) -> Bool {
        authorisation(of: .person(physician))?.isSecret == true
    }

    /// Ends the role of one physician.
    public mutating func endTreating(_ physician: ProfessionalID) {
        treatingPhysicians.removeAll { $0 == physician }
        treatingDeclarations.removeAll { $0.physician == physician }
    }
}
