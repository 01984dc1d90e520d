public import HealthRecord

/// A statement of the health insurance's history of care, as it comes from the insurer (C10).
public struct CareHistory: Sendable, Hashable {
    /// Its own identifier: fed twice, it is filed once.
    public let id: OID
    /// Title.
    public let title: String
    /// The bytes, a PDF document or plain text.
    public let bytes: [UInt8]
    /// Media type of the bytes.
    public let mediaType: String
    /// The first day of care that it tells of.
    public let from: CalendarDate
    /// The last one.
    public let to: CalendarDate
    /// Those who gave the care.
    public let performers: [CareSubject]
    /// Whether it tells of care that a minor asked to keep secret; such a statement is never filed (R1111-33).
    public let tellsOfSecretCare: Bool

    /// Joins the parts.
    public init(
        id: OID,
        title: String,
        bytes: [UInt8],
        mediaType: String = "application/pdf",
        from: CalendarDate,
        to: CalendarDate,
        performers: [CareSubject] = [],
        tellsOfSecretCare: Bool = false
    ) {
        self.id = id
        self.title = title
        self.bytes = bytes
        self.mediaType = mediaType
        self.from = from
        self.to = to
        self.performers = performers
        self.tellsOfSecretCare = tellsOfSecretCare
    }

    /// What can be wrong with a statement itself, whoever's record it is for.
    public enum Fault: String, Error, Sendable, Hashable, CaseIterable {
        /// No bytes, or more than the holder's own documents may have.
        case size
        /// Neither a PDF document nor text in UTF-8, or not the one that it is called.
        case mediaType
        /// None, or too long.
        case title
        /// It ends before it begins.
        case date
    }

    /// What is wrong with it; nil when it can be filed.
    public var fault: Fault? {
        if bytes.isEmpty || bytes.count > OwnDocument.sizeLimit { return .size }
        switch mediaType {
        case "application/pdf": guard bytes.starts(with: Array("%PDF-".utf8)) else { return .mediaType }
        case "text/plain": guard String(validating: bytes, as: UTF8.self) != nil else { return .mediaType }
        default: return .mediaType
        }
        if title.allSatisfy(\.isWhitespace) || title.count > OwnDocument.titleLimit { return .title }
        return to < from ? .date : nil
    }
}
