import SOAPWire
import SafeXML
import Testing

@Suite struct ActionTests {
    @Test(arguments: DMPAction.allCases)
    func isFoundByItsActionAndByItsPayload(_ action: DMPAction) throws {
        #expect(DMPAction(request: action.request) == action)
        #expect(action.isAnswered(by: action.response))
        #expect(!action.isAnswered(by: action.request))
        let name = action.payloadName
        let document = try XMLDocument(
            parsing: Array("<p:\(name.name) xmlns:p=\"\(name.namespace)\"/>".utf8),
            limits: .xmlFragment
        )
        #expect(DMPAction(payload: document.root) == action)
    }

    /// Interop sheet § 2.2.
    @Test func publishedAnswers() {
        #expect(DMPAction.patientQuery.response == "urn:hl7-org:v3:PRPA_IN201308UV02")
        #expect(DMPAction.recordUpdate.response == "urn:hl7-org:v3:PRPA_IN201314ResponseUV02")
        #expect(
            DMPAction.setAuthorization.response
                == "urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorizationResponse"
        )
        #expect(DMPAction.provideAndRegister.response == "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-bResponse")
    }

    @Test func bothSpellingsAnswerAnUpdate() {
        #expect(DMPAction.updateDocumentSet.isAnswered(by: "urn:ihe:iti:2010:UpdateDocumentSet-Response"))
        #expect(DMPAction.updateDocumentSet.isAnswered(by: "urn:ihe:iti:2010:UpdateDocumentSetResponse"))
        #expect(!DMPAction.updateDocumentSet.isAnswered(by: "urn:ihe:iti:2007:RetrieveDocumentSetResponse"))
    }

    @Test func strangersAreNotFound() throws {
        #expect(DMPAction(request: "urn:hl7-org:v3:setAuthorization") == nil)
        let document = try XMLDocument(parsing: Array("<setAuthorization/>".utf8), limits: .xmlFragment)
        #expect(DMPAction(payload: document.root) == nil)
    }
}
