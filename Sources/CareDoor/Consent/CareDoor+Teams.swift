import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Pages 5 and 14: consent for a care team (CSP L1110-12, R1111-46) and for a colleague (L1111-17 II).
extension CareDoor {
    /// For whom else the professional may state the patient's consent on an open record.
    func statesForOthers(_ now: Consultation) -> Set<ConsentFor> {
        let actor = now.stay.actor
        guard actor.person != nil, actor.holder == .professional || actor.holder == .trainee,
            now.chart.mode == .normal, let set = terms(of: now.chart)
        else { return [] }
        var others: Set<ConsentFor> = []
        // A team that a minor agrees to in secret would stand in the representatives' sight.
        if set.teamIsDeemedAuthorised, !now.chart.isSecret { others.insert(.team) }
        if set.consentMayBeDelegated { others.insert(.colleague) }
        return others
    }

    func teamLine(_ team: DeclaredTeam, _ leaves: [Authorisation], _ now: Consultation) -> AuthorisationsPage.Team {
        let own: Set<CareSubject> = [now.stay.actor.subject, .structure(now.stay.actor.structure.id)]
        let isMine = team.declaredBy == now.stay.actor.subject
        return AuthorisationsPage.Team(
            name: team.name,
            members: ([team.declaredBy] + team.members).map { subject in
                leaves.first { $0.subject == subject }.map(NameText.titled)
            },
            isMine: isMine,
            since: DateText.date(team.since),
            until: team.until.map { DateText.date($0) },
            add: (isMine || !own.isDisjoint(with: team.members)) && statesForOthers(now).contains(.team)
                ? Paths.teamMember(now.handle, team.id) : nil,
            end: isMine && now.chart.mode == .normal ? Paths.teamEnd(now.handle, team.id) : nil
        )
    }

