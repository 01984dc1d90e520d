public import HealthRecord

/// An attribute of the metadata that does not say what the document says.
public struct MetadataMismatch: Hashable, Sendable {
    /// Name of the attribute in XDS, such as `creationTime`.
    public let attribute: String

    /// Names an attribute.
    public init(_ attribute: String) { self.attribute = attribute }
}

extension DerivedMetadata {
    /// The attributes in which an entry differs from its document; empty when all agree.
    ///
    /// Times agree when they name the same span at the coarser of both precisions; titles agree but for white space at
    /// their ends; authors agree when the same identifiers stand in the same order.
    public func mismatches(with entry: DocumentEntry) -> [MetadataMismatch] {
        var found: [MetadataMismatch] = []
        func expect(_ attribute: String, _ agrees: Bool) {
            if !agrees { found.append(MetadataMismatch(attribute)) }
        }
        expect("uniqueId", entry.uniqueID == uniqueID)
        expect("patientId", entry.patient == patient)
        expect("typeCode", entry.typeCode == typeCode)
        expect("classCode", classCode.map { $0 == entry.classCode } ?? true)
        expect("formatCode", formatCode.map { $0 == entry.formatCode } ?? true)
        expect("title", entry.title.trimmed == title.trimmed)
        expect("creationTime", entry.creationTime.agrees(with: creationTime))
        expect("serviceStartTime", Self.agree(entry.serviceStart, serviceStart))
        expect("serviceStopTime", Self.agree(entry.serviceStop, serviceStop))
        expect("languageCode", entry.language == language)
        expect("confidentialityCode", entry.confidentiality == confidentiality)
        expect("practiceSettingCode", practiceSettingCode.map { $0 == entry.practiceSettingCode } ?? true)
        expect("healthcareFacilityTypeCode", entry.facilityTypeCode == facilityTypeCode)
        expect("author", entry.authors.map(\.identifier) == authors.map(\.identifier))
        expect("legalAuthenticator", entry.legalAuthenticator?.identifier == legalAuthenticator.identifier)
        expect("mimeType", ["text/xml", "application/xml"].contains(entry.mimeType))
        return found
    }

    /// Whether two times that may be absent agree.
    public static func agree(_ one: HL7Time?, _ other: HL7Time?) -> Bool {
        switch (one, other) {
        case (nil, nil): true
        case (let one?, let other?): one.agrees(with: other)
        default: false
        }
    }
}

extension HL7Time {
    /// Whether both name the same span at the coarser of their precisions.
    public func agrees(with other: HL7Time) -> Bool {
        let common = min(precision, other.precision).rawValue
        return start.hl7.prefix(common) == other.start.hl7.prefix(common)
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: Substring {
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return self[first...last]
    }
}
