import HealthRecord
import SafeXML
import Testing
import XDSWire

/// Messages with one thing less, as many, and one more than `WireLimits` lets in.
@Suite struct MessageLimitTests {
    private static let namespaces = """
        xmlns:q="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0" xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0" \
        xmlns:rs="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0" xmlns:x="urn:ihe:iti:xds-b:2007" \
        status="\(ResponseStatus.success.rawValue)"
        """

    /// A root with `count` times the same inside `list`, which may be several elements deep.
    private static func message(_ root: String, _ list: [String], _ part: String, count: Int) throws -> XMLElement {
        let open = list.map { "<\($0)>" }.joined()
        let close = list.reversed().map { "</\($0)>" }.joined()
        return try parse("<\(root) \(namespaces)>\(open)\(String(repeating: part, count: count))\(close)</\(root)>")
    }

    private static func request(_ document: String, count: Int) throws -> XMLElement {
        let part = """
            <x:DocumentRequest><x:RepositoryUniqueId>1.2</x:RepositoryUniqueId><x:DocumentUniqueId>\(document)\
            </x:DocumentUniqueId></x:DocumentRequest>
            """
        return try message("x:RetrieveDocumentSetRequest", [], part, count: count)
    }

    @Test(arguments: [-1, 0, 1]) func findingsStopAtTheirLimit(step: Int) throws {
        let count = WireLimits.findings + step
        let reading = try RetrieveRequest.read(try Self.request("no identifier", count: count))
        let all = (1...count).map {
            RegistryFinding(.documentUniqueIDError, "DocumentRequest[\($0)].DocumentUniqueId", .badOID)
        }
        #expect(reading.findings == Array(all.prefix(WireLimits.findings)))
        #expect(reading.message?.documents == [])
    }

    @Test func aSubmissionWithTooManyFindingsIsRefused() throws {
        var submission = try Samples.submission()
        submission.entries = (0..<300).map { SubmittedEntry(id: "e\($0)") }
        let reading = try Submission.read(try parse(written(submission.write)))
        #expect(reading.findings.count == WireLimits.findings)
        #expect(reading.accepted == nil)
    }

    @Test(arguments: [-1, 0, 1]) func objectsOfAnAnswerHaveALimit(step: Int) throws {
        let count = WireLimits.objects + step
        let element = try Self.message(
            "q:AdhocQueryResponse",
            ["rim:RegistryObjectList"],
            "<rim:ObjectRef id='urn:uuid:x'/>",
            count: count
        )
        if step > 0 {
            #expect(throws: XDSWireError.tooManyObjects(limit: WireLimits.objects)) { try QueryAnswer.read(element) }
        } else {
            #expect(try QueryAnswer.read(element).message?.items.count == count)
        }
    }

    @Test(arguments: [-1, 0, 1]) func problemsOfAnAnswerHaveALimit(step: Int) throws {
        let count = WireLimits.objects + step
        let element = try Self.message(
            "rs:RegistryResponse",
            ["rs:RegistryErrorList"],
            "<rs:RegistryError errorCode='XYZ' codeContext='c'/>",
            count: count
        )
        if step > 0 {
            #expect(throws: XDSWireError.tooManyObjects(limit: WireLimits.objects)) { try RegistryResponse(element) }
        } else {
            #expect(try RegistryResponse(element).problems.count == count)
        }
    }

    @Test(arguments: [-1, 0, 1]) func documentsOfASubmissionHaveALimit(step: Int) throws {
        var submission = try Samples.submission()
        let count = WireLimits.objects + step
        submission.documents = (0..<count).map { DocumentPart(id: "d\($0)", content: .inline([])) }
        let element = try parse(written(submission.write))
        if step > 0 {
            #expect(throws: XDSWireError.tooManyObjects(limit: WireLimits.objects)) { try Submission.read(element) }
        } else {
            #expect(try Submission.read(element).message?.documents.count == count)
        }
    }

    @Test(arguments: [-1, 0, 1]) func requestedDocumentsHaveALimit(step: Int) throws {
        let count = WireLimits.retrievals + step
        let element = try Self.request("1.2.3", count: count)
        if step > 0 {
            #expect(throws: XDSWireError.tooManyObjects(limit: WireLimits.retrievals)) {
                try RetrieveRequest.read(element)
            }
        } else {
            let reading = try RetrieveRequest.read(element)
            #expect(reading.accepted?.documents.count == count)
            #expect(reading.findings == [])
        }
    }

    @Test(arguments: [-1, 0, 1]) func retrievedDocumentsHaveALimit(step: Int) throws {
        let reference = DocumentReference(repository: try Samples.oid("1.2"), document: try Samples.oid("1.2.3"))
        let document = RetrievedDocument(reference: reference, mimeType: "text/plain", content: .inline([65]))
        let count = WireLimits.retrievals + step
        let answer = RetrieveAnswer(documents: Array(repeating: document, count: count), problems: [])
        let element = try parse(written(answer.write))
        if step > 0 {
            #expect(throws: XDSWireError.tooManyObjects(limit: WireLimits.retrievals)) { try RetrieveAnswer(element) }
        } else {
            #expect(try RetrieveAnswer(element) == answer)
        }
    }
}
