import SafeXML
import Testing

@Suite struct CanonicalTests {
    private func parse(_ text: String) throws -> XMLDocument {
        try XMLDocument(parsing: Array(text.utf8), limits: .clinicalDocument)
    }

    @Test("Canonical XML 1.0 § 3.3: attribute order, empty elements, namespaces")
    func ordersAttributes() throws {
        let document = try parse("<e   c='3' b:x='2' a='1'  xmlns:b='urn:b'   xmlns='urn:d'  ><f/></e>")
        let form = try document.canonicalized(.inclusive)
        #expect(Samples.text(form) == #"<e xmlns="urn:d" xmlns:b="urn:b" a="1" c="3" b:x="2"><f></f></e>"#)
    }

    @Test("Exclusive C14N § 2.2: a subtree keeps the namespaces it uses, and only those")
    func exclusiveSubtree() throws {
        let document = try parse(
            "<n0:local xmlns:n0='foo:bar' xmlns:n3='ftp://example.org'><n1:elem2 xmlns:n1='http://example.net' xml:lang='en'>"
                + "<n3:stuff xmlns:n3='ftp://example.org'/></n1:elem2></n0:local>"
        )
        let inner = try #require(document.root.child("elem2", in: "http://example.net"))
        #expect(
            try Samples.text(inner.canonicalized(.exclusive))
                == #"<n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>"#
        )
        #expect(
            try Samples.text(inner.canonicalized(.inclusive))
                == #"<n1:elem2 xmlns:n0="foo:bar" xmlns:n1="http://example.net" xmlns:n3="ftp://example.org" xml:lang="en"><n3:stuff></n3:stuff></n1:elem2>"#
        )
        #expect(
            try Samples.text(inner.canonicalized(.exclusive, inclusivePrefixes: ["n0"]))
                == #"<n1:elem2 xmlns:n0="foo:bar" xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>"#
        )
    }

    @Test("The context of a subtree does not change its exclusive form")
    func exclusiveFormMoves() throws {
        let one = try parse("<a xmlns:x='urn:x' xmlns:y='urn:y'><x:b y:c='1'>t</x:b></a>")
        let two = try parse("<q xmlns:z='urn:z' xmlns='urn:q'><x:b xmlns:y='urn:y' xmlns:x='urn:x' y:c='1'>t</x:b></q>")
        let forms = try [one, two].map { document in
            try #require(document.root.child("b", in: "urn:x")).canonicalized(.exclusive)
        }
        #expect(forms[0] == forms[1])
    }

    @Test func commentsFollowTheMethod() throws {
        let document = try parse("<a>x<!-- c -->y<![CDATA[<]]></a>")
        #expect(try Samples.text(document.canonicalized(.inclusive)) == "<a>xy&lt;</a>")
        #expect(try Samples.text(document.canonicalized(.inclusiveWithComments)) == "<a>x<!-- c -->y&lt;</a>")
        #expect(try Samples.text(document.root.canonicalized(.exclusiveWithComments)) == "<a>x<!-- c -->y&lt;</a>")
    }

    @Test func inheritsXMLAttributesInTheInclusiveFormOnly() throws {
        let document = try parse("<a xml:lang='fr'><b/></a>")
        let inner = try document.root.only("b")
        #expect(try Samples.text(inner.canonicalized(.inclusive)) == #"<b xml:lang="fr"></b>"#)
        #expect(try Samples.text(inner.canonicalized(.inclusive11)) == #"<b xml:lang="fr"></b>"#)
        #expect(try Samples.text(inner.canonicalized(.exclusive)) == "<b></b>")
    }

    @Test func keepsTheStylesheetInstruction() throws {
        let document = try parse("<?xml-stylesheet href='x'?><a/>")
        #expect(try Samples.text(document.canonicalized(.inclusive)) == "<?xml-stylesheet href='x'?>\n<a></a>")
    }
}
