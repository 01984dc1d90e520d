import AccessRules
import Custody
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 14: who may read.
extension CareDoor {
    func authorisations(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let list = try await service.authorisations(now.visit)
        let own: Set<CareSubject> = [now.stay.actor.subject, .structure(now.stay.actor.structure.id)]
        let valid = list.authorisations.filter { $0.isValid(at: now.now) }
        // A leave of his structure that was taken back from him is the others'.
        let mine = valid.filter { own.contains($0.subject) && $0.serves(now.stay.actor.person) }
        return .page(
            AuthorisationsPage(
                handle: now.handle,
                mine: mine.map { leave in
                    AuthorisationsPage.Mine(
                        subject: leave.subject == now.stay.actor.subject
                            ? now.stay.actor.name.spoken : leave.structure.name,
                        since: DateText.date(leave.since),
                        until: leave.until.map { DateText.date($0) },
                        origin: Self.origin(leave.origin)
                    )
                },
                canGiveUp: valid.contains { $0.subject == now.stay.actor.subject }
                    && list.offers.acts.contains(.removeOwnAuthorisation),
                role: list.role,
                canResign: list.offers.acts.contains(.resignTreatingPhysician),
                canBeTreating: list.offers.acts.contains(.declareTreatingPhysician),
                authorised: valid.filter { !mine.contains($0) }.map { line(of: $0, on: list, now) }
                    + list.treatingWithoutLeave(at: now.now).filter { !own.contains(.person($0)) }
                    .map { line(ofTreating: $0, on: list, now) },
                // Whom the patient refuses concerns who acts for the patient.
                blocked: list.role.actsForHolder
                    ? list.blocks.map { block in
                        AuthorisationsPage.Line(
                            name: block.name.spoken,
                            profession: block.profession.map(ProfessionText.label) ?? Phrase(verbatim: ""),
                            place: Phrase(verbatim: ""),
                            since: DateText.date(block.since),
                            // What the patient refused himself, he lifts himself.
                            lift: list.offers.liftable.contains(block.subject)
                                ? Paths.lift(now.handle, mark(block.subject, now)) : nil
                        )
                    } : nil,
                recordsRefusals: list.offers.acts.contains(.unblock),
                blockAnother: mayBlockAnother(list) ? Paths.blockAnother(now.handle) : nil,
                teams: list.teams.map { teamLine($0, valid, now) },
                statesForOthers: statesForOthers(now),
                notice: Self.notice(turn.asked(Names.done))
            )
        )
    }

    private func line(
        of leave: Authorisation,
        on list: AuthorisationList,
        _ now: Consultation
    ) -> AuthorisationsPage.Line {
        AuthorisationsPage.Line(
            name: NameText.titled(leave),
            profession: ProfessionText.label(leave.profession, leave.bearer),
            place: NameText.structure(leave.structure),
            since: DateText.date(leave.since),
            isTreating: list.isTreating(leave.subject),
            until: leave.until.map { DateText.date($0) } ?? CareAuthorisationText.noEnd.phrase,
            block: block(leave.subject, on: list, now)
        )
    }

    /// A treating physician who has no leave in force and reads by the role, known by the leave that he had (TD1.6 has him so).
    private func line(
        ofTreating physician: ProfessionalID,
        on list: AuthorisationList,
        _ now: Consultation
    ) -> AuthorisationsPage.Line {
        let subject = CareSubject.person(physician)
        let former = list.authorisations.first { $0.subject == subject }
        return AuthorisationsPage.Line(
            name: former.map { NameText.titled($0) } ?? physician.text,
            profession: former.map { ProfessionText.label($0.profession, $0.bearer) }
                ?? ProfessionText.label(role: Code("10", CodeSystem.profession)),
            place: former.map { NameText.structure($0.structure) } ?? Phrase(verbatim: ""),
            since: nil,
            isTreating: true,
            until: CareAuthorisationText.noEnd.phrase,
            block: former.flatMap { block($0.subject, on: list, now) }
        )
    }

    /// The path to a refusal of somebody at the patient's request; nil where it is not offered.
    private func block(_ subject: CareSubject, on list: AuthorisationList, _ now: Consultation) -> String? {
        list.offers.blockable.contains(subject) ? Paths.block(now.handle, mark(subject, now)) : nil
    }

    private static func origin(_ origin: AuthorisationOrigin) -> CareAuthorisationText {
        switch origin {
        case .declaredInConsultation: .declared
        case .givenByHolder: .byHolder
        case .givenAtOpening: .atOpening
        case .careTeam: .team
        case .deemedOfTeam: .deemed
        case .delegatedConsent: .delegated
        }
    }

    private static func notice(_ text: String) -> Phrase? {
        if text == "bloquer" { return CareRequestText.blocked.phrase }
        if text == "debloquer" { return CareRequestText.liftDone.phrase }
        if let outcome = TeamOutcome(rawValue: text) { return outcome.notice.phrase }
        return switch RoleChoice(rawValue: text) {
        case .take: CareAuthorisationText.taken.phrase
        case .resign: CareAuthorisationText.left.phrase
        case .resignAdministrator: CareAuthorisationText.leftAdministrator.phrase
        case .giveUp, nil: nil
        }
    }

    func roleForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard let choice = turn.parameters.get("choice").flatMap(RoleChoice.init) else {
            return .trouble(.notFound, handle: now.handle)
        }
        return .page(
            RolePage(
                handle: now.handle,
                name: now.chart.traits.name.spoken,
                choice: choice,
                shows: RoleReach(terms(of: now.chart))
            )
        )
    }

    func changeRole(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard let choice = turn.parameters.get("choice").flatMap(RoleChoice.init) else {
            return .trouble(.notFound, handle: now.handle)
        }
        var chart = now.chart
        switch choice {
        case .take:
            _ = try await service.setAuthorisation(.add(asTreatingPhysician: true), now.visit)
            chart.isTreating = true
        case .resign, .resignAdministrator:
            _ = try await service.setAuthorisation(.resignTreatingPhysician, now.visit)
            chart.isTreating = false
        case .giveUp:
            _ = try await service.setAuthorisation(.remove, now.visit)
            // A session that an assertion has opened has nothing else to go to.
            if now.stay.session.bounds != nil { return try await signOut(turn, now.stay, form) }
            charts.close(now.handle, in: now.stay.cookie)
            return .see(Paths.patients)
        }
        charts.open(chart, in: now.stay.cookie)
        return .see(Paths.chart(now.handle, .authorisations) + "?\(Names.done)=\(choice.rawValue)")
    }
}
