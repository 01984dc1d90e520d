import HealthRecord
import Testing

@Suite struct StatementTests {
    @Test func aStatementHasALetterAndKeepsToItsLength() {
        #expect("Rendez-vous annulé".saysSomething(within: 100))
        #expect("é".saysSomething(within: 1))
        for empty in ["", "   ", "12 345", "… !?"] {
            #expect(!empty.saysSomething(within: 100), "\(empty)")
        }
    }

    @Test(arguments: [(9, true), (10, true), (11, false)])
    func theLengthCountsScalars(_ length: Int, _ says: Bool) {
        #expect(String(repeating: "a", count: length).saysSomething(within: 10) == says)
        // A letter and its combining accent are two: what is stored is bounded, not what is seen.
        #expect(String(repeating: "e\u{301}", count: length).saysSomething(within: 20) == says)
    }
}
