import HTTPTypes
import HealthRecord
import Hummingbird
import NIOCore
import PageKit
import RecordService
import ServerKit
import Wording

/// The bytes of a document: for the frame, as PDF, as filed. Each is a reading, decided and traced.
extension PortalDoor {
    func documentContent(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let document = try await read(turn, stay) else { return .trouble(.notFound) }
        return sandboxed(content(document).body, turn)
    }

    func documentPDF(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let document = try await read(turn, stay) else { return .trouble(.notFound) }
        let content = content(document)
        guard let pdf = content.pdf else { return sandboxed(content.body, turn) }
        // What could act is not shown, only handed over (security design § 5.6).
        guard !PDFActivity.isActive(pdf) else {
            return sandboxed(.nothing(title: document.entry.title, .pdfBlocked), turn)
        }
        return .raw(Self.pdf(pdf, named: Self.name(document.entry)))
    }

    /// A PDF that a browser shows.
    static func pdf(_ bytes: [UInt8], named name: String) -> Response {
        var response = Response(
            status: .ok,
            headers: [.contentType: "application/pdf"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
        ContentPolicy.sandboxedDocument(embeddedBy: .sameOrigin, styleNonce: nil).apply(to: &response)
        // Browsers show PDF in no sandbox; the viewer needs a style of its own and an object of itself.
        response.headers[.contentSecurityPolicy] = """
            default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
            frame-ancestors 'self'
            """
        response.headers[.contentDisposition] = #"inline; filename="\#(name).pdf""#
        return response
    }

    func documentOriginal(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let document = try await read(turn, stay) else { return .trouble(.notFound) }
        return .raw(
            Self.file(document.bytes, named: "\(Self.name(document.entry)).\(content(document).ending)")
        )
    }

    private func content(_ document: ReadDocument) -> DocumentContent {
        DocumentContent(title: document.entry.title, bytes: document.bytes, valueSets: valueSets)
    }

    /// A file that browsers save and never show.
    static func file(_ bytes: [UInt8], named name: String, type: String = "application/octet-stream") -> Response {
        var response = Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: #"attachment; filename="\#(name)""#],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
        ContentPolicy.sandboxedDocument(embeddedBy: .sameOrigin, styleNonce: nil).apply(to: &response)
        return response
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
        var response = Response(
            status: .ok,
            headers: [.contentType: "text/html; charset=utf-8", .contentDisposition: "inline"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page.html))
        )
        ContentPolicy.sandboxedDocument(embeddedBy: .sameOrigin, styleNonce: nonce).apply(to: &response)
        return .raw(response)
    }

    /// File names come from us: no title, no name.
    private static func name(_ entry: DocumentEntry) -> String { "document-" + entry.id.text.prefix(8) }
}
