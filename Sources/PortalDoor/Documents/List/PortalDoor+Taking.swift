import AccessRules
import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 7: several documents taken home as one file.
extension PortalDoor {
    /// Whether the one signed in may take documents away together: what a copy is refused to takes no part of one (§ 2.5).
    func mayTake(_ stay: Stay) -> Bool { may(.export, stay) && seesDocuments(stay) }

    func takeChosen(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard mayTake(stay) else { return .trouble(.refused) }
        let chosen = Self.chosen(form)
        if let fault = DocumentSelection.takingFault(chosen) {
            return try await listAgain(chosen, fault, form, turn.language, stay)
        }
        guard let entries = try await inSight(chosen, stay) else { return .trouble(.notFound) }
        let making = CopyMaking(portal: self, stay: stay, language: turn.language)
        var response = Response(
            status: .ok,
            headers: [
                .contentType: "application/zip",
                .contentDisposition: #"attachment; filename="documents.zip""#,
            ],
            body: ResponseBody { writer in
                try await making.writeChosen(entries, to: &writer)
                try await writer.finish(nil)
            }
        )
        ContentPolicy.sandboxedDocument(embeddedBy: .sameOrigin, styleNonce: nil).apply(to: &response)
        return .raw(response)
    }
}
