import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import PageKit
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// Up to ten of one's own documents deleted together (access and life cycle § 3.6).
@Suite struct DeletingTests {
    /// Somebody signed in with so many documents of his own, and one of a physician's.
    private static func enter(_ browser: Browser, _ stack: PortalStack, own count: Int) async throws {
        let patient = try #require(stack.people.patient("paul"))
        try await WalkTests.enter(browser, stack, patient)
        let visit = try await stack.holder(browser)
        for number in 0..<count {
            _ = try await stack.service.depositOwn(
                OwnDocument(
                    title: "Mesure \(number)",
                    type: Code("DOCPAT02", CodeSystem.frenchType),
                    mediaType: "text/plain",
                    bytes: Array("Poids : \(60 + number)".utf8)
                ),
                visit
            )
        }
        stack.service.leave(visit)
        let sample = try #require(stack.people.documents(of: "paul").first)
        try await stack.deposit(sample)
    }

    /// Boxes of the holder's own documents: the physician's has one as well, to be downloaded.
    private static func own(_ shown: Browser.Shown) -> [String] {
        let mine = Set(
            shown.body.matches(of: /href="\/documents\/([0-9a-f-]{36})"[^>]*><bdi>Mesure/).map { String($0.output.1) }
        )
        return boxes(shown).filter(mine.contains)
    }

    private static func boxes(_ shown: Browser.Shown) -> [String] {
        shown.body.matches(of: /name="choix" value="([0-9a-f-]{36})"/).map { String($0.output.1) }
    }

    private static func titles(_ shown: Browser.Shown) -> Set<String> {
        Set(shown.body.matches(of: /Mesure \d+/).map { String($0.output) })
    }

    @Test func theChosenGoTogetherAfterASummary() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await Self.enter(browser, stack, own: 12)
            let list = try await browser.get(Paths.documents)
            #expect(PageChecker.faults(in: list.body) == [])
            let boxes = Self.own(list)
            #expect(boxes.count == 12)
            let chosen = Array(boxes.prefix(10))
            let summary = try await browser.post(Paths.deletion, chosen.map { (FormNames.choice, $0) })
            #expect(summary.status == .ok)
            #expect(PageChecker.faults(in: summary.body) == [])
            #expect(summary.body.contains("Documents à supprimer\u{A0}: 10"))
            #expect(Self.titles(summary).count == 10)
            #expect(Self.titles(try await browser.get(Paths.documents)).count == 12)
            let done = try await browser.post(Paths.deletionConfirmed, chosen.map { (FormNames.choice, $0) })
            let after = try await browser.follow(done)
            #expect(after.body.contains("Les documents choisis sont supprimés."))
            #expect(Self.titles(after).count == 2)
            #expect(Self.own(after) == Array(boxes.suffix(2)))
            let visit = try await stack.holder(browser)
            let traces = try await stack.service.history(limit: 100, visit).events.filter { $0.act == .delete }
            #expect(Set(traces.flatMap(\.documents)).count == 10)
        }
    }

    /// Eleven, none: said on the list as it was, with what was chosen.
    @Test func tenAtMostAndOneAtLeast() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await Self.enter(browser, stack, own: 12)
            let boxes = Self.own(try await browser.get(Paths.documents + "?ordre=titre"))
            for (chosen, words) in [(Array(boxes.prefix(11)), "Choisissez 10 documents au plus"), ([], "au moins un")] {
                let pairs = chosen.map { (FormNames.choice, $0) } + [(FormNames.sort, "titre")]
                let shown = try await browser.post(Paths.deletion, pairs)
                #expect(shown.status == .unprocessableContent && shown.body.contains(words))
                #expect(PageChecker.faults(in: shown.body) == [])
                #expect(Self.own(shown) == boxes)
                #expect(shown.body.matches(of: /value="[0-9a-f-]{36}" checked/).count == chosen.count)
                _ = try await browser.get(Paths.documents)
                let confirmed = try await browser.post(Paths.deletionConfirmed, pairs)
                #expect(confirmed.status == .badRequest)
            }
            #expect(Self.titles(try await browser.get(Paths.documents)).count == 12)
        }
    }

    /// One that is not the holder's own, or not there: none goes.
    @Test func allOrNothing() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await Self.enter(browser, stack, own: 2)
            let list = try await browser.get(Paths.documents)
            let own = Self.own(list)
            let foreign = list.body.matches(of: /href="\/documents\/([0-9a-f-]{36})"/).map { String($0.output.1) }
                .first { !own.contains($0) }
            for (intruder, first) in [
                (try #require(foreign), HTTPResponse.Status.unprocessableContent),
                ("00000000-0000-4000-8000-000000000000", .notFound),
            ] {
                for (path, status) in [(Paths.deletion, first), (Paths.deletionConfirmed, .notFound)] {
                    let answer = try await browser.post(path, (own + [intruder]).map { (FormNames.choice, $0) })
                    #expect(answer.status == status)
                    #expect(PageChecker.faults(in: answer.body) == [])
                }
            }
            #expect(Self.titles(try await browser.get(Paths.documents)).count == 2)
            // The same one twice is one.
            let twice = try await browser.post(
                Paths.deletionConfirmed,
                [own[0], own[0]].map { (FormNames.choice, $0) }
            )
            #expect(try await browser.follow(twice).body.contains("Le document est supprimé."))
        }
    }
}

extension PortalStack {
    /// A visit under the session of a browser.
    func holder(_ browser: Browser) async throws -> Visit {
        let cookie = try #require(browser.cookies["__Host-dmp"])
        let token = Base64URL.padded(cookie)
        return try await service.admit(
            .session(token: token),
            request: UniqueID(random: (UInt64.random(in: 1...(.max)), 7))
        )
    }
}