    func colleagueForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard statesForOthers(now).contains(.colleague) else { return .see(Paths.chart(now.handle, .authorisations)) }
        return .page(colleaguePage(.colleague, ColleagueForm(), now, unasked))
    }

    func entrust(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard statesForOthers(now).contains(.colleague) else { return .see(Paths.chart(now.handle, .authorisations)) }
        return try await name(.colleague, form, now) { member throws(ServiceError) in
            let effect = try await service.delegateConsent(to: member, now.visit)
            return effect == .done ? .entrusted : .unchanged
        }
    }

    func teamForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard statesForOthers(now).contains(.team) else { return .see(Paths.chart(now.handle, .authorisations)) }
        return .page(colleaguePage(.newTeam, ColleagueForm(), now, unasked))
    }

    func declareTeam(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard statesForOthers(now).contains(.team) else { return .see(Paths.chart(now.handle, .authorisations)) }
        let filled = ColleagueForm(form)
        return try await name(.newTeam, form, now) { member throws(ServiceError) in
            let team = TeamDeclaration(name: filled.team, members: [member], consent: consent(to: .newTeam, now))
            _ = try await service.declareTeam(team, now.visit)
            return .declared
        }
    }

    func memberForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard let team = try await team(turn, now), statesForOthers(now).contains(.team) else {
            return .trouble(.notFound, handle: now.handle)
        }
        return .page(colleaguePage(.member(of: team), ColleagueForm(), now, unasked))
    }

    func addMember(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard let team = try await team(turn, now), statesForOthers(now).contains(.team) else {
            return .trouble(.notFound, handle: now.handle)
        }
        let purpose = ColleaguePage.Purpose.member(of: team)
        return try await name(purpose, form, now) { member throws(ServiceError) in
            let consent = consent(to: purpose, now)
            let effect = try await service.addTeamMember(member, to: team.id, consent: consent, now.visit)
            return effect == .done ? .added : .unchanged
        }
    }

    func teamEndForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard let team = try await team(turn, now), team.declaredBy == now.stay.actor.subject else {
            return .trouble(.notFound, handle: now.handle)
        }
        return .page(TeamEndPage(handle: now.handle, id: team.id, name: team.name))
    }

    func endTeam(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard let team = try await team(turn, now), team.declaredBy == now.stay.actor.subject else {
            return .trouble(.notFound, handle: now.handle)
        }
        try await service.endTeam(team.id, now.visit)
        return .see(Paths.chart(now.handle, .authorisations) + "?\(Names.done)=\(TeamOutcome.ended.rawValue)")
    }

    /// The team that the address names, among those that concern the professional.
    private func team(_ turn: Turn, _ now: Consultation) async throws -> DeclaredTeam? {
        guard let id = turn.document else { return nil }
        return try await service.authorisations(now.visit).teams.first { $0.id == id }
    }

    /// Whether the patient's consent is asked for, as the record's set wants it.
    ///
    /// A colleague comes by a consent alone, and a team that has one grows under it.
    private func consent(to purpose: ColleaguePage.Purpose, _ now: Consultation) -> TeamConsent {
        switch purpose {
        case .colleague: .stated
        case .member(let team) where team.consent == .stated: .stated
        case .newTeam, .member: terms(of: now.chart)?.teamNeedsInitialConsent == false ? .notAsked : .stated
        }
    }

    private func colleaguePage(
        _ purpose: ColleaguePage.Purpose,
        _ form: ColleagueForm,
        _ now: Consultation,
        _ directory: ColleagueSearch,
        _ faults: [FieldFault] = []
    ) -> ColleaguePage {
        ColleaguePage(
            handle: now.handle,
            purpose: purpose,
            form: form,
            professions: ColleagueForm.professions(valueSets),
            sectors: ColleagueForm.sectors(valueSets),
            term: term(purpose, now),
            consent: consent(to: purpose, now),
            directory: directory,
            faults: faults
        )
    }

    /// Reads whom the form names and states the consent for him; what the rules or the directory hold against it is said
    /// beside the field.
    private func name(
        _ purpose: ColleaguePage.Purpose,
        _ form: FormFields,
        _ now: Consultation,
        _ act: (TeamMember) async throws(ServiceError) -> TeamOutcome
    ) async throws -> Answer {
        let filled = ColleagueForm(form)
        let directory = await ask(filled)
        if form.only(Names.search) != nil, directory != .none {
            return .page(
                colleaguePage(purpose, filled, now, directory, directory.faults),
                status: directory.faults.isEmpty ? .ok : .unprocessableContent
            )
        }
        var (member, faults) = await named(filled, directory, now)
        if purpose == .newTeam, filled.team.isEmpty {
            faults.insert(FieldFault(Names.team, CareTeamText.teamNameFault.phrase), at: 0)
        }
        if consent(to: purpose, now) == .stated, !form.isTicked(Names.asked) {
            faults.append(FieldFault(Names.asked, CareTeamText.askedFault.phrase))
        }
        guard faults.isEmpty, let member else {
            return .page(colleaguePage(purpose, filled, now, directory, faults), status: .unprocessableContent)
        }
        let outcome: TeamOutcome
        do {
            outcome = try await act(member)
        } catch .conflict(let what) {
            guard let fault = ColleagueForm.fault(what) else { throw ServiceError.conflict(what) }
            return .page(colleaguePage(purpose, filled, now, directory, [fault]), status: .unprocessableContent)
        } catch .refused(let refusal) where refusal.rule == RuleID.delegateBlocked.rawValue {
            let fault = FieldFault(Names.rpps, CareTeamText.delegateBlocked.phrase)
            return .page(colleaguePage(purpose, filled, now, directory, [fault]), status: .forbidden)
        } catch {
            throw error
        }
        return .see(Paths.chart(now.handle, .authorisations) + "?\(Names.done)=\(outcome.rawValue)")
    }

    /// How long a consent given now, or a team without one, lasts by the record's set, in words.
    private func term(_ purpose: ColleaguePage.Purpose, _ now: Consultation) -> Phrase {
        let key: KeyPath<PolicySet, LeaveTerm> = purpose == .colleague ? \.otherLeaveTerm : \.teamLeaveTerm
        guard let set = terms(of: now.chart) else { return CareTeamText.untilWithdrawn.phrase }
        let consent = consent(to: purpose, now)
        func until(_ end: Instant?) -> Phrase {
            switch consent {
            case .stated: CareConsentText.duration(until: end ?? now.now)
            case .notAsked: CareTeamText.lasts(until: end ?? now.now)
            }
        }
        return switch (set[keyPath: key], consent) {
        case (.session, _): until(set.sessionTerm?.end(from: now.now))
        case (.year, _): until(Period("P1Y")?.end(from: now.now))
        case (.care, .stated): CareTeamText.whileCare.phrase
        case (.lasting, .stated): CareTeamText.untilWithdrawn.phrase
        case (.care, .notAsked), (.lasting, .notAsked): CareTeamText.whileTeam.phrase
        }
    }
}

/// For whom else consent is stated; the raw value stands in the form.
enum ConsentFor: String, CaseIterable, Sendable {
    case me = "moi"
    case team = "equipe"
    case colleague = "confrere"
}

/// What has become of a team or a colleague's leave; the raw value stands in the address.
enum TeamOutcome: String, Sendable {
    case declared = "equipe"
    case added = "membre"
    case ended = "equipe-finie"
    case entrusted = "confrere"
    case unchanged = "inchange"

    var notice: CareTeamText {
        switch self {
        case .declared: .declared
        case .added: .added
        case .ended: .ended
        case .entrusted: .entrusted
        case .unchanged: .unchanged
        }
    }
}
