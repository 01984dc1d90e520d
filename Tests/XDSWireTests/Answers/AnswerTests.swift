import HealthRecord
import SafeXML
import Testing
import XDSWire

/// What a server says and a client reads.
@Suite struct AnswerTests {
    @Test func findingsBecomeARefusal() throws {
        let response = RegistryResponse([
            RegistryFinding(.missingDocument, "DocumentEntry[d1]", .noDocument),
            RegistryFinding(.extraMetadataNotSaved, "DocumentEntry[f]", .extraNotStored),
        ])
        #expect(response.status == .failure)
        let read = try RegistryResponse(try parse(written(response.write)))
        #expect(read == response)
        #expect(read.problems.map(\.code) == [.missingDocument, .extraMetadataNotSaved])
        #expect(read.problems.map(\.severity) == [.error, .warning])
    }

    @Test func warningsAloneAreASuccess() throws {
        let response = RegistryResponse([RegistryFinding(.extraMetadataNotSaved, "DocumentEntry[f]", .extraNotStored)])
        #expect(response.status == .success)
        #expect(written(response.write).contains("highestSeverity=\"\(FindingSeverity.warning.rawValue)\""))
    }

    @Test func foreignCodesAreKept() throws {
        let text = """
            <RegistryResponse xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0" \
            status="\(ResponseStatus.failure.rawValue)"><RegistryErrorList><RegistryError errorCode="XYZ" \
            codeContext="c" severity="?"/></RegistryErrorList></RegistryResponse>
            """
        let problem = try #require(try RegistryResponse(try parse(text)).problems.first)
        #expect(problem.errorCode == "XYZ")
        #expect(problem.code == nil)
        #expect(problem.severity == .error)
    }

    @Test func unknownStatusIsRefused() throws {
        let element = try parse("<RegistryResponse xmlns='urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0' status='x'/>")
        #expect(throws: XDSWireError.unknownStatus) { try RegistryResponse(element) }
    }

    @Test func retrievalIsReadAndWritten() throws {
        let repository = try Samples.oid("1.2.250.1.213.4.1.1.1.2")
        let request = RetrieveRequest([
            DocumentReference(repository: repository, document: try Samples.oid("1.2.3")),
            DocumentReference(repository: repository, document: try Samples.oid("1.2.4"), home: "urn:oid:1.2"),
        ])
        #expect(try RetrieveRequest.read(try parse(written(request.write))).accepted == request)
    }

