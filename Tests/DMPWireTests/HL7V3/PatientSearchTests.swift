import DMPWire
import FuzzSeeds
import HealthRecord
import SafeXML
import Testing

/// TD0.5 (interop sheet § 2.6).
@Suite struct PatientSearchTests {
    @Test func writesWhatReadsBack() throws {
        let search = try HL7Samples.search()
        let element = try WireGolden.hl7v3.check("written-search.xml", write: search.write)
        #expect(try PatientSearch(element) == search)
        let least = try HL7Samples.search(PatientSearch.Traits(family: "ESSAI"))
        let short = try WireGolden.hl7v3.check("written-search-name.xml", write: least.write)
        #expect(try PatientSearch(short) == least)
    }

    /// A beginning is one where the sender marks it so, and nowhere else.
    @Test(arguments: [(" use=\"SRCH\"", true), (" use=\"L\"", false), ("", false)])
    func aBeginningIsMarked(_ use: String, _ isPartial: Bool) throws {
        let text = try WireGolden.hl7v3.text("written-search.xml")
        let marked = text.replacing(" use=\"SRCH\"", with: use)
        #expect(marked != text || use == " use=\"SRCH\"")
        let search = try PatientSearch(Wire.parse(marked))
        #expect(search.traits.isPartial == isPartial)
        #expect(try PatientSearch(Wire.parse(Wire.write(search.write))) == search)
    }

    @Test func aNameAloneOfOneLetterFindsEverybodyAndIsNone() {
        #expect(PatientSearch.Traits(family: "E") == nil)
        #expect(PatientSearch.Traits(family: "") == nil)
        #expect(PatientSearch.Traits(family: "LY") != nil)
    }

    static let root = "/PRPA_IN201305UV02"
    static let query = root + "/controlActProcess/queryByParameter"
    static let refused: [(String, String, HL7V3Error)] = [
        ("code=\"new\"", "code=\"aborted\"", .unknownCode(query + "/statusCode")),
        (
            "<family>ESSAI</family>", "<family>E</family>",
            .malformed(query + "/parameterList/livingSubjectName/value/family")
        ),
        (
            "<family>ESSAI</family>", "",
            .structure(.missingElement(name: "family", parent: query + "/parameterList/livingSubjectName/value"))
        ),
        ("use=\"SRCH\"", "use=\"SNDX\"", .unknownCode(query + "/parameterList/livingSubjectName/value")),
        ("value=\"1980\"", "value=\"19801301\"", .malformed(query + "/parameterList/livingSubjectBirthTime/value")),
        ("value=\"1980\"", "value=\"1980010112\"", .malformed(query + "/parameterList/livingSubjectBirthTime/value")),
        ("code=\"F\"", "code=\"X\"", .unknownCode(query + "/parameterList/livingSubjectAdministrativeGender/value")),
        (
            "patientAddress", "livingSubjectBirthPlaceAddress",
            .unexpectedMessage(query + "/parameterList/livingSubjectBirthPlaceAddress")
        ),
        (
            "<city>", "<streetAddressLine>4 rue de l'Essai</streetAddressLine><city>",
            .unexpectedMessage(query + "/parameterList/patientAddress/value/streetAddressLine")
        ),
        (
            "<city>", "<country>FR</country><city>",
            .unexpectedMessage(query + "/parameterList/patientAddress/value/country")
        ),
        (
            "<livingSubjectBirthTime>", "<livingSubjectName/><livingSubjectBirthTime>",
            .structure(.repeatedElement(name: "livingSubjectName", parent: query + "/parameterList"))
        ),
        (
            "extension=\"PRPA_IN201305UV02\"", "extension=\"PRPA_IN201307UV02\"",
            .unexpectedMessage(root + "/interactionId")
        ),
    ]

    @Test(arguments: refused.indices)
    func refusesWithTheElementAtFault(_ index: Int) throws {
        let (old, new, expected) = Self.refused[index]
        let text = try WireGolden.hl7v3.text("written-search.xml")
        let spoilt = text.replacing(old, with: new, maxReplacements: old == "patientAddress" ? 2 : 1)
        #expect(spoilt != text)
        #expect(throws: expected) { try PatientSearch(Wire.parse(spoilt)) }
    }

    @Test func anEmptyPartOfTheAddressAsksNothing() throws {
        let text = try WireGolden.hl7v3.text("written-search.xml")
        let fuller = text.replacing("<city>", with: "<streetAddressLine/><city>")
        #expect(fuller != text)
        #expect(try PatientSearch(Wire.parse(fuller)) == HL7Samples.search())
    }

    private func candidate() throws -> PatientSearchAnswer.Candidate {
        var file = PatientFile(identifiers: [try HL7Samples.ins()], status: .active, traits: try HL7Samples.traits())
        file.address = PostalAddress(postalCode: "75001", city: "PARIS")
        file.refusesRegulation = false
        return PatientSearchAnswer.Candidate(file: file, percentage: 87)
    }

    @Test func tellsWhoWasFound() throws {
        var second = try candidate()
        second = PatientSearchAnswer.Candidate(file: second.file, percentage: nil)
        for (name, candidates) in [("two", [try candidate(), second]), ("none", [])] {
            let answer = try HL7Samples.found(.found(candidates))
            let element = try WireGolden.hl7v3.check("written-search-\(name).xml", write: answer.write)
            #expect(try PatientSearchAnswer(element) == answer)
        }
    }

    @Test func tellsWhyNobodyIsNamed() throws {
        let detail = HL7Acknowledgement.Detail(code: "DMPTooManyPatients", text: "Précisez la recherche.")
        let answer = try HL7Samples.found(.failed, details: [detail])
        let element = try WireGolden.hl7v3.check("written-search-refused.xml", write: answer.write)
        #expect(try PatientSearchAnswer(element) == answer)
        #expect(answer.acknowledgement.verdict == .error)
    }

    /// The official sample has the verdict in a child element here (interop sheet § 2.6).
    @Test func readsTheVerdictAsAChild() throws {
        let text = try WireGolden.hl7v3.text("written-search-none.xml")
            .replacing("<acknowledgement typeCode=\"AA\">", with: "<acknowledgement><typeCode code=\"AA\"/>")
        #expect(try PatientSearchAnswer(Wire.parse(text)).outcome == .found([]))
    }

    @Test func refusesAPercentageThatIsNone() throws {
        let text = try WireGolden.hl7v3.text("written-search-two.xml").replacing("value=\"87\"", with: "value=\"870\"")
        #expect(throws: HL7V3Error.self) { try PatientSearchAnswer(Wire.parse(text)) }
    }

    @Test(arguments: 0..<600 as Range<UInt64>)
    func neverCrashes(_ seed: UInt64) throws {
        var random = WireRandom(seed: FuzzSeed.of(seed))
        if seed.isMultiple(of: 2) {
            let text = try WireGolden.hl7v3.text("written-search.xml")
            guard let element = try? Wire.parse(random.spoil(text)), let read = try? PatientSearch(element) else {
                return
            }
            #expect(try PatientSearch(Wire.parse(Wire.write(read.write))) == read)
        } else {
            let text = try WireGolden.hl7v3.text("written-search-two.xml")
            guard let element = try? Wire.parse(random.spoil(text)) else { return }
            _ = try? PatientSearchAnswer(element)
        }
    }
}
