public import AccessRules
public import HealthRecord

extension HolderWish {
    /// The policy as the decision leaves it: what a page shows beforehand is what the custodian writes.
    public func outcome(on before: RecordPolicy, under rules: RuleBook) -> RecordPolicy {
        var policy = before
        switch self {
        case .authorise(let leave):
            // A block stands until it is lifted: leave given beside it would be a contradiction.
            guard !before.isBlocked(leave.subject) else { break }
            policy.authorisations.removeAll { $0.subject == leave.subject }
            policy.authorisations.append(leave)
        case .revoke(let subject):
            guard !rules.keepsTreating(subject, before) else { break }
            policy.takeBack(subject, .byTheHolder)
        case .block(let block): policy.refuse(block)
        case .unblock(let subject): policy.lift(subject)
        case .emergency(let wishes): policy.emergency = wishes
        case .defaultVisibility(let visibility): policy.defaultVisibility = visibility
        case .declareTreatingPhysician(let leave):
            guard case .person(let person) = leave.subject, !before.isBlocked(leave.subject) else { break }
            if !rules.admitsAnotherTreatingPhysician(before) {
                // Where there is one only, the new one takes the place of the other.
                for other in before.treatingPhysicians where other != person { policy.endTreating(other) }
            }
            policy.admit(leave)
            policy.declareTreating(person, by: .holder, at: leave.since)
        case .removeTreatingPhysician(let person): policy.endTreating(person)
        case .nameAdministrator(let leave):
            guard case .person(let person) = leave.subject, !before.isBlocked(leave.subject) else { break }
            policy.admit(leave)
            if !policy.administrators.contains(person) { policy.administrators.append(person) }
        case .withdrawAdministrator(let person): policy.administrators.removeAll { $0 == person }
        case .endTeam(let team): policy.endTeam(team)
        case .refuseHeirs(let refuses): policy.refusesHeirs = refuses
        case .closeCategory(let closure): policy.closures.insert(closure)
        case .openCategory(let closure): policy.closures.remove(closure)
        // No rule goes by it: it stands in the file beside the policy.
        case .notices: break
        }
        return policy
    }
}

extension RuleBook {
    /// Whether a record may have one more treating physician: several where its set says so (C3).
    func admitsAnotherTreatingPhysician(_ policy: RecordPolicy) -> Bool {
        policy.treatingPhysicians.isEmpty
            || policySets[policy.policySet]?.allowsSeveralTreatingPhysicians == true
    }

    /// Whether the record's set keeps somebody in the role of treating physician that the holder or the insurer gave him (C3).
    func keepsTreating(_ subject: CareSubject, _ policy: RecordPolicy) -> Bool {
        guard case .person(let person) = subject, policy.isConfirmedTreating(person) else { return false }
        return policySets[policy.policySet]?.letsHolderRemoveTreatingPhysician != true
    }
}

extension RecordPolicy {
    /// Takes a leave back, with the places in teams and the roles by which its bearer would read on without it.
    mutating func takeBack(_ subject: CareSubject, _ withdrawal: Withdrawal) {
        authorisations.removeAll { $0.subject == subject }
        leaveTeams(subject, withdrawal)
        guard case .person(let person) = subject else { return }
        administrators.removeAll { $0 == person }
        endTreating(person)
    }

    /// The policy that a decision has left, with what was kept from the one who decided.
    ///
    /// Whoever is named openly is known openly from then on, beside what he is in secret; whoever is refused is refused.
    func keeping(_ before: RecordPolicy, hiddenBehind seen: RecordPolicy, under rules: RuleBook) -> RecordPolicy {
        var policy = self
        let named = Set(before.blocks.map(\.subject)).symmetricDifference(policy.blocks.map(\.subject))
        for var leave in before.authorisations where !seen.authorisations.contains(leave) {
            guard !policy.isBlocked(leave.subject) else { continue }
            // A structure's secret leave, too, gives nobody back what his own name took from him.
            for case .person(let person) in named { leave.except(person) }
            policy.authorisations.append(leave)
        }
        for physician in before.treatingPhysicians where !seen.treatingPhysicians.contains(physician) {
            guard !policy.treatingPhysicians.contains(physician), rules.admitsAnotherTreatingPhysician(policy),
                !policy.isBlocked(.person(physician))
            else { continue }
            // Of a role of before declarations were kept nobody knows who gave it: it stands without one.
            policy.treatingPhysicians.append(physician)
            policy.treatingDeclarations += before.treatingDeclarations.filter { $0.physician == physician }
        }
        return policy
    }

    fileprivate func isBlocked(_ subject: CareSubject) -> Bool { blocks.contains { $0.subject == subject } }

    /// Adds the leave that goes with a role, unless there is one; one that was secret is open from then on.
    fileprivate mutating func admit(_ leave: Authorisation) {
        if let known = authorisation(of: leave.subject), !known.isSecret { return }
        authorisations.removeAll { $0.subject == leave.subject }
        authorisations.append(leave)
    }
}
