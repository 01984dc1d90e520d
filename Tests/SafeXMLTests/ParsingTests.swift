import SafeXML
import Testing

@Suite struct ParsingTests {
    private func parse(_ text: String, _ limits: XMLLimits = .xmlFragment) throws(XMLError) -> XMLDocument {
        try XMLDocument(parsing: Array(text.utf8), limits: limits)
    }

    @Test("X1: bytes at the limit −1, 0, +1", arguments: [-1, 0, 1])
    func capsBytes(offset: Int) throws {
        let text = "<a>0123456789</a>"
        let limits = XMLLimits(bytes: text.utf8.count - offset)
        if offset > 0 {
            #expect(throws: XMLError.tooLarge(limit: limits.bytes)) { try parse(text, limits) }
        } else {
            #expect(try parse(text, limits).root.name == "a")
        }
    }

    @Test func refusesNothing() {
        #expect(throws: XMLError.empty) { try XMLDocument(parsing: [], limits: .xmlFragment) }
    }

    @Test(
        "X2: any DTD, bombs and files included",
        arguments: [
            "<!DOCTYPE a><a/>", "<!DOCTYPE a []><a/>", "<!DOCTYPE a SYSTEM 'http://127.0.0.1/x.dtd'><a/>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
            "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;&x;'><!ENTITY z '&y;&y;&y;&y;'>]><a>&z;</a>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]><a/>",
            "<!DOCTYPE a [<!ATTLIST a b CDATA 'default'>]><a/>",
            "<?xml version='1.0'?><!-- c --><!DOCTYPE a PUBLIC 'p' 's'><a/>",
        ]
    )
    func refusesDoctype(text: String) {
        #expect(throws: XMLError.doctypeRefused) { try parse(text) }
    }

