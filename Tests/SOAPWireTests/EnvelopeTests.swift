import FuzzSeeds
import SOAPWire
import SafeXML
import Testing

@Suite struct EnvelopeTests {
    @Test func readsWhatClientsSend() throws {
        let envelope = try SOAPEnvelope(parsing: Golden.bytes("request-as-clients-send-it.xml"))
        #expect(envelope.version == .v12)
        #expect(envelope.action == "urn:hl7-org:v3:PRPA_IN201307UV02")
        #expect(envelope.messageID == "urn:uuid:0f6b6c1e-2f0a-4b46-9d2b-3d7f7f3f1a01")
        #expect(envelope.to == nil)
        #expect(envelope.security?.children.first { _ in true }?.name == "Assertion")
        #expect(DMPAction(request: envelope.action) == .patientQuery)
        #expect(envelope.payload.flatMap(DMPAction.init(payload:)) == .patientQuery)
    }

    @Test(arguments: [
        Envelopes.request(),
        Envelopes.request(headers: Envelopes.messageID + Envelopes.action),
        Envelopes.request(namespace: Envelopes.version11),
        Envelopes.request(headers: Envelopes.action + Envelopes.messageID + "<a:To e:mustUnderstand=\"1\"> </a:To>"),
        Envelopes.request(
            headers: Envelopes.action + Envelopes.messageID
                + "<x:h xmlns:x=\"urn:x\" e:mustUnderstand=\"1\" e:role=\"urn:somebody:else\"/>"
        ),
        Envelopes.request(
            headers: Envelopes.action + Envelopes.messageID
                + "<a:RelatesTo RelationshipType=\"urn:other\">urn:x</a:RelatesTo><a:RelatesTo>urn:y</a:RelatesTo>"
        ),
        Envelopes.request(
            headers: Envelopes.action + Envelopes.messageID + "<x:h xmlns:x=\"urn:x\" e:mustUnderstand=\"0\"/>"
        ),
    ])
    func toleratesWhatIsSeenInTheField(_ bytes: [UInt8]) throws {
        let envelope = try SOAPEnvelope(parsing: bytes)
        #expect(envelope.action == "urn:ihe:iti:2007:RegistryStoredQuery")
        #expect(envelope.payload?.name == "q")
    }

    @Test func readsAnEmptyBody() throws {
        #expect(try SOAPEnvelope(parsing: Envelopes.request(body: " ")).payload == nil)
    }

