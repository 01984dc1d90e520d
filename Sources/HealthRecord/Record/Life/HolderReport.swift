/// What a holder, or who acts for him, reports to the service: a document, an access or a professional that should be
/// looked into (*signalement*).
public struct HolderReport: Hashable, Sendable, Codable {
    /// What it is about.
    public let about: ReportSubject
    /// Why.
    public let reason: ReportReason
    /// In the reporter's own words; may be empty.
    public let text: String
    /// The mandate under which somebody else reports; nil for the holder.
    public var mandate: UniqueID?

    /// The most characters of the reporter's own words.
    public static let mostText = 1000

    /// Joins the parts.
    public init(about: ReportSubject, reason: ReportReason, text: String, mandate: UniqueID? = nil) {
        self.about = about
        self.reason = reason
        self.text = text
        self.mandate = mandate
    }
}

/// What can be reported.
public enum ReportSubject: Hashable, Sendable, Codable {
    /// A document of the record.
    case document(UniqueID)
    /// Somebody's access at a moment.
    case access(CareSubject, at: Instant)
    /// A professional or a structure.
    case professional(CareSubject)

    /// The word in traces.
    public var word: String {
        switch self {
        case .document: "document"
        case .access: "access"
        case .professional: "professional"
        }
    }
}

/// Why something is reported.
public enum ReportReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The document is another person's.
    case notMine
    /// The document is wrong or incomplete.
    case wrong
    /// The document should not be in the record.
    case outOfPlace
    /// The reporter does not know the professional.
    case unknownPerson
    /// No care was given at that time.
    case noCare
    /// There was no emergency.
    case notUrgent
    /// Something else.
    case other

    /// The reasons that fit a subject.
    public static func fitting(_ subject: ReportSubject) -> [ReportReason] {
        switch subject {
        case .document: [.notMine, .wrong, .outOfPlace, .other]
        case .access: [.unknownPerson, .noCare, .notUrgent, .other]
        case .professional: [.unknownPerson, .noCare, .other]
        }
    }
}
