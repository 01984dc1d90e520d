public import HealthRecord

/// A document that a holder files himself, or somebody for him (CSP R1111-42).
public struct OwnDocument: Sendable, Hashable {
    /// Title.
    public let title: String
    /// Type: one of those that are the patient's to file (`DOCPAT…`, `EXPPAT_…`, the questionnaire 74465-6).
    public let type: Code
    /// Media type of the bytes.
    public let mediaType: String
    /// The bytes.
    public let bytes: [UInt8]
    /// From whom it is hidden.
    public let visibility: Visibility
    /// When what it tells of took place; nil for today.
    public let date: CalendarDate?

    /// The most bytes of one document: five megabytes, as pages say (access and life cycle § 3.8).
    public static let sizeLimit = 5_000_000
    /// The most characters of a title.
    public static let titleLimit = 128
    /// What the bytes may be.
    public static let mediaTypes: Set<String> = [
        "application/pdf", "text/plain", "image/jpeg", "image/png", "image/tiff", "text/rtf",
    ]

    /// Joins the parts.
    public init(
        title: String,
        type: Code,
        mediaType: String,
        bytes: [UInt8],
        visibility: Visibility = [],
        date: CalendarDate? = nil
    ) {
        self.title = title
        self.type = type
        self.mediaType = mediaType
        self.bytes = bytes
        self.visibility = visibility
        self.date = date
    }

    /// What is wrong with it; nil when it can be filed.
    public var fault: String? {
        if bytes.isEmpty || bytes.count > Self.sizeLimit { return "size" }
        if !Self.mediaTypes.contains(mediaType) || !beginsAsItSays { return "mediaType" }
        if title.allSatisfy(\.isWhitespace) || title.count > Self.titleLimit { return "title" }
        let isOwnType =
            type.system == CodeSystem.frenchType
            && (type.value.hasPrefix("DOCPAT") || type.value.hasPrefix("EXPPAT_"))
        if !isOwnType, type != Code("74465-6", CodeSystem.loinc) { return "type" }
        // Announcements and secret connections are no affair of the one whom they protect.
        if !visibility.isSubset(of: [.maskedToProfessionals, .hiddenFromRepresentatives]) { return "visibility" }
        return nil
    }

    /// Whether the first bytes are those of the kind named.
    private var beginsAsItSays: Bool {
        func begins(_ bytes: [UInt8]) -> Bool { self.bytes.starts(with: bytes) }
        return switch mediaType {
        case "application/pdf": begins(Array("%PDF-".utf8))
        case "image/jpeg": begins([0xFF, 0xD8, 0xFF])
        case "image/png": begins([0x89, 0x50, 0x4E, 0x47])
        case "image/tiff": begins([0x49, 0x49, 0x2A, 0x00]) || begins([0x4D, 0x4D, 0x00, 0x2A])
        case "text/rtf": begins(Array("{\\rtf".utf8))
        default: String(validating: self.bytes, as: UTF8.self) != nil
        }
    }
}
