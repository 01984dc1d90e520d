import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// The bytes of a document: for the frame, as a file to read, as filed. Each is a reading, decided and traced.
extension PortalDoor {
    func documentContent(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let document = try await read(turn, stay) else { return .trouble(.notFound) }
        return sandboxed(await content(document).body(drawing: drawing), turn)
    }

    func documentOriginal(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let document = try await read(turn, stay) else { return .trouble(.notFound) }
        return .raw(
            FileResponse.saved(document.bytes, named: "\(Self.name(document.entry)).\(content(document).ending)")
        )
    }

    /// The document as people read it: what a clinical document carries, a page of what it says, or the file itself.
    func documentReadable(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let document = try await read(turn, stay) else { return .trouble(.notFound) }
        let content = content(document)
        let file = readable(content, in: turn.language) ?? (document.bytes, content.ending)
        return .raw(FileResponse.saved(file.bytes, named: "\(Self.name(document.entry)).\(file.ending)"))
    }

    private func content(_ document: ReadDocument) -> DocumentContent {
        DocumentContent(title: document.entry.title, bytes: document.bytes, valueSets: valueSets)
    }

    private func read(_ turn: Turn, _ stay: Stay) async throws -> ReadDocument? {
        guard let id = turn.document else { return nil }
        switch try await service.read(id, stay.visit) {
        case .document(let document): return document
        case .notFound: return nil
        case .refused(let refusal): throw ServiceError.refused(refusal)
        }
    }

    func sandboxed(_ body: ContentPage.Body, _ turn: Turn) -> Answer {
        let nonce = OpaqueID(Base64URL.text(random(16)))
        let page = ContentPage(
            body: body,
            language: turn.language,
            sheet: documentSheet,
            nonce: nonce?.description ?? ""
        )
        return .raw(FileResponse.sandboxed(page, nonce: nonce))
    }

    /// File names come from us: no title, no name.
    private static func name(_ entry: DocumentEntry) -> String { "document-" + entry.id.text.prefix(8) }
}
