import SOAPWire
import SafeXML
import Testing

@Suite struct WriterTests {
    static let fault = SOAPFault(
        .sender,
        .dmp("DMPInvalidCertificate"),
        reason: "Le certificat présenté n'est pas admis.",
        element: "/Envelope/Header/Security",
        correlation: "7f3a-19"
    )

    @Test(arguments: SOAPVersion.allCases)
    func writesARequestThatReadsBack(_ version: SOAPVersion) throws {
        let bytes = SOAPWriter.request(
            .setAuthorization,
            messageID: "urn:uuid:0f6b6c1e-2f0a-4b46-9d2b-3d7f7f3f1a01",
            to: "https://dmp.example/si-dmp-server/v2/services/habilitations",
            security: Array("<s:Assertion xmlns:s=\"urn:oasis:names:tc:SAML:2.0:assertion\"/>".utf8),
            version: version
        ) { writer in
            writer.start("setAuthorization")
            writer.declare("", "urn:si-dmp-habilitations")
            writer.end()
        }
        try Golden.check(bytes, "request-\(version).xml")
        let envelope = try SOAPEnvelope(parsing: bytes)
        #expect(envelope.version == version)
        #expect(envelope.action == DMPAction.setAuthorization.request)
        #expect(envelope.to == "https://dmp.example/si-dmp-server/v2/services/habilitations")
        #expect(envelope.security?.children.first { _ in true }?.name == "Assertion")
        #expect(envelope.payload.flatMap(DMPAction.init(payload:)) == .setAuthorization)
    }

    @Test(arguments: SOAPVersion.allCases)
    func writesAResponseThatReadsBack(_ version: SOAPVersion) throws {
        let bytes = SOAPWriter.response(
            action: DMPAction.storedQuery.response,
            messageID: "urn:uuid:2",
            relatesTo: "urn:uuid:1",
            version: version
        ) { writer in
            writer.element("r", text: "é & <")
        }.finish()
        try Golden.check(bytes, "response-\(version).xml")
        let reply = try SOAPReply(parsing: bytes)
        #expect(reply.action == DMPAction.storedQuery.response)
        #expect(reply.messageID == "urn:uuid:2")
        #expect(reply.relatesTo == "urn:uuid:1")
        guard case .payload(let payload) = reply.content else {
            Issue.record("no payload")
            return
        }
        #expect(payload.text == "é & <")
    }

    @Test(arguments: SOAPVersion.allCases)
    func writesAFaultThatReadsBack(_ version: SOAPVersion) throws {
        let bytes = SOAPWriter.fault(Self.fault, messageID: "urn:uuid:2", relatesTo: "urn:uuid:1", version: version)
        try Golden.check(bytes, "fault-\(version).xml")
        let reply = try SOAPReply(parsing: bytes)
        #expect(reply.action == SOAPNamespace.faultAction)
        guard case .fault(let fault) = reply.content else {
            Issue.record("no fault")
            return
        }
        #expect(fault == Self.fault)
    }

    @Test(arguments: SOAPFault.Code.allCases)
    func everyCodeReadsBack(_ code: SOAPFault.Code) throws {
        for subcode in [nil, SOAPFault.Subcode.security("FailedAuthentication"), .addressing("x"), .init("y", in: "")] {
            let fault = SOAPFault(code, subcode, reason: "Non.")
            let bytes = SOAPWriter.fault(fault, messageID: "urn:uuid:2", relatesTo: nil)
            guard case .fault(let read) = try SOAPReply(parsing: bytes).content else {
                Issue.record("no fault")
                continue
            }
            #expect(read == fault)
        }
    }

    @Test func readsAStrangersFault() throws {
        let text = """
            <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code>
            <s:Value>s:Receiver</s:Value><s:Subcode><s:Value>DMPInvalidCertificate</s:Value></s:Subcode></s:Code>
            <s:Reason><s:Text xml:lang="en">No.</s:Text><s:Text xml:lang="fr-FR">Certificat non valide</s:Text></s:Reason>
            </s:Fault></s:Body></s:Envelope>
            """
        guard case .fault(let fault) = try SOAPReply(parsing: Array(text.utf8)).content else {
            Issue.record("no fault")
            return
        }
        #expect(fault == SOAPFault(.receiver, .init("DMPInvalidCertificate", in: ""), reason: "Certificat non valide"))
    }

    @Test func refusesAFaultWithoutCode() {
        let text = "<s:Envelope xmlns:s=\"\(Envelopes.version12)\"><s:Body><s:Fault/></s:Body></s:Envelope>"
        #expect(throws: SOAPError.missingElement(name: "Value", parent: "/Envelope/Body/Fault/Code")) {
            try SOAPReply(parsing: Array(text.utf8))
        }
    }

    @Test func readsAnEmptyAnswer() throws {
        let text = "<s:Envelope xmlns:s=\"\(Envelopes.version12)\"><s:Body/></s:Envelope>"
        guard case .empty = try SOAPReply(parsing: Array(text.utf8)).content else {
            Issue.record("not empty")
            return
        }
    }
}
