import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// What a holder objects to or ends: feeding by others, the access of the host's physician.
extension PortalDoor {
    func feeding(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        var page = try await feedingPage(stay)
        let done: [String: FeedingText] = ["demande": .asked, "retire": .cancelled, "autorise": .allowed]
        page.notice = done[turn.asked("fait")]?.phrase
        return .page(page)
    }

    private func feedingPage(_ stay: Stay) async throws -> FeedingPage {
        let last = try await service.requests(stay.visit).last {
            if case .feedingObjection = $0.kind { true } else { false }
        }
        let state: FeedingPage.State =
            switch (last?.standing, last) {
            case _ where stay.file.policy.refusesFeeding: .inForce
            case (.pending, let waiting?): .waiting(waiting.id, since: waiting.at)
            case (.refused, _): .open(wasRefused: true)
            default: .open(wasRefused: false)
            }
        return FeedingPage(state: state, mayDecide: may(.changeWishes, stay))
    }

    private func waiting(
        _ stay: Stay,
        _ isMeant: (HolderRequestKind) -> Bool
    ) async throws -> HolderRequest? {
        try await service.requests(stay.visit).last { $0.standing == .pending && isMeant($0.kind) }
    }

    func objectToFeeding(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard may(.changeWishes, stay) else { return .trouble(.refused) }
        let reason = form.only(FormNames.words)?.trimmed ?? ""
        guard reason.saysSomething(within: HolderRequestKind.reasonLimit) else {
            var page = try await feedingPage(stay)
            page.reason = reason
            page.faults = [FieldFault(FormNames.words, FeedingText.reasonFault.phrase)]
            return .page(page, status: .unprocessableContent)
        }
        _ = try await service.ask(.feedingObjection(reason), stay.visit)
        return .see(Paths.feeding + "?fait=demande")
    }

    func endFeedingObjection(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard may(.changeWishes, stay) else { return .trouble(.refused) }
        switch form.only(FormNames.choice) {
        case "autoriser":
            // What shows more asks for a fresh code.
            guard isFresh(turn, stay) else { return stepUp(.feeding, stay) }
            _ = try await service.allowFeeding(stay.visit)
            return .see(Paths.feeding + "?fait=autorise")
        case "retirer":
            guard let waiting = try await waiting(stay, { if case .feedingObjection = $0 { true } else { false } }),
                waiting.id.text == form.only(FormNames.request)
            else { return .trouble(.bad) }
            try await service.cancelRequest(waiting.id, stay.visit)
            return .see(Paths.feeding + "?fait=retire")
        default: return .trouble(.bad)
        }
    }

    func hostAccess(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard may(.export, stay) else { return .trouble(.refused) }
        let waiting = try await waiting(stay) { $0 == .hostPhysician }
        let state: HostAccessPage.State =
            if let until = stay.file.hostAccess?.until, stay.now < until {
                .open(until: until)
            } else {
                waiting.map { .waiting($0.id, since: $0.at) } ?? .none
            }
        let done: [String: HostAccessText] = ["demande": .asked, "retire": .cancelled, "termine": .ended]
        return .page(HostAccessPage(state: state, host: stay.file.host, notice: done[turn.asked("fait")]?.phrase))
    }

    func changeHostAccess(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard may(.export, stay) else { return .trouble(.refused) }
        switch form.only(FormNames.choice) {
        case "demander":
            guard isFresh(turn, stay) else { return stepUp(.hostAccess, stay) }
            _ = try await service.ask(.hostPhysician, stay.visit)
            return .see(Paths.hostAccess + "?fait=demande")
        case "retirer":
            guard let waiting = try await waiting(stay, { $0 == .hostPhysician }),
                waiting.id.text == form.only(FormNames.request)
            else { return .trouble(.bad) }
            try await service.cancelRequest(waiting.id, stay.visit)
            return .see(Paths.hostAccess + "?fait=retire")
        case "terminer":
            try await service.endHostAccess(stay.visit)
            return .see(Paths.hostAccess + "?fait=termine")
        default: return .trouble(.bad)
        }
    }
}
