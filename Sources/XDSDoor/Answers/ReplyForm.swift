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
        return response(.ok, action, envelope.finishAroundGaps(), answer.fillings, answer.attachments, boundary)
    }

    /// A fault, under the status that SOAP gives it unless HTTP has one of its own.
    func fault(
        _ fault: SOAPFault,
        messageID: UniqueID,
        boundary: UniqueID,
        status: HTTPResponse.Status? = nil
    ) -> Response {
        let envelope = SOAPWriter.fault(fault, messageID: messageID.urn, relatesTo: relatesTo, version: version)
        return response(status ?? fault.status(version), SOAPNamespace.faultAction, [envelope[...]], [], [], boundary)
    }

    private func response(
        _ status: HTTPResponse.Status,
        _ action: String,
        _ envelope: [ArraySlice<UInt8>],
        _ fillings: [ByteBuffer],
        _ attachments: [Answer.Attachment],
        _ boundary: UniqueID
    ) -> Response {
        var body = ReplyBody()
        guard isMultipart,
            let writer = MultipartWriter(boundary: "uuid-" + boundary.text, rootID: "root@" + boundary.text)
        else {
            body.append(envelope, around: fillings)
            return Response(status, type: version.contentType(action: action), body)
        }
        body.append(writer.rootHead[...])
        body.append(envelope, around: fillings)
        for attachment in attachments {
            guard let head = writer.attachmentHead(contentID: attachment.id, contentType: attachment.type) else {
                continue
            }
            body.append(head[...])
            body.append(attachment.bytes[...])
        }
        body.append(writer.tail[...])
        return Response(status, type: writer.contentType(action: action).text, body)
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
    fileprivate init(_ status: HTTPResponse.Status, type: String, _ body: ReplyBody) {
        self.init(
            status: status,
            headers: [.contentType: type, .cacheControl: "no-store"],
            body: body.finish()
        )
    }
}
