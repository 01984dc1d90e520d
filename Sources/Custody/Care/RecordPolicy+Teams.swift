import HealthRecord

extension RecordPolicy {
    /// Lets somebody stand by a team: by a leave where consent is stated, else by his name in the team, while it lasts.
    mutating func admit(
        _ member: TeamMember,
        to team: UniqueID,
        _ consent: TeamConsent,
        _ now: Instant,
        by giver: CareSubject,
        _ admission: Admission
    ) {
        guard let place = careTeams.firstIndex(where: { $0.id == team }) else { return }
        switch consent {
        case .stated:
            cover(member, now, careTeams[place].until, .careTeam, team: team, by: giver, admission)
        case .notAsked:
            guard !blocks.contains(where: { $0.subject == member.subject }),
                !careTeams[place].deemed.contains(where: { $0.subject == member.subject })
            else { return }
            careTeams[place].deemed.append(
                DeemedMember(
                    subject: member.subject,
                    name: member.name,
                    profession: member.profession,
                    structure: member.structure,
                    since: now,
                    namedBy: giver
                )
            )
        }
    }

    /// Gives a leave that comes from somebody else's word; a block stays as it is, and a leave in force that lasts as long.
    mutating func cover(
        _ member: TeamMember,
        _ now: Instant,
        _ until: Instant?,
        _ origin: AuthorisationOrigin,
        team: UniqueID?,
        by giver: CareSubject,
        _ admission: Admission
    ) {
        // What is said openly and what is said in secret do not rest on each other.
        let known = authorisations.filter { $0.isSecret == admission.isSecretConnection }
        guard !blocks.contains(where: { $0.subject == member.subject }),
            !known.contains(where: { $0.subject == member.subject && $0.lasts(from: now, to: until) })
        else { return }
        give(
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
    mutating func leaveTeams(_ subject: CareSubject, _ withdrawal: Withdrawal) {
        for place in careTeams.indices { careTeams[place].members.removeAll { $0 == subject } }
        askAnew(subject, withdrawal)
    }

    /// Takes from somebody what teams give him without a leave, and from a person what the leaves of structures give him: a
    /// desk's former word lets nobody in who was sent away.
    mutating func askAnew(_ subject: CareSubject, _ withdrawal: Withdrawal) {
        for place in careTeams.indices where withdrawal.concerns(careTeams[place], of: subject) {
            careTeams[place].unsay(subject)
        }
        guard case .person(let person) = subject else { return }
        for place in authorisations.indices where withdrawal.concerns(authorisations[place]) {
            authorisations[place].except(person)
        }
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
