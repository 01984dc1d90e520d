import DMPWire
import FuzzSeeds
import HealthRecord
import SafeXML
import Testing

@Suite struct PatientQueryAnswerTests {
    private func check(_ answer: PatientQueryAnswer, _ name: String) throws {
        let element = try WireGolden.hl7v3.check(name, write: answer.write)
        #expect(try PatientQueryAnswer(element) == answer)
    }

    @Test func tellsOfAnOpenRecord() throws {
        try check(try HL7Samples.answer(.existence, .found(HL7Samples.existingFile())), "written-answer-open.xml")
    }

    @Test func tellsOfAClosedRecord() throws {
        try check(try HL7Samples.answer(.existence, .found(HL7Samples.closedFile())), "written-answer-closed.xml")
    }

    @Test func tellsAdministrativeData() throws {
        try check(
            try HL7Samples.answer(.administrativeData, .found(HL7Samples.administrativeFile())),
            "written-answer-administrative.xml"
        )
    }

    @Test func tellsThatThereIsNone() throws {
        try check(try HL7Samples.answer(.existence, .notFound), "written-answer-none.xml")
    }

    @Test func tellsWhyItRefuses() throws {
        let detail = HL7Acknowledgement.Detail(
            code: "DMPAccessDeniedByRightsService",
            text: "Votre profession n'ouvre pas ce droit."
        )
        let answer = try HL7Samples.answer(.existence, .failed, details: [detail])
        #expect(answer.acknowledgement.verdict == .error)
        try check(answer, "written-answer-refused.xml")
    }

    @Test(arguments: AuthorisationStatus.allCases)
    func tellsEveryStanding(_ status: AuthorisationStatus) throws {
        var file = try HL7Samples.existingFile()
        file.authorisation = status
        file.isTreatingPhysician = nil
        let answer = try HL7Samples.answer(.existence, .found(file))
        #expect(try PatientQueryAnswer(Wire.parse(Wire.write(answer.write))) == answer)
    }

    @Test func answersTheOneWhoAsked() throws {
        let query = try HL7Samples.query()
        let answer = try HL7Samples.answer(.existence, .notFound)
        #expect(answer.header.receiver == query.header.sender)
        #expect(answer.header.sender == .dmp)
        #expect(answer.acknowledgement.target == query.header.id)
        #expect(answer.queryID == query.queryID)
    }

    @Test func theStateOfARecordHasTwoWordsOnTheWire() throws {
        let moment = Instant(milliseconds: 1_770_000_000_000)
        #expect(PatientFileStatus(.open(internet: .awaitingActivation)) == .active)
        #expect(
            PatientFileStatus(.suspended(since: moment)) == .terminated(PatientFileClosure(at: HL7Time(moment)))
        )
        guard case .terminated(let closure) = PatientFileStatus(.closed(at: moment, reason: .death)) else {
            Issue.record("not closed")
            return
        }
        #expect(closure.reason == .death)
    }

    @Test func readsWhatServersSend() throws {
        let answer = try PatientQueryAnswer(WireGolden.hl7v3.element("answer-as-servers-send-it.xml"))
        #expect(answer.acknowledgement.verdict == .accepted)
        #expect(answer.patient == nil)
        guard case .found(let file) = answer.outcome else {
            Issue.record("not found")
            return
        }
        #expect(file.identifiers == [try HL7Samples.ins()])
        #expect(file.calculatedIdentifiers.map(\.text) == ["1234567890123456789094"])
        #expect(file.status == .terminated(PatientFileClosure(at: nil, reasonCode: "FERMETURE_AUTRE")))
        #expect(file.authorisation == .expired)
        #expect(file.isTreatingPhysician == false)
        #expect(file.hasInternetAccount == true)
        #expect(file.isAttachedToENS == false)
        #expect(file.refusesBreakGlass == nil)
        #expect(file.telecoms.isEmpty)
        #expect(file.civility == "MME")
        #expect(
            file.traits
                == PatientTraits(
                    birthFamilyName: "ESSAI",
                    birthGivenNames: ["ÉLOÏSE"],
                    birthDate: try #require(CalendarDate("19800101")),
                    sex: .unknown
                )
        )
    }

    @Test func readsABareRefusal() throws {
        let text = try WireGolden.hl7v3.text("written-answer-refused.xml")
        let start = try #require(text.firstRange(of: "<controlActProcess"))
        let end = try #require(text.firstRange(of: "</controlActProcess>"))
        let element = try Wire.parse(String(text[..<start.lowerBound] + text[end.upperBound...]))
        let answer = try PatientQueryAnswer(element)
        #expect(answer.outcome == .failed)
        #expect(answer.queryID == nil)
        #expect(answer.acknowledgement.details.map(\.code) == ["DMPAccessDeniedByRightsService"])
    }

    static let root = "/PRPA_IN201308UV02"
    static let act = root + "/controlActProcess"
    static let patient = act + "/subject/registrationEvent/subject1/patient"
    static let refused: [(String, String, HL7V3Error)] = [
        ("typeCode=\"AA\"", "typeCode=\"XX\"", .unknownCode(root + "/acknowledgement")),
        (
            " typeCode=\"AA\"", "",
            .structure(.missingElement(name: "typeCode", parent: root + "/acknowledgement"))
        ),
        ("code=\"OK\"", "code=\"KO\"", .unknownCode(act + "/queryAck/queryResponseCode")),
        ("code=\"VALIDE\"", "code=\"PEUT-ETRE\"", .unknownCode(root + "/attentionLine[1]/value")),
        ("value=\"true\"", "value=\"oui\"", .malformed(root + "/attentionLine[2]/value")),
        ("\"STATUT_MT\"", "\"AUTORISATION\"", .malformed(root + "/attentionLine[2]")),
        ("1234567890123456789094", "1234567890123456789095", .malformed(patient + "/id[2]")),
        (
            "<statusCode code=\"active\"/><patientPerson", "<statusCode code=\"nullified\"/><patientPerson",
            .unknownCode(patient + "/statusCode")
        ),
        ("value=\"19800101\"", "value=\"1980\"", .malformed(patient + "/patientPerson/birthTime")),
        ("code=\"F\"", "code=\"X\"", .unknownCode(patient + "/patientPerson/administrativeGenderCode")),
        (
            "code=\"RATTACHEMENT_ENS\"", "code=\"COMPTE_INTERNET_OUVERT\"",
            .structure(.repeatedElement(name: "COMPTE_INTERNET_OUVERT", parent: patient))
        ),
        (
            "subject1", "subject2",
            .structure(.missingElement(name: "subject1", parent: act + "/subject/registrationEvent"))
        ),
    ]

    @Test(arguments: refused.indices)
    func refusesWithTheElementAtFault(_ index: Int) throws {
        let (old, new, expected) = Self.refused[index]
        let text = try WireGolden.hl7v3.text("written-answer-open.xml")
        let spoilt = text.replacing(old, with: new, maxReplacements: old == "subject1" ? 2 : 1)
        #expect(spoilt != text)
        #expect(throws: expected) { try PatientQueryAnswer(Wire.parse(spoilt)) }
    }

    @Test(arguments: 0..<500 as Range<UInt64>)
    func neverCrashes(_ seed: UInt64) throws {
        var random = WireRandom(seed: FuzzSeed.of(seed))
        let name = seed.isMultiple(of: 2) ? "answer-as-servers-send-it.xml" : "written-answer-administrative.xml"
        guard let element = try? Wire.parse(random.spoil(WireGolden.hl7v3.text(name))) else { return }
        _ = try? PatientQueryAnswer(element)
    }
}
