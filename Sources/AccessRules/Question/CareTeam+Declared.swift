public import HealthRecord

extension CareTeam {
    /// The declared teams in which somebody stands without a leave, as far as they concern him; nil for none in force.
    ///
    /// A team with a stated consent is none of it: that consent stands in the policy as a leave of each member.
    public init?(of actor: CareActor, in policy: RecordPolicy, at now: Instant) {
        let teams = policy.careTeams.filter { $0.isInForce(at: now) && !$0.deems(actor).isEmpty }
        guard !teams.isEmpty else { return nil }
        let ends = teams.compactMap(\.until)
        let names = Set(teams.flatMap { $0.deems(actor) })
        self.init(
            members: [actor.subject, .structure(actor.structure.id)].filter(names.contains),
            until: ends.count == teams.count ? ends.max() : nil
        )
    }
}

extension RuleBook {
    /// Members of declared teams whom the record's set deems authorised without a leave, shown as if they held one.
    ///
    /// Whoever holds one in force, or is refused by name, is left out.
    public func deemedLeaves(in policy: RecordPolicy, at now: Instant) -> [Authorisation] {
        guard let set = policySets[policy.policySet], set.teamIsDeemedAuthorised, !set.teamNeedsInitialConsent else {
            return []
        }
        var leaves: [Authorisation] = []
        for team in policy.careTeams where team.isInForce(at: now) {
            for member in team.deemed where !leaves.contains(where: { $0.subject == member.subject }) {
                guard policy.authorisation(of: member.subject, at: now)?.isValid(at: now) != true,
                    !policy.blocks.contains(where: { $0.subject == member.subject })
                else { continue }
                leaves.append(Authorisation(member, of: team))
            }
        }
        return leaves
    }
}

extension Authorisation {
    fileprivate init(_ member: DeemedMember, of team: DeclaredTeam) {
        self.init(
            subject: member.subject,
            name: member.name,
            profession: member.profession,
            structure: member.structure,
            since: member.since,
            until: team.until,
            origin: .deemedOfTeam,
            lastAct: member.since,
            team: team.id,
            givenBy: member.namedBy
        )
    }
}
