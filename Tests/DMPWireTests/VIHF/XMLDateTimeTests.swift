import HealthRecord
import Testing

@testable import DMPWire

@Suite struct XMLDateTimeTests {
    @Test(arguments: [
        "2026-04-01T08:00:00Z", "2026-04-01T08:00:00.000Z", "2026-04-01T10:00:00+02:00", "2026-04-01T07:00:00-01:00",
        "2026-04-01T08:00:00.000999999Z",
    ])
    func formsOfOneMomentAreTheSame(_ text: String) {
        #expect(XMLDateTime.read(text)?.milliseconds == 1_775_030_400_000)
    }

    @Test func fractionsAreKeptToTheMillisecond() {
        #expect(XMLDateTime.read("2026-04-01T08:00:00.1Z")?.milliseconds == 1_775_030_400_100)
        #expect(XMLDateTime.read("2026-04-01T08:00:00.1239Z")?.milliseconds == 1_775_030_400_123)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)]) func fractionsEndAtTheirLength(step: Int, isRead: Bool) {
        let fraction = String(repeating: "0", count: XMLDateTime.maximumFraction + step)
        let text = "2026-04-01T10:00:00.\(fraction)+02:00"
        #expect(text.utf8.count == XMLDateTime.maximumLength + step)
        #expect(XMLDateTime.read(text)?.milliseconds == (isRead ? 1_775_030_400_000 : nil))
    }

    @Test(arguments: [
        "", "2026-04-01", "2026-04-01T08:00:00", "2026-13-01T08:00:00Z", "2026-04-31T08:00:00Z", "2026-04-01T24:00:00Z",
        "2026-04-01T08:60:00Z", "2026-04-01T08:00:60Z", "2026-04-01T08:00:00.Z", "2026-04-01T08:00:00.1234567890Z",
        "2026-04-01T08:00:00+15:00", "2026-04-01T08:00:00+2:00", "2026-04-01 08:00:00Z", "-026-04-01T08:00:00Z",
        "2026-04-01T08:00:00ZZ", "+2026-04-01T08:00:0Z", "２026-04-01T08:00Z",
    ])
    func otherFormsAreNone(_ text: String) { #expect(XMLDateTime.read(text) == nil) }
}
