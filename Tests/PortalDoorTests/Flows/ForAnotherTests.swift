import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import PageKit
import RecordService
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Whoever acts for somebody else reads pages that speak to him of that person's record (identity and experience § 4.1).
@Suite struct ForAnotherTests {
    /// What is true for the holder alone.
    private static let own = [
        "Fermer mon dossier", "vous êtes inconscient", "Après mon décès", "Personne ne lit plus votre dossier",
        "agit pour vous", "Mes directives", "Mes documents", "Mes volontés",
    ]

    @Test(arguments: [RepresentativeKind.parent, .representation])
    func nobodyIsToldOfAnothersRecordAsOfHisOwn(kind: RepresentativeKind) async throws {
        let stack = try PortalStack()
        let parent = try #require(stack.people.patient("paul"))
        let day = PortalStack.start.date
        let holder = try #require(
            kind == .parent ? stack.people.patients.first { $0.isMinor(on: day) } : stack.people.patient("jeanne")
        )
        let document = try #require(stack.people.documents(of: holder.key).first { $0.replaces == nil })
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: parent, of: holder, as: kind)
            try await stack.deposit(document)
            let list = try await browser.get(Paths.documents)
            let path = String(try #require(list.body.firstMatch(of: /href="(\/documents\/[0-9a-f-]{36})"/)).1)
            for path in RepresentativeTests.pages + [Paths.directives, path] {
                let shown = try await browser.get(path)
                for text in Self.own { #expect(!shown.body.contains(text), "\(path): \(text)") }
            }
            #expect(try await browser.get(Paths.closing).body.contains("<h1>Fermer ce dossier</h1>"))
            #expect(try await browser.get(Paths.emergency).body.contains("cette personne est inconsciente"))
        }
    }

    /// Every page as whoever acts for another reads it, and nothing on it is said to be his that is the holder's.
    @Test(arguments: ForAnotherTests.anothersPages)
    func noPageCallsTheRecordTheReaders(name: String) throws {
        let sample = try #require(PageSamples.all.first { $0.name == name })
        let html = sample.page.render(in: PageSamples.acting(.french))
        #expect(PageChecker.faults(in: html) == [])
        let page = try HTMLParser.parse(html)
        var text = (page.all("title") + page.all("main")).map(\.text).joined(separator: "\n")
        for own in Self.readersOwn { text = text.replacing(own, with: "") }
        let found = text.matches(of: Self.ofTheReader).map { String($0.output) }
        #expect(found == [], "\(name)")
    }

    /// What only the holder has: somebody else's is not said to be the reader's.
    private static var ofTheReader: Regex<Substring> {
        /\b(?:votre|vos|mon|ma|mes) (?:dossier|documents?|médecins?|historique|histoire|soins|directives|volontés|entourage|professionnels|équipe|analyses|décès|accord|identité|choix|ayants droit|données)\b|agi\w+ pour vous|qui vous (?:soign|sui)/
            .ignoresCase()
    }

    /// What is the reader's own all the same: the way back to his record, the agreement that he is asked for, and the sample's
    /// line of history, which is told to a holder.
    private static let readersOwn = [
        FamilyText.backToOwn.phrase.french, SettingsText.lead.phrase.french,
        HistoryText.agreed(on: Phrase("3 janvier 2026", "3 January 2026")).french,
    ]

    private static var anothersPages: [String] {
        PageSamples.all.filter { $0.signedIn && !holdersAlone.contains($0.name) }.map(\.name)
    }

    /// Pages and states that the portal shows to nobody but the holder.
    private static let holdersAlone: Set<String> = [
        "record", "record-first", "notices", "notices-none", "presence", "presence-none", "history-empty",
        "directives", "directives-none", "directives-form", "directives-form-faults", "directives-summary",
        "directives-place", "directives-place-summary", "directives-upload", "code-app", "code-app-offer",
        "code-app-other", "code-app-wrong", "account-keys", "passkey-name", "passkey-refused", "passkey-step-up",
        "step-up-passkey",
    ]

    /// The holder reads of himself.
    @Test func theHolderReadsOfHisOwn() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            #expect(try await browser.get(Paths.closing).body.contains("<h1>Fermer mon dossier</h1>"))
            #expect(try await browser.get(Paths.wishes).body.contains("Après mon décès"))
        }
    }
}
