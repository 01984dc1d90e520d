import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Page 17: somebody whom the record does not know is found by name, then authorised or blocked, as the holder decides.
@Suite struct SearchTests {
    private static func directory() -> ProfessionalSearch {
        let people = SamplePopulation(seed: 1, now: PortalStack.start).professionals.map { one in
            ListedProfessional(
                person: one.id,
                name: one.name,
                profession: one.profession,
                structure: one.workplace.structure,
                town: one.key == "midwife" ? "Beaune" : "Dijon"
            )
        }
        return ProfessionalSearch { name in
            people.filter { ($0.name.family + $0.name.given).lowercased().contains(name.lowercased()) }
        }
    }

    private static func entered(
        _ professionals: ProfessionalSearch?,
        _ act: @escaping @Sendable (PortalStack, Browser) async throws -> Void
    ) async throws {
        let stack = try PortalStack(professionals: professionals)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            try await act(stack, browser)
        }
    }

    private static func ask(_ browser: Browser, _ name: String, _ place: String = "") async throws -> Browser.Shown {
        _ = try await browser.get(Paths.search)
        return try await browser.post(Paths.search, [FormNames.family: name, FormNames.whereabouts: place])
    }

    private static func fields(_ shown: Browser.Shown, _ choice: ProfessionalChoice) throws -> [String: String] {
        let found = try #require(shown.body.firstMatch(of: /name="professionnel" value="([^"]*)"/))
        return [FormNames.professional: String(found.1), FormNames.choice: choice.rawValue]
    }

    /// § 7.1, page 17.
    @Test(arguments: [ProfessionalChoice.authorise, .block]) func somebodyFoundIsDecidedUpon(
        choice: ProfessionalChoice
    ) async throws {
        try await Self.entered(Self.directory()) { stack, browser in
            let one = try #require(stack.people.professional("midwife"))
            #expect(try await browser.get(Paths.professionals).body.contains(Paths.search))
            let found = try await Self.ask(browser, one.name.family)
            #expect(found.status == .ok && PageChecker.faults(in: found.body) == [])
            #expect(found.body.contains(one.name.family) && !found.body.contains(one.id.text))
            let fields = try Self.fields(found, choice)
            let summary = try await browser.post(Paths.found, fields)
            #expect(summary.status == .ok && PageChecker.faults(in: summary.body) == [])
            #expect(summary.body.contains(EffectText.title(.french)))
            // Nothing is decided before it is confirmed.
            #expect(!(try await browser.get(Paths.professionals)).body.contains(one.name.family))
            _ = try await browser.get(Paths.search)
            let done = try await browser.follow(try await browser.post(Paths.foundDecided, fields))
            #expect(done.status == .ok && done.body.contains(choice.texts.done(.french)))
            #expect(try await browser.get(Paths.professionals).body.contains(one.name.family))
            // Whom the record knows by then is decided upon on his page.
            let again = try await Self.ask(browser, one.name.family)
            #expect(again.body.contains("/professionnels/"))
            #expect(again.body.contains("name=\"professionnel\"") == (choice == .authorise))
        }
    }

    /// CSP L1111-16: whoever agrees in place of an adult under protection states that the person was asked, here as well.
    @Test func whoProtectsAnAdultStatesThatThePersonWasAsked() async throws {
        let stack = try PortalStack(professionals: Self.directory())
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(
                browser,
                stack,
                parent: try #require(stack.people.patient("paul")),
                of: try #require(stack.people.patient("jeanne")),
                as: .representation
            )
            let name = try #require(stack.people.professional("midwife")).name.family
            var fields = try Self.fields(try await Self.ask(browser, name), .authorise)
            let summary = try await browser.post(Paths.found, fields)
            #expect(summary.status == .ok && summary.body.contains("name=\"avis\""))
            #expect(PageChecker.faults(in: summary.body) == [])
            let unasked = try await browser.post(Paths.foundDecided, fields)
            #expect(unasked.status == .unprocessableContent && PageChecker.faults(in: unasked.body) == [])
            fields[FormNames.opinion] = "oui"
            #expect(try await browser.post(Paths.foundDecided, fields).status == .seeOther)
        }
    }

    @Test func aPlaceOrAProfessionNarrowsTheSearch() async throws {
        try await Self.entered(Self.directory()) { stack, browser in
            let one = try #require(stack.people.professional("midwife"))
            for (place, isFound) in [("beaune", true), ("Dijon", false), ("sage femme", true), ("chirurgien", false)] {
                let found = try await Self.ask(browser, one.name.family, place)
                #expect(found.body.contains("name=\"professionnel\"") == isFound, "\(place)")
                #expect(PageChecker.faults(in: found.body) == [])
            }
        }
    }

    @Test func nobodyIsMadeUpAndNoSessionServesAnother() async throws {
        try await Self.entered(Self.directory()) { stack, browser in
            let name = try #require(stack.people.professional("midwife")).name.family
            let fields = try Self.fields(try await Self.ask(browser, name), .authorise)
            let stranger = Browser(browser.client)
            try await WalkTests.enter(stranger, stack, try #require(stack.people.patient("paul")))
            _ = try await stranger.get(Paths.search)
            var made = fields
            made[FormNames.professional] = "x" + (fields[FormNames.professional] ?? "")
            for (browser, fields) in [(stranger, fields), (browser, made), (browser, [FormNames.choice: "autoriser"])] {
                for path in [Paths.found, Paths.foundDecided] {
                    _ = try await browser.get(Paths.search)
                    #expect(try await browser.post(path, fields).headers[.location] == Paths.search)
                }
                #expect(!(try await browser.get(Paths.professionals)).body.contains(name))
            }
            stack.advance(seconds: 800)
            _ = try await browser.get(Paths.search)
            stack.advance(seconds: 101)
            _ = try await browser.get(Paths.search)
            #expect(try await browser.post(Paths.foundDecided, fields).headers[.location] == Paths.search)
        }
    }

    @Test func aNameThatIsTooShortAndADirectoryThatIsAwayAreSaid() async throws {
        try await Self.entered(ProfessionalSearch { _ in nil }) { _, browser in
            for name in ["", "a", "12"] {
                let shown = try await Self.ask(browser, name)
                #expect(shown.status == .unprocessableContent && PageChecker.faults(in: shown.body) == [])
            }
            let away = try await Self.ask(browser, "ab")
            #expect(away.status == .serviceUnavailable && away.body.contains(SearchText.unavailable(.french)))
        }
    }

    @Test func withoutADirectoryThePageSaysSo() async throws {
        try await Self.entered(nil) { _, browser in
            let page = try await browser.get(Paths.search)
            #expect(page.status == .ok && PageChecker.faults(in: page.body) == [])
            #expect(page.body.contains(SearchText.noDirectory(.french)))
        }
    }
}
