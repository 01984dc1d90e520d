import DMPWire
import HealthRecord
import Hummingbird
import NIOCore
import SOAPWire
import SafeXML
import ServerKit
import Synchronization
import XDSWire

@testable import DMPBench

/// A service that keeps documents in memory and verifies nothing: the wire's form only.
final class FakeService: Sendable {
    private struct State {
        var documents: [OID: [UInt8]] = [:]
        var lists: [String: [SubmittedEntry]] = [:]
        var counts: [DMPAction: Int] = [:]
    }

    private let state = Mutex(State())

    func count(_ action: DMPAction) -> Int { state.withLock { $0.counts[action] ?? 0 } }

    func routes(_ router: Router<DoorRequestContext>) {
        for name in ["patients", "habilitations", "repository", "registry"] {
            router.post("/services/\(name)") { request, _ in
                let type = request.headers[.contentType].flatMap { ContentType($0) }
                return try self.answer(try await request.wholeBody(.submission), type)
            }
        }
    }

    private func answer(_ body: [UInt8], _ type: ContentType?) throws -> Response {
        var (root, parts) = (body, [String: [UInt8]]())
        if let type, type.isMultipart { (root, parts) = try Self.take(body, type) }
        let envelope = try SOAPEnvelope(parsing: root)
        guard let payload = envelope.payload, let action = DMPAction(payload: payload) else {
            throw HTTPError(.badRequest)
        }
        state.withLock { $0.counts[action, default: 0] += 1 }
        var attached: [(contentID: String, contentType: ContentType, bytes: [UInt8])] = []
        let answer = try SOAPWriter.response(
            action: action.response,
            messageID: "urn:uuid:00000000-0000-4000-8000-000000000001",
            relatesTo: envelope.messageID
        ) { (writer: inout XMLWriter) throws in
            switch action {
            case .setAuthorization: SetAuthorizationAnswer(.done).write(&writer)
            case .provideAndRegister:
                try take(Submission.read(payload).accepted, parts)
                RegistryResponse.success.write(into: &writer)
            case .storedQuery: list(try StoredQueryRequest.read(payload).accepted).write(into: &writer)
            case .retrieve:
                let (answer, documents) = retrieve(try RetrieveRequest.read(payload).accepted)
                attached = documents
                answer.write(into: &writer)
            default: throw HTTPError(.notImplemented)
            }
        }.finish()
        guard action == .retrieve, let writer = MultipartWriter(boundary: "fake-1", rootID: "root@fake"),
            let whole = writer.body(root: answer, attachments: attached)
        else { return Self.response(answer, "application/soap+xml") }
        return Self.response(whole, writer.contentType().text)
    }

    private func take(_ lot: Submission?, _ parts: [String: [UInt8]]) throws {
        guard let lot else { throw HTTPError(.unprocessableContent) }
        for entry in lot.entries where !entry.isLotSignature {
            guard case .attachment(let id) = lot.document(ofEntry: entry.id)?.content, let bytes = parts[id],
                let uniqueID = entry.uniqueID, let patient = entry.patientID
            else { throw HTTPError(.unprocessableContent) }
            state.withLock { state in
                state.documents[uniqueID] = bytes
                state.lists[patient.id, default: []].append(entry)
            }
        }
    }

    private func list(_ request: StoredQueryRequest?) -> QueryAnswer {
        guard let request, case .findDocuments(let criteria) = request.query else {
            return QueryAnswer([], status: .failure)
        }
        let found = state.withLock { $0.lists[criteria.patient.id] ?? [] }
        return QueryAnswer(
            found.map { request.returnType == .leafClass ? .entry($0) : .reference($0.id) },
            status: .success
        )
    }

    private func retrieve(
        _ request: RetrieveRequest?
    ) -> (RetrieveAnswer, [(contentID: String, contentType: ContentType, bytes: [UInt8])]) {
        var attached: [(contentID: String, contentType: ContentType, bytes: [UInt8])] = []
        var documents: [RetrievedDocument] = []
        for reference in request?.documents ?? [] {
            guard let bytes = state.withLock({ $0.documents[reference.document] }) else { continue }
            let id = "document\(documents.count)@fake"
            attached.append((id, ContentType("text/xml", parameters: [:]), bytes))
            documents.append(
                RetrievedDocument(reference: reference, mimeType: "text/xml", content: .attachment(id))
            )
        }
        return (RetrieveAnswer(documents: documents, problems: []), attached)
    }

    private static func response(_ bytes: [UInt8], _ type: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    private static func take(_ body: [UInt8], _ type: ContentType) throws -> ([UInt8], [String: [UInt8]]) {
        var reader = try MultipartReader(type)
        var root: [UInt8] = []
        var parts: [String: [UInt8]] = [:]
        var id: String?
        for event in try reader.feed(body) {
            switch event {
            case .partBegan(let headers): id = headers.isRoot ? nil : headers.contentID
            case .partBytes(let bytes):
                if let id { parts[id, default: []] += bytes } else { root += bytes }
            case .partEnded, .finished: break
            }
        }
        try reader.finish()
        return (root, parts)
    }
}
