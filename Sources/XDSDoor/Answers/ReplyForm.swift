import HTTPTypes
import HealthRecord
import Hummingbird
import NIOCore
import SOAPWire
import SafeXML

/// How a request is answered: in its own version of SOAP, and in parts if it came in parts or asks for documents.
///
/// The DMP answers TD3.2 in parts even where it answers a fault (interop sheet § 5.2).
struct ReplyForm {
    private(set) var version = SOAPVersion.v12
    private(set) var relatesTo: String?
    /// Whether the answer goes in parts.
    var isMultipart = false
    /// The action of the answer.
    var action = ""

    /// The form of an answer to nothing that could be read.
    init() {}

    init(_ form: RequestForm) {
        switch form {
        case .plain(let version): self.version = version
        case .multipart: isMultipart = true
        }
    }

    /// Notes what the envelope says; its namespace tells the version, whatever the media type said.
    mutating func take(_ envelope: UnreadEnvelope) {
        version = envelope.version ?? version
        relatesTo = envelope.messageID
    }

    /// The answer of an operation; registry failures are answers, and answers are 200.
    func response(_ answer: Answer, messageID: UniqueID, boundary: UniqueID) -> Response {
        let envelope = SOAPWriter.response(
            action: action,
            messageID: messageID.urn,
            relatesTo: relatesTo,
            version: version,
            payload: answer.payload
        )
        return response(.ok, action, envelope.finishInSegments(), answer.attachments, boundary)
    }

    /// A fault, under the status that SOAP gives it unless HTTP has one of its own.
    func fault(
        _ fault: SOAPFault,
        messageID: UniqueID,
        boundary: UniqueID,
        status: HTTPResponse.Status? = nil
    ) -> Response {
        let envelope = SOAPWriter.fault(fault, messageID: messageID.urn, relatesTo: relatesTo, version: version)
        return response(status ?? fault.status(version), SOAPNamespace.faultAction, [envelope[...]], [], boundary)
    }

    private func response(
        _ status: HTTPResponse.Status,
        _ action: String,
        _ envelope: [ArraySlice<UInt8>],
        _ attachments: [Answer.Attachment],
        _ boundary: UniqueID
    ) -> Response {
        guard isMultipart,
            let writer = MultipartWriter(boundary: "uuid-" + boundary.text, rootID: "root@" + boundary.text)
        else { return Response(status, type: version.contentType(action: action), segments: envelope) }
        var segments = [writer.rootHead[...]] + envelope
        for attachment in attachments {
            guard let head = writer.attachmentHead(contentID: attachment.id, contentType: attachment.type) else {
                continue
            }
            segments.append(head[...])
            segments.append(attachment.bytes[...])
        }
        segments.append(writer.tail[...])
        return Response(status, type: writer.contentType(action: action).text, segments: segments)
    }
}

extension SOAPVersion {
    fileprivate func contentType(action: String) -> String {
        switch self {
        case .v11: "text/xml; charset=UTF-8"
        case .v12: "application/soap+xml; charset=UTF-8; action=\"\(action)\""
        }
    }
}

extension Response {
    /// Bytes that are there already, joined so that head, body and end reach the connection in one turn: each turn
    /// wakes its thread, and costs more than copying a document.
    init(_ status: HTTPResponse.Status, type: String, segments: [ArraySlice<UInt8>]) {
        var body = ByteBuffer()
        body.reserveCapacity(segments.reduce(0) { $0 + $1.count })
        for segment in segments { body.writeBytes(segment) }
        self.init(
            status: status,
            headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: body)
        )
    }
}
