import SOAPWire
import SafeXML
import Testing

@Suite struct XOPTests {
    private func parse(_ content: String) throws -> XMLElement {
        let text = "<D xmlns:x=\"http://www.w3.org/2004/08/xop/include\">\(content)</D>"
        return try XMLDocument(parsing: Array(text.utf8), limits: .xmlFragment).root
    }

    private func headers(_ ids: [String]) throws -> [PartHeaders] {
        let documents = ids.map { body("", "--B", "Content-ID: <\($0)>", "", "x") }
        return try Gatherer.all(body("--B", "", "<e/>") + documents.joined() + "\r\n--B--").map(\.headers)
    }

    @Test func resolvesBothForms() throws {
        #expect(try XOPInclude(parse("\n <x:Include href=\"cid:doc1%40x%3A%31\"/> ")) == .part(contentID: "doc1@x:1"))
        #expect(try XOPInclude(parse("<x:Include href=\"CID:doc1@x\"/>")) == .part(contentID: "doc1@x"))
        #expect(try XOPInclude(parse("QUJD\n RA==")) == .inline(Array("ABCD".utf8)))
        #expect(try XOPInclude(parse("")) == .inline([]))
    }

    @Test(arguments: [
        "<x:Include/>", "<x:Include href=\"http://localhost/\"/>", "<x:Include href=\"cid:%4\"/>",
        "<x:Include href=\"cid:%zz\"/>", "<x:Include href=\"cid:\"/>", "<x:Include href=\"cid:a\"/>QUJD",
        "<x:Include href=\"cid:a\"/><x:Include href=\"cid:b\"/>", "<Include href=\"cid:a\"/>", "Q", "Q*JD",
        "<x:Include href=\"cid:a%0Db\"/>",
    ])
    func refuses(_ content: String) {
        #expect(throws: SOAPError.malformedElement("/D")) { try XOPInclude(parse(content)) }
    }

    @Test(arguments: ["a@b", "http://tempuri.org/1/635", "a%b", "uuid:1+id=2", "é@x"])
    func referencesReadBack(_ id: String) {
        #expect(ContentID.decode(reference: ContentID.reference(to: id)) == id)
    }

    @Test(arguments: [-1, 0, 1]) func aReferenceEndsAtItsLength(_ excess: Int) throws {
        let id = String(repeating: "a", count: ContentID.maximumLength - "cid:".utf8.count + excess)
        let content = "<x:Include href=\"cid:\(id)\"/>"
        if excess > 0 {
            #expect(throws: SOAPError.malformedElement("/D")) { try XOPInclude(parse(content)) }
            #expect(throws: MultipartError.malformedReference(element: "/D/Include")) {
                try XOPReferences(in: parse(content))
            }
        } else {
            #expect(try XOPInclude(parse(content)) == .part(contentID: id))
            #expect(try XOPReferences(in: parse(content)).count == 1)
        }
    }

    @Test func everyPartIsReferredToOnce() throws {
        let root = try parse("<x:Include href=\"cid:a%40x\"/><b><x:Include href=\"cid:b\"/></b>")
        var references = try XOPReferences(in: root)
        #expect(references.count == 2)
        for headers in try headers(["b", "a@x"]) { try references.claim(headers) }
        try references.finish()
    }

    @Test func aPartThatNobodyRefersToIsRefused() throws {
        var references = try XOPReferences(in: parse("<x:Include href=\"cid:a\"/>"))
        #expect(throws: MultipartError.unreferenced(part: 2)) {
            for headers in try headers(["a", "b"]) { try references.claim(headers) }
        }
    }

    @Test func aPartReferredToTwiceIsRefused() throws {
        #expect(throws: MultipartError.referredTwice(element: "/D/b/Include")) {
            try XOPReferences(in: parse("<x:Include href=\"cid:a\"/><b><x:Include href=\"cid:%61\"/></b>"))
        }
    }

    @Test func aPartThatDoesNotComeIsRefused() throws {
        let references = try XOPReferences(in: parse("<x:Include href=\"cid:a\"/>"))
        #expect(throws: MultipartError.missingPart(element: "/D/Include")) { try references.finish() }
    }

    @Test(arguments: [-1, 0, 1])
    func numberOfReferences(_ excess: Int) throws {
        let most = MultipartLimits.parts - 1
        let content = (0..<(most + excess)).map { "<x:Include href=\"cid:\($0)\"/>" }.joined()
        if excess > 0 {
            #expect(throws: MultipartError.tooManyReferences(limit: most)) { try XOPReferences(in: parse(content)) }
        } else {
            #expect(try XOPReferences(in: parse(content)).count == most + excess)
        }
    }

    @Test func aReferenceElsewhereIsRefused() throws {
        #expect(throws: MultipartError.malformedReference(element: "/D/Include")) {
            try XOPReferences(in: parse("<x:Include href=\"file:///etc/passwd\"/>"))
        }
    }
}
