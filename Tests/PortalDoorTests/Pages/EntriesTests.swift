import FuzzSeeds
import HealthRecord
import PageKit
import Testing
import Wording

@testable import PortalDoor

@Suite struct EntriesTests {
    @Test func aMatriculeMayHaveSpaces() throws {
        let body = try #require(NIR(body: "2520469383042"))
        let text = body.text
        let spaced = "\(text.prefix(1)) \(text.dropFirst().prefix(2))\u{A0}\(text.dropFirst(3))"
        #expect(Entries.ins(spaced, .rehearsal) == INS(body, root: .test))
        #expect(Entries.ins(spaced, .production) == INS(body, root: .nir))
        #expect(Entries.ins(String(text.dropLast()), .rehearsal) == nil)
        #expect(Entries.ins(text + "0", .rehearsal) == nil)
        let wrong = String(text.dropLast()) + (text.last == "0" ? "1" : "0")
        #expect(Entries.ins(wrong, .rehearsal) == nil)
        let waiting = try #require(NIR(body: "7520469383042"))
        #expect(Entries.ins(waiting.text, .production)?.root == .nia)
    }

    @Test(arguments: [
        ("12/04/1952", true), ("12 4 1952", true), ("1952-04-12", true), ("12.04.1952", true), ("31/02/1952", false),
        ("12/04/52", false),
        ("", false), ("99999999999999999999/1/1952", false), ("12/04/1952/1", false), ("douze", false),
    ])
    func daysAreReadWithGoodWill(text: String, isDate: Bool) { #expect((Entries.date(text) != nil) == isDate) }

    @Test(arguments: [
        ("06 39 98 12 34", "+33639981234"), ("0639981234", "+33639981234"), ("+33 6 39 98 12 34", "+33639981234"),
        ("01 99 00 12 34", nil),
        ("0639", nil), ("", nil), ("+1", nil),
    ])
    func mobileNumbersAreMadeInternational(text: String, phone: String?) { #expect(Entries.phone(text) == phone) }

    @Test(arguments: [
        ("nom@exemple.fr", true), ("a@b", false), ("a b@exemple.fr", false), ("@exemple.fr", false), ("a@@b.fr", false),
        ("a@b.fr\n", false),
        ("a@.fr", false),
    ])
    func addressesHaveTheirForm(text: String, isAddress: Bool) { #expect((Entries.email(text) != nil) == isAddress) }

    @Test(arguments: [("ABCD-EFGH-JKM", true), ("abcd efgh jkm", true), ("ABCDEFGHJK", false), ("ABCDEFGHJKMN", false)])
    func codesOfLettersHaveElevenCharacters(text: String, isCode: Bool) {
        #expect((Entries.letterCode(text) != nil) == isCode)
    }

    /// One byte below, at and above what is looked at.
    @Test(arguments: [(-1, true), (0, true), (1, false)]) func textsEndAtTheirLength(step: Int, isRead: Bool) {
        func padded(_ text: String, _ rest: String, to length: Int) -> String {
            text + String(repeating: " ", count: length + step - text.utf8.count - rest.utf8.count) + rest
        }
        #expect((Entries.letterCode(padded("ABCD-EFGH", "JKM", to: Entries.Longest.letterCode)) != nil) == isRead)
        #expect((Entries.date(padded("12", "04/1952", to: Entries.Longest.date)) != nil) == isRead)
        #expect((Entries.phone(padded("06 39", "98 12 34", to: Entries.Longest.phone)) != nil) == isRead)
        let host = "@exemple.fr"
        let name = String(repeating: "a", count: Entries.Longest.email + step - host.utf8.count)
        #expect((Entries.email(name + host) != nil) == isRead)
        #expect(OwnEntry.isTitle(String(repeating: "é", count: OwnEntry.mostTitle + step)) == isRead)
    }

    @Test(arguments: [
        ("en-GB,en;q=0.9,fr;q=0.8", Language.english), ("fr-FR", .french), ("de", .french), ("", .french),
        ("fr;q=0.1, en;q=0.5", .english),
        ("en;q=0", .french), (";;;,,q=", .french),
    ])
    func theBrowsersLanguageIsSpoken(header: String, language: Language) {
        #expect(SpokenLanguage.preferred(header) == language)
    }

    @Test func aCellIsNeverAFormula() {
        #expect(AccessTable.cell("=cmd()") == "\"'=cmd()\"")
        #expect(AccessTable.cell("a\"b;c") == "\"a\"\"b;c\"")
    }

    @Test(arguments: [
        ("%PDF-1.4 1 0 obj << /Type /Catalog >>", false), ("<< /OpenAction 3 0 R >>", true),
        ("<</JS(app.alert)>>", true),
        ("<</J#61vaScript 1>>", true), ("/JSX", false), ("/", false), ("", false), ("<</Type/ObjStm>>", true),
    ])
    func whatCouldActInAFileIsSeen(text: String, isActive: Bool) {
        #expect(PDFActivity.isActive(Array(text.utf8)) == isActive)
    }

    @Test func fuzzedEntriesNeverTrap() {
        var random = SplitMix64(seed: FuzzSeed.of(7))
        let seeds = [
            "12/04/1952", "252046938304251", "+33639981234", "nom@exemple.fr", "/J#61vaScript", "en;q=0.5", "fr-FR,en",
        ]
        for _ in 0..<4000 {
            var bytes = Array(seeds[Int(random.next() % UInt64(seeds.count))].utf8)
            for _ in 0..<(random.next() % 4) where !bytes.isEmpty {
                let place = Int(random.next() % UInt64(bytes.count))
                if random.next() % 2 == 0 {
                    bytes[place] = UInt8(truncatingIfNeeded: random.next())
                } else {
                    bytes.remove(at: place)
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            _ = (
                Entries.date(text), Entries.ins(text, .production), Entries.phone(text), Entries.email(text),
                SpokenLanguage.preferred(text)
            )
            _ = PDFActivity.isActive(bytes)
            _ = Base64URL.bytes(text)
        }
    }
}

/// A generator whose runs can be repeated (Steele, Lea, Flood 2014).
struct SplitMix64 {
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
