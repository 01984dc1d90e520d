import SOAPWire

/// How a request announces its body.
enum RequestForm {
    /// An envelope and nothing else, in UTF-8.
    case plain(SOAPVersion)
    /// MTOM: an envelope and the parts that it refers to.
    case multipart(ContentType)

    /// Reads a `Content-Type`; nil for what this door does not read.
    init?(_ header: String?) {
        guard let header, let type = ContentType(header) else { return nil }
        // Some software leaves the hyphen out.
        guard type["charset"].map({ ["utf-8", "utf8"].contains($0.lowercased()) }) ?? true else { return nil }
        switch type.mediaType {
        case SOAPVersion.v12.mediaType: self = .plain(.v12)
        case SOAPVersion.v11.mediaType: self = .plain(.v11)
        case "multipart/related":
            guard type["type"].map({ $0.lowercased() == "application/xop+xml" }) ?? true else { return nil }
            self = .multipart(type)
        default: return nil
        }
    }
}
