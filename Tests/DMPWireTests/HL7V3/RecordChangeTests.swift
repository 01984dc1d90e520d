import DMPWire
import FuzzSeeds
import HealthRecord
import SafeXML
import Testing

/// TD1.1 – TD1.4 (interop sheet § 2.7).
@Suite struct RecordChangeTests {
    @Test(arguments: HL7Samples.requests)
    func writesWhatReadsBack(_ request: RecordChange.Request) throws {
        let change = try HL7Samples.change(request)
        let name = "written-change-\(request.reason.rawValue).xml"
        let element = try WireGolden.hl7v3.check(name, write: change.write)
        #expect(element.name == (request.reason == .creation ? "PRPA_IN201311UV02" : "PRPA_IN201314UV02"))
        #expect(try RecordChange(element) == change)
    }

    @Test func readsWhatClientsSend() throws {
        let change = try RecordChange(WireGolden.hl7v3.element("creation-as-clients-send-it.xml"))
        #expect(change.request == .create(consent: true))
        #expect(change.patient == (try HL7Samples.ins()))
        #expect(change.author == (try HL7Samples.author()))
        #expect(change.file.traits?.birthFamilyName == "ESSAI")
        #expect(change.file.refusesBreakGlass == true)
        #expect(change.file.refusesRegulation == nil)
        #expect(change.isReadFromCard)
    }

    @Test func consentMayBeRefusedOrUnsaid() throws {
        for consent in [true, false, nil] {
            let change = try HL7Samples.change(.create(consent: consent))
            #expect(try RecordChange(Wire.parse(Wire.write(change.write))).request == .create(consent: consent))
        }
    }

    @Test func whoHasNoTraitsIsNotCreated() throws {
        let file = PatientFile(identifiers: [try HL7Samples.ins()], status: .active)
        let header = try HL7Samples.header()
        #expect(RecordChange(header: header, request: .create(consent: true), author: nil, file: file) == nil)
        #expect(RecordChange(header: header, request: .modify, author: nil, file: file) == nil)
        var nobody = try HL7Samples.person()
        nobody.identifiers = []
        #expect(RecordChange(header: header, request: .reactivate(consent: true), author: nil, file: nobody) == nil)
    }

    static let root = "/PRPA_IN201311UV02"
    static let registration = root + "/controlActProcess/subject/registrationRequest"
    static let patient = registration + "/subject1/patient"
    static let refused: [(String, String, HL7V3Error)] = [
        ("CREA_RD", "FERM", .unknownCode(root + "/controlActProcess/reasonCode")),
        ("CREA_RD", "TEST_EXST", .unknownCode(root + "/controlActProcess/reasonCode")),
        (
            "<statusCode code=\"active\"/><patientPerson", "<statusCode code=\"terminated\"/><patientPerson",
            .unknownCode(patient + "/statusCode")
        ),
        (
            "<statusCode code=\"active\"/><patientPerson", "<patientPerson",
            .structure(.missingElement(name: "statusCode", parent: patient))
        ),
        ("1.2.250.1.71.4.2.1\"", "1.2.250.1.71.4.2.9\"", .malformed(registration + "/author/assignedEntity/id")),
        ("899900063480", "personne", .malformed(registration + "/author/assignedEntity/id")),
        ("499900000017001", "&lt;", .malformed(registration + "/author/assignedEntity/representedOrganization/id")),
        ("280017500123412", "280017500123413", .malformed(patient + "/id")),
        (
            "<id root=\"1.2.250.1.213.1.4.10\" extension=\"280017500123412\"/>", "",
            .structure(.missingElement(name: "id", parent: patient))
        ),
        ("administrativeGenderCode", "genderCode", .structure(.missingElement(name: "patientPerson", parent: patient))),
        ("CARTE_SESAM_VITALE", "CARTE_POSTALE", .unknownCode(patient + "/contactParty/code")),
        (
            "CONSENTEMENT_OUVERTURE_DMP", "OPPOSITION_ACCES_URGENCE",
            .structure(.repeatedElement(name: "OPPOSITION_ACCES_URGENCE", parent: patient))
        ),
        (
            "registrationRequest", "registration",
            .structure(.missingElement(name: "registrationEvent", parent: root + "/controlActProcess/subject"))
        ),
    ]

    @Test(arguments: refused.indices)
    func refusesWithTheElementAtFault(_ index: Int) throws {
        let (old, new, expected) = Self.refused[index]
        let text = try WireGolden.hl7v3.text("written-change-CREA_RD.xml")
        let spoilt = text.replacing(
            old,
            with: new,
            maxReplacements: old == "registrationRequest" || old == "administrativeGenderCode" ? 2 : 1
        )
        #expect(spoilt != text)
        #expect(throws: expected) { try RecordChange(Wire.parse(spoilt)) }
    }

