/// What bytes are, by their own first bytes and not by what somebody says of them (security design § 5.5).
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
    /// Portable document.
    case pdf
    /// Clinical document in XML.
    case cda
    /// Any other XML, such as a signature.
    case xml
    /// Photograph.
    case jpeg
    /// Drawing or screen copy.
    case png
    /// Scanned pages.
    case tiff
    /// Imaging object, such as a manifest.
    case dicom
    /// Animation or old drawing; only inside narratives.
    case gif
    /// Plain text in UTF-8.
    case text
    /// Web page.
    case html
    /// Vector drawing, which may hold programs.
    case svg
    /// Rich text.
    case rtf
    /// Archive, office documents included.
    case zip
    /// None of these.
    case unknown

    /// Looks at the bytes.
    public init(of bytes: some RandomAccessCollection<UInt8>) {
        let head = Array(bytes.prefix(KindSniffer.window))
        if let binary = KindSniffer.binary(head) {
            self = binary
        } else {
            self = KindSniffer.markup(head) ?? (KindSniffer.isText(bytes) ? .text : .unknown)
        }
    }

    /// The media types by which senders may announce this kind.
    public var mediaTypes: Set<String> {
        switch self {
        case .pdf: ["application/pdf"]
        case .cda, .xml: ["text/xml", "application/xml", "application/hl7-v3+xml"]
        case .jpeg: ["image/jpeg"]
        case .png: ["image/png"]
        case .tiff: ["image/tiff"]
        case .dicom: ["application/dicom"]
        case .gif: ["image/gif"]
        case .text: ["text/plain"]
        case .html: ["text/html", "application/xhtml+xml"]
        case .svg: ["image/svg+xml"]
        case .rtf: ["text/rtf", "application/rtf"]
        case .zip: ["application/zip"]
        case .unknown: []
        }
    }
}

/// Why bytes are refused as a document.
public enum DocumentKindError: Error, Hashable, Sendable {
    /// There is nothing.
    case empty
    /// Such documents are not taken: they may hold programs or hide what they show.
    case refused(DocumentKind)
    /// The bytes are of one kind and the media type names another.
    case mismatch(declared: String, found: DocumentKind)
}

/// Which kinds a record takes.
public struct DocumentKindPolicy: Sendable {
    /// Kinds taken.
    public let accepted: Set<DocumentKind>

    /// Takes these kinds and no other.
    public init(accepted: Set<DocumentKind>) { self.accepted = accepted }

    /// PDF, CDA and other XML, JPEG, PNG, TIFF, DICOM, text; HTML, RTF, SVG, archives and the unknown are refused.
    public static let standard = DocumentKindPolicy(accepted: [.pdf, .cda, .xml, .jpeg, .png, .tiff, .dicom, .text])

    /// The kind of the bytes, where it is taken and is what the media type says (parameters are not looked at).
    public func check(
        _ bytes: some RandomAccessCollection<UInt8>,
        declared mediaType: String
    ) throws(DocumentKindError) -> DocumentKind {
        guard !bytes.isEmpty else { throw .empty }
        let kind = DocumentKind(of: bytes)
        guard accepted.contains(kind) else { throw .refused(kind) }
        let essence = mediaType.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        guard kind.mediaTypes.contains(essence) else { throw .mismatch(declared: essence, found: kind) }
        return kind
    }
}