    static let refused: [(String, [UInt8], SOAPError)] = {
        let start = Envelopes.action + Envelopes.messageID
        let long = String(repeating: "x", count: 1025)
        let assertion = "<w:Security/>"
        return [
            ("not SOAP", Array("<a/>".utf8), .notAnEnvelope),
            ("other version", Envelopes.request(namespace: "urn:soap:3"), .notAnEnvelope),
            ("no bytes", [], .xml(.empty)),
            (
                "no body", Array("<e:Envelope xmlns:e=\"\(Envelopes.version12)\"><e:Header/></e:Envelope>".utf8),
                .missingElement(name: "Body", parent: "/Envelope")
            ),
            (
                "no header", Array("<e:Envelope xmlns:e=\"\(Envelopes.version12)\"><e:Body/></e:Envelope>".utf8),
                .missingElement(name: "Action", parent: "/Envelope/Header")
            ),
            (
                "header last",
                Array("<e:Envelope xmlns:e=\"\(Envelopes.version12)\"><e:Body/><e:Header/></e:Envelope>".utf8),
                .misplacedElement("/Envelope/Header")
            ),
            ("two bodies", Envelopes.request(extra: "<e:Body/>"), .repeatedElement(name: "Body", parent: "/Envelope")),
            ("a stranger", Envelopes.request(extra: "<x/>"), .misplacedElement("/Envelope/x")),
            ("two payloads", Envelopes.request(body: "<q/><q/>"), .misplacedElement("/Envelope/Body/q[2]")),
            (
                "no action", Envelopes.request(headers: Envelopes.messageID),
                .missingElement(name: "Action", parent: "/Envelope/Header")
            ),
            (
                "no identifier", Envelopes.request(headers: Envelopes.action),
                .missingElement(name: "MessageID", parent: "/Envelope/Header")
            ),
            (
                "two actions", Envelopes.request(headers: start + Envelopes.action),
                .repeatedElement(name: "Action", parent: "/Envelope/Header")
            ),
            (
                "empty action", Envelopes.request(headers: "<a:Action/>" + Envelopes.messageID),
                .malformedElement("/Envelope/Header/Action")
            ),
            (
                "action in pieces", Envelopes.request(headers: "<a:Action>urn:<b/>x</a:Action>" + Envelopes.messageID),
                .malformedElement("/Envelope/Header/Action")
            ),
            (
                "long action", Envelopes.request(headers: "<a:Action>\(long)</a:Action>" + Envelopes.messageID),
                .malformedElement("/Envelope/Header/Action")
            ),
            (
                "empty identifier", Envelopes.request(headers: Envelopes.action + "<a:MessageID> </a:MessageID>"),
                .malformedElement("/Envelope/Header/MessageID")
            ),
            (
                "two assertions holders", Envelopes.request(headers: start + assertion + assertion),
                .repeatedElement(name: "Security", parent: "/Envelope/Header")
            ),
            (
                "not understood",
                Envelopes.request(headers: start + "<x:h xmlns:x=\"urn:x\" e:mustUnderstand=\"true\"/>"),
                .notUnderstood("/Envelope/Header/h")
            ),
            (
                "not understood, without a prefix",
                Envelopes.request(headers: start + "<x:h xmlns:x=\"urn:x\" mustUnderstand=\"1\"/>"),
                .notUnderstood("/Envelope/Header/h")
            ),
            (
                "not understood, for us by role",
                Envelopes.request(
                    headers: start
                        + "<x:h xmlns:x=\"urn:x\" e:mustUnderstand=\"1\" e:role=\"\(Envelopes.version12)/role/next\"/>"
                ),
                .notUnderstood("/Envelope/Header/h")
            ),
            (
                "unknown addressing header",
                Envelopes.request(headers: start + "<a:Surprise e:mustUnderstand=\"1\"/>"),
                .notUnderstood("/Envelope/Header/Surprise")
            ),
            (
                "must understand, perhaps",
                Envelopes.request(headers: start + "<x:h xmlns:x=\"urn:x\" e:mustUnderstand=\"yes\"/>"),
                .malformedElement("/Envelope/Header/h")
            ),
            (
                "answer elsewhere",
                Envelopes.request(
                    headers: start + "<a:ReplyTo><a:Address>http://localhost/</a:Address></a:ReplyTo>"
                ),
                .answerElsewhere("/Envelope/Header/ReplyTo")
            ),
            (
                "faults elsewhere",
                Envelopes.request(
                    headers: start + "<a:FaultTo><a:Address>http://localhost/</a:Address></a:FaultTo>"
                ),
                .answerElsewhere("/Envelope/Header/FaultTo")
            ),
            (
                "answer nowhere", Envelopes.request(headers: start + "<a:ReplyTo/>"),
                .missingElement(name: "Address", parent: "/Envelope/Header/ReplyTo")
            ),
        ]
    }()

    @Test(arguments: refused.indices)
    func refusesWithTheElementAtFault(_ index: Int) throws {
        let (name, bytes, expected) = Self.refused[index]
        #expect(throws: expected, Comment(rawValue: name)) { try SOAPEnvelope(parsing: bytes) }
        let fault = expected.fault(correlation: "c-1")
        #expect(fault.element == expected.element)
        #expect(fault.sentence.hasSuffix("c-1]"))
    }

    @Test func longestActionIsRead() throws {
        for (count, isRead) in [(1023, true), (1024, true), (1025, false)] {
            let action = "<a:Action>" + String(repeating: "x", count: count) + "</a:Action>"
            let bytes = Envelopes.request(headers: action + Envelopes.messageID)
            #expect((try? SOAPEnvelope(parsing: bytes)) != nil ? isRead : !isRead)
        }
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func neverCrashes(_ seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let bytes = random.mutate(try Golden.bytes("request-as-clients-send-it.xml"))
        _ = try? SOAPEnvelope(parsing: bytes)
        _ = try? SOAPReply(parsing: bytes)
    }
}