    @Test func aClosureSaysThatItCloses() throws {
        let text = try WireGolden.hl7v3.text("written-change-FERM.xml")
        let open = text.replacing("terminated", with: "active")
        let path = "/PRPA_IN201314UV02/controlActProcess/subject/registrationRequest/subject1/patient/statusCode"
        #expect(throws: HL7V3Error.unknownCode(path)) { try RecordChange(Wire.parse(open)) }
    }

    /// What is said at a closing is read whole or refused, never dropped.
    @Test(arguments: [1023, 1024, 1025]) func whatIsSaidAtAClosingIsMeasured(count: Int) throws {
        let words = String(repeating: "é", count: 511) + String(repeating: "a", count: count - 1022)
        let text = try WireGolden.hl7v3.text("written-change-FERM.xml")
        let long = text.replacing("À sa demande &lt;écrite&gt;", with: words)
        #expect(long != text)
        let path = "/PRPA_IN201314UV02/controlActProcess/reasonOf/detectedIssueEvent/text"
        if count > 1024 {
            #expect(throws: HL7V3Error.malformed(path)) { try RecordChange(Wire.parse(long)) }
        } else {
            guard case .close(let closure) = try RecordChange(Wire.parse(long)).request else {
                Issue.record("no closure")
                return
            }
            #expect(closure.text == words)
        }
    }

    @Test(arguments: 0..<800 as Range<UInt64>)
    func neverCrashes(_ seed: UInt64) throws {
        var random = WireRandom(seed: FuzzSeed.of(seed))
        let names = ["written-change-CREA_RD.xml", "written-change-FERM.xml", "creation-as-clients-send-it.xml"]
        let text = try WireGolden.hl7v3.text(names[Int(seed % 3)])
        guard let element = try? Wire.parse(random.spoil(text)) else { return }
        if let change = try? RecordChange(element) {
            // Whatever is read can be written, and reads back the same.
            #expect(try RecordChange(Wire.parse(Wire.write(change.write))) == change)
        }
    }
}

/// What answers them.
@Suite struct RecordChangeAnswerTests {
    private func id() throws -> InstanceID {
        InstanceID(try #require(UniqueID("7c9e6679-7425-40de-944b-e07fc1f90ae7")))
    }

    private func time() throws -> HL7Time { try #require(HL7Time("20260401081501")) }

    @Test(arguments: HL7Samples.requests)
    func acceptances(_ request: RecordChange.Request) throws {
        let change = try HL7Samples.change(request)
        let answer = RecordChangeAnswer(accepting: change, id: try id(), creationTime: try time())
        let name = "written-accepted-\(request.reason.rawValue).xml"
        let element = try WireGolden.hl7v3.check(name, write: answer.write)
        #expect(try RecordChangeAnswer(element) == answer)
        #expect(answer.isAccepted && answer.patient == change.patient)
        #expect(element.namespace == GDP.wrapperNamespace)
    }

    @Test(arguments: [RecordChange.Request.create(consent: true), .modify])
    func refusals(_ request: RecordChange.Request) throws {
        let detail = HL7Acknowledgement.Detail(code: "DMPFound", text: "Le dossier existe déjà.")
        let answer = RecordChangeAnswer(
            refusing: try HL7Samples.change(request),
            [detail],
            id: try id(),
            creationTime: try time()
        )
        let name = "written-refused-\(request.reason.rawValue).xml"
        let element = try WireGolden.hl7v3.check(name, write: answer.write)
        #expect(try RecordChangeAnswer(element) == answer)
        #expect(!answer.isAccepted && answer.acknowledgement.details == [detail])
    }

    @Test func readsWithoutTheWrapper() throws {
        let wrapped = try WireGolden.hl7v3.element("written-accepted-FERM.xml")
        let bare = try #require(wrapped.children.first { _ in true })
        #expect(try RecordChangeAnswer(bare) == RecordChangeAnswer(wrapped))
    }

    @Test func aNameThatContradictsTheVerdictIsRefused() throws {
        let text = try WireGolden.hl7v3.text("written-accepted-FERM.xml").replacing("\"AA\"", with: "\"AE\"")
        let path = "/PRPA_IN201314UV02_Response/PRPA_IN201315UV02"
        #expect(throws: HL7V3Error.unexpectedMessage(path)) { try RecordChangeAnswer(Wire.parse(text)) }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func neverCrashes(_ seed: UInt64) throws {
        var random = WireRandom(seed: FuzzSeed.of(seed))
        let name = seed.isMultiple(of: 2) ? "written-accepted-CREA_RD.xml" : "written-refused-CREA_RD.xml"
        guard let element = try? Wire.parse(random.spoil(WireGolden.hl7v3.text(name))) else { return }
        _ = try? RecordChangeAnswer(element)
    }
}