    @Test func malformedRequestsAreFoundAndTheOthersServed() throws {
        let text = """
            <x:RetrieveDocumentSetRequest xmlns:x="urn:ihe:iti:xds-b:2007"><x:DocumentRequest>\
            <x:RepositoryUniqueId>1.2</x:RepositoryUniqueId><x:DocumentUniqueId>\(Samples.id(1).urn)\
            </x:DocumentUniqueId></x:DocumentRequest><x:DocumentRequest><x:RepositoryUniqueId>1.2\
            </x:RepositoryUniqueId><x:DocumentUniqueId> 1.2.3 </x:DocumentUniqueId></x:DocumentRequest>\
            <x:DocumentRequest/></x:RetrieveDocumentSetRequest>
            """
        let reading = try RetrieveRequest.read(try parse(text))
        #expect(reading.message?.documents.map(\.document.text) == ["1.2.3"])
        #expect(
            reading.findings == [
                RegistryFinding(.documentUniqueIDError, "DocumentRequest[1].DocumentUniqueId", .badOID),
                RegistryFinding(.unknownRepositoryID, "DocumentRequest[3].RepositoryUniqueId", .badOID),
                RegistryFinding(.documentUniqueIDError, "DocumentRequest[3].DocumentUniqueId", .badOID),
            ]
        )
    }

    @Test func retrievedDocumentsComeBackTheSame() throws {
        let repository = try Samples.oid("1.2.250.1.213.4.1.1.1.2")
        let documents = [
            RetrievedDocument(
                reference: DocumentReference(repository: repository, document: try Samples.oid("1.2.3")),
                mimeType: "text/xml",
                content: .attachment("é 1:2@x%y".split(separator: " ").joined())
            ),
            RetrievedDocument(
                reference: DocumentReference(
                    repository: repository,
                    document: try Samples.oid("1.2.4"),
                    home: "urn:oid:1"
                ),
                mimeType: "application/pdf",
                content: .inline([0, 255, 128])
            ),
        ]
        let problem = RegistryProblem(.documentUniqueIDError, context: "c", location: "l")
        for answer in [
            RetrieveAnswer(documents: documents, problems: []),
            RetrieveAnswer(documents: documents, problems: [problem]),
            RetrieveAnswer(documents: [], problems: [problem]),
        ] {
            #expect(try RetrieveAnswer(try parse(written(answer.write))) == answer)
        }
        #expect(RetrieveAnswer(documents: documents, problems: []).response.status == .success)
        #expect(RetrieveAnswer(documents: documents, problems: [problem]).response.status == .partialSuccess)
        #expect(RetrieveAnswer(documents: [], problems: [problem]).response.status == .failure)
    }

    @Test(arguments: [
        ("cid:doc1%40x", "doc1@x" as String?), ("CID:a%3Ab", "a:b"), ("cid:plain@x", "plain@x"), ("cid:", nil),
        ("http://x", nil), ("cid:a%4", nil), ("cid:a%zz", nil), ("cid:a%00", nil), ("cid:%FF", nil), ("cid:a%20b", nil),
    ]) func contentIDsAreDecoded(href: String, id: String?) throws {
        let text = """
            <x:RetrieveDocumentSetResponse xmlns:x="urn:ihe:iti:xds-b:2007"><r:RegistryResponse \
            xmlns:r="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0" status="\(ResponseStatus.success.rawValue)"/>\
            <x:DocumentResponse><x:RepositoryUniqueId>1.2</x:RepositoryUniqueId><x:DocumentUniqueId>1.3\
            </x:DocumentUniqueId><x:mimeType>text/xml</x:mimeType><x:Document><i:Include \
            xmlns:i="http://www.w3.org/2004/08/xop/include" href="\(href)"/></x:Document></x:DocumentResponse>\
            </x:RetrieveDocumentSetResponse>
            """
        let answer = try? RetrieveAnswer(try parse(text))
        #expect(answer?.documents.first?.content == id.map { .attachment($0) })
    }

    @Test func twoHundredEntriesAreWrittenAndRead() throws {
        let repository = try Samples.oid("1.2.250.1.213.4.1.1.1.2")
        let items = try (1...200).map {
            RegistryItem.entry(SubmittedEntry(try Samples.entry($0), repository: repository))
        }
        let answer = QueryAnswer(items)
        var writer = XMLWriter(capacity: answer.estimatedBytes)
        answer.write(into: &writer)
        let bytes = writer.finish()
        #expect(bytes.count < answer.estimatedBytes)
        #expect(bytes.count > answer.estimatedBytes / 2)
        let reading = try QueryAnswer.read(try XMLDocument(parsing: bytes, limits: XMLLimits(bytes: 16 << 20)).root)
        #expect(reading.findings == [])
        #expect(reading.message == answer)
    }

    @Test func partIDsAreUniqueAndStable() throws {
        let repository = try Samples.oid("1.2.3")
        let text = written(
            QueryAnswer([
                .entry(SubmittedEntry(try Samples.entry(1), repository: repository)),
                .set(SubmittedSet(try Samples.set())),
            ]).write
        )
        let ids = text.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
        #expect(ids.count > 15)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { UniqueID($0) != nil && $0.hasPrefix("urn:uuid:") })
    }

    @Test func mixedAnswerComesBackTheSame() throws {
        let association = RecordAssociation(
            id: Samples.id(70),
            type: .hasMember,
            source: Samples.id(900),
            target: Samples.id(1)
        )
        let answer = QueryAnswer([
            .set(SubmittedSet(try Samples.set())),
            .entry(SubmittedEntry(try Samples.entry(), repository: try Samples.oid("1.2.3"))),
            .association(SubmittedAssociation(association)), .reference(Samples.id(3).urn),
        ])
        #expect(try QueryAnswer.read(try parse(written(answer.write))).message == answer)
        let empty = QueryAnswer([])
        #expect(try QueryAnswer.read(try parse(written(empty.write))).message == empty)
        #expect(QueryAnswer([RegistryFinding(.unknownStoredQuery, "q", .unknownQuery)]).status == .failure)
    }

    @Test func everyCodeAndReasonHasItsWords() {
        #expect(Set(RegistryErrorCode.allCases.map(\.meaning)).count == RegistryErrorCode.allCases.count)
        for reason in FindingReason.allCases {
            #expect(!reason.text.isEmpty)
            #expect(!reason.remedy.isEmpty)
        }
        #expect(RegistryErrorCode.allCases.count == 43)
    }
}
