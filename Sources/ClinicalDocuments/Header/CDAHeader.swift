public import HealthRecord
public import SafeXML

/// The header of a CDA R2 document under the French minimal structure (CI-SIS, *Structuration minimale*, 1.16).
///
/// A header that exists has every element the profile asks for, once, of the right form. Whether its codes belong to
/// the sets of the DMP is the business of `DerivedMetadata`.
public struct CDAHeader: Hashable, Sendable {
    /// Longest title accepted, in characters.
    public static let titleLimit = 128

    /// Models the document declares, in order.
    public let templates: [OID]
    /// The document's own OID.
    public let id: OID
    /// Type.
    public let type: Code
    /// Title.
    public let title: String
    /// When it was made.
    public let effectiveTime: HL7Time
    /// The same as its author wrote it, in local time.
    public let localTime: String
    /// Confidentiality: `N`, `R` or `V` for the DMP.
    public let confidentiality: Code
    /// Language tag.
    public let language: String
    /// Identifier shared by all versions.
    public let setID: CDAIdentifier
    /// Version, from 1.
    public let version: Int
    /// Whom it is about.
    public let patient: CDAPatient
    /// Who wrote it; at least one.
    public let authors: [CDAParticipation]
    /// Who keeps the original.
    public let custodian: CDACustodian
    /// Who answers for it.
    public let legalAuthenticator: CDAParticipation
    /// Acts; the first one is the main act and gives the times.
    public let serviceEvents: [CDAServiceEvent]
    /// Stay or visit.
    public let encounter: CDAEncounter
    /// What it replaces.
    public let replaces: CDAReplacement?
    /// What it carries.
    public let body: CDABody

    /// Reads the header of a parsed document.
    public init(_ document: XMLDocument) throws(CDAError) {
        let root = document.root
        guard root.isNamed("ClinicalDocument", in: CDA.namespace) else { throw CDAError(root.path, .wrongRoot) }
        try CDA.checkNullFlavors(root)
        let realm = try root.theOne("realmCode")
        guard try realm.must("code") == "FR" else { throw CDAError(realm.path + "/@code", .mustBe("FR")) }
        let typeID = try root.theOne("typeId")
        guard typeID.attribute("root") == CDA.typeRoot, typeID.attribute("extension") == CDA.typeExtension else {
            throw CDAError(typeID.path, .mustBe(CDA.typeRoot + "/" + CDA.typeExtension))
        }
        templates = try Self.templates(root)
        let idElement = try root.theOne("id")
        id = try idElement.oid("root")
        // The DMP takes pure OIDs only: an extension would make another identifier (CI-SIS Partage, uniqueId).
        guard idElement.attribute("extension") == nil else {
            throw CDAError(idElement.path + "/@extension", .mustBe(""))
        }
        type = try root.theOne("code").code()
        let titleElement = try root.theOne("title")
        title = titleElement.trimmedText
        guard !title.isEmpty else { throw CDAError(titleElement.path, .missing) }
        guard title.count <= Self.titleLimit else {
            throw CDAError(titleElement.path, .tooLong(limit: Self.titleLimit))
        }
        let time = try root.theOne("effectiveTime")
        effectiveTime = try time.time()
        localTime = time.attribute("value") ?? ""
        confidentiality = try root.theOne("confidentialityCode").code()
        language = try Self.language(root)
        setID = try root.theOne("setId").identifier()
        version = try root.theOne("versionNumber").positiveNumber()
        patient = try CDAPatient(root.theOne("recordTarget"))
        authors = try root.atLeastOne("author").map { author throws(CDAError) in try CDAParticipation(author: author) }
        custodian = try CDACustodian(root.theOne("custodian"))
        legalAuthenticator = try CDAParticipation(legalAuthenticator: root.theOne("legalAuthenticator"))
        serviceEvents = try CDAServiceEvent.all(in: root)
        encounter = try CDAEncounter(root.theOne("componentOf"))
        replaces = try root.atMostOne("relatedDocument").map { related throws(CDAError) in try CDAReplacement(related) }
        body = try CDABody(root)
    }

    private static func templates(_ root: XMLElement) throws(CDAError) -> [OID] {
        var templates: [OID] = []
        for element in root.children("templateId") { templates.append(try element.oid("root")) }
        for required in [CDA.hl7FranceTemplate, CDA.frenchTemplate] where !templates.contains(required) {
            throw CDAError(root.path + "/templateId", .mustBe(required.text))
        }
        return templates
    }

    private static func language(_ root: XMLElement) throws(CDAError) -> String {
        let element = try root.theOne("languageCode")
        let tag = try element.must("code")
        let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy { part in
            (1...8).contains(part.count) && part.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        }
        guard isTag, parts.count <= 3, (parts.first?.count ?? 0) >= 2 else {
            throw CDAError(element.path + "/@code", .malformed)
        }
        return tag
    }
}
