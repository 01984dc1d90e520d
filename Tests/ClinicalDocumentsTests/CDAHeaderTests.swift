import HealthRecord
import SafeXML
import Testing

@testable import ClinicalDocuments

/// Reading the header of CI-SIS *Structuration minimale* (reference: interop § 8.1).
@Suite struct CDAHeaderTests {
    @Test func readsTheWholeHeader() throws {
        let header = try CDAHeader(Fixture.document())
        #expect(header.id.text == "2.25.1001")
        #expect(header.templates.map(\.text).last == "1.2.250.1.213.1.1.1.55")
        #expect(header.type == Code("11502-2", CodeSystem.loinc))
        #expect(header.title == "Examens biologiques")
        #expect(header.effectiveTime.hl7 == "20260312133000")
        #expect(header.localTime == "20260312143000+0100")
        #expect(header.confidentiality.value == "N")
        #expect(header.language == "fr-FR")
        #expect(header.setID == CDAIdentifier(root: "2.25.1000", value: nil))
        #expect(header.version == 2)
        #expect(header.replaces?.id.root == "2.25.999")
        #expect(header.replaces?.version == 1)
        #expect(header.body == .structured)
    }

    @Test func readsThePatient() throws {
        let patient = try CDAHeader(Fixture.document()).patient
        #expect(patient.ins.matricule.text == Fixture.matricule)
        #expect(patient.ins.root == .test)
        #expect(patient.localIDs == [CDAIdentifier(root: "1.2.3.4", value: "IPP-7")])
        #expect(patient.traits.birthFamilyName == "MOREAU")
        #expect(patient.traits.birthGivenNames == ["JEANNE", "MARIE"])
        #expect(patient.traits.name == PersonName(family: "LAVIGNE", given: "Jeanne"))
        #expect(patient.traits.birthDate.iso8601 == "1952-04-12")
        #expect(patient.traits.sex == .female)
        #expect(patient.traits.birthPlaceCode == "69383")
        #expect(patient.traits.address == ["18 rue des Lilas", "21000 Dijon"])
        #expect(patient.telecoms == ["tel:0639980042"])
    }

    @Test func readsThoseWhoTookPart() throws {
        let header = try CDAHeader(Fixture.document())
        let author = try #require(header.authors.first)
        #expect(author.author.professional?.text == "899900063480")
        #expect(author.author.identifierType == "IDNPS")
        #expect(author.author.name.spoken == "Claire VASSEUR")
        #expect(author.author.specialty?.value == "G15_10/SM26")
        #expect(author.author.role == "PCP")
        #expect(author.author.institutions.first?.structure?.text == "10B0990018")
        #expect(header.custodian.id.value == "10B0990018")
        #expect(header.legalAuthenticator.time?.hl7 == "20260312140000")
    }

    @Test func readsActsAndPlace() throws {
        let header = try CDAHeader(Fixture.document())
        let event = try #require(header.serviceEvents.first)
        #expect(event.start?.hl7 == "20260312080000")
        #expect(event.stop?.hl7 == "20260312090000")
        #expect(event.localStart == "20260312090000+0100")
        #expect(event.practice?.value == "AMBULATOIRE")
        #expect(event.performer?.professional?.text == "899900063480")
        #expect(header.encounter.facility.value == "SA25")
        #expect(header.encounter.start == nil)
    }

    @Test func readsADeviceAsAuthor() throws {
        let device = """
            <assignedAuthoringDevice><softwareName>Automate</softwareName></assignedAuthoringDevice>
            """
        let document = try Fixture.document(
            replacing: "<assignedPerson><name><family>VASSEUR</family><given>Claire</given></name></assignedPerson>",
            by: device
        )
        let author = try #require(CDAHeader(document).authors.first?.author)
        #expect(author.identifierType == "RI")
        #expect(author.name.family == "Automate")
    }

    @Test func readsAPatientAsAuthor() throws {
        let document = try Fixture.document(
            replacing: #"root="1.2.250.1.71.4.2.1" extension="899900063480""#,
            by: #"root="1.2.250.1.213.1.4.10" extension="\#(Fixture.matricule)""#
        )
        let author = try #require(CDAHeader(document).authors.first?.author)
        #expect(author.identifierType == "NH")
    }

    @Test func aPerformerMayBeKnownByItsIdentifierAlone() throws {
        let performer = try #require(Fixture.acts.range(ofText: "<assignedPerson>"))
        let end = try #require(Fixture.acts.range(ofText: "</assignedPerson>"))
        let bent = Fixture.acts[..<performer.lowerBound] + Fixture.acts[end.upperBound...]
        let document = try Fixture.document(replacing: Fixture.acts, by: String(bent))
        let event = try #require(CDAHeader(document).serviceEvents.first)
        #expect(event.performer?.name == PersonName(family: "", given: ""))
        #expect(event.performer?.professional?.text == "899900063480")
    }

    @Test(arguments: [-1, 0]) func acceptsATitleUpToItsLimit(step: Int) throws {
        let title = String(repeating: "é", count: CDAHeader.titleLimit + step)
        let document = try Fixture.document(
            replacing: "<title>Examens biologiques</title>",
            by: "<title>\(title)</title>"
        )
        #expect(try CDAHeader(document).title == title)
    }

    @Test func readsTheMediaTypeOfAFile() throws {
        let document = try Fixture.document(Fixture.file(Array("%PDF-1.4".utf8), "application/PDF"))
        #expect(try CDAHeader(document).body == .nonXML(mediaType: "application/pdf"))
    }
}
