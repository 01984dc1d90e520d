import HTTPTypes
import HealthRecord
import Hummingbird
import NIOCore
import SOAPWire
import Testing
import XDSWire

/// An answer as a client holds it.
struct Reply {
    let status: Int
    let contentType: String
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The envelope: the root part where there are parts.
    func envelope() throws -> [UInt8] { try parts().root }

    /// The root and the other parts.
    func parts() throws -> (root: [UInt8], others: [String: [UInt8]]) {
        let type = try #require(ContentType(contentType))
        guard type.isMultipart else { return (bytes, [:]) }
        var reader = try MultipartReader(type)
        var events = try reader.feed(bytes)
        try reader.finish()
        var parts: [(String, [UInt8])] = []
        events.reverse()
        while let event = events.popLast() {
            switch event {
            case .partBegan(let headers): parts.append((headers.contentID ?? "", []))
            case .partBytes(let some): parts[parts.count - 1].1 += some
            case .partEnded, .finished: continue
            }
        }
        let root = try #require(parts.first)
        return (root.1, Dictionary(uniqueKeysWithValues: parts.dropFirst()))
    }

    func soap() throws -> SOAPReply { try SOAPReply(parsing: try envelope()) }

    func fault() throws -> SOAPFault? {
        guard case .fault(let fault) = try soap().content else { return nil }
        return fault
    }

    func registry() throws -> RegistryResponse {
        guard case .payload(let payload) = try soap().content else { throw NoAnswer() }
        return try RegistryResponse(payload)
    }

    func query() throws -> QueryAnswer {
        guard case .payload(let payload) = try soap().content else { throw NoAnswer() }
        return try #require(try QueryAnswer.read(payload).message)
    }

    func retrieved() throws -> RetrieveAnswer {
        guard case .payload(let payload) = try soap().content else { throw NoAnswer() }
        return try RetrieveAnswer(payload)
    }

    /// The bytes of the documents of a retrieval, each from its part.
    func handedOut() throws -> [[UInt8]] {
        let parts = try parts().others
        return try retrieved().documents.map { document in
            guard case .attachment(let id) = document.content, let bytes = parts[id] else { throw NoAnswer() }
            return bytes
        }
    }

    struct NoAnswer: Error {}
}

/// Gathers what a response writes.
struct GatheringWriter: ResponseBodyWriter {
    let gathered: Gathered
    mutating func write(_ buffer: ByteBuffer) async throws { gathered.append(Array(buffer.readableBytesView)) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
