import FuzzSeeds
import SOAPWire
import Testing

@Suite struct MultipartReaderTests {
    static let sample = body(
        "--B",
        "Content-Type: application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"",
        "Content-Transfer-Encoding: binary",
        "Content-ID: <root@x>",
        "",
        "<e/>\r\n-- no boundary\r\n--\r",
        "--B\t ",
        "content-id: <doc1@x>",
        "Content-Type: text/plain;",
        " charset=utf-8",
        "",
        "",
        "--B",
        "Content-ID: doc2@x",
        "Content-Transfer-Encoding: BASE64",
        "",
        "QUJD\r\nREVG\r\nRw==\r\n",
        "--B",
        "Content-ID: <doc3@x>",
        "Content-Transfer-Encoding: 8bit",
        "",
        "\r\n\r\n-\r\n--",
        "--B--",
        "after"
    )

    private func check(_ parts: [Part]) {
        #expect(parts.map(\.headers.contentID) == ["root@x", "doc1@x", "doc2@x", "doc3@x"])
        #expect(
            parts.map { String(decoding: $0.bytes, as: UTF8.self) } == [
                "<e/>\r\n-- no boundary\r\n--\r", "", "ABCDEFG", "\r\n\r\n-\r\n--",
            ]
        )
        #expect(parts.map(\.headers.encoding) == [.binary, .binary, .base64, .eightBit])
        #expect(parts.map(\.headers.isRoot) == [true, false, false, false])
        #expect(parts.dropFirst().first?.headers.contentType?["charset"] == "utf-8")
        #expect(parts.map(\.isEnded) == [true, true, true, true])
    }

    @Test func readsAWholeBody() throws { check(try Gatherer.all(Self.sample)) }

    @Test func readsByteAfterByte() throws {
        var gatherer = try Gatherer()
        for byte in Self.sample.utf8 {
            try gatherer.feed([byte])
            try gatherer.feed([])
        }
        try gatherer.reader.finish()
        #expect(gatherer.isFinished)
        check(gatherer.parts)
    }

    @Test func readsWhateverTheCut() throws {
        let bytes = Array(Self.sample.utf8)
        for cut in 0...bytes.count {
            var gatherer = try Gatherer()
            try gatherer.feed(Array(bytes[..<cut]))
            try gatherer.feed(Array(bytes[cut...]))
            try gatherer.reader.finish()
            check(gatherer.parts)
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func manyCutsGiveTheSameParts(_ seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        // Bytes chosen so that beginnings of the boundary abound.
        let alphabet = Array("\r\n-Bx".utf8)
        func content() -> [UInt8] {
            (0..<Int.random(in: 0...400, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        }
        let writer = try #require(MultipartWriter(boundary: "BxB-BxB-17", rootID: "root@x"))
        let root = content()
        let documents = (0..<3).map {
            (contentID: "d\($0)@x", contentType: ContentType("a/b", parameters: [:]), bytes: content())
        }
        let body = try #require(writer.body(root: root, attachments: documents))
        var gatherer = try Gatherer(writer.contentType())
        var rest = body[...]
        while !rest.isEmpty {
            let count = Int.random(in: 0...min(rest.count, 40), using: &random)
            try gatherer.feed(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        try gatherer.reader.finish()
        #expect(gatherer.parts.map(\.bytes) == [root] + documents.map(\.bytes))
    }

    @Test func readsWhatOtherStacksSend() throws {
        let text = body(
            "preamble",
            "--uuid:6e1c+id=17",
            "Content-ID: <http://tempuri.org/0>",
            "",
            "<e/>",
            "--uuid:6e1c+id=17--",
            ""
        )
        let type = try #require(
            ContentType("Multipart/Related; boundary=\"uuid:6e1c+id=17\"; start=\"<http://tempuri.org/0>\"")
        )
        let parts = try Gatherer.all(text, type: type)
        #expect(parts.map(\.headers.contentID) == ["http://tempuri.org/0"])
    }

    @Test func theRootMayBeAnonymous() throws {
        let parts = try Gatherer.all(body("--B", "", "<e/>", "--B--"))
        #expect(parts.count == 1)
        #expect(parts.first?.headers.contentID == nil)
    }

    @Test func largeDocumentsAreSlicesOfWhatWasFed() throws {
        var reader = try MultipartReader(Gatherer.type)
        _ = try reader.feed(Array(body("--B", "", "<e/>", "--B", "Content-ID: <a>", "", "").utf8))
        let chunk = [UInt8](repeating: 0x0D, count: 1 << 20)
        // The last byte may begin a boundary, and is held back.
        #expect(
            try reader.feed(chunk).map { if case .partBytes(let bytes) = $0 { bytes.count } else { -1 } } == [
                (1 << 20) - 1
            ]
        )
    }

    static let head = ["--B", "Content-ID: <root@x>", "", "<e/>", "--B"]
    static let refused: [(String, [String], MultipartError)] = [
        ("empty", [], .truncated),
        ("no boundary", ["<e/>"], .truncated),
        ("no parts", ["--B--"], .noParts),
        ("cut in headers", ["--B", "Content-ID: <a>"], .truncated),
        ("cut in the body", ["--B", "", "<e/>"], .truncated),
        ("cut in the boundary", ["--B", "", "<e/>", "--B"], .truncated),
        ("cut in the end", ["--B", "", "<e/>", "--B-"], .truncated),
        ("longer boundary", ["--B", "", "<e/>", "--BB"], .malformedDelimiter(part: 0)),
        ("half an end", ["--B", "", "<e/>", "--B-x"], .malformedDelimiter(part: 0)),
        ("blanks before the end", ["--B", "", "<e/>", "--B --"], .malformedDelimiter(part: 0)),
        ("stray return", ["--B\rx"], .malformedDelimiter(part: 0)),
        ("no colon", ["--B", "Content-ID", "", ""], .malformedHeader(part: 0)),
        ("no name", ["--B", ": x", "", ""], .malformedHeader(part: 0)),
        ("blank in a name", ["--B", "Content ID: x", "", ""], .malformedHeader(part: 0)),
        ("bare line feed", ["--B", "A: x\nB: y", "", ""], .malformedHeader(part: 0)),
        ("bare return", ["--B", "A: x\rB: y", "", ""], .malformedHeader(part: 0)),
        ("zero", ["--B", "A: \0", "", ""], .malformedHeader(part: 0)),
        ("two identifiers", ["--B", "Content-ID: <a>", "Content-Id: <b>", "", ""], .malformedHeader(part: 0)),
        ("empty identifier", ["--B", "Content-ID: <>", "", ""], .malformedHeader(part: 0)),
        ("bracket in identifier", ["--B", "Content-ID: <a", "", ""], .malformedHeader(part: 0)),
        ("bad type", ["--B", "Content-Type: x", "", ""], .malformedHeader(part: 0)),
        ("nested", ["--B", "Content-Type: multipart/mixed; boundary=C", "", ""], .nestedMultipart(part: 0)),
        (
            "nested document", head + ["Content-ID: <a>", "Content-Type: Multipart/related", "", ""],
            .nestedMultipart(part: 1)
        ),
        (
            "quoted-printable", ["--B", "Content-Transfer-Encoding: quoted-printable", "", ""],
            .unsupportedEncoding(part: 0)
        ),
        ("anonymous document", head + ["", "x", "--B--"], .missingContentID(part: 1)),
        ("same identifier", head + ["Content-ID: <root@x>", "", "x", "--B--"], .repeatedContentID(part: 1)),
        (
            "no base64", head + ["Content-ID: <a>", "Content-Transfer-Encoding: base64", "", "QU*D", "--B--"],
            .malformedBase64(part: 1)
        ),
        (
            "base64 cut", head + ["Content-ID: <a>", "Content-Transfer-Encoding: base64", "", "QUJDR", "--B--"],
            .malformedBase64(part: 1)
        ),
        (
            "base64 without padding",
            head + ["Content-ID: <a>", "Content-Transfer-Encoding: base64", "", "QQ", "--B--"],
            .malformedBase64(part: 1)
        ),
        (
            "base64 after padding",
            head + ["Content-ID: <a>", "Content-Transfer-Encoding: base64", "", "QQ==QQ==", "--B--"],
            .malformedBase64(part: 1)
        ),
        (
            "base64 with stray bits",
            head + ["Content-ID: <a>", "Content-Transfer-Encoding: base64", "", "QR==", "--B--"],
            .malformedBase64(part: 1)
        ),
    ]

    @Test(arguments: refused.indices)
    func refusesWithThePartAtFault(_ index: Int) {
        let (name, lines, expected) = Self.refused[index]
        let text = lines.joined(separator: "\r\n")
        #expect(throws: expected, Comment(rawValue: name)) { try Gatherer.all(text) }
        #expect(throws: expected, Comment(rawValue: name + ", byte after byte")) {
            var gatherer = try Gatherer()
            for byte in text.utf8 { try gatherer.feed([byte]) }
            try gatherer.reader.finish()
        }
    }

    @Test(arguments: refused.indices)
    func everyRefusalCanBeAnswered(_ index: Int) {
        let error = Self.refused[index].2
        let fault = error.fault(correlation: "c-1")
        #expect(fault.code == .sender)
        #expect(fault.sentence.hasSuffix("; c-1]"))
        #expect(error.part.map { fault.reason.contains("partie \($0)") } ?? true)
    }

    @Test func anErrorStays() throws {
        var reader = try MultipartReader(Gatherer.type)
        #expect(throws: MultipartError.noParts) { _ = try reader.feed(Array("--B--".utf8)) }
        #expect(throws: MultipartError.noParts) { _ = try reader.feed(Array("\r\n--B\r\n".utf8)) }
        #expect(throws: MultipartError.noParts) { try reader.finish() }
    }

    @Test func theRootIsTheOneThatStartNames() throws {
        let type = ContentType("multipart/related", parameters: ["boundary": "B", "start": "<root@x>"])
        #expect(try Gatherer.all(body("--B", "Content-ID: <root@x>", "", "<e/>", "--B--"), type: type).count == 1)
        #expect(throws: MultipartError.rootNotFirst) {
            try Gatherer.all(body("--B", "Content-ID: <doc@x>", "", "<e/>", "--B--"), type: type)
        }
        #expect(throws: MultipartError.rootNotFirst) { try Gatherer.all(body("--B", "", "<e/>", "--B--"), type: type) }
    }

    @Test(arguments: 0..<1000 as Range<UInt64>)
    func neverCrashesAndCutsNeverMatter(_ seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let bytes = random.mutate(Array(Self.sample.utf8))
        func parts(_ size: Int) throws -> Result<[Part], MultipartError> {
            var gatherer = try Gatherer(limits: MultipartLimits(partHeaders: 200))
            do throws(MultipartError) {
                for start in stride(from: 0, to: bytes.count, by: size) {
                    try gatherer.feed(Array(bytes[start..<min(start + size, bytes.count)]))
                }
                try gatherer.reader.finish()
                return .success(gatherer.parts)
            } catch {
                return .failure(error)
            }
        }
        let whole = try parts(max(bytes.count, 1))
        #expect(try parts(1) == whole)
        #expect(try parts(Int.random(in: 2...50, using: &random)) == whole)
    }
}
