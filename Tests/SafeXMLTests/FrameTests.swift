import FuzzSeeds
import Testing

@testable import SafeXML

/// X18: what goes to a worker process and what comes back, as bytes.
@Suite struct FrameTests {
    private func job(_ bytes: [UInt8], key: TestKey = .rsa) throws -> SignatureJob {
        let document = try XMLDocument(parsing: bytes, limits: .soapEnvelope)
        let assertion = try document.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
        return try SignatureJob(
            XMLSignature(onlyIn: document, childOf: assertion),
            policy: .samlAssertion(legacy: .refused),
            expecting: [ExpectedReference(assertion)],
            key: .certificate(key.certificate)
        )
    }

    private func head(_ job: SignatureJob) throws -> [UInt8] {
        Array(try SignatureFrame.head(of: job, number: 1).dropFirst(SignatureFrame.openingBytes))
    }

    @Test func whoIsAskedByBytesAnswersTheSame() async throws {
        let document = try XMLDocument(parsing: Samples.assertion(), limits: .soapEnvelope)
        let assertion = try document.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
        let signature = try XMLSignature(onlyIn: document, childOf: assertion)
        for verifier in [SignaturesInProcess(), SignaturesByBytes()] as [any SignatureVerifying] {
            let verified = try await signature.verify(
                .samlAssertion(legacy: .refused),
                expecting: [ExpectedReference(assertion)],
                key: .certificate(TestKey.rsa.certificate),
                by: verifier
            )
            #expect(verified.covers(assertion))
            await #expect(throws: XMLSignatureError.signatureInvalid) {
                try await signature.verify(
                    .samlAssertion(legacy: .refused),
                    expecting: [ExpectedReference(assertion)],
                    key: .certificate(TestKey.otherRSA.certificate),
                    by: verifier
                )
            }
        }
    }

    /// The worker believes no structure: the frame of a good message vouches for no other message.
    @Test(arguments: WrappingTests.Shape.allCases)
    func theWorkerChecksTheStructureAgain(shape: WrappingTests.Shape) throws {
        let head = try head(job(Samples.assertion()))
        #expect(SignatureFrame.verdict(head: head, document: try Samples.assertion()) == .valid)
        #expect(SignatureFrame.verdict(head: head, document: try WrappingTests.attack(shape)) != .valid)
    }

    @Test("X19: a mutated head crashes nothing", arguments: 300..<310 as Range<UInt64>)
    func headsAreReadStrictly(seed: UInt64) throws {
        var generator = SplitMix64(seed: FuzzSeed.of(seed))
        let bytes = Samples.replacing(try Samples.assertion(), "899900000001", "899900000002")
        let document = try XMLDocument(parsing: bytes, limits: .soapEnvelope)
        let assertion = try document.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
        let altered = try SignatureJob(
            XMLSignature(onlyIn: document, childOf: assertion),
            policy: .samlAssertion(legacy: .refused),
            expecting: [ExpectedReference(assertion)],
            key: .certificate(TestKey.rsa.certificate)
        )
        let head = try head(altered)
        for _ in 0..<200 {
            // Whatever the head asks, an altered message is never valid.
            #expect(SignatureFrame.verdict(head: generator.mutate(head), document: bytes) != .valid)
        }
        for length in stride(from: 0, to: head.count, by: 13) {
            #expect(
                SignatureFrame.verdict(head: Array(head.prefix(length)), document: bytes) == .notVerifiable(reason: 0)
            )
        }
        #expect(SignatureFrame.verdict(head: head + [0], document: bytes) == .notVerifiable(reason: 0))
    }

    @Test func aFrameEndsAtItsLimits() throws {
        func opening(head: UInt32, document: UInt32) throws -> SignatureFrame.Opening {
            var writer = FrameWriter()
            writer.word(SignatureFrame.mark)
            writer.long(3)
            writer.word(head)
            writer.word(document)
            return try SignatureFrame.Opening(writer.bytes)
        }
        let most = (head: UInt32(SignatureFrame.maximumHead), document: UInt32(SignatureFrame.maximumDocument))
        #expect(try opening(head: most.head, document: most.document).number == 3)
        #expect(throws: SignatureFrameError.tooLarge) { try opening(head: most.head + 1, document: 0) }
        #expect(throws: SignatureFrameError.tooLarge) { try opening(head: 0, document: most.document + 1) }
        #expect(throws: SignatureFrameError.unreadable) { try SignatureFrame.Opening([UInt8](repeating: 0, count: 20)) }
        #expect(throws: SignatureFrameError.unreadable) { try SignatureFrame.Opening([]) }
        let long = TestKey(
            privateKeyPEM: "",
            certificatePEM: Base64.encode([UInt8](repeating: 1, count: SignatureFrame.maximumHead))
        )
        let oversized = try job(Samples.assertion(), key: long)
        #expect(throws: SignatureFrameError.tooLarge) { try SignatureFrame.head(of: oversized, number: 1) }
    }

    /// Bytes that are held elsewhere are not kept: such a document is never said to be valid by anybody else.
    @Test func withoutItsBytesNothingIsAsked() throws {
        let bytes = try Samples.assertion()
        let document = try bytes.withUnsafeBytes { try XMLDocument(parsing: $0, limits: .soapEnvelope) }
        let assertion = try document.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
        let job = try SignatureJob(
            XMLSignature(onlyIn: document, childOf: assertion),
            policy: .samlAssertion(legacy: .refused),
            expecting: [ExpectedReference(assertion)],
            key: .certificate(TestKey.rsa.certificate)
        )
        #expect(throws: SignatureFrameError.noSource) { try SignatureFrame.head(of: job, number: 1) }
        #expect(SignatureVerdict(computing: job) == .valid)
    }

    @Test(
        arguments: [
            .valid, .referenceAltered(position: 3), .signatureInvalid, .keyUnusable, .keyTooWeak,
            .notVerifiable(reason: 12),
        ] as [SignatureVerdict]
    )
    func anAnswerReadsBackForItsOwnJobAlone(verdict: SignatureVerdict) {
        let answer = SignatureAnswer.encode(verdict, number: 9)
        #expect(answer.count == SignatureAnswer.bytes)
        #expect(SignatureAnswer.decode(answer, number: 9) == verdict)
        #expect(SignatureAnswer.decode(answer, number: 10) == nil)
        #expect(SignatureAnswer.decode(answer + [0], number: 9) == nil)
        #expect(SignatureAnswer.decode(Array(answer.dropLast()), number: 9) == nil)
    }

    /// One byte of an answer changed makes no *valid* of anything else, and a *valid* that says more is none.
    @Test func noOtherAnswerIsNearValid() throws {
        for verdict in [SignatureVerdict.signatureInvalid, .keyUnusable, .referenceAltered(position: 0)] {
            let answer = SignatureAnswer.encode(verdict, number: 9)
            for at in answer.indices {
                for bit in 0..<8 {
                    var changed = answer
                    changed[at] ^= 1 << UInt8(bit)
                    #expect(SignatureAnswer.decode(changed, number: 9) != .valid)
                }
            }
        }
        var valid = SignatureAnswer.encode(.valid, number: 9)
        valid[16] = 1
        #expect(SignatureAnswer.decode(valid, number: 9) == nil)
    }

    /// A position that the message has not is no verdict on it.
    @Test func anAlterationIsOfAReferenceThatThereIs() throws {
        let job = try job(Samples.assertion())
        #expect(throws: XMLSignatureError.notVerifiable(reason: 0)) {
            try SignatureVerdict.referenceAltered(position: 1).check(job)
        }
        for silence in SignatureSilence.allCases {
            #expect(throws: XMLSignatureError.unanswered(silence)) {
                try SignatureVerdict.unanswered(silence).check(job)
            }
            // Nobody's silence travels as anything but a missing verdict.
            let answer = SignatureAnswer.encode(.unanswered(silence), number: 1)
            #expect(SignatureAnswer.decode(answer, number: 1) == .notVerifiable(reason: 0))
        }
    }

    @Test func anElementIsFoundAgainWhereItStands() throws {
        let text = "<a><b/>x<b><c/><!-- --><d/></b></a>"
        let document = try XMLDocument(parsing: Array(text.utf8), limits: .xmlFragment)
        let again = try XMLDocument(parsing: Array(text.utf8), limits: .xmlFragment)
        for element in [document.root] + document.root.descendants {
            let place = ElementPosition(of: element)
            #expect(place.element(in: document) == element)
            #expect(place.element(in: again)?.path == element.path)
        }
        #expect(ElementPosition(steps: [1, 1]).element(in: document)?.name == "d")
        #expect(ElementPosition(steps: [2]).element(in: document) == nil)
        #expect(ElementPosition(steps: [0, 0]).element(in: document) == nil)
    }
}
