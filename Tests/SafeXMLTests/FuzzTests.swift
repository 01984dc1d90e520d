import FuzzSeeds
import SafeXML
import Testing

/// X19: mutations of valid samples; nothing may crash, and nothing but an untouched meaning may verify.
@Suite struct FuzzTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func parserSurvives(seed: UInt64) throws {
        var generator = SplitMix64(seed: FuzzSeed.of(seed))
        let sample = Array(
            "<?xml version='1.0' encoding='UTF-8'?><!-- c --><a xmlns='urn:a' xmlns:b='urn:b' b:x='1'><b:c>é&amp;&#65;<![CDATA[<]]></b:c><?xml-stylesheet x?><d e=\"f\"/></a>"
                .utf8
        )
        for _ in 0..<150 {
            let bytes = generator.mutate(sample)
            guard let document = try? XMLDocument(parsing: bytes, limits: .clinicalDocument) else { continue }
            for element in document.root.descendants {
                _ = (
                    element.path, element.text, element.deepText, element.attributes, element.namespace(forPrefix: "b")
                )
            }
            _ = try? document.canonicalized(.exclusive)
            _ = try? document.root.canonicalized(.inclusive11WithComments)
        }
    }

    @Test(arguments: 100..<120 as Range<UInt64>)
    func verifierAcceptsNothingElse(seed: UInt64) throws {
        var generator = SplitMix64(seed: FuzzSeed.of(seed))
        let sample = try Samples.assertion()
        let meaning = try Samples.receive(sample).assertion.canonicalized(.exclusive)
        let signature = Samples.text(sample).slice(from: "<ds:Signature ", through: "</ds:Signature>")
        for _ in 0..<60 {
            let bytes = generator.mutate(sample)
            guard let received = try? Samples.receive(bytes) else { continue }
            // What verifies may differ outside the assertion or in KeyInfo, never in what was signed.
            let text = Samples.text(try received.assertion.canonicalized(.exclusive))
            let kept = text.slice(from: "<saml2:Subject>", through: "</saml2:Assertion>")
            #expect(Samples.text(meaning).hasSuffix(kept) && !kept.isEmpty && !signature.isEmpty)
        }
    }

    @Test(arguments: 200..<210 as Range<UInt64>)
    func lotReaderSurvives(seed: UInt64) throws {
        var generator = SplitMix64(seed: FuzzSeed.of(seed))
        let sample = try Samples.lot()
        for _ in 0..<100 {
            guard let document = try? XMLDocument(parsing: generator.mutate(sample), limits: .signature),
                let signature = try? XMLSignature(onlyIn: document, childOf: nil)
            else { continue }
            _ = try? signature.certificates()
            guard let manifest = try? signature.manifests().first, let xades = try? signature.xadesProperties() else {
                continue
            }
            _ = try? signature.verifyBothWays(
                .lotSignature(legacy: .sha1Tolerated),
                expecting: [ExpectedReference(manifest.element), ExpectedReference(xades.element)],
                key: .certificate(TestKey.rsa.certificate)
            )
        }
    }
}
