import AccessRules
public import HealthRecord

extension Custodian {
    /// The most members of one team.
    static let teamLimit = 200

    /// Declares a care team: one initial consent, stated now, covers each member (CSP R1111-46).
    ///
    /// Where the record's set asks for none, a team declared without it is deemed authorised, and writes no leave.
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
            try self.require(team.consent, context.policy)
            let until = try self.end(team.until, of: context.policy, \.teamLeaveTerm, from: now)
            context.change { file in
                file.policy.careTeams.append(
                    DeclaredTeam(
                        id: id,
                        name: team.name,
                        declaredBy: actor.subject,
                        consent: team.consent,
                        members: members.map(\.subject),
                        since: now,
                        until: until
                    )
                )
                for member in members {
                    file.policy.admit(member, to: id, team.consent, now, by: actor.subject, admission)
                }
            }
            draft.details["team"] = id.text
            draft.details["name"] = team.name
            draft.details["members"] = members.map(\.subject.text).joined(separator: " ")
            if team.consent == .notAsked { draft.details[TraceEvent.consentKey] = team.consent.rawValue }
            try self.tell(of: team.consent, admission, actor, on: context, &transaction)
        }
        return id
    }

    /// Adds a member to a team; the holder is told.
    ///
    /// The consent given to the team covers him. To a team without one he comes by a consent stated now, or by none where the
    /// record's set asks for none.
    ///
    /// - Returns: whether anything changed; nothing does for a member, nor for whom the holder has blocked.
    @discardableResult
    public func addTeamMember(
        _ member: TeamMember,
        to team: UniqueID,
        consent stated: TeamConsent = .stated,
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
                standing.isInForce(at: now), standing.members.count < Self.teamLimit
            else { throw CustodyError.conflict("team") }
            let consent = standing.consent == .stated ? .stated : stated
            try self.require(consent, context.policy)
            draft.details["team"] = team.text
            draft.details["subject"] = member.subject.text
            draft.details["name"] = member.name.spoken
            if consent == .notAsked { draft.details[TraceEvent.consentKey] = consent.rawValue }
            var policy = context.policy
            if !standing.members.contains(member.subject),
                !policy.blocks.contains(where: { $0.subject == member.subject })
            {
                policy.careTeams[place].members.append(member.subject)
            }
            policy.admit(member, to: team, consent, now, by: actor.subject, admission)
            let effect = self.keep(policy, in: &context, &draft)
            if effect == .done { try self.tell(of: consent, admission, actor, on: context, &transaction) }
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
            if effect == .done { try self.tell(of: .stated, admission, actor, on: context, &transaction) }
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
        guard actor.person != nil, actor.authentication == .direct,
            actor.holder == .professional || actor.holder == .trainee, admission.mode == .normal
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

    /// Where the set presumes an initial consent, nobody comes in by a team without one (CE 15/10/2025 n° 490409).
    private func require(_ consent: TeamConsent, _ policy: RecordPolicy) throws {
        guard consent == .stated || rules.policySets[policy.policySet]?.teamNeedsInitialConsent == false else {
            throw CustodyError.conflict(RuleID.teamConsentMissing.rawValue)
        }
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

    /// Tells the holder at once that a professional named others, with his consent or without; of a secret connection, nothing.
    private func tell(
        of consent: TeamConsent,
        _ admission: Admission,
        _ actor: CareActor,
        on context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        guard !admission.isSecretConnection else { return }
        let now = transaction.now
        let notice: Notice =
            switch consent {
            case .stated: .consentStated(by: actor.name, at: now)
            case .notAsked: .teamDeclared(by: actor.name, at: now)
            }
        try transaction.tell(notice, on: context)
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
