import DMPWire
import SafeXML
import Testing

@Suite struct SetAuthorizationTests {
    @Test(arguments: SetAuthorization.allCases)
    func writesWhatReadsBack(_ request: SetAuthorization) throws {
        let element = try WireGolden.habilitations.check("written-set-\(request).xml", write: request.write)
        #expect(try SetAuthorization(element) == request)
    }

    @Test func readsUnqualifiedFields() throws {
        let text = """
            <p:setAuthorization xmlns:p="urn:si-dmp-habilitations"><role>MEDECIN_TRAITANT</role>
            <action> AJOUT </action></p:setAuthorization>
            """
        #expect(try SetAuthorization(Wire.parse(text)) == .becomeTreatingPhysician)
    }

    static let refused: [(String, HabilitationsError)] = [
        ("<x/>", .unexpectedElement("/setAuthorization/x")),
        ("<action xmlns=\"urn:x\">AJOUT</action>", .unexpectedElement("/setAuthorization/action")),
        ("", .structure(.missingElement(name: "action", parent: "/setAuthorization"))),
        (
            "<action>AJOUT</action><action>AJOUT</action>",
            .structure(.repeatedElement(name: "action", parent: "/setAuthorization"))
        ),
        ("<action>ajout</action>", .unknownCode("/setAuthorization/action")),
        ("<action>AJOUT</action><role>CHEF</role>", .unknownCode("/setAuthorization/role")),
        ("<action>AJOUT</action><role/>", .unknownCode("/setAuthorization/role")),
        (
            "<action>AJOUT</action><role>MEDECIN_TRAITANT</role><role>MEDECIN_TRAITANT</role>",
            .structure(.repeatedElement(name: "role", parent: "/setAuthorization"))
        ),
    ]

    @Test(arguments: refused.indices)
    func refusesWithTheElementAtFault(_ index: Int) throws {
        let (content, expected) = Self.refused[index]
        let text = "<setAuthorization xmlns=\"urn:si-dmp-habilitations\">\(content)</setAuthorization>"
        #expect(throws: expected) { try SetAuthorization(Wire.parse(text)) }
        #expect(expected.element.hasPrefix("/setAuthorization/"))
    }

    @Test func refusesAnotherMessage() throws {
        #expect(throws: HabilitationsError.unexpectedMessage("/setAuthorization")) {
            try SetAuthorization(Wire.parse("<setAuthorization><action>AJOUT</action></setAuthorization>"))
        }
    }

    @Test func answersReadBack() throws {
        for (name, outcome) in [
            ("done", ServiceOutcome.done),
            (
                "nothing-done",
                ServiceOutcome(status: "DMPOk", context: "L'autorisation existait déjà : rien n'a été fait.")
            ),
            ("refused", ServiceOutcome(status: "DMPAccessDeniedByRightsService", context: "Refusé.")),
        ] {
            let answer = SetAuthorizationAnswer(outcome)
            let element = try WireGolden.habilitations.check("written-set-answer-\(name).xml", write: answer.write)
            #expect(try SetAuthorizationAnswer(element) == answer)
            #expect(outcome.isSuccess == (name != "refused"))
        }
        #expect(ServiceOutcome(status: "DMPOK").isSuccess)
    }

    @Test func refusesAnAnswerWithoutStatus() throws {
        let text = "<setAuthorizationResponse xmlns=\"urn:si-dmp-habilitations\"><output/></setAuthorizationResponse>"
        let expected = HabilitationsError.structure(
            .missingElement(name: "status", parent: "/setAuthorizationResponse/output")
        )
        #expect(throws: expected) { try SetAuthorizationAnswer(Wire.parse(text)) }
    }
}
