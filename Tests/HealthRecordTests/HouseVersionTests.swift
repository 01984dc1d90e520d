import HealthRecord
import Testing

@Suite struct HouseVersionTests {
    /// What somebody who compares two versions relies on.
    @Test func itIsThreeNumbers() throws {
        let parts = HouseVersion.text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { UInt($0) }
        #expect(parts.count == 3)
        #expect(numbers.map(String.init) == parts.map(String.init))
    }
}
