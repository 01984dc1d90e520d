import AccessRules
import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Care teams on page 17, and the end of one by the holder.
extension PortalDoor {
    func teams(_ stay: Stay, _ known: [KnownProfessional]) -> [ProfessionalsPage.Team] {
        let policy = stay.file.policy
        return policy.careTeams.filter { $0.isInForce(at: stay.now) }.map { team in
            func one(_ subject: CareSubject) -> KnownProfessional {
                known.first { $0.subject == subject }
                    ?? KnownProfessional(subject: subject, name: PersonName(family: "", given: ""))
            }
            return ProfessionalsPage.Team(
                id: team.id,
                name: team.name,
                declaredBy: one(team.declaredBy).spoken,
                since: DateText.date(team.since),
                until: team.until.map { DateText.date($0) },
                members: team.members.map { subject in
                    ProfessionalsPage.Team.Member(
                        handle: seal.handle(of: subject, for: stay.holder),
                        name: one(subject).spoken,
                        profession: one(subject).professionLabel,
                        isCovered: one(subject).authorisation?.isValid(at: stay.now) == true
                    )
                },
                mayEnd: may(.changeSharing, stay),
                consent: team.consent
            )
        }
    }

    func endTeamForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let team = stay.file.policy.careTeams.first(where: { $0.id.text == turn.asked(FormNames.team) }) else {
            return .trouble(.notFound)
        }
        guard may(.changeSharing, stay) else { return .trouble(.refused) }
        return .page(
            ActSummaryPage(
                title: TeamText.end.phrase,
                about: team.name,
                meaning: [team.consent.texts.end.phrase, TeamText.endLeaves.phrase, TeamText.endOthers.phrase],
                effect: PolicyEffect.of(
                    from: stay.file.policy,
                    to: HolderWish.endTeam(team.id).outcome(on: stay.file.policy, under: rules),
                    on: try await clinical(stay),
                    people: try await known(stay).filter { team.members.contains($0.subject) },
                    now: stay.now,
                    rules: rules
                ),
                undo: team.consent.texts.undo.phrase,
                action: Paths.team,
                confirm: TeamText.confirm.phrase,
                cancel: TeamText.cancel.phrase,
                back: Paths.professionals,
                carried: [(FormNames.team, team.id.text)],
                place: .professionals,
                trail: [Crumb(label: ShellText.professionals.phrase, path: Paths.professionals)]
            )
        )
    }

    func endTeam(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let team = form.only(FormNames.team).flatMap({ UniqueID($0) }) else { return .trouble(.bad) }
        try await service.endTeam(team, stay.visit)
        return .see(Paths.professionals + "?fait=equipe")
    }
}
