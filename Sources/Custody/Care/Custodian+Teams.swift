import AccessRules
public import HealthRecord

extension Custodian {
    /// The most members of one team.
    static let teamLimit = 200

    /// Declares a care team: one initial consent, stated now, covers each member (CSP R1111-46).
    ///
    /// Whom the holder has blocked stays blocked. The holder is told, whatever he chose to be told.
    public func declareTeam(
        _ team: TeamDeclaration,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> UniqueID {
        let actor = try stating(admission)
        guard (1...Self.teamLimit).contains(team.members.count) else { throw .conflict("members") }
        guard Self.isName(team.name) else { throw .conflict("team.name") }
        let members = try await verified(team.members, admission)
        let id = newID()
        _ = try await perform(.declareAuthorisation, traced: .declareTeam, by: admission, on: reference) {
            transaction,
            context,
            draft in
            let now = transaction.now
            try self.requireOwnLeave(actor, context.policy, now)
            try self.requireTeams(context.policy, admission)
            let until = try self.end(team.until, of: context.policy, \.teamLeaveTerm, from: now)
            context.change { file in
                file.policy.careTeams.append(
                    DeclaredTeam(
                        id: id,
                        name: team.name,
                        declaredBy: actor.subject,
                        members: members.map(\.subject),
                        since: now,
                        until: until
                    )
                )
                for member in members {
                    file.policy.cover(member, now, until, .careTeam, team: id, by: actor.subject, admission)
                }
            }
            draft.details["team"] = id.text
            draft.details["name"] = team.name
            draft.details["members"] = members.map(\.subject.text).joined(separator: " ")
            try self.tellOfStatedConsent(admission, actor, on: context, &transaction)
        }
        return id
    }

    /// Adds a member to a team, under the consent given to it; the holder is told.
    ///
    /// - Returns: whether anything changed; nothing does for a member, nor for whom the holder has blocked.
    @discardableResult
    public func addTeamMember(
        _ member: TeamMember,
        to team: UniqueID,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> ChangeEffect {
        let actor = try stating(admission)
        let member = try await verified(member, admission)
        let (effect, _) = try await perform(
            .declareAuthorisation,
            traced: .declareTeam,
            by: admission,
            on: reference
        ) { transaction, context, draft in
            let now = transaction.now
            try self.requireOwnLeave(actor, context.policy, now)
            try self.requireTeams(context.policy, admission)
            guard let place = context.policy.careTeams.firstIndex(where: { $0.id == team }) else {
                throw CustodyError.conflict("unknown")
            }
            let standing = context.policy.careTeams[place]
            guard standing.declaredBy == actor.subject || standing.members.contains(actor.subject),
                standing.until.map({ now < $0 }) ?? true, standing.members.count < Self.teamLimit
            else { throw CustodyError.conflict("team") }
            draft.details["team"] = team.text
            draft.details["subject"] = member.subject.text
            draft.details["name"] = member.name.spoken
            var policy = context.policy
            if !standing.members.contains(member.subject),
                !policy.blocks.contains(where: { $0.subject == member.subject })
            {
                policy.careTeams[place].members.append(member.subject)
            }
            policy.cover(member, now, standing.until, .careTeam, team: team, by: actor.subject, admission)
            let effect = self.keep(policy, in: &context, &draft)
            if effect == .done { try self.tellOfStatedConsent(admission, actor, on: context, &transaction) }
            return effect
        }
        return effect
    }

    /// Ends a team's consent by who declared it; every leave that came from it goes.
    public func endTeam(
        _ team: UniqueID,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        _ = try await perform(.removeOwnAuthorisation, traced: .endTeam, by: admission, on: reference) {
            _,
            context,
            draft in
            guard context.policy.careTeams.contains(where: { $0.id == team && $0.declaredBy == actor.subject }) else {
                throw CustodyError.conflict("unknown")
            }
            context.change { $0.policy.endTeam(team) }
            draft.details["team"] = team.text
        }
    }

    /// States the holder's consent for another professional to whom part of the care is entrusted (CSP L1111-17 II).
    ///
    /// - Returns: whether anything changed; a leave in force that lasts as long stays as it is.
    @discardableResult
    public func delegateConsent(
        to member: TeamMember,
        until: Instant?,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> ChangeEffect {
        let actor = try stating(admission)
        let member = try await verified(member, admission)
        let (effect, _) = try await perform(
            .declareAuthorisation,
            traced: .delegateConsent,
            by: admission,
            on: reference,
            resource: .target(member.subject)
        ) { transaction, context, draft in
            let now = transaction.now
            let term = try self.end(until, of: context.policy, \.otherLeaveTerm, from: now)
            draft.details["subject"] = member.subject.text
            draft.details["name"] = member.name.spoken
            var policy = context.policy
            policy.cover(member, now, term, .delegatedConsent, team: nil, by: actor.subject, admission)
            let effect = self.keep(policy, in: &context, &draft)
            if effect == .done { try self.tellOfStatedConsent(admission, actor, on: context, &transaction) }
            return effect
        }
        return effect
    }

    /// Only who may read under the holder's consent states it for others.
    private func requireOwnLeave(_ actor: CareActor, _ policy: RecordPolicy, _ now: Instant) throws {
        guard status(of: actor, under: policy, now: now) == .valid else { throw CustodyError.conflict("authorisation") }
    }

    /// Who states a holder's consent for others: a person by a card, in ordinary care; no desk and no machine (R1111-46).
    private func stating(_ admission: Admission) throws(CustodyError) -> CareActor {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        guard actor.person != nil, actor.holder == .professional || actor.holder == .trainee, admission.mode == .normal
        else { throw .conflict("role") }
        return actor
    }

    /// Teams must be known to the record's set; one that a minor declares in secret would stand in the representatives' sight.
    private func requireTeams(_ policy: RecordPolicy, _ admission: Admission) throws {
        guard rules.policySets[policy.policySet]?.teamIsDeemedAuthorised == true else {
            throw CustodyError.conflict("consent.team")
        }
        guard !admission.isSecretConnection else { throw CustodyError.conflict("secret") }
    }

    /// The moment that was asked for, never later than the record's set lets it.
    private func end(
        _ wished: Instant?,
        of policy: RecordPolicy,
        _ key: KeyPath<PolicySet, LeaveTerm>,
        from now: Instant
    ) throws -> Instant? {
        if let wished, wished <= now { throw CustodyError.conflict("until") }
        guard let term = term(of: policy, key, from: now) else { return wished }
        return wished.map { min($0, term) } ?? term
    }

    private func keep(
        _ policy: RecordPolicy,
        in context: inout RecordContext,
        _ draft: inout TraceDraft
    ) -> ChangeEffect {
        guard policy != context.policy else {
            draft.details["effect"] = ChangeEffect.unchanged.rawValue
            return .unchanged
        }
        context.change { $0.policy = policy }
        return .done
    }

    /// Tells the holder at once that a professional stated consent for others; of a secret connection, nothing.
    private func tellOfStatedConsent(
        _ admission: Admission,
        _ actor: CareActor,
        on context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        guard !admission.isSecretConnection else { return }
        try transaction.tell(.consentStated(by: actor.name, at: transaction.now), on: context)
    }

    /// When a leave given now ends by itself: by the set of the record, and at once where no set says.
    func term(of policy: RecordPolicy, _ key: KeyPath<PolicySet, LeaveTerm>, from now: Instant) -> Instant? {
        guard let set = rules.policySets[policy.policySet] else { return now }
        return switch set[keyPath: key] {
        case .session: set.sessionTerm?.end(from: now) ?? now
        case .year: (now.date.birthday(1) ?? now.date).midnight
        case .care, .lasting: nil
        }
    }
}

extension RecordPolicy {
    /// Gives a leave that comes from somebody else's word; a block stays as it is, and a leave in force that lasts as long.
    fileprivate mutating func cover(
        _ member: TeamMember,
        _ now: Instant,
        _ until: Instant?,
        _ origin: AuthorisationOrigin,
        team: UniqueID?,
        by giver: CareSubject,
        _ admission: Admission
    ) {
        guard !blocks.contains(where: { $0.subject == member.subject }),
            authorisation(of: member.subject)?.lasts(from: now, to: until) != true
        else { return }
        authorisations.removeAll { $0.subject == member.subject }
        authorisations.append(
            Authorisation(
                subject: member.subject,
                name: member.name,
                profession: member.profession,
                structure: member.structure,
                since: now,
                until: until,
                origin: origin,
                lastAct: now,
                team: team,
                givenBy: giver,
                isSecret: admission.isSecretConnection
            )
        )
    }

    /// Takes somebody out of every team: leave taken back is not given again by a colleague's former word.
    mutating func leaveTeams(_ subject: CareSubject) {
        for place in careTeams.indices { careTeams[place].members.removeAll { $0 == subject } }
    }

    /// Takes a team and every leave that came from it away.
    mutating func endTeam(_ team: UniqueID) {
        careTeams.removeAll { $0.id == team }
        authorisations.removeAll { $0.team == team }
    }
}

extension Authorisation {
    /// Whether it holds now and as long as another would.
    fileprivate func lasts(from now: Instant, to end: Instant?) -> Bool {
        guard isValid(at: now) else { return false }
        guard let until else { return true }
        return end.map { $0 <= until } ?? false
    }
}
