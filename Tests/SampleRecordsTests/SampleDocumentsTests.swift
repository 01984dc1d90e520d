import ClinicalDocuments
import HealthRecord
import SafeXML
import Testing

@testable import SampleRecords

/// Every sample document passes the reading that depositing asks for, in strict mode.
@Suite struct SampleDocumentsTests {
    static let world = SamplePopulation(seed: 7, now: SamplePopulationTests.now)
    static let documents = world.documents()
    let sets: ValueSets

    init() throws { sets = try ValueSets.bundled() }

    private func read(_ document: SampleDocument) throws -> (SafeXML.XMLDocument, CDAHeader) {
        let parsed = try SafeXML.XMLDocument(parsing: document.bytes(), limits: .clinicalDocument)
        return (parsed, try CDAHeader(parsed))
    }

    @Test func thereAreAboutAHundredOfADozenTypes() {
        #expect((90...130).contains(Self.documents.count))
        #expect(Set(Self.documents.map(\.type)).count >= 12)
        #expect(Set(Self.documents.map(\.uniqueID)).count == Self.documents.count)
        let open = Self.world.patients.filter(\.isOpen).map(\.key)
        #expect(Set(Self.documents.map(\.patient.key)) == Set(open))
        #expect(Self.documents.allSatisfy { $0.createdAt <= Self.world.now })
    }

    @Test(arguments: documents.indices)
    func eachPassesStrictly(index: Int) throws {
        let sample = Self.documents[index]
        let (parsed, header) = try read(sample)
        let derived = try DerivedMetadata(header, valueSets: sets)
        #expect(derived.uniqueID == sample.uniqueID)
        #expect(derived.patient == sample.patient.ins)
        #expect(derived.typeCode == sample.type)
        #expect(derived.title == sample.title)
        #expect(derived.classCode != nil)
        #expect(derived.formatCode.map { sets.contains($0, in: .format) } == true)
        #expect(derived.creationTime == HL7Time(sample.createdAt))
        #expect(derived.authors.map(\.identifier) == [sample.author.id.text])
        #expect(derived.replaces?.id.root == sample.replaces?.text)
        #expect(sets.contains(sample.contentType, in: .contentType))
        #expect(sets.contains(sample.author.workplace.encounter, in: .encounter))
        for code in sample.visibility.codes { #expect(sets.contains(code, in: .confidentiality)) }
        #expect(header.patient.traits.name == sample.patient.traits.name)
        #expect(header.patient.traits.birthDate == sample.patient.traits.birthDate)
        let rendering = try CDARendering(parsed, header: header, valueSets: sets)
        #expect(rendering.droppedElements == 0)
        #expect((rendering.embedded == nil) != rendering.sections.isEmpty)
        if let embedded = rendering.embedded { #expect(embedded.kind == .pdf) }
    }

    @Test func theWorldIsTheSameEachTime() throws {
        let again = SamplePopulation(seed: 7, now: SamplePopulationTests.now).documents()
        #expect(again == Self.documents)
        for index in [0, 10, 40] { #expect(try again[index].bytes() == Self.documents[index].bytes()) }
        let letter = try #require(again.first { $0.type.value == "11488-4" })
        #expect(try letter.bytes() == letter.bytes())
        #expect(SamplePopulation(seed: 8, now: SamplePopulationTests.now).documents() != again)
    }

    @Test func someAreHiddenAndSomeReplace() throws {
        let hidden = Self.documents.map(\.visibility)
        for flag in [Visibility.maskedToProfessionals, .hiddenFromPatient, .hiddenFromRepresentatives] {
            #expect(hidden.contains { $0.contains(flag) })
        }
        let replacing = try #require(Self.documents.first { $0.replaces != nil })
        let replaced = try #require(Self.documents.first { $0.uniqueID == replacing.replaces })
        #expect(replaced.createdAt < replacing.createdAt)
        #expect(replaced.patient == replacing.patient)
        #expect(replacing.builder.version == 2)
        #expect(replacing.builder.setID == replaced.builder.setID)
    }

    @Test func biologyDrawsCurves() throws {
        var results: [LabResult] = []
        for document in Self.documents where document.patient.key == "jeanne" && document.type.value == "11502-2" {
            let (parsed, header) = try read(document)
            results += StructuredResults(parsed, header: header).results
        }
        let series = LabSeries.series(across: results)
        #expect(series.count == 6)
        #expect(series.allSatisfy { $0.points.count == 8 })
        let hba1c = try #require(series.first { $0.code.value == "4548-4" })
        #expect(hba1c.unit == "%")
        #expect(hba1c.range == ReferenceRange(low: 4, high: 6))
        let values = hba1c.points.compactMap(\.value)
        #expect((values.first ?? 0) > (values.last ?? 0))
    }

    @Test func treatmentsAreStatements() throws {
        let prescription = try #require(Self.documents.first { $0.type.value == "57833-6" })
        let (parsed, header) = try read(prescription)
        #expect(!StructuredResults(parsed, header: header).medications.isEmpty)
        let history = try #require(Self.documents.first { $0.type.value == "11369-6" })
        let (vaccines, vaccineHeader) = try read(history)
        #expect(StructuredResults(vaccines, header: vaccineHeader).vaccinations.count == 2)
    }

    @Test func aBenchmarkCanHaveALargeDocument() throws {
        let patient = try #require(Self.world.patients.first)
        let author = try #require(Self.world.professionals.first)
        let text = [UInt8](repeating: UInt8(ascii: "a"), count: 75_000)
        let builder = CDABuilder(
            id: OID(literal: "2.25.5"),
            type: Code("11488-4", CodeSystem.loinc, label: "CR"),
            title: "Grand",
            createdAt: SamplePopulationTests.now,
            patient: patient,
            author: author,
            content: .file(mediaType: "text/plain", bytes: text)
        )
        let bytes = try builder.bytes()
        #expect((100_000...110_000).contains(bytes.count))
        let parsed = try SafeXML.XMLDocument(parsing: bytes, limits: .clinicalDocument)
        #expect(
            try DerivedMetadata(CDAHeader(parsed), valueSets: sets).formatCode?.value == "urn:ihe:iti:xds-sd:text:2008"
        )
    }

    @Test(arguments: 0..<100)
    func bentSamplesNeverCrash(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var bytes = try Self.documents[seed % Self.documents.count].bytes()
        for _ in 0..<3 where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            if Bool.random(using: &random) {
                bytes[at] = UInt8.random(in: 0x20...0x7E, using: &random)
            } else {
                bytes.removeSubrange(at..<min(bytes.count, at + 12))
            }
        }
        guard let parsed = try? SafeXML.XMLDocument(parsing: bytes, limits: .clinicalDocument),
            let header = try? CDAHeader(parsed)
        else { return }
        _ = try? DerivedMetadata(header, valueSets: sets)
        _ = try? CDARendering(parsed, header: header, valueSets: sets)
        _ = StructuredResults(parsed, header: header)
    }
}
