import DMPWire
import FuzzSeeds
import HealthRecord
import SafeXML
import Testing

/// TD0.4 (interop sheet § 2.5).
@Suite struct PatientListTests {
    @Test(arguments: PatientListQuery.DateKind.allCases)
    func requestsReadBack(_ kind: PatientListQuery.DateKind) throws {
        let query = PatientListQuery(
            since: try #require(HL7Time("20260301000000")),
            kind: kind,
            owner: kind == .document ? ProfessionalID("899900063480") : nil
        )
        let element = try WireGolden.patients.check("written-list-\(kind.rawValue).xml", write: query.write)
        #expect(try PatientListQuery(element) == query)
    }

    static let refused: [(String, HabilitationsError)] = [
        ("<x/>", .unexpectedElement("/patientList/x")),
        ("<dateType>LASTDOC</dateType>", .structure(.missingElement(name: "startDate", parent: "/patientList"))),
        (
            "<startDate>20260301</startDate>",
            .structure(.missingElement(name: "dateType", parent: "/patientList"))
        ),
        ("<startDate>hier</startDate><dateType>LASTDOC</dateType>", .malformed("/patientList/startDate")),
        ("<startDate>2026</startDate><dateType>LASTDOC</dateType>", .malformed("/patientList/startDate")),
        ("<startDate/><dateType>LASTDOC</dateType>", .malformed("/patientList/startDate")),
        (
            "<startDate>20260301</startDate><dateType>LASTAUTHORIZATION</dateType>",
            .unknownCode("/patientList/dateType")
        ),
        (
            "<startDate>20260301</startDate><dateType>LASTDOC</dateType><psOwnerId>x</psOwnerId>",
            .malformed("/patientList/psOwnerId")
        ),
        (
            "<startDate>20260301</startDate><startDate>20260301</startDate><dateType>LASTDOC</dateType>",
            .structure(.repeatedElement(name: "startDate", parent: "/patientList"))
        ),
    ]

    @Test(arguments: refused.indices)
    func refusesWithTheElementAtFault(_ index: Int) throws {
        let (content, expected) = Self.refused[index]
        let text = "<patientList xmlns=\"urn:si-dmp-patients\">\(content)</patientList>"
        #expect(throws: expected) { try PatientListQuery(Wire.parse(text)) }
    }

    @Test func refusesTheSameNameInAnotherNamespace() throws {
        let text = "<patientList xmlns=\"urn:si-dmp-habilitations\"><startDate>20260301</startDate></patientList>"
        #expect(throws: HabilitationsError.unexpectedMessage("/patientList")) {
            try PatientListQuery(Wire.parse(text))
        }
    }

    private func entry() throws -> PatientListEntry {
        PatientListEntry(
            identifiers: [try HL7Samples.ins()],
            lastName: "EXEMPLE",
            birthName: "ESSAI",
            firstName: "ÉLOÏSE",
            civility: "MME",
            birthDate: CalendarDate("1980-01-01"),
            isTreatingPhysician: true,
            hasMessage: true,
            lastAccess: HL7Time("20260331120000"),
            lastUpdate: HL7Time("20260330120000"),
            lastDeposit: HL7Time("20260329120000")
        )
    }

    @Test func answersReadBack() throws {
        let bare = PatientListEntry(
            identifiers: [],
            birthName: nil,
            firstName: nil,
            birthDate: nil,
            isTreatingPhysician: false
        )
        for (name, answer) in [
            ("two", PatientListAnswer([try entry(), bare])), ("empty", PatientListAnswer([])),
            (
                "refused",
                PatientListAnswer(
                    [],
                    outcome: ServiceOutcome(status: "DMPAccessDeniedByRightsService", context: "Refusé.")
                )
            ),
        ] {
            let element = try WireGolden.patients.check("written-list-answer-\(name).xml", write: answer.write)
            #expect(try PatientListAnswer(element) == answer)
        }
    }

    @Test func readsWhatServersSend() throws {
        let text = """
            <r:patientListResponse xmlns:r="urn:si-dmp-patients"><patientlistData><patientIdentifier><nationalId>\
            280017500123412</nationalId><nationalIdType>1.2.250.1.213.1.4.10</nationalIdType></patientIdentifier>\
            <patientIdentifier><nationalId>1234567890123456789094</nationalId><nationalIdType>1.2.250.1.213.1.4.2\
            </nationalIdType></patientIdentifier><lastName>ESSAI</lastName><dateOfBirth>19800101000000</dateOfBirth>\
            <MT>0</MT></patientlistData><status>DMPOK</status></r:patientListResponse>
            """
        let answer = try PatientListAnswer(Wire.parse(text))
        #expect(answer.outcome.isSuccess)
        #expect(answer.entries.map(\.identifiers) == [[try HL7Samples.ins()]])
        #expect(answer.entries.first?.birthDate == CalendarDate("1980-01-01"))
        #expect(answer.entries.first?.isTreatingPhysician == false)
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func neverCrashes(_ seed: UInt64) throws {
        var random = WireRandom(seed: FuzzSeed.of(seed))
        let isQuery = seed.isMultiple(of: 2)
        let text = try WireGolden.patients.text(isQuery ? "written-list-LASTDOC.xml" : "written-list-answer-two.xml")
        guard let element = try? Wire.parse(random.spoil(text)) else { return }
        if isQuery { _ = try? PatientListQuery(element) } else { _ = try? PatientListAnswer(element) }
    }
}
