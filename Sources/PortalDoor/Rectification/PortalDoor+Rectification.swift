import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Rectification asked on a document's page (access and life cycle § 3.6).
extension PortalDoor {
    /// Who would be asked about a document; nil where the one signed in asks for none.
    func rectifier(
        of entry: DocumentEntry,
        _ requests: [HolderRequest],
        _ stay: Stay
    ) -> RecordService.Rectifier? {
        guard !entry.isByHolder, entry.status == .approved || entry.status == .archived, may(.report, stay) else {
            return nil
        }
        let found = service.rectifier(of: entry, after: requests)
        return found == .waiting ? nil : found
    }

    func rectificationForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let page = try await rectificationPage(turn, stay) else { return .trouble(.notFound) }
        return .page(page)
    }

    private func rectificationPage(_ turn: Turn, _ stay: Stay) async throws -> RectificationPage? {
        guard let id = turn.document, let entry = try await clinical(stay).first(where: { $0.id == id }) else {
            return nil
        }
        switch rectifier(of: entry, try await service.requests(stay.visit), stay) {
        case .author(_, let name): return RectificationPage(id: id, title: entry.title, author: name.spoken)
        case .operator: return RectificationPage(id: id, title: entry.title, author: nil)
        case .waiting, nil: return nil
        }
    }

    func askRectification(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard var page = try await rectificationPage(turn, stay) else { return .trouble(.notFound) }
        let words = form.only(FormNames.words)?.trimmed ?? ""
        guard words.saysSomething(within: Rectification.mostText) else {
            let isTooLong = words.unicodeScalars.count > Rectification.mostText
            page.words = words
            page.faults = [
                FieldFault(
                    FormNames.words,
                    (isTooLong ? RectificationText.tooLong : RectificationText.wordsFault).phrase
                )
            ]
            return .page(page, status: .unprocessableContent)
        }
        _ = try await service.askRectification(of: page.id, words: words, stay.visit)
        return .see(Paths.document(page.id) + "?fait=rectification")
    }
}
