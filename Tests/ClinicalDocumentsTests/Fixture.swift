import HealthRecord
import SafeXML
import Testing

@testable import ClinicalDocuments

/// A minimal document that the profile accepts, and ways to bend it.
enum Fixture {
    static let matricule = NIR(body: "2520469383042")?.text ?? ""

    static let identity = """
        <realmCode code="FR"/>
        <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
        <templateId root="2.16.840.1.113883.2.8.2.1"/>
        <templateId root="1.2.250.1.213.1.1.1.1"/>
        <templateId root="1.2.250.1.213.1.1.1.55"/>
        <id root="2.25.1001"/>
        <code code="11502-2" displayName="CR d'examens biologiques" codeSystem="2.16.840.1.113883.6.1"/>
        <title>Examens biologiques</title>
        <effectiveTime value="20260312143000+0100"/>
        <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
        <languageCode code="fr-FR"/>
        <setId root="2.25.1000"/>
        <versionNumber value="2"/>
        """
    static let patient = """
        <recordTarget><patientRole>
        <id extension="\(matricule)" root="1.2.250.1.213.1.4.10"/>
        <id extension="IPP-7" root="1.2.3.4"/>
        <addr><houseNumber>18</houseNumber><streetName>rue des Lilas</streetName><postalCode>21000</postalCode>\
        <city>Dijon</city></addr>
        <telecom value="tel:0639980042"/>
        <patient><name><family qualifier="BR">MOREAU</family><family qualifier="CL">LAVIGNE</family>\
        <given>JEANNE MARIE</given><given qualifier="BR">JEANNE</given><given qualifier="CL">Jeanne</given></name>
        <administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19520412"/>
        <birthplace><place><addr><county>69383</county></addr></place></birthplace></patient>
        </patientRole></recordTarget>
        """
    static func entity(_ name: String, practice: String = "") -> String {
        """
        <\(name)><id root="1.2.250.1.71.4.2.1" extension="899900063480"/>\
        <code code="G15_10/SM26" displayName="Généraliste" codeSystem="1.2.250.1.213.1.1.4.5"/>\
        <assignedPerson><name><family>VASSEUR</family><given>Claire</given></name></assignedPerson>\
        <representedOrganization><id root="1.2.250.1.71.4.2.2" extension="10B0990018"/><name>Trois-Rivières</name>\
        \(practice)</representedOrganization></\(name)>
        """
    }
    static let participants = """
        <author><functionCode code="PCP" codeSystem="2.16.840.1.113883.5.88"/><time value="20260312143000+0100"/>
        \(entity("assignedAuthor"))</author>
        <custodian><assignedCustodian><representedCustodianOrganization>\
        <id root="1.2.250.1.71.4.2.2" extension="10B0990018"/><name>Trois-Rivières</name>\
        </representedCustodianOrganization></assignedCustodian></custodian>
        <legalAuthenticator><time value="20260312150000+0100"/><signatureCode code="S"/>\(entity("assignedEntity"))\
        </legalAuthenticator>
        """
    static let acts = """
        <documentationOf><serviceEvent><code code="28653" codeSystem="1.2.250.1.213.2.5"/>\
        <effectiveTime><low value="20260312090000+0100"/><high value="20260312100000+0100"/></effectiveTime>\
        <performer typeCode="PRF">\(entity("assignedEntity", practice: practice))</performer></serviceEvent>\
        </documentationOf>
        <relatedDocument typeCode="RPLC"><parentDocument><id root="2.25.999"/><setId root="2.25.1000"/>\
        <versionNumber value="1"/></parentDocument></relatedDocument>
        <componentOf><encompassingEncounter><code code="AMB" codeSystem="2.16.840.1.113883.5.4"/>\
        <effectiveTime nullFlavor="UNK"/><location><healthCareFacility>\
        <code code="SA25" codeSystem="1.2.250.1.71.4.2.4"/></healthCareFacility></location>\
        </encompassingEncounter></componentOf>
        """
    static let practice = #"<standardIndustryClassCode code="AMBULATOIRE" codeSystem="1.2.250.1.213.1.1.4.9"/>"#
    static let body = section("<paragraph>Bonjour</paragraph>")

    static func section(_ text: String, title: String = "Résultats", entries: String = "") -> String {
        """
        <component><structuredBody><component><section>\
        <code code="18719-5" codeSystem="2.16.840.1.113883.6.1"/><title>\(title)</title><text>\(text)</text>\(entries)\
        </section></component></structuredBody></component>
        """
    }

    static func file(_ bytes: [UInt8], _ mediaType: String) -> String {
        """
        <component><nonXMLBody><text mediaType="\(mediaType)" representation="B64">\(Base64.encode(bytes))</text>\
        </nonXMLBody></component>
        """
    }

    static func bytes(_ body: String = body, replacing from: String = "", by to: String = "") -> [UInt8] {
        let whole = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            \(identity)\(patient)\(participants)\(acts)\(body)</ClinicalDocument>
            """
        guard !from.isEmpty, let range = whole.range(ofText: from) else { return Array(whole.utf8) }
        return Array((whole[..<range.lowerBound] + to + whole[range.upperBound...]).utf8)
    }

    static func document(
        _ body: String = body,
        replacing from: String = "",
        by to: String = ""
    ) throws -> SafeXML.XMLDocument {
        try SafeXML.XMLDocument(parsing: bytes(body, replacing: from, by: to), limits: .clinicalDocument)
    }
}

extension String {
    /// The first place of a text.
    func range(ofText text: String) -> Range<Index>? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
            at = index(after: at)
        }
        return nil
    }
}

/// Seeded random numbers for mutations.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
