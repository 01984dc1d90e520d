import FuzzSeeds
import SafeXML
import Testing

@Suite struct WritingTests {
    @Test func escapesAndCloses() {
        var writer = XMLWriter()
        writer.declaration()
        writer.start("a", ["x": "<\"&'>\n", "gone": nil])
        writer.declare("p", "urn:p")
        writer.element("p:b", text: "1 < 2 & 3 > 2\r\u{1}\u{FFFF}é€😀")
        writer.element("c")
        writer.element("d") { $0.base64([1, 2, 3, 4]) }
        #expect(
            Samples.text(writer.finish())
                == #"<?xml version="1.0" encoding="UTF-8"?><a x="&lt;&quot;&amp;'&gt;&#xA;" xmlns:p="urn:p">"#
                + "<p:b>1 &lt; 2 &amp; 3 &gt; 2&#xD;\u{FFFD}\u{FFFD}é€😀</p:b><c/><d>AQIDBA==</d></a>"
        )
    }

    @Test func leavesGapsForWhatIsWrittenElsewhere() throws {
        func write(_ add: (inout XMLWriter, String) -> Void) -> XMLWriter {
            var writer = XMLWriter()
            writer.start("a", ["x": "1"])
            add(&writer, "<one/>")
            add(&writer, "<two/>")
            writer.element("three") { add(&$0, "é") }
            writer.start("four")
            return writer
        }
        let whole = write { $0.raw(Array($1.utf8)) }.finish()
        #expect(Samples.text(whole) == #"<a x="1"><one/><two/><three>é</three><four/></a>"#)
        var fillings: [[UInt8]] = []
        let segments = write {
            $0.gap()
            fillings.append(Array($1.utf8))
        }.finishAroundGaps()
        try #require(segments.count == fillings.count + 1)
        #expect(segments.map { Samples.text(Array($0)) } == [#"<a x="1">"#, "", "<three>", "</three><four/></a>"])
        #expect(zip(segments, fillings + [[]]).flatMap { $0 + $1 } == whole)
        // Nothing was copied, so nothing is there where nobody fills in.
        #expect(Samples.text(write { writer, _ in writer.gap() }.finish()) == #"<a x="1"><three></three><four/></a>"#)
    }

    @Test func cannotBeBrokenByAName() throws {
        var writer = XMLWriter()
        writer.start("a><b", ["x='' y": "1"])
        #expect(Samples.text(writer.finish()) == #"<a__b x____y="1"/>"#)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func roundTripsAnyText(seed: UInt64) throws {
        var generator = SplitMix64(seed: FuzzSeed.of(seed))
        var text = ""
        for _ in 0..<40 {
            let range: ClosedRange<UInt32> = Bool.random(using: &generator) ? 1...0x7F : 0x80...0x2FFFF
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
                text.unicodeScalars.append(scalar)
            }
        }
        var writer = XMLWriter()
        writer.start("a", ["v": text])
        writer.text(text)
        let root = try XMLDocument(parsing: writer.finish(), limits: .xmlFragment).root
        var expected = ""
        for scalar in text.unicodeScalars {
            let isForbidden =
                scalar.value < 0x20 && ![9, 10, 13].contains(scalar.value) || scalar.value == 0xFFFE
                || scalar.value == 0xFFFF
            expected.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
        }
        #expect(Array(root.text.unicodeScalars) == Array(expected.unicodeScalars))
        #expect(Array((root.attribute("v") ?? "").unicodeScalars) == Array(expected.unicodeScalars))
    }
}

@Suite struct CodingTests {
    @Test(
        "RFC 4648 § 10",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ]
    )
    func base64Vectors(plain: String, coded: String) {
        #expect(Base64.encode(Array(plain.utf8)) == coded)
        #expect(Base64.decode(coded) == Array(plain.utf8))
    }

    @Test(arguments: ["Zg", "Zg=", "Zg===", "Z", "Zh==", "Zm9=", "Z=g=", "Zm9v=", "Zm9v!", "===="])
    func refusesBadBase64(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test func skipsWhiteSpaceInBase64() {
        #expect(Base64.decode(" Zm\n9v\r\nYg\t== ") == Array("foob".utf8))
    }

    @Test func hexBothWays() {
        #expect(Hex.encode([0, 0x1F, 0xAB]) == "001fab")
        #expect(Hex.decode("001FaB") == [0, 0x1F, 0xAB])
        #expect(Hex.decode("0") == nil && Hex.decode("0g") == nil)
    }
}
