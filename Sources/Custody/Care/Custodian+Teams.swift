import AccessRules
public import HealthRecord

/// A professional or structure that a consent covers.
public struct TeamMember: Sendable, Hashable, Codable {
    /// Whom it names.
    public let subject: CareSubject
    /// The name to show.
    public let name: PersonName
    /// Profession.
    public let profession: Profession
    /// Structure.
    public let structure: Structure

    /// Joins the parts.
    public init(subject: CareSubject, name: PersonName, profession: Profession, structure: Structure) {
        self.subject = subject
        self.name = name
        self.profession = profession
        self.structure = structure
    }
}

/// A care team and the holder's one consent to it, as a professional states them.
public struct TeamDeclaration: Sendable, Hashable, Codable {
    /// What people call it.
    public let name: String
    /// Whom it is made of, beside who declares it.
    public let members: [TeamMember]
    /// When it ends by itself; nil for the term that the rules give.
    public let until: Instant?

    /// Joins the parts.
    public init(name: String, members: [TeamMember], until: Instant? = nil) {
        self.name = name
        self.members = members
        self.until = until
    }
}

extension Custodian {
    /// The most members of one team.
    static let teamLimit = 200

    /// Declares a care team: one initial consent, stated now, covers each member (CSP R1111-46).
    ///
    /// Whom the holder has blocked stays blocked.
    public func declareTeam(
        _ team: TeamDeclaration,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> UniqueID {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        guard (1...Self.teamLimit).contains(team.members.count), !team.name.isEmpty else { throw .conflict("members") }
        let id = newID()
        _ = try await perform(.declareAuthorisation, traced: .declareTeam, by: admission, on: reference) {
            transaction,
            context,
            draft in
            let now = transaction.now
            try self.requireOwnLeave(actor, context.policy, now)
            guard self.rules.policySets[context.policy.policySet]?.teamIsDeemedAuthorised == true else {
                throw CustodyError.conflict("consent.team")
            }
            let until = team.until ?? self.term(of: context.policy, \.teamLeaveTerm, from: now)
            context.change { file in
                file.policy.careTeams.append(
                    DeclaredTeam(
                        id: id,
                        name: team.name,
                        declaredBy: actor.subject,
                        members: team.members.map(\.subject),
                        since: now,
                        until: until
                    )
                )
                for member in team.members {
                    file.policy.cover(member, now, until, .careTeam, team: id, by: actor.subject, admission)
                }
            }
            draft.details["team"] = id.text
            draft.details["name"] = team.name
            draft.details["members"] = team.members.map(\.subject.text).joined(separator: " ")
        }
        return id
    }

    /// Adds a member to a team, under the consent given to it.
    public func addTeamMember(
        _ member: TeamMember,
        to team: UniqueID,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        _ = try await perform(.declareAuthorisation, traced: .declareTeam, by: admission, on: reference) {
            transaction,
            context,
            draft in
            let now = transaction.now
            try self.requireOwnLeave(actor, context.policy, now)
            guard let place = context.policy.careTeams.firstIndex(where: { $0.id == team }) else {
                throw CustodyError.conflict("unknown")
            }
            let standing = context.policy.careTeams[place]
            guard standing.declaredBy == actor.subject || standing.members.contains(actor.subject),
                standing.until.map({ now < $0 }) ?? true, standing.members.count < Self.teamLimit
            else { throw CustodyError.conflict("team") }
            context.change { file in
                if !standing.members.contains(member.subject) {
                    file.policy.careTeams[place].members.append(member.subject)
                }
                file.policy.cover(member, now, standing.until, .careTeam, team: team, by: actor.subject, admission)
            }
            draft.details["team"] = team.text
            draft.details["subject"] = member.subject.text
            draft.details["name"] = member.name.spoken
        }
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
    public func delegateConsent(
        to member: TeamMember,
        until: Instant?,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        _ = try await perform(
            .declareAuthorisation,
            traced: .delegateConsent,
            by: admission,
            on: reference,
            resource: .target(member.subject)
        ) { transaction, context, draft in
            let now = transaction.now
            let term = until ?? self.term(of: context.policy, \.otherLeaveTerm, from: now)
            context.change { file in
                file.policy.cover(member, now, term, .delegatedConsent, team: nil, by: actor.subject, admission)
            }
            draft.details["subject"] = member.subject.text
            draft.details["name"] = member.name.spoken
        }
    }

    /// Whether a record may have one more treating physician: several where the set says so (C3).
    func admitsAnotherTreatingPhysician(_ policy: RecordPolicy) -> Bool {
        policy.treatingPhysicians.isEmpty
            || rules.policySets[policy.policySet]?.allowsSeveralTreatingPhysicians == true
    }

    /// Only who may read under the holder's consent states it for others.
    private func requireOwnLeave(_ actor: CareActor, _ policy: RecordPolicy, _ now: Instant) throws {
        guard status(of: actor, under: policy, now: now) == .valid else { throw CustodyError.conflict("authorisation") }
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
    /// Gives a leave that comes from somebody else's word; a leave in force and a block both stay as they are.
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
            authorisation(of: member.subject)?.isValid(at: now) != true
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

    /// Takes a team and every leave that came from it away.
    mutating func endTeam(_ team: UniqueID) {
        careTeams.removeAll { $0.id == team }
        authorisations.removeAll { $0.team == team }
    }
}
