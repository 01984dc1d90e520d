public import HealthRecord

/// What a CDA document implies of its own metadata (CI-SIS, *Structuration minimale* → *Partage*).
///
/// The server holds the metadata sent against it. Times are in UTC.
public struct DerivedMetadata: Hashable, Sendable {
    /// `uniqueId`: the document's OID.
    public let uniqueID: OID
    /// `patientId`: the INS in the document.
    public let patient: INS
    /// `typeCode`.
    public let typeCode: Code
    /// `classCode`, which follows from the type (ASS_X16); nil only in lenient mode.
    public let classCode: Code?
    /// `formatCode`, from the templates (ASS_A11) or the media type (ASS_A12); nil only in lenient mode.
    public let formatCode: Code?
    /// `title`.
    public let title: String
    /// `creationTime`.
    public let creationTime: HL7Time
    /// `serviceStartTime`.
    public let serviceStart: HL7Time?
    /// `serviceStopTime`.
    public let serviceStop: HL7Time?
    /// `languageCode`.
    public let language: String
    /// Confidentiality of HL7; the visibility codes travel in the metadata only.
    public let confidentiality: Code
    /// `practiceSettingCode`.
    public let practiceSettingCode: Code?
    /// `healthcareFacilityTypeCode`.
    public let facilityTypeCode: Code
    /// `author`, in the order of the document.
    public let authors: [Author]
    /// `legalAuthenticator`.
    public let legalAuthenticator: Author
    /// `eventCodeList`: the codes of the acts.
    public let eventCodes: [Code]
    /// Who the document says its patient is.
    public let traits: PatientTraits
    /// `mimeType`, always `text/xml` for a CDA document.
    public let mimeType: String
    /// The document this one says it replaces.
    public let replaces: CDAReplacement?

    /// The language the French profile asks for.
    public static let frenchLanguage = "fr-FR"
    /// The format of structured documents whose model has none of its own.
    public static let otherFormat = Code(
        "urn:asipSante:modelesHorsProfils:2011",
        "1.2.250.1.213.1.1.4.2.282",
        label: "Document non référencé IHE ou CI-SIS"
    )

    /// Derives the metadata; in strict mode every code must belong to its set of the DMP and be in force on
    /// the day of the act, or on the day the document was written.
    public init(_ header: CDAHeader, valueSets: ValueSets) throws(CDAError) {
        let act = header.serviceEvents.first?.start
        let check = CodeCheck(valueSets: valueSets, days: [act, header.effectiveTime].compactMap { $0?.start.date })
        uniqueID = header.id
        patient = header.patient.ins
        typeCode = try check(header.type, in: .type, at: "/ClinicalDocument/code")
        classCode = valueSets.classCode(forType: header.type)
        formatCode = try Self.format(header, check)
        title = header.title
        creationTime = header.effectiveTime
        serviceStart = header.serviceEvents.first?.start
        serviceStop = header.serviceEvents.first?.stop
        if valueSets.mode == .strict, header.language != Self.frenchLanguage {
            throw CDAError("/ClinicalDocument/languageCode/@code", .mustBe(Self.frenchLanguage))
        }
        language = header.language
        confidentiality = try check(
            header.confidentiality,
            in: .confidentiality,
            at: "/ClinicalDocument/confidentialityCode"
        )
        let practicePath =
            "/ClinicalDocument/documentationOf/serviceEvent/performer/assignedEntity"
            + "/representedOrganization/standardIndustryClassCode"
        practiceSettingCode = try header.serviceEvents.first?.practice.map { code throws(CDAError) in
            try check(code, in: .practice, at: practicePath)
        }
        facilityTypeCode = try check(
            header.encounter.facility,
            in: .facility,
            at: "/ClinicalDocument/componentOf/encompassingEncounter/location/healthCareFacility/code"
        )
        if let kind = header.encounter.code, valueSets.judges(kind, in: .encounter) {
            _ = try check(kind, in: .encounter, at: "/ClinicalDocument/componentOf/encompassingEncounter/code")
        }
        authors = try Self.authors(header, check)
        legalAuthenticator = header.legalAuthenticator.author
        eventCodes = header.serviceEvents.compactMap(\.code)
        traits = header.patient.traits
        mimeType = "text/xml"
        replaces = header.replaces
    }

    private static func format(_ header: CDAHeader, _ check: CodeCheck) throws(CDAError) -> Code? {
        let format: Code?
        let path: String
        switch header.body {
        case .nonXML(let mediaType):
            path = "/ClinicalDocument/component/nonXMLBody/text/@mediaType"
            format = check.valueSets.formatCode(forMediaType: mediaType)
        case .structured:
            path = "/ClinicalDocument/templateId"
            format = check.valueSets.formatCode(forTemplates: header.templates) ?? otherFormat
        }
        guard let format else {
            if check.valueSets.mode == .lenient { return nil }
            throw CDAError(path, .noFormat)
        }
        return try check(format, in: .format, at: path)
    }

    private static func authors(_ header: CDAHeader, _ check: CodeCheck) throws(CDAError) -> [Author] {
        var authors: [Author] = []
        for (index, participation) in header.authors.enumerated() {
            let step = header.authors.count > 1 ? "author[\(index + 1)]" : "author"
            if let specialty = participation.author.specialty {
                _ = try check(specialty, in: .authorSpecialty, at: "/ClinicalDocument/\(step)/assignedAuthor/code")
            }
            if let function = participation.function {
                _ = try check(function, in: .authorRole, at: "/ClinicalDocument/\(step)/functionCode")
            }
            authors.append(participation.author)
        }
        return authors
    }

    /// `sourcePatientInfo`: PID-5, PID-7 and PID-8 as the French samples write them.
    public var sourcePatientInfo: [String] {
        let given = traits.birthGivenNames.first ?? ""
        return [
            "PID-5|\(traits.birthFamilyName)^\(given)^^^^^L", "PID-7|\(traits.birthDate.hl7)",
            "PID-8|\(traits.sex.rawValue)",
        ]
    }
}

/// Holds codes against sets and gives them back with the set's label.
struct CodeCheck {
    let valueSets: ValueSets
    /// The day of the act and the day of the document.
    let days: [CalendarDate]

    func callAsFunction(_ code: Code, in name: ValueSetName, at path: String) throws(CDAError) -> Code {
        guard valueSets.accepts(code, in: name, onAnyOf: days) else { throw CDAError(path, .notInSet(name)) }
        return code.labelled(valueSets.label(code, in: name) ?? code.label)
    }
}
