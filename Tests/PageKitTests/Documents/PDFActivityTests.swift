import FuzzSeeds
import PageKit
import Testing

/// Whole PDF documents, made active in each way there is, cut, bent and filled with chance (issue 2, *Bad input*).
@Suite struct PDFActivityTests {
    /// A whole document of one page: objects, their places, a trailer; and what one wishes in its catalogue and beside it.
    private static func document(catalogue: String = "", objects: [[UInt8]] = []) -> [UInt8] {
        var bytes = Array("%PDF-1.7\n%\u{e2}\u{e3}\n".utf8)
        var places: [Int] = []
        let own = [
            "<</Type/Catalog/Pages 2 0 R\(catalogue)>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            "<</Length 31>>stream\nBT /F1 12 Tf (Bonjour) Tj ET\nendstream",
        ]
        for (number, object) in (own.map { Array($0.utf8) } + objects).enumerated() {
            places.append(bytes.count)
            bytes += Array("\(number + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = bytes.count
        bytes += Array("xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8)
        for place in places {
            bytes += Array((String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n").utf8)
        }
        bytes += Array("trailer\n<</Size \(places.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return bytes
    }

    /// What makes a document act, or carry a file, once it is opened (ISO 32000-1 § 7.11, § 12.6).
    static let active = [
        "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>", "/OpenAction 5 0 R", "/AA<</WC 5 0 R>>", "/AA 5 0 R",
        "/AA%\n<</O 5 0 R>>", "/Names<</JavaScript 5 0 R>>", "/Names<</EmbeddedFiles 5 0 R>>",
        "/AcroForm<</XFA 5 0 R>>",
        "/X<</S/Launch/F(a.exe)>>", "/X<</S/SubmitForm>>", "/X<</S/GoToR>>", "/X<</S/GoToE>>", "/X<</S/ImportData>>",
        "/X<</JS 5 0 R>>", "/X<</JS(x)>>", "/X<</JS<61>>>", "/X<</JS%c\r\n(x)>>", "/X<</JS\u{0}(x)>>", "/X<</#4aS(x)>>",
        "/X<</#4A#53(x)>>", "/X<</Subtype/RichMedia>>", "/X<</Type/EmbeddedFile>>",
        "/X<</Type/Filespec/EF<</F 5 0 R>>>>",
        "/X<</EF 5 0 R>>", "/X<</Subtype/FileAttachment>>", "/X<</Type/ObjStm>>", "/Encrypt 5 0 R",
    ]

    @Test func aPlainDocumentIsNone() { #expect(!PDFActivity.isActive(Self.document())) }

    @Test(arguments: active) func whatActsIsSeenWhereverItStands(part: String) {
        #expect(PDFActivity.isActive(Self.document(catalogue: part)))
        #expect(PDFActivity.isActive(Self.document(objects: [Array("<<\(part)>>".utf8)])))
        // As deep as anybody likes.
        let deep = String(repeating: "<</A", count: 3000) + "<<\(part)>>" + String(repeating: ">>", count: 3000)
        #expect(PDFActivity.isActive(Self.document(objects: [Array(deep.utf8)])))
    }

    /// What is cut off before the name is whole cannot act; from there on it is seen, however the rest is cut.
    @Test func aCutDocumentIsSeenThroughFromItsActiveNameOn() throws {
        let stream = Array("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length 400>>stream\n".utf8)
        let bytes = Self.document(objects: [stream + Self.noise(400, seed: 1)])
        let name = Array("/ObjStm/".utf8)
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
        for length in 0...bytes.count {
            let isSeen = PDFActivity.isActive(Array(bytes.prefix(length)))
            #expect(isSeen == (length >= place + name.count - 1), "\(length)")
        }
    }

    /// Numbers beyond any machine's, depths beyond any stack: looked through like the rest.
    @Test func hugeNumbersAndDepthsAreNoMatter() {
        let number = String(repeating: "9", count: 5000)
        let parts = [
            "/Size \(number)", "/Prev -\(number)", "/Kids \(String(repeating: "[", count: 20_000))",
            "/W[\(number) \(number) \(number)]", String(repeating: "/", count: 20_000), "/\(number)",
            "/N \(number) 0 R",
            "/T \(String(repeating: "(", count: 20_000))",
        ]
        for part in parts {
            #expect(!PDFActivity.isActive(Self.document(catalogue: part)), "\(part.prefix(20))")
            #expect(PDFActivity.isActive(Self.document(catalogue: part + " /OpenAction 5 0 R")), "\(part.prefix(20))")
        }
    }

    /// Bytes changed, taken and doubled: never a trap, and what was added whole is seen.
    @Test func bentDocumentsAreLookedThroughToTheirEnd() throws {
        var random = SplitMix64(seed: FuzzSeed.of(2026))
        for round in 0..<1500 {
            let part = Self.active[round % Self.active.count]
            var bytes = Self.document(catalogue: part, objects: [Self.noise(300, seed: UInt64(round))])
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                let length = min(Int.random(in: 1...40, using: &random), bytes.count - at)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[at] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bytes.removeSubrange(at..<(at + length))
                case 2: bytes.insert(contentsOf: bytes[at..<(at + length)], at: at)
                default: bytes.removeLast(bytes.count - at)
                }
                if bytes.isEmpty { bytes = [UInt8(ascii: "%")] }
            }
            _ = PDFActivity.isActive(bytes)
            #expect(PDFActivity.isActive(bytes + Array("\n9 0 obj<</OpenAction 5 0 R>>endobj".utf8)), "\(round)")
        }
    }

    /// A scan is mostly chance: two letters in it that could be a name of three bytes are no reason to refuse it.
    @Test(arguments: UInt64(1)...6) func aScanOfChanceIsNoProgram(seed: UInt64) {
        var noise = Self.noise(200_000, seed: seed)
        // What chance brings once in sixteen million bytes, brought a thousand times.
        var random = SplitMix64(seed: seed)
        for place in stride(from: 0, to: noise.count - 8, by: 200) {
            let name = ["/JS", "/AA", "/EF"][Int(random.next() % 3)]
            let next = UInt8.random(in: 0x80 ... .max, using: &random)
            noise.replaceSubrange(place..<(place + 6), with: Array(name.utf8) + [0x0A, next, next])
        }
        let image = Array("<</Subtype/Image/Filter/DCTDecode/Length \(noise.count)>>stream\n".utf8) + noise
        #expect(!PDFActivity.isActive(Self.document(objects: [image + Array("\nendstream".utf8)])))
    }

    private static func noise(_ count: Int, seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            // No slash by chance: what the noise holds is then what a test puts into it.
            let byte = UInt8.random(in: .min ... .max, using: &random)
            return byte == UInt8(ascii: "/") ? 0x30 : byte
        }
    }
}

/// A generator whose runs can be repeated (Steele, Lea, Flood 2014).
private struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
