import HealthRecord
import Testing

@Suite struct NIRTests {
    /// Access and life cycle § 7.3.
    @Test func everyMatriculeOfTheSample() throws {
        var corsicans = 0
        for row in try Fixture.text("ins-c-vectors.csv").split(whereSeparator: \.isNewline).dropFirst() {
            let text = String(row.prefix { $0 != "," })
            let nir = try #require(NIR(text))
            #expect(nir.text == text && nir.body == text.dropLast(2))
            #expect(NIR(body: nir.body) == nir)
            if nir.body.contains(where: \.isLetter) { corsicans += 1 }
        }
        #expect(corsicans > 0)
    }

    /// The key over digits, by the rule as INSEE writes it: 2A counts as 19, 2B as 18.
    private func key(_ body: String) throws -> UInt64 {
        let digits = body.replacing("2A", with: "19").replacing("2B", with: "18")
        return 97 - (try #require(UInt64(digits))) % 97
    }

    /// Access and life cycle § 7.3.
    @Test(arguments: [
        "151022A004001", "251022B033120", "199132A999999", "199132B000001", "100000000000", "000000000000",
    ])
    func keysIncludingCorsica(start: String) throws {
        let body = start.count == 13 ? start : start + "0"
        let nir = try #require(NIR(body: body))
        #expect(UInt64(nir.key) == (try key(body)))
        #expect(NIR(nir.text) == nir)
    }

    @Test func onlyTheRightKeyIsAccepted() {
        for key in 0...99 {
            let text = "1500815051040" + (key < 10 ? "0\(key)" : "\(key)")
            #expect((NIR(text) != nil) == (key == 18), "\(key)")
        }
    }

    @Test(arguments: [
        "", "15008150510401", "1500815051040180", "150081505104 18", "15008150510401A", "1500815 5104018",
        "251022b03312001", "2510A2203312001", "251021A03312001", "25102AA03312001", "2A1022203312001",
        "+50081505104018", "１50081505104018", "15008150510٤18",
    ])
    func refusesWhatIsNoMatricule(text: String) { #expect(NIR(text) == nil) }

    @Test(arguments: ["", "150081505104", "15008150510401", "15008150510A0", "0000001000000A"])
    func refusesABodyOfNoForm(body: String) { #expect(NIR(body: body) == nil) }

    /// Access and life cycle § 4, § 7.2, CSP L1111-13-1.
    @Test func rootsAndDomains() throws {
        for root in INSRoot.allCases {
            #expect(OID(root.rawValue) == root.oid)
            let ins = try #require(INS("150081505104018", root: root.rawValue))
            #expect((QualifiedINS(ins, in: .production) != nil) == root.isProduction)
            #expect((QualifiedINS(ins, in: .rehearsal) != nil) != root.isProduction)
        }
        #expect(INSRoot.allCases.filter(\.isProduction) == [.nir, .nia])
        #expect(INS("150081505104018", root: "1.2.250.1.213.1.4.2") == nil)
        #expect(INS("150081505104017", root: INSRoot.test.rawValue) == nil)
    }

    @Test func codingChecksTheKey() throws {
        let ins = try #require(INS("150081505104018", root: INSRoot.test.rawValue))
        #expect(try Coding.roundTrip(ins) == ins)
        #expect(throws: (any Error).self) {
            try Coding.decode(INS.self, #"{"matricule":"150081505104017","root":"1.2.250.1.213.1.4.10"}"#)
        }
    }
}
