import SafeXML
import Testing

@Suite struct ReadingTests {
    private let document: XMLDocument

    init() throws {
        let text = """
            <r xmlns='urn:one' xmlns:t='urn:two' id='7' t:kind='k' empty=''>
            <a>un<!-- coupé --> de<![CDATA[ux <]]> &amp; tr<b>X</b>ois</a>
            <t:a n='1'/><a n='2'><b><c>fond</c></b></a></r>
            """
        document = try XMLDocument(parsing: Array(text.utf8), limits: .xmlFragment)
    }

    @Test func joinsTextAcrossCommentsAndCDATA() throws {
        let first = try #require(document.root.child("a"))
        #expect(first.text == "un deux < & trois")
        #expect(first.deepText == "un deux < & trXois")
        #expect(first.holdsCommentOrInstruction)
    }

    @Test func looksUpByNameAndNamespace() throws {
        let root = document.root
        #expect(root.name == "r" && root.namespace == "urn:one" && root.prefix.isEmpty && root.parent == nil)
        #expect(root.children("a").map { $0.attribute("n") } == [nil, "2"])
        #expect(root.child("a", in: "urn:two")?.attribute("n") == "1")
        #expect(root.child("a", in: "") == nil)
        #expect(root.first("a", "b", "c") == nil)
        #expect(Array(root.children).last?.first("b", "c")?.text == "fond")
        #expect(root.descendants.map(\.name) == ["a", "b", "a", "a", "b", "c"])
        #expect(Array(root.descendants("b", in: "urn:one")).count == 2)
    }

    @Test func readsAttributes() throws {
        let root = document.root
        #expect(root.attribute("id") == "7" && root.attribute("kind") == nil && root.attribute("empty") == "")
        #expect(root.attribute("kind", in: "urn:two") == "k")
        #expect(root.attributes.map(\.name) == ["id", "kind", "empty"])
        #expect(root.namespace(forPrefix: "t") == "urn:two" && root.namespace(forPrefix: "") == "urn:one")
        #expect(root.namespace(forPrefix: "zz") == nil)
        #expect(throws: XMLError.missingAttribute(name: "x", element: "/r")) { try root.required(attribute: "x") }
    }

    @Test func tellsWhereItIs() throws {
        let last = try #require(Array(document.root.children).last)
        #expect(last.path == "/r/a[3]" && last.lineNumber == 3)
        #expect(last.first("b", "c")?.path == "/r/a[3]/b/c")
    }

    @Test func requiresExactlyOne() {
        #expect(throws: XMLError.repeatedElement(name: "a", parent: "/r")) { try document.root.only("a") }
        #expect(throws: XMLError.missingElement(name: "z", parent: "/r")) { try document.root.only("z") }
    }

    @Test func walksMixedContent() throws {
        let kinds = try #require(document.root.child("a")).content.map { node in
            switch node {
            case .element(let element): "<\(element.name)>"
            case .text(let text): text
            case .comment: "!"
            case .instruction: "?"
            }
        }
        #expect(kinds == ["un", "!", " de", "ux <", " & tr", "<b>", "ois"])
    }

    @Test func elementOutlivesTheVariableOfItsDocument() throws {
        func inner() throws -> XMLElement {
            try XMLDocument(parsing: Array("<a><b>x</b></a>".utf8), limits: .xmlFragment).root.only("b")
        }
        #expect(try inner().text == "x")
    }
}
