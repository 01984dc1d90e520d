import HealthRecord
import SafeXML
import Testing

@testable import ClinicalDocuments

/// What the house wraps is what the house accepts (CI-SIS, *Structuration minimale*).
@Suite struct LevelOneDocumentTests {
    private static let now = Instant(milliseconds: 1_775_030_400_000)  // 2026-04-01T08:00:00Z

    private static func document(
        role: String = "10",
        specialty: String? = "SM26",
        sector: String = "SA07",
        file: (mediaType: String, bytes: [UInt8]) = ("text/plain", Array("Tension stable.".utf8))
    ) throws -> LevelOneDocument {
        let nir = try #require(NIR(body: "2520408123456"))
        let born = try #require(CalendarDate(year: 1952, month: 4, day: 12))
        let valueSets = try ValueSets.bundled()
        let rpps = try #require((0...9).lazy.compactMap { RPPS("9990000123\($0)") }.first)
        let place = try #require(StructureID("10B0057881"))
        let author = CareActor(
            person: ProfessionalID(rpps),
            name: PersonName(family: "Essai & Fils", given: "Anne"),
            profession: Profession(
                role: Code(role, CodeSystem.profession),
                specialty: specialty.map { Code($0, CodeSystem.specialty) }
            ),
            structure: Structure(
                id: place,
                name: "Cabinet <des Lilas>",
                sector: Code(sector, CodeSystem.sector)
            ),
            holder: .professional,
            authentication: .direct
        )
        return try #require(
            LevelOneDocument(
                id: OID(literal: "1.2.250.1.999.7"),
                type: Code("11488-4", CodeSystem.loinc),
                title: "Consultation du jour",
                createdAt: now,
                patient: .init(
                    ins: INS(nir, root: .test),
                    traits: PatientTraits(
                        birthFamilyName: "MODELE",
                        birthGivenNames: ["JEANNE", "MARIE"],
                        usedFamilyName: "ESSAI",
                        birthDate: born,
                        sex: .female
                    )
                ),
                author: author,
                valueSets: valueSets,
                file: file
            )
        )
    }

    private static func metadata(_ document: LevelOneDocument) throws -> (CDAHeader, DerivedMetadata) {
        let header = try CDAHeader(try XMLDocument(parsing: document.bytes(), limits: .clinicalDocument))
        return (header, try DerivedMetadata(header, valueSets: try ValueSets.bundled()))
    }

    @Test(arguments: [("10", "SM26", "SA07"), ("60", nil, "SA08"), ("50", nil, "SA01"), ("21", "A", "SA33")])
    func anyProfessionInAnySectorPassesTheStrictReader(role: String, specialty: String?, sector: String) throws {
        let (header, metadata) = try Self.metadata(Self.document(role: role, specialty: specialty, sector: sector))
        #expect(metadata.title == "Consultation du jour")
        #expect(metadata.authors.first?.name.family == "Essai & Fils")
        #expect(metadata.authors.first?.institutions.first?.name == "Cabinet <des Lilas>")
        #expect(metadata.facilityTypeCode.value == sector)
        #expect(metadata.practiceSettingCode != nil && metadata.formatCode != nil)
        #expect(header.patient.traits.birthGivenNames == ["JEANNE", "MARIE"])
    }

    @Test func aPDFKeepsItsBytes() throws {
        let pdf = Array("%PDF-1.4 essai".utf8)
        let document = try Self.document(file: ("application/pdf", pdf))
        let parsed = try XMLDocument(parsing: document.bytes(), limits: .clinicalDocument)
        let rendering = try CDARendering(
            parsed,
            header: try CDAHeader(parsed),
            valueSets: try ValueSets.bundled()
        )
        #expect(rendering.embedded?.kind == .pdf && rendering.embedded?.bytes == pdf)
    }

    @Test func timesAreTheAuthorsOwn() throws {
        var document = try Self.document()
        document.zoneMinutes = 120
        let (header, metadata) = try Self.metadata(document)
        #expect(header.localTime == "20260401100000+0200")
        #expect(metadata.creationTime.start == Self.now)
        document.zoneMinutes = -90
        #expect(try Self.metadata(document).0.localTime == "20260401063000-0130")
    }

    @Test func aNewVersionNamesTheOld() throws {
        var document = try Self.document()
        document.replaces = .init(
            id: OID(literal: "1.2.250.1.999.3"),
            setID: CDAIdentifier(root: "1.2.250.1.999.3", value: nil),
            version: 4
        )
        let (header, _) = try Self.metadata(document)
        #expect(header.version == 5 && header.setID.root == "1.2.250.1.999.3")
        #expect(header.replaces?.id.root == "1.2.250.1.999.3" && header.replaces?.version == 4)
    }

    @Test func theDayOfTheActIsKept() throws {
        var document = try Self.document()
        document.actDate = CalendarDate(year: 2026, month: 3, day: 30)
        #expect(try Self.metadata(document).1.serviceStart?.hl7 == "20260330")
    }

    @Test func whoIsNoPersonWritesNothing() throws {
        let good = try Self.document()
        let structure = CareActor(
            person: nil,
            name: good.author.name,
            profession: good.author.profession,
            structure: good.author.structure,
            holder: .structure,
            authentication: .indirect
        )
        let valueSets = try ValueSets.bundled()
        #expect(
            LevelOneDocument(
                id: good.id,
                type: good.type,
                title: good.title,
                createdAt: Self.now,
                patient: good.patient,
                author: structure,
                valueSets: valueSets,
                file: good.file
            ) == nil
        )
    }
}
