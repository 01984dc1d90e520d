import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// The bytes of a document: for the frame, as a file to read, as filed. Each is a reading, decided and traced.
extension CareDoor {
    func documentContent(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard let document = try await read(turn, now) else { return .trouble(.notFound, handle: now.handle) }
        return sandboxed(await content(document).body(drawing: drawing), turn)
    }

    /// The PDF or the picture that a clinical document carries; the file itself where it carries none.
    func documentReadable(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard let document = try await read(turn, now) else { return .trouble(.notFound, handle: now.handle) }
        let content = content(document)
        let file = content.carried ?? (document.bytes, content.ending)
        return .raw(FileResponse.saved(file.bytes, named: "\(Self.name(document.entry)).\(file.ending)"))
    }

    func documentOriginal(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard let document = try await read(turn, now) else { return .trouble(.notFound, handle: now.handle) }
        let name = "\(Self.name(document.entry)).\(content(document).ending)"
        return .raw(FileResponse.saved(document.bytes, named: name))
    }

    private func content(_ document: ReadDocument) -> DocumentContent {
        DocumentContent(title: document.entry.title, bytes: document.bytes, valueSets: valueSets)
    }

    private func read(_ turn: Turn, _ now: Consultation) async throws -> ReadDocument? {
        guard let id = turn.document else { return nil }
        switch try await service.read(id, now.visit) {
        case .document(let document): return document
        case .notFound: return nil
        case .refused(let refusal): throw ServiceError.refused(refusal)
        }
    }

    private func sandboxed(_ body: ContentPage.Body, _ turn: Turn) -> Answer {
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
