import FuzzSeeds
import HealthRecord
import SafeXML
import Testing
import XDSWire

/// No message, however bent, does more than be refused.
@Suite struct ReaderFuzzTests {
    static func samples() throws -> [String] {
        [
            written(try Samples.submission().write),
            written(try Samples.update().write),
            ForeignSubmission.text,
            QueryRequests.find([
                ("$XDSDocumentEntryEventCodeList", "('a^^1','b''c^^1')"),
                ("$XDSDocumentEntryAuthorPerson", "('%A_B%')"), ("$XDSDocumentEntryCreationTimeFrom", "2026"),
            ]),
            written(
                QueryAnswer([
                    .set(SubmittedSet(try Samples.set())),
                    .entry(SubmittedEntry(try Samples.entry(), repository: try Samples.oid("1.2.3"))),
                ]).write
            ),
            written(RegistryResponse([RegistryFinding(.missingDocument, "d", .noDocument)]).write),
            written(
                RetrieveRequest([
                    DocumentReference(repository: try Samples.oid("1.2"), document: try Samples.oid("1.3"))
                ]).write
            ),
            written(
                RetrieveAnswer(
                    documents: [
                        RetrievedDocument(
                            reference: DocumentReference(
                                repository: try Samples.oid("1.2"),
                                document: try Samples.oid("1.3")
                            ),
                            mimeType: "text/xml",
                            content: .attachment("a@b")
                        )
                    ],
                    problems: []
                ).write
            ),
        ]
    }

    static func readAll(_ element: XMLElement) {
        _ = try? Submission.read(element)
        _ = try? Submission.read(element, profile: .ihe)
        _ = try? MetadataUpdateRequest.read(element)
        _ = try? StoredQueryRequest.read(element)
        _ = try? QueryAnswer.read(element)
        _ = try? RegistryResponse(element)
        _ = try? RetrieveRequest.read(element)
        _ = try? RetrieveAnswer(element)
    }

    @Test(arguments: 0..<150) func bentBytesDoNotCrash(seed: Int) throws {
        var random = SplitMix64(seed: FuzzSeed.of(UInt64(seed)))
        for sample in try Self.samples() {
            var bytes = Array(sample.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0x20...0x7E, using: &random)
                case 1: bytes.remove(at: at)
                default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: at)
                }
            }
            if let document = try? XMLDocument(parsing: bytes, limits: .soapEnvelope) { Self.readAll(document.root) }
        }
    }

    /// Stays well formed: attribute values and texts change places, or become something else.
    @Test(arguments: 0..<150) func bentValuesDoNotCrash(seed: Int) throws {
        var random = SplitMix64(seed: FuzzSeed.of(UInt64(seed)))
        let strange = [
            "", "^^^", "&amp;&amp;", "-1", "99999999999999999999999", "urn:uuid:", "('", "é", "1.2", "ss", "d1",
        ]
        for sample in try Self.samples() {
            var parts = sample.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
            guard parts.count > 8 else { continue }
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let one = Int.random(in: 0..<parts.count / 2, using: &random) * 2 + 1
                let other = Int.random(in: 0..<parts.count / 2, using: &random) * 2 + 1
                guard one < parts.count, other < parts.count, !parts[one].contains("xsd"), !parts[other].contains("xsd")
                else { continue }
                if Bool.random(using: &random) {
                    parts.swapAt(one, other)
                } else {
                    parts[one] = strange.randomElement(using: &random) ?? ""
                }
            }
            let text = parts.joined(separator: "\"")
            if let document = try? XMLDocument(parsing: Array(text.utf8), limits: .soapEnvelope) {
                Self.readAll(document.root)
            }
        }
    }

    @Test func everyReaderRefusesEveryOtherMessage() throws {
        for (index, sample) in try Self.samples().enumerated() {
            let element = try parse(sample)
            #expect(((try? Submission.read(element)) != nil) == [0, 2].contains(index))
            #expect(((try? MetadataUpdateRequest.read(element)) != nil) == (index == 1))
            #expect(((try? StoredQueryRequest.read(element)) != nil) == (index == 3))
            #expect(((try? QueryAnswer.read(element)) != nil) == (index == 4))
            #expect(((try? RegistryResponse(element)) != nil) == (index == 5))
            #expect(((try? RetrieveRequest.read(element)) != nil) == (index == 6))
            #expect(((try? RetrieveAnswer(element)) != nil) == (index == 7))
        }
    }
}
