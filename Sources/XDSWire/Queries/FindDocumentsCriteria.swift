public import HealthRecord

/// What FindDocuments and FindDocumentsByReferenceId ask for.
///
/// A list that is nil asks nothing. In a list of lists the inner ones are alternatives and the outer ones all count.
public struct FindDocumentsCriteria: Hashable, Sendable {
    /// The patient as the query names it: the caller finds the record with it, `matches` does not look at it, as entries
    /// keep the matricule under which they were filed.
    public var patient: PatientIdentifier
    /// Statuses asked for.
    public var statuses: Set<AvailabilityStatus>
    /// Kinds asked for; stable ones when the query names none.
    public var kinds: Set<EntryKind> = [.stable]
    /// Class, any of.
    public var classCodes: [Code]?
    /// Type, any of.
    public var typeCodes: [Code]?
    /// Framework of practice, any of.
    public var practiceSettingCodes: [Code]?
    /// Kind of place, any of.
    public var facilityTypeCodes: [Code]?
    /// Format, any of.
    public var formatCodes: [Code]?
    /// Acts and findings: one of each list.
    public var eventCodes: [[Code]] = []
    /// Confidentiality and visibility: one of each list.
    public var confidentialityCodes: [[Code]] = []
    /// Author, any of.
    public var authorPersons: [LikePattern]?
    /// When the document was made.
    public var creationTime = TimeBounds()
    /// Start of the act.
    public var serviceStart = TimeBounds()
    /// End of the act.
    public var serviceStop = TimeBounds()
    /// References: one of each list.
    public var referenceIDs: [[String]] = []

    /// Asks for all documents of a patient with these statuses.
    public init(patient: PatientIdentifier, statuses: Set<AvailabilityStatus>) {
        self.patient = patient
        self.statuses = statuses
    }
}

extension FindDocumentsCriteria {
    /// Whether an entry is asked for; cheap tests first, and nothing of the entry is looked up that is not asked about.
    public func matches(_ entry: DocumentEntry) -> Bool {
        guard statuses.contains(entry.status), kinds.contains(.stable), Self.accepts(typeCodes, entry.typeCode),
            Self.accepts(classCodes, entry.classCode), Self.accepts(formatCodes, entry.formatCode),
            Self.accepts(practiceSettingCodes, entry.practiceSettingCode),
            Self.accepts(facilityTypeCodes, entry.facilityTypeCode), creationTime.contains(entry.creationTime),
            serviceStart.contains(entry.serviceStart), serviceStop.contains(entry.serviceStop),
            Self.all(eventCodes, { entry.eventCodes.contains($0) }),
            Self.all(confidentialityCodes, { $0 == entry.confidentiality || entry.visibility.codes.contains($0) }),
            Self.all(referenceIDs, { entry.referenceIDs.contains($0) })
        else { return false }
        return AuthorMatch.accepts(authorPersons, entry.authors)
    }

    private static func accepts(_ asked: [Code]?, _ code: @autoclosure () -> Code) -> Bool {
        guard let asked else { return true }
        return asked.contains(code())
    }

    private static func all<Value>(_ asked: [[Value]], _ holds: (Value) -> Bool) -> Bool {
        asked.allSatisfy { $0.contains(where: holds) }
    }
}

/// Holds author patterns against authors as their XCN texts.
enum AuthorMatch {
    static func accepts(_ patterns: [LikePattern]?, _ authors: @autoclosure () -> [Author]) -> Bool {
        guard let patterns else { return true }
        return authors().contains { author in
            guard let text = PersonField(author)?.xcn else { return false }
            return patterns.contains { $0.matches(text) }
        }
    }
}
