import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
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
