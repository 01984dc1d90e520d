import DMPWire
import SafeXML
import Testing

/// TD1.5 (interop sheet § 2.7).
@Suite struct PatientAccessTests {
    static func requests() throws -> [(String, PatientAccessRequest)] {
        let phone = try #require(PatientAccessRequest.Channel(.text, "0600000000"))
        let mail = try #require(PatientAccessRequest.Channel(.email, "lou@essai.example"))
        return [
            ("create", .create(phone)), ("add", .changeChannel(.add, mail)), ("change", .changeChannel(.change, phone)),
            ("remove", .changeChannel(.remove, mail)), ("renew", .renewSecrets),
        ]
    }

    @Test func requestsReadBack() throws {
        for (name, request) in try Self.requests() {
            let element = try WireGolden.patients.check("written-access-\(name).xml", write: request.write)
            #expect(try PatientAccessRequest(element) == request)
        }
    }

    @Test func answersReadBack() throws {
        for (name, request) in try Self.requests() where name != "add" && name != "remove" {
            let hasSecret = name != "change"
            let answer = PatientAccessAnswer(
                login: hasSecret ? "280017500123412" : nil,
                password: hasSecret ? "essai-essai" : nil
            )
            let element = try WireGolden.patients.check("written-access-\(name)-answer.xml") {
                answer.write(&$0, to: request)
            }
            #expect(try PatientAccessAnswer(element, to: request) == answer)
            #expect(throws: HabilitationsError.self) {
                try PatientAccessAnswer(
                    element,
                    to: name == "renew" ? .create(try #require(.init(.text, "0600000000"))) : .renewSecrets
                )
            }
        }
    }

    static let refused: [(String, HabilitationsError)] = [
        ("<createPatientAccess/>", .structure(.missingElement(name: "type", parent: "/createPatientAccess"))),
        (
            "<createPatientAccess><type>SMS</type></createPatientAccess>",
            .structure(.missingElement(name: "canal", parent: "/createPatientAccess"))
        ),
        (
            "<createPatientAccess><type>FAX</type><canal>1</canal></createPatientAccess>",
            .unknownCode("/createPatientAccess/type")
        ),
        (
            "<createPatientAccess><type>EMAIL</type><canal>lou</canal></createPatientAccess>",
            .malformed("/createPatientAccess/canal")
        ),
        (
            "<createPatientAccess><type>SMS</type><canal>06 00</canal></createPatientAccess>",
            .malformed("/createPatientAccess/canal")
        ),
        (
            "<patientOTPUpdate><type>SMS</type><canal>06</canal></patientOTPUpdate>",
            .structure(.missingElement(name: "action", parent: "/patientOTPUpdate"))
        ),
        (
            "<patientOTPUpdate><type>SMS</type><canal>06</canal><action>CHANGER</action></patientOTPUpdate>",
            .unknownCode("/patientOTPUpdate/action")
        ),
        (
            "<updatePatientAccess><type>SMS</type></updatePatientAccess>",
            .unexpectedElement("/updatePatientAccess/type")
        ),
        ("<deletePatientAccess/>", .unexpectedMessage("/deletePatientAccess")),
    ]

    @Test(arguments: refused.indices)
    func refusesWithTheElementAtFault(_ index: Int) throws {
        let (text, expected) = Self.refused[index]
        let end = try #require(text.firstIndex { $0 == ">" || $0 == "/" })
        let named = text[..<end] + " xmlns=\"urn:si-dmp-patients\"" + text[end...]
        #expect(throws: expected) { try PatientAccessRequest(Wire.parse(String(named))) }
    }
}
