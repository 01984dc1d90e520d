import FuzzSeeds
import Testing

@testable import PageKit

/// The limits of a form with a file, one below, at, and one above each of them; and forms bent at random.
@Suite struct UploadLimitTests {
    private static func isRead(_ body: [UInt8], boundary: String = "xyz") -> Bool {
        (try? UploadForm(body, boundary: boundary)) != nil
    }

    /// A part whose head has exactly so many bytes.
    private static func head(_ count: Int) -> String {
        let start = "Content-Disposition: form-data; name=\"a\"\r\nX: "
        return start + String(repeating: "x", count: count - start.utf8.count) + "\r\n\r\n1"
    }

    @Test(arguments: [-1, 0, 1]) func partsAreCounted(step: Int) {
        let parts = (0..<UploadForm.mostParts + step).map { UploadFormTests.text("a\($0)", "1") }
        #expect(Self.isRead(UploadFormTests.body(parts)) == (step <= 0))
    }

    @Test(arguments: [-1, 0, 1]) func textsAreMeasured(step: Int) {
        let text = String(repeating: "x", count: UploadForm.mostText + step)
        #expect(Self.isRead(UploadFormTests.body([UploadFormTests.text("a", text)])) == (step <= 0))
    }

    @Test(arguments: [-1, 0, 1]) func headsAreMeasured(step: Int) {
        #expect(Self.isRead(UploadFormTests.body([Self.head(UploadForm.mostHead + step)])) == (step <= 0))
    }

    @Test(arguments: [-1, 0, 1]) func boundariesAreMeasured(step: Int) {
        let boundary = String(repeating: "b", count: UploadForm.mostBoundary + step)
        let body = UploadFormTests.body([UploadFormTests.text("a", "1")], boundary: boundary)
        #expect(Self.isRead(body, boundary: boundary) == (step <= 0))
        #expect(!Self.isRead(UploadFormTests.body([], boundary: ""), boundary: ""))
    }

    @Test(arguments: [-1, 0, 1]) func namesAreMeasured(step: Int) {
        let name = String(repeating: "n", count: UploadForm.mostName + step)
        #expect(Self.isRead(UploadFormTests.body([UploadFormTests.text(name, "1")])) == (step <= 0))
        #expect(!Self.isRead(UploadFormTests.body([UploadFormTests.text("", "1")])))
    }

    /// Whatever is cut, doubled or changed: it is read as a form within its limits, or refused, and nothing falls over.
    @Test(arguments: 0..<8) func aBentFormStaysWithinItsLimits(seed: UInt64) {
        var random = SplitMix(state: FuzzSeed.of(seed &+ 1))
        let whole = UploadFormTests.body([
            UploadFormTests.text("titre", "Été"), UploadFormTests.file("%PDF-1.7\r\n--xy\r\n"),
            UploadFormTests.text("suite", "oui"),
        ])
        var refused = 0
        for _ in 0..<400 {
            var bent = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bent.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bent[place] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bent.remove(at: place)
                case 2: bent.insert([13, 10, 45, 34, 0, 0xFF][place % 6], at: place)
                default: bent.insert(contentsOf: bent[..<place].suffix(40), at: place)
                }
            }
            do throws(UploadForm.Fault) {
                let form = try UploadForm(bent, boundary: "xyz")
                for name in ["titre", "suite", "fichier"] {
                    let text = form.only(name) ?? ""
                    #expect(text.utf8.count <= UploadForm.mostText)
                    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
                }
                #expect((form.file?.bytes.count ?? 0) <= bent.count)
            } catch {
                #expect(error == .malformed)
                refused += 1
            }
        }
        // Some are refused, and some changes are of the file's own bytes.
        #expect((1..<400).contains(refused))
    }
}

/// The same numbers from the same seed (Steele, Lea and Flood, 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
