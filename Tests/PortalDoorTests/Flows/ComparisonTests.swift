import HTTPTypes
import HummingbirdTesting
import PageChecks
import PageKit
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Page 19: two professions side by side, each cell the answer that its own page gives (identity and experience § 7.1).
@Suite struct ComparisonTests {
    /// § 7.1, page 19.
    @Test func eachSideSaysWhatItsOwnPageSays() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            let start = try await browser.get(Paths.rights)
            let keys = start.body.matches(of: /<option value="(G15_[^"]*)"/).map { String($0.output.1) }
            let (one, other) = (
                try #require(keys.first { $0.hasPrefix("G15_10") }), try #require(keys.first { $0.hasPrefix("G15_60") })
            )
            func cells(_ shown: Browser.Shown) throws -> [[String]] {
                let table = try #require(try HTMLParser.parse(shown.body).all("table").first)
                return table.all("tr").map { $0.all("td").map(\.text) }.filter { !$0.isEmpty }
            }
            func page(_ key: String, _ with: String) async throws -> Browser.Shown {
                let shown = try await browser.get(
                    Paths.rights + "?profession=\(AddressText.encoded(key))&avec=\(AddressText.encoded(with))"
                )
                #expect(shown.status == .ok && PageChecker.faults(in: shown.body) == [])
                return shown
            }
            let both = try cells(try await page(one, other))
            #expect(both.map(\.first) == (try cells(try await page(one, ""))).map(\.first))
            #expect(both.map(\.last) == (try cells(try await page(other, ""))).map(\.first))
            #expect(both.contains { $0.first != $0.last })
            // With itself, or with nobody known, there is nothing to compare.
            for with in [one, "G15_999", "<b>"] {
                #expect(try cells(try await page(one, with)).allSatisfy { $0.count == 1 })
            }
        }
    }
}
