/// Which leaves a subject has: what all know stands apart from what a minor gave in secret, so that neither tells of the other.
extension RecordPolicy {
    /// The leave that names a subject, in force or not; of two the one that is no secret.
    public func authorisation(of subject: CareSubject) -> Authorisation? {
        openAuthorisation(of: subject) ?? authorisations.first { $0.subject == subject }
    }

    /// The leave of a subject that is no secret, in force or not.
    public func openAuthorisation(of subject: CareSubject) -> Authorisation? {
        authorisations.first { $0.subject == subject && !$0.isSecret }
    }

    /// The leave by which a subject reads at a moment; without one in force, the one that has ended.
    public func authorisation(of subject: CareSubject, at now: Instant) -> Authorisation? {
        let known = authorisation(of: subject)
        if known?.isValid(at: now) == true { return known }
        return authorisations.first { $0.subject == subject && $0.isValid(at: now) } ?? known
    }

    /// One leave for each subject, for lists of who may read: the one by which he reads at a moment.
    public func leaves(at now: Instant) -> [Authorisation] {
        authorisations.filter { authorisation(of: $0.subject, at: now) == $0 }
    }

    /// Gives a leave; it takes the place of the one of its kind, and the other kind stays.
    public mutating func give(_ leave: Authorisation) {
        authorisations.removeAll { $0.subject == leave.subject && $0.isSecret == leave.isSecret }
        authorisations.append(leave)
    }
}
