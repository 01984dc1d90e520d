import FuzzSeeds
import HealthRecord
import SampleRecords
import Testing

@testable import CareDoor

/// What professionals type, damaged at random: it is read as what it should be, or not at all (issue 2, *Bad input*).
@Suite struct ReaderFuzzTests {
    private static let seeds = [
        "DEQP003 I10", "E11.9;I10, a00", "252046938304251", "2 52 04 69 383 042 51", "12/04/1952", "1952-04-12",
        "1 2 2020",
    ]
    /// Beside any byte, what counts as a letter or a number and is none of those read.
    private static let odd = ["é", "٣", "Ⅷ", "ß", "\u{301}", "\u{A0}", "🩺", "１", "+", "-", "99999999999999999999"]

    private static func damaged(_ text: String, _ random: inout SplitMix64) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0 where place < bytes.count: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: bytes.prefix(place), at: place)
            default: bytes.insert(contentsOf: Array((odd.randomElement(using: &random) ?? "").utf8), at: place)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: seeds.indices) func whatIsReadHasItsForm(seed: Int) {
        var random = SplitMix64(seed: FuzzSeed.of(UInt64(seed) + 31))
        for _ in 0..<600 {
            let text = Self.damaged(Self.seeds[seed], &random)
            if let codes = ActCodes.read(text) {
                #expect(codes.count <= ActCodes.most && Set(codes).count == codes.count, "\(text)")
                // What is shown again is read as the same.
                #expect(ActCodes.read(ActCodes.text(codes)) == codes, "\(text)")
            }
            for domain in [IdentityDomain.rehearsal, .production] {
                guard let ins = INSEntry.read(text, domain) else { continue }
                #expect(INSEntry.read(ins.matricule.text, domain) == ins, "\(text)")
            }
            if let day = DayEntry.read(text) { #expect(DayEntry.read(day.iso8601) == day, "\(text)") }
        }
    }
}
