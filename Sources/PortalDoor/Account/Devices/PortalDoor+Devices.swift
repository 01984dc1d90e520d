import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 26.
extension PortalDoor {
    func devices(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let done: [String: DevicesText] = [
            "oui": .ended, "toutes": .endedAll, "connu": .known, "etranger": .disowned, "oublie": .forgotten,
            "tous-oublies": .forgottenAll,
        ]
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
                used: try await service.devices(stay.visit, token: stay.token),
                ownsSecret: try await ownsAccount(stay),
                notice: done[turn.asked("fait")]?.phrase
            )
        )
    }

    func judgeDevice(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        let verdicts: [String: DeviceVerdict] = ["moi": .mine, "pas-moi": .foreign]
        guard let device = form.only(FormNames.device).flatMap({ SessionDevice($0) }),
            let verdict = verdicts[form.only(FormNames.choice) ?? ""]
        else { return .trouble(.bad) }
        guard isFresh(turn, stay) else { return stepUp(.devices, stay) }
        try await service.judge(device, verdict, stay.visit, token: stay.token)
        return .see(Paths.devices + "?fait=" + (verdict == .mine ? "connu" : "etranger"))
    }

    func forgetDevice(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        let text = form.only(FormNames.device)
        let device = text.flatMap { SessionDevice($0) }
        guard text == nil || device != nil else { return .trouble(.bad) }
        guard isFresh(turn, stay) else { return stepUp(.devices, stay) }
        try await service.forget(device, stay.visit, token: stay.token)
        return .see(Paths.devices + "?fait=" + (device == nil ? "tous-oublies" : "oublie"))
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
