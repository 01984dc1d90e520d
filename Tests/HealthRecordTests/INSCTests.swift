import Crypto
import HealthRecord
import Testing

/// INS-C against the test sample of ASIP Santé (rows `published`) and rows computed from the same text.
@Suite struct INSCTests {
    private static func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    private static func make(_ name: String, _ birth: String, _ nir: String) -> INSC? {
        NIR(nir).flatMap { INSC(givenName: name, birthDate: birth, matricule: $0, sha256: sha256) }
    }

    /// Access and life cycle § 7.4.
    @Test func everyVector() throws {
        let rows = try Fixture.text("ins-c-vectors.csv").split(whereSeparator: \.isNewline).dropFirst()
        #expect(rows.count == 693)
        for row in rows {
            let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            try #require(fields.count == 5)
            let computed = Self.make(fields[1], fields[2], fields[0])
            #expect(computed?.text == fields[3], "\(row)")
            #expect(INSC(fields[3]) == computed)
        }
    }

    @Test func theVectorOfAnIndependentImplementation() {
        #expect(Self.make("Jean", "500801", "150081505104018")?.text == "1541187387477485562488")
    }

    /// Access and life cycle § 7.4.
    @Test func onlyLettersOfTheNameCount() {
        let plain = Self.make("JEANPIERRE", "500801", "150081505104018")
        #expect(plain != nil)
        for name in ["Jean-Pierre", "jean pierre", "J'e-a n Pierre", "Jéàn Pïërrê", "JEANPIERREMARIE"] {
            #expect(Self.make(name, "500801", "150081505104018") == plain, "\(name)")
        }
        #expect(Self.make("Œ", "500801", "150081505104018") == Self.make("OE", "500801", "150081505104018"))
    }

    @Test func anUnknownDayIsKept() { #expect(Self.make("JEAN", "500800", "150081505104018") != nil) }

    @Test(arguments: ["", "50080", "5008011", "50-801", "AAMMJJ", "٥٠٠٨٠١"])
    func refusesABirthDateOfNoForm(birth: String) { #expect(Self.make("JEAN", birth, "150081505104018") == nil) }

    @Test(arguments: [
        "", "154118738747748556248", "15411873874774855624888", "1541187387477485562487", "154118738747748556248A",
        "9999999999999999999900", "1541187387477485562400", " 541187387477485562488", "+541187387477485562488",
    ])
    func refusesWhatIsNoINSC(text: String) { #expect(INSC(text) == nil) }

    @Test func aDigestTooShortMakesNone() throws {
        let nir = try #require(NIR("150081505104018"))
        #expect(INSC(givenName: "JEAN", birthDate: "500801", matricule: nir) { _ in [1, 2, 3] } == nil)
    }

    @Test(arguments: [UInt64.max, 0, 1, 96, 97])
    func edgesOfTheValueReadBack(value: UInt64) throws {
        let nir = try #require(NIR("150081505104018"))
        let insc = try #require(
            INSC(givenName: "", birthDate: "500801", matricule: nir) { _ in value.bigEndianBytes }
        )
        #expect(insc.text.count == 22)
        #expect(INSC(insc.text) == insc)
    }
}
