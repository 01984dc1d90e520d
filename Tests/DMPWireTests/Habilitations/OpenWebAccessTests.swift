import DMPWire
import HealthRecord
import SafeXML
import Testing

/// TD0.10: the message that asks for an address, and the one that gives it.
@Suite struct OpenWebAccessTests {
    @Test func theRequestReadsBack() throws {
        #expect(try OpenWebAccess(Wire.parse(Wire.write(OpenWebAccess().write))) == OpenWebAccess())
        #expect(throws: HabilitationsError.unexpectedElement("/openWebAccess/page")) {
            try OpenWebAccess(
                Wire.parse("<openWebAccess xmlns=\"urn:si-dmp-habilitations\"><page>Documents</page></openWebAccess>")
            )
        }
        #expect(throws: HabilitationsError.unexpectedMessage("/openWebAccess")) {
            try OpenWebAccess(Wire.parse("<openWebAccess/>"))
        }
    }

    @Test func answersReadBack() throws {
        let until = try #require(HL7Time("20260401120000"))
        let given = OpenWebAccessAnswer(.init(address: "https://pro.example/AccesDirect/Entree/x", until: until))
        let refused = OpenWebAccessAnswer(refused: ServiceOutcome(status: "DMPUnknownPatient", context: "Aucun."))
        for answer in [given, refused] {
            #expect(try OpenWebAccessAnswer(Wire.parse(Wire.write(answer.write))) == answer)
        }
        #expect(refused.access == nil && given.outcome.isSuccess)
    }

    @Test func aSuccessHoldsAnAddressAndItsEnd() throws {
        let output = "/openWebAccessResponse/output"
        let wrong: [(String, HabilitationsError)] = [
            ("", .structure(.missingElement(name: "address", parent: output))),
            ("<address>https://x</address>", .structure(.missingElement(name: "until", parent: output))),
            ("<address/><until>20260401120000</until>", .malformed(output + "/address")),
            ("<address>https://x</address><until>demain</until>", .malformed(output + "/until")),
        ]
        for (content, expected) in wrong {
            let text = """
                <openWebAccessResponse xmlns="urn:si-dmp-habilitations"><output><status>DMPOk</status>\(content)</output>\
                </openWebAccessResponse>
                """
            #expect(throws: expected) { try OpenWebAccessAnswer(Wire.parse(text)) }
        }
    }
}
