import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 26.
extension PortalDoor {
    func devices(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let done: [String: DevicesText] = ["oui": .ended, "toutes": .endedAll]
        return .page(
            DevicesPage(
                lines: try await service.sessions(stay.visit, token: stay.token).map { session in
                    DevicesPage.Line(
                        id: session.id,
                        device: session.device?.spoken ?? DevicesText.unknown.phrase,
                        since: DateText.moment(session.since),
                        seen: DateText.moment(session.lastSeen),
                        isThis: session.isThis,
                        by: session.byRepresentative?.spoken,
                        mayEnd: session.mayEnd
                    )
                },
                isActing: stay.isActing,
                notice: done[turn.asked("fait")]?.phrase
            )
        )
    }

    func endSession(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let id = form.only(FormNames.choice).flatMap({ UniqueID($0) }) else { return .trouble(.bad) }
        guard isFresh(turn, stay) else { return stepUp(.devices, stay) }
        try await service.endSession(id, stay.visit, token: stay.token)
        return .see(Paths.devices + "?fait=oui")
    }

    func endOthersForm(_ turn: Turn, _ stay: Stay) -> Answer {
        guard isFresh(turn, stay) else { return stepUp(.devices, stay) }
        return .page(
            ActSummaryPage(
                title: DevicesText.summary.phrase,
                meaning: [DevicesText.summaryLead.phrase, DevicesText.endOthersHint.phrase],
                action: Paths.endOtherSessions,
                confirm: DevicesText.confirm.phrase,
                cancel: DevicesText.cancel.phrase,
                back: Paths.devices,
                place: .settings,
                trail: [Crumb(label: DevicesText.title.phrase, path: Paths.devices)]
            )
        )
    }

    func endOthers(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard isFresh(turn, stay) else { return stepUp(.devices, stay) }
        _ = try await service.endOtherSessions(stay.visit, token: stay.token)
        return .see(Paths.devices + "?fait=toutes")
    }
}
