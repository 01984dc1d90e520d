import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// A suspended record, as its holder finds it and whoever may close it in his place: why nothing can be read, and how to object
/// (CSP R1111-36).
extension PortalDoor {
    func suspension(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard var page = try await suspensionPage(stay) else { return .trouble(.notFound) }
        if turn.asked("fait") == "oui" { page.notice = SuspensionText.sent.phrase }
        return .page(page)
    }

    func objectToSuspension(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard var page = try await suspensionPage(stay) else { return .trouble(.notFound) }
        let words = form.only(FormNames.words)?.trimmed ?? ""
        guard words.saysSomething(within: HolderRequestKind.reasonLimit) else {
            page.words = words
            page.faults = [FieldFault(FormNames.words, FeedingText.reasonFault.phrase)]
            return .page(page, status: .unprocessableContent)
        }
        _ = try await service.ask(.suspensionObjection(words), stay.visit)
        return .see(Paths.suspension + "?fait=oui")
    }

    /// The page of a record that is suspended; nil of any other.
    private func suspensionPage(_ stay: Stay) async throws -> SuspensionPage? {
        guard case .suspended(let since) = stay.file.policy.state, may(.close, stay) else { return nil }
        let last = try await service.requests(stay.visit).last { request in
            if case .suspensionObjection = request.kind { request.at >= since } else { false }
        }
        let state: SuspensionPage.State =
            switch last?.standing {
            case .pending: .waiting(since: last?.at ?? since)
            case .refused: .refused
            default: .open
            }
        return SuspensionPage(since: since, state: state)
    }
}