    @Test(
        "X3: no recovery, no entity",
        arguments: [
            "<a>", "<a></b>", "<a>&x;</a>", "<a b='1' b='2'/>", "<p:a/>", "<a p:b=''/>", "<a/><b/>", "text",
            "<a>\u{1}</a>",
            "<a>]]></a>", "<a b=c/>", "<a>&#0;</a>", "<a>&#xFFFF;</a>", "<a><!-- -- --></a>",
        ]
    )
    func refusesMalformed(text: String) {
        #expect {
            try parse(text)
        } throws: { error in
            if case XMLError.malformed = error { true } else { false }
        }
    }

    @Test(
        "X4: encodings",
        arguments: [
            [0xFE, 0xFF, 0x00, 0x3C, 0x00, 0x61, 0x00, 0x2F, 0x00, 0x3E],
            [0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00, 0x2F, 0x00],
            Array("<?xml version='1.0' encoding='UTF-16'?><a/>".utf8),
            Array("<?xml version='1.0' encoding='UTF-7'?><a/>".utf8),
            Array("<?xml version='1.0' encoding='ISO-8859-1'?><a/>".utf8),
            Array("<a>".utf8) + [0xE9] + Array("</a>".utf8),
            Array("<a>".utf8) + [0xC0, 0x80] + Array("</a>".utf8),
            Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8),
            [0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0' encoding='ISO-8859-1'?><a/>".utf8),
        ] as [[UInt8]]
    )
    func refusesOtherEncodings(bytes: [UInt8]) {
        #expect(throws: XMLError.encodingRefused) { try XMLDocument(parsing: bytes, limits: .xmlFragment) }
    }

    @Test(
        "X4: UTF-16 without a mark is not well formed",
        arguments: [
            [0x00, 0x3C, 0x00, 0x61, 0x00, 0x2F, 0x00, 0x3E], [0x3C, 0x00, 0x61, 0x00, 0x2F, 0x00, 0x3E, 0x00],
        ] as [[UInt8]]
    )
    func refusesBareUTF16(bytes: [UInt8]) {
        #expect(throws: XMLError.self) { try XMLDocument(parsing: bytes, limits: .xmlFragment) }
    }

    @Test func readsUTF8WithMarkAndLatin1WhereAllowed() throws {
        let marked = [0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0' encoding='utf-8'?><a>é</a>".utf8)
        #expect(try XMLDocument(parsing: marked, limits: .xmlFragment).root.text == "é")
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(try XMLDocument(parsing: latin, limits: .clinicalDocument).root.text == "é")
    }

    @Test("X5: depth at 99, 100, 101", arguments: [99, 100, 101, 300])
    func capsDepth(depth: Int) throws {
        let text = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        if depth <= 100 {
            _ = try parse(text)
        } else {
            #expect(throws: XMLError.tooDeep(limit: 100, line: 1)) { try parse(text) }
        }
    }

    @Test("X5: nodes at the limit −1, 0, +1", arguments: [-1, 0, 1])
    func capsNodes(offset: Int) throws {
        // The root, then elements, text and comments by turns.
        let limit = 301
        let text = "<a>" + String(repeating: "<b/>t<!--c-->", count: 100) + (offset > 0 ? "<b/>" : "") + "</a>"
        let limits = XMLLimits(bytes: 1 << 20, nodes: offset < 0 ? limit + 1 : limit)
        if offset > 0 {
            #expect(throws: XMLError.tooManyNodes(limit: limit, line: 1)) { try parse(text, limits) }
        } else {
            _ = try parse(text, limits)
        }
    }

    @Test("X5: attributes at 63, 64, 65, a flood", arguments: [63, 64, 65, 20_000])
    func capsAttributes(count: Int) throws {
        let text = "<a " + (0..<count).map { "a\($0)='='" }.joined(separator: " ") + "/>"
        if count <= 64 {
            #expect(try parse(text).root.attributes.count == count)
        } else {
            #expect {
                try parse(text, .soapEnvelope)
            } throws: { error in
                if case XMLError.tooManyAttributes = error { true } else { false }
            }
        }
    }

    @Test("Namespaces in scope at 63, 64, 65", arguments: [63, 64, 65])
    func capsNamespaces(count: Int) throws {
        let half = { (range: Range<Int>) in range.map { "xmlns:n\($0)='urn:\($0)'" }.joined(separator: " ") }
        let text = "<a \(half(0..<40))><b \(half(40..<count))/><b \(half(40..<count))/></a>"
        if count <= 64 {
            _ = try parse(text)
        } else {
            #expect(throws: XMLError.tooManyNamespaces(limit: 64, line: 1)) { try parse(text) }
        }
    }

    @Test("X5: text at the limit −1, 0, +1, cut by CDATA or not", arguments: [-1, 0, 1], ["", "<![CDATA[]]>"])
    func capsText(offset: Int, cut: String) throws {
        let limits = XMLLimits(bytes: 1 << 20, textBytes: 50_000)
        let text =
            "<a>" + String(repeating: "x", count: 25_000) + cut + String(repeating: "y", count: 25_000 + offset)
            + "</a>"
        if offset > 0 {
            #expect(throws: XMLError.textTooLong(limit: 50_000, line: 1)) { try parse(text, limits) }
        } else {
            #expect(try parse(text, limits).root.text.utf8.count == 50_000 + offset)
        }
    }

    @Test("X5: the text limit of the house on a clinical document", arguments: [-1, 0, 1])
    func capsLongText(offset: Int) throws {
        let text = [UInt8](repeating: UInt8(ascii: "A"), count: XMLLimits.maximumTextBytes + offset)
        let bytes = Array("<a>".utf8) + text + Array("</a>".utf8)
        if offset > 0 {
            #expect(throws: XMLError.textTooLong(limit: XMLLimits.maximumTextBytes, line: 1)) {
                try XMLDocument(parsing: bytes, limits: .clinicalDocument)
            }
        } else {
            #expect(try XMLDocument(parsing: bytes, limits: .clinicalDocument).root.text.utf8.count == text.count)
        }
    }

    @Test func toleratesOnlyAStylesheetInstructionInClinicalDocuments() throws {
        let sheet = "<?xml-stylesheet href='http://127.0.0.1/x.xsl'?><a/>"
        _ = try parse(sheet, .clinicalDocument)
        #expect(throws: XMLError.processingInstructionRefused(line: 1)) { try parse(sheet, .soapEnvelope) }
        #expect(throws: XMLError.processingInstructionRefused(line: 1)) {
            try parse("<a><?php x?></a>", .clinicalDocument)
        }
    }

    @Test("X6: XInclude and schema locations stay plain elements")
    func followsNothing() throws {
        let document = try parse(
            """
            <a xmlns:xi='http://www.w3.org/2001/XInclude' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' \
            xsi:schemaLocation='urn:x file:///etc/passwd'><xi:include href='file:///etc/passwd' parse='text'/></a>
            """
        )
        #expect(document.root.deepText.isEmpty)
        #expect(document.root.child("include", in: "http://www.w3.org/2001/XInclude") != nil)
    }
}
