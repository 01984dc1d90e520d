import Foundation
import HealthRecord
import Testing

@testable import Custody

/// What is a name to sign in by (identity and experience § 2.2: length, characters; no NIR, no IBAN, no e-mail address).
@Suite struct SignInNameTests {
    @Test(
        arguments: [
            ("jardin.bleu", nil), ("  Jardin.Bleu ", nil), ("abc_de-1", nil), ("marie1952", nil),
            ("abc.de1", .tooShort),
            ("", .tooShort), ("nom@exemple.fr", .characters), ("jardin bleu", .characters),
            ("été-au-jardin", .characters),
            ("jardin\u{0}bleu", .characters), ("ｊａｒｄｉｎ.ｂｌｅｕ", .characters), ("185057800608491", .number),
            ("1.85.05.2a.006.084.91", .number), ("fr7630006000011234567890189", .number), ("abc0639981234", .number),
            ("ab-12345678", .fewLetters), ("........", .fewLetters),
        ] as [(String, SignInNameFault?)]
    )
    func aNameIsJudgedByItsForm(typed: String, fault: SignInNameFault?) {
        #expect(SignInName.fault(in: typed) == fault)
        #expect((SignInName(typed) == nil) == (fault != nil))
    }

    @Test(
        arguments: [(7, .tooShort), (8, nil), (9, nil), (99, nil), (100, nil), (101, .tooLong)]
            as [(Int, SignInNameFault?)]
    )
    func theLengthsHold(length: Int, fault: SignInNameFault?) {
        #expect(SignInName.fault(in: String(repeating: "a", count: length)) == fault)
    }

    @Test(arguments: [(8, nil), (9, nil), (10, .number)] as [(Int, SignInNameFault?)])
    func theDigitsHold(digits: Int, fault: SignInNameFault?) {
        #expect(SignInName.fault(in: "abc" + String(repeating: "1", count: digits)) == fault)
    }

    @Test func capitalsDoNotMatter() {
        #expect(SignInName("Jardin.BLEU")?.text == "jardin.bleu" && SignInName(" jardin.bleu\n")?.text == "jardin.bleu")
    }

    /// A message from elsewhere comes in by the same door.
    @Test func noNameIsReadThatIsNone() throws {
        let name = try #require(SignInName("jardin.bleu"))
        let bytes = try JSONEncoder().encode([name])
        #expect(try JSONDecoder().decode([SignInName].self, from: bytes) == [name])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([SignInName].self, from: Data(#"["185057800608491"]"#.utf8))
        }
    }
}
