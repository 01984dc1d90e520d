public import SafeXML

/// Writes whole messages; identifiers come from the caller, in the form `urn:uuid:…`.
public enum SOAPWriter {
    /// A request.
    ///
    /// - Parameter security: the content of `wsse:Security`, such as a signed assertion, written byte for byte.
    public static func request<Failure: Error>(
        _ action: DMPAction,
        messageID: String,
        to endpoint: String,
        security: [UInt8]? = nil,
        version: SOAPVersion = .v12,
        payload: (inout XMLWriter) throws(Failure) -> Void
    ) throws(Failure) -> [UInt8] {
        try envelope(version) { (writer) in
            header("Action", action.request, mustUnderstandIn: version, &writer)
            header("MessageID", messageID, &writer)
            header("To", endpoint, mustUnderstandIn: version, &writer)
            writer.start("a:ReplyTo", ["e:mustUnderstand": version.trueText])
            writer.element("a:Address", text: SOAPNamespace.anonymous)
            writer.end()
            guard let security else { return }
            writer.start("w:Security")
            writer.declare("w", SOAPNamespace.security)
            writer.raw(security)
            writer.end()
        } payload: { (writer) throws(Failure) in
            try payload(&writer)
        }.finish()
    }

    /// An answer to a request, which its writer gives whole or in segments.
    public static func response<Failure: Error>(
        action: String,
        messageID: String,
        relatesTo: String?,
        version: SOAPVersion = .v12,
        payload: (inout XMLWriter) throws(Failure) -> Void
    ) throws(Failure) -> XMLWriter {
        try envelope(version) { (writer) in
            header("Action", action, mustUnderstandIn: version, &writer)
            header("MessageID", messageID, &writer)
            header("To", SOAPNamespace.anonymous, &writer)
            if let relatesTo { header("RelatesTo", relatesTo, &writer) }
        } payload: { (writer) throws(Failure) in
            try payload(&writer)
        }
    }

    /// An answer that carries a fault; `relatesTo` is nil when the request could not be read.
    public static func fault(
        _ fault: SOAPFault,
        messageID: String,
        relatesTo: String?,
        version: SOAPVersion = .v12
    ) -> [UInt8] {
        response(action: SOAPNamespace.faultAction, messageID: messageID, relatesTo: relatesTo, version: version) {
            (writer) in
            fault.write(&writer, version: version)
        }.finish()
    }

    private static func envelope<Failure: Error>(
        _ version: SOAPVersion,
        header: (inout XMLWriter) -> Void,
        payload: (inout XMLWriter) throws(Failure) -> Void
    ) throws(Failure) -> XMLWriter {
        var writer = XMLWriter()
        writer.declaration()
        writer.start("e:Envelope")
        writer.declare("e", version.namespace)
        writer.declare("a", SOAPNamespace.addressing)
        writer.start("e:Header")
        header(&writer)
        writer.end()
        writer.start("e:Body")
        try payload(&writer)
        return writer
    }

    private static func header(
        _ name: String,
        _ value: String,
        mustUnderstandIn version: SOAPVersion? = nil,
        _ writer: inout XMLWriter
    ) {
        writer.element("a:" + name, ["e:mustUnderstand": version?.trueText], text: value)
    }
}

extension SOAPVersion {
    /// How the version writes a true attribute.
    var trueText: String {
        switch self {
        case .v11: "1"
        case .v12: "true"
        }
    }
}
