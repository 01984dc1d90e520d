/// A call written and signed ahead of time, to be sent once: for programs that measure a service and not themselves.
///
/// Its assertion ages like any other: the service refuses it after five minutes.
public struct PreparedCall: Sendable {
    let call: Call

    /// Bytes of the body.
    public var byteCount: Int { call.body.count }

    /// The same body for another base of services, such as a server that answers without looking.
    public func redirected(to base: String) -> PreparedCall? {
        guard let address = ServiceAddress(base) else { return nil }
        return PreparedCall(
            call: Call(
                action: call.action,
                messageID: call.messageID,
                url: address.endpoint(call.action),
                contentType: call.contentType,
                body: call.body
            )
        )
    }
}

/// What came back on a prepared call, not yet read.
public struct SentCall: Sendable {
    let raw: RawAnswer

    /// The HTTP status.
    public var status: UInt { raw.status }
    /// Bytes of the body.
    public var byteCount: Int { raw.body.count }

    /// Whether the answer says success, found without reading it as XML.
    public var looksSuccessful: Bool {
        guard raw.status == 200 else { return false }
        let mark = Array("ResponseStatusType:Success".utf8)
        let head = raw.body.prefix(8192)
        var place = head.startIndex
        while let first = head[place...].firstIndex(of: mark[0]) {
            if head[first...].starts(with: mark) { return true }
            place = first + 1
        }
        return false
    }
}
