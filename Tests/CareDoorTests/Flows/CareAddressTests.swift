import Foundation
import HTTPTypes
import Testing

@testable import CareDoor

/// A page that `Tests/foreign/addresses.txt` does not name is looked at by no browser and missed by nobody (identity § 8.2).
@Suite struct CareAddressTests {
    @Test func everyAddressIsNamedToWhoeverInspectsPages() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = try String(contentsOf: tests.appending(path: "foreign/addresses.txt"), encoding: .utf8)
        let named = file.split(separator: "\n").filter { $0.hasPrefix("care ") }.map { String($0.dropFirst(5)) }
        #expect(Set(named).count == named.count)
        let pages = try CareStack().site.table.filter { $0.method == .get }.map(\.path)
        #expect(Set(named).symmetricDifference(pages) == [])
    }
}
