import DMPWire
import FuzzSeeds
import HealthRecord
import SafeXML
import Testing

@Suite struct AuthorizationListTests {
    private func entries() throws -> [AuthorizationListEntry] {
        let physician = Profession(
            role: Code("10", CodeSystem.profession, label: "Médecin"),
            specialty: Code("SM26", CodeSystem.specialty, label: "Qualifié en médecine générale")
        )
        let structure = Structure(
            id: try #require(StructureID("10B0057881")),
            name: "Centre d'essai",
            sector: Code("SA01", CodeSystem.sector)
        )
        let since = try #require(Instant(year: 2026, month: 1, day: 1, hour: 9, minute: 30))
        let leave = Authorisation(
            subject: .person(try #require(ProfessionalID("899900063480"))),
            name: PersonName(family: "ESSAI", given: "CAMILLE"),
            profession: physician,
            structure: structure,
            since: since,
            until: nil,
            origin: .declaredInConsultation,
            lastAct: since.advanced(bySeconds: 3600)
        )
        let block = Block(
            subject: .structure(structure.id),
            name: PersonName(family: "Centre d'essai", given: ""),
            profession: nil,
            since: since
        )
        let lastAct = since.advanced(bySeconds: 3600)
        return [
            AuthorizationListEntry(leave, lastAct: lastAct, isTreatingPhysician: true), AuthorizationListEntry(block),
        ]
    }

    @Test(arguments: AuthorizationListQuery.allCases)
    func requestsReadBack(_ query: AuthorizationListQuery) throws {
        let element = try WireGolden.habilitations.check("written-list-\(query.rawValue).xml", write: query.write)
        #expect(try AuthorizationListQuery(element) == query)
    }

    @Test func answersReadBack() throws {
        for (name, entries) in [("two", try entries()), ("empty", [])] {
            let answer = AuthorizationListAnswer(entries)
            let element = try WireGolden.habilitations.check("written-list-answer-\(name).xml", write: answer.write)
            #expect(try AuthorizationListAnswer(element) == answer)
        }
    }

    @Test func readsWhatServersSend() throws {
        let answer = try AuthorizationListAnswer(WireGolden.habilitations.element("list-as-servers-send-it.xml"))
        #expect(answer.outcome.isSuccess)
        #expect(answer.outcome.context == nil)
        let entry = try #require(answer.entries.first)
        #expect(answer.entries.count == 1)
        #expect(entry.subject.text == "899900063480")
        #expect(entry.specialty?.value == "G15_10/SM26")
        #expect(entry.since?.hl7 == "20260101093000")
        #expect(entry.lastAct == nil)
        #expect(entry.standing == .active)
        #expect(entry.isTreatingPhysician)
    }

    static let entry = "/listAuthorizationByPatientResponse/listOfAuthorizationByPatient"
    static let refused: [(String, String, HabilitationsError)] = [
        ("899900063480", "899900063481", .malformed(entry + "/nationalId")),
        ("1.2.250.1.71.4.2.1", "1.2.250.1.71.4.2.2", .malformed(entry + "/nationalId")),
        ("1.2.250.1.71.4.2.1", "1.2.3", .unknownCode(entry + "/nationalIdType")),
        ("20260101093000", "hier", .malformed(entry + "/startOfAuthorization")),
        (">ACTIVE<", ">PASSIVE<", .unknownCode(entry + "/mode")),
        ("MEDECIN_TRAITANT", "MEDECIN", .unknownCode(entry + "/specificRight")),
        ("<mode>ACTIVE</mode>", "", .structure(.missingElement(name: "mode", parent: entry))),
        ("DMPOK", "", .malformed("/listAuthorizationByPatientResponse/status")),
    ]

    @Test(arguments: refused.indices)
    func refusesWithTheElementAtFault(_ index: Int) throws {
        let (old, new, expected) = Self.refused[index]
        let text = try WireGolden.habilitations.text("list-as-servers-send-it.xml")
        let spoilt = text.replacing(old, with: new, maxReplacements: 1)
        #expect(spoilt != text)
        #expect(throws: expected) { try AuthorizationListAnswer(Wire.parse(spoilt)) }
    }

    @Test func refusesAnUnknownMode() throws {
        let text = "<listAuthorizationByPatient xmlns=\"urn:si-dmp-habilitations\"><mode/></listAuthorizationByPatient>"
        #expect(throws: HabilitationsError.unknownCode("/listAuthorizationByPatient/mode")) {
            try AuthorizationListQuery(Wire.parse(text))
        }
    }

    @Test func longestTextIsRead() throws {
        let text = try WireGolden.habilitations.text("list-as-servers-send-it.xml")
        for (count, isRead) in [(1023, true), (1024, true), (1025, false)] {
            let element = try Wire.parse(text.replacing("CAMILLE", with: String(repeating: "C", count: count)))
            #expect((try? AuthorizationListAnswer(element)) != nil ? isRead : !isRead)
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func neverCrashes(_ seed: UInt64) throws {
        var random = WireRandom(seed: FuzzSeed.of(seed))
        let spoilt = random.spoil(try WireGolden.habilitations.text("list-as-servers-send-it.xml"))
        guard let element = try? Wire.parse(spoilt) else { return }
        _ = try? AuthorizationListAnswer(element)
        _ = try? AuthorizationListQuery(element)
        _ = try? SetAuthorization(element)
    }
}
