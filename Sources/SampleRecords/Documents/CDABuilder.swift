public import HealthRecord
public import PrintedPages
internal import SafeXML

/// Writes a CDA R2 document under the French minimal structure: header and body (CI-SIS, 1.16).
public struct CDABuilder: Hashable, Sendable {
    /// The document's OID.
    public var id: OID
    /// OID of its lineage.
    public var setID: OID
    /// Version, from 1.
    public var version: Int
    /// The document it replaces.
    public var replaces: OID?
    /// Type.
    public var type: Code
    /// Title, at most 128 characters.
    public var title: String
    /// When it is made.
    public var createdAt: Instant
    /// Start of the act.
    public var serviceStart: Instant
    /// End of the act.
    public var serviceStop: Instant?
    /// The act, such as a CCAM code.
    public var act: Code?
    /// Whom it is about.
    public var patient: SamplePatient
    /// Who writes and answers for it.
    public var author: SampleProfessional
    /// The author's role towards the patient (JDV_J47).
    public var role: Code?
    /// What it carries.
    public var content: CDAContent

    /// A first version made at the end of its act.
    public init(
        id: OID,
        type: Code,
        title: String,
        createdAt: Instant,
        patient: SamplePatient,
        author: SampleProfessional,
        content: CDAContent
    ) {
        self.id = id
        setID = id
        version = 1
        self.type = type
        self.title = title
        self.createdAt = createdAt
        serviceStart = createdAt.advanced(bySeconds: -1800)
        self.patient = patient
        self.author = author
        self.content = content
    }

    /// The document.
    public func bytes() throws(PDFError) -> [UInt8] {
        var xml = XMLWriter(capacity: 16_384)
        xml.declaration()
        xml.start("ClinicalDocument")
        xml.declare("", "urn:hl7-org:v3")
        xml.declare("xsi", "http://www.w3.org/2001/XMLSchema-instance")
        writeIdentity(&xml)
        writePatient(&xml)
        writeParticipants(&xml)
        writeActs(&xml)
        xml.start("component")
        switch content {
        case .file(let mediaType, let bytes): Self.writeFile(&xml, mediaType: mediaType, bytes)
        case .page(let page):
            Self.writeFile(&xml, mediaType: "application/pdf", try page.bytes(createdAt: createdAt))
        case .sections(_, let sections):
            xml.start("structuredBody")
            for section in sections { section.write(&xml) }
            xml.end()
        }
        return xml.finish()
    }

    private static func writeFile(_ xml: inout XMLWriter, mediaType: String, _ bytes: [UInt8]) {
        xml.start("nonXMLBody")
        xml.start("text", ["mediaType": mediaType, "representation": "B64"])
        xml.base64(bytes)
        xml.end()
        xml.end()
    }

    private func writeIdentity(_ xml: inout XMLWriter) {
        xml.element("realmCode", ["code": "FR"])
        xml.element("typeId", ["root": "2.16.840.1.113883.1.3", "extension": "POCD_HD000040"])
        xml.element("templateId", ["root": "2.16.840.1.113883.2.8.2.1"])
        xml.element("templateId", ["root": "1.2.250.1.213.1.1.1.1"])
        switch content {
        case .file, .page: xml.element("templateId", ["root": "1.3.6.1.4.1.19376.1.2.20"])
        case .sections(let model, _):
            if let model { xml.element("templateId", ["root": model.text]) }
        }
        xml.element("id", ["root": id.text])
        xml.code("code", type)
        xml.element("title", text: title)
        xml.element("effectiveTime", ["value": ParisTime.hl7(createdAt)])
        xml.code("confidentialityCode", Code("N", CodeSystem.confidentiality, label: "Normal"))
        xml.element("languageCode", ["code": "fr-FR"])
        xml.element("setId", ["root": setID.text])
        xml.element("versionNumber", ["value": "\(version)"])
    }
}

extension XMLWriter {
    mutating func code(_ name: String, _ code: Code, type: String? = nil) {
        element(
            name,
            ["xsi:type": type, "code": code.value, "displayName": code.label, "codeSystem": code.system]
        )
    }
}
