import PageKit
import ServerKit
import Testing
import Wording

/// What is looked at of an address and of a browser's preferences, one below, at, and one above.
@Suite struct AskedLimitTests {
    @Test(arguments: [-1, 0, 1]) func aValueOfAnAddressIsMeasured(step: Int) throws {
        let value = String(repeating: "a", count: FormFields.longestAsked + step)
        let fields = try FormFields(parsing: Array("page=\(value)&deux=1&deux=2".utf8))
        #expect(fields.asked("page").count == FormFields.longestAsked + min(step, 0))
        #expect(fields.asked("deux").isEmpty && fields.asked("autre").isEmpty)
    }

    @Test(arguments: [-1, 0, 1]) func aBrowsersPreferencesAreMeasured(step: Int) {
        let header = String(repeating: " ", count: SpokenLanguage.longestHeader + step - "en".count) + "en"
        #expect(SpokenLanguage.preferred(header) == (step > 0 ? .french : .english))
    }
}
