internal import SOAPWire
internal import SafeXML

/// An answer taken apart: its content and the parts that came along.
struct Answer {
    /// What a client lets in: a list of two thousand entries, a lot of fifty mebibytes.
    private static let limits = MultipartLimits(rootPart: 32 << 20, parts: 1001, submission: 96 << 20)
    private static let envelope = XMLLimits(bytes: 32 << 20, nodes: 3_000_000)

    let payload: XMLElement
    private(set) var parts: [String: [UInt8]] = [:]

    init(_ raw: RawAnswer, to call: Call) throws(LPSError) {
        let type = ContentType(raw.contentType)
        var root = raw.body
        if let type, type.isMultipart {
            do throws(MultipartError) {
                (root, parts) = try Self.take(raw.body, type)
            } catch {
                throw .unreadable(.multipart(error))
            }
        } else {
            let types = [SOAPVersion.v12.mediaType, SOAPVersion.v11.mediaType, "application/xml"]
            guard let type, types.contains(type.mediaType), !root.isEmpty else { throw .http(status: raw.status) }
        }
        let reply: SOAPReply
        do throws(SOAPError) {
            reply = try SOAPReply(parsing: root, limits: Self.envelope)
        } catch {
            throw .unreadable(.envelope(element: error.element))
        }
        switch reply.content {
        case .fault(let fault): throw .fault(fault)
        case .empty: throw .unreadable(.empty)
        case .payload(let payload): self.payload = payload
        }
        guard (200..<300).contains(raw.status) else { throw .http(status: raw.status) }
        guard reply.relatesTo.map({ $0 == call.messageID }) ?? true else { throw .unreadable(.otherRequest) }
        guard reply.action.map({ call.action.isAnswered(by: $0) }) ?? true else { throw .unreadable(.otherAction) }
    }

    private static func take(
        _ body: [UInt8],
        _ type: ContentType
    ) throws(MultipartError) -> ([UInt8], [String: [UInt8]]) {
        var reader = try MultipartReader(type, limits: limits)
        var root: [UInt8] = []
        var parts: [String: [UInt8]] = [:]
        var id: String?
        for event in try reader.feed(body) {
            switch event {
            case .partBegan(let headers):
                id = headers.isRoot ? nil : headers.contentID
                if let id { parts[id] = [] }
            case .partBytes(let bytes):
                if let id { parts[id, default: []] += bytes } else { root += bytes }
            case .partEnded, .finished: break
            }
        }
        try reader.finish()
        return (root, parts)
    }
}
