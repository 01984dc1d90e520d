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

/// Page 16: directives are filed as paper, and nothing takes their place before that has been said (CSP R1111-19).
@Suite struct DirectivesTests {
    private static func current(_ shown: Browser.Shown) throws -> String {
        String(try #require(shown.body.firstMatch(of: /href="(\/documents\/[0-9a-f-]{36})"/)).output.1)
    }

    /// § 7.1, page 16.
    @Test func writtenWithTheGuideTheyAreAPDF() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            _ = try await browser.get(Paths.directivesWrite)
            let fields = ["reponse-1": "Rester chez moi.\n\nPrès de mon jardin.", "reponse-2": "", "reponse-3": "Non."]
            let summary = try await browser.post(Paths.directivesWrite, fields)
            #expect(summary.status == .ok && PageChecker.faults(in: summary.body) == [])
            let kept = try await browser.follow(try await browser.post(Paths.directivesSummary, fields))
            let path = try Self.current(kept)
            #expect(try await browser.get(path + "/lecture").body.hasPrefix("%PDF-"))
            let shown = try await browser.get(path + "/contenu")
            #expect(shown.body.contains("Page 1 sur 1") && shown.body.contains("Rester chez moi."))
        }
    }

    /// § 7.1, page 16: an answer of three thousand characters is kept, one more is said on the form and never filed.
    @Test(arguments: [-1, 0, 1]) func anAnswerIsMeasured(step: Int) async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            _ = try await browser.get(Paths.directivesWrite)
            let answer = String(repeating: "é", count: DirectiveAnswers.most + step)
            let fields = ["reponse-1": "", "reponse-2": answer, "reponse-3": ""]
            let checked = try await browser.post(Paths.directivesWrite, fields)
            #expect(checked.status == (step > 0 ? .unprocessableContent : .ok))
            #expect(checked.body.contains(answer) && PageChecker.faults(in: checked.body) == [])
            let kept = try await browser.post(Paths.directivesSummary, fields)
            #expect(kept.status == (step > 0 ? .badRequest : .seeOther))
        }
    }

    /// § 7.1, page 16; CSP L1111-11: whoever protects an adult reads his directives, and neither writes nor withdraws them.
    @Test(arguments: [RepresentativeKind.representation, .carer])
    func whoProtectsAnAdultDoesNotWriteThem(kind: RepresentativeKind) async throws {
        let stack = try PortalStack()
        let (holder, actor) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: actor, of: holder, as: kind)
            let own = Browser(client)
            try await WalkTests.signIn(own, stack, holder)
            let fields = ["reponse-1": "Rester chez moi.", "reponse-2": "", "reponse-3": ""]
            _ = try await own.get(Paths.directivesWrite)
            _ = try await own.post(Paths.directivesWrite, fields)
            let written = try Self.current(try await own.follow(try await own.post(Paths.directivesSummary, fields)))
            let shown = try await browser.get(Paths.directives)
            #expect(shown.status == .ok && PageChecker.faults(in: shown.body) == [])
            #expect(try Self.current(shown) == written)
            #expect(shown.body.contains("personne ne peut le faire pour elle"))
            #expect(!shown.body.contains("href=\"\(Paths.directivesWrite)\""))
            for path in [Paths.directivesSummary, Paths.directivesPlaceSummary, Paths.directivesRevoke] {
                #expect(try await browser.post(path, fields).status == .notFound, "\(path)")
            }
            #expect(try Self.current(try await own.get(Paths.directives)) == written)
        }
    }

    /// § 7.1, page 16.
    @Test func aFileTakesTheirPlaceOnlyOnceConfirmed() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            func upload(_ text: String) async throws -> Browser.Shown {
                _ = try await browser.get(Paths.directivesUpload)
                return try await browser.upload(
                    Paths.directivesUpload,
                    UploadTests.body([(FormNames.token, browser.token)], file: Array(text.utf8))
                )
            }
            let first = try Self.current(try await browser.follow(try await upload("Mes directives")))
            let summary = try await upload("Mes nouvelles directives")
            #expect(summary.status == .ok && PageChecker.faults(in: summary.body) == [])
            #expect(summary.body.contains(DirectivesText.replaced(.french)))
            #expect(try await browser.get(Paths.addingPreview).body.contains("Mes nouvelles directives"))
            #expect(try Self.current(try await browser.get(Paths.directives)) == first)
            let done = try await browser.follow(try await browser.post(Paths.directivesUploaded, [:]))
            let second = try Self.current(done)
            #expect(second != first && done.body.contains(first))
            // What was confirmed is no longer waiting.
            _ = try await browser.get(Paths.directives)
            let again = try await browser.post(Paths.directivesUploaded, [:])
            #expect(again.status == .unprocessableContent && PageChecker.faults(in: again.body) == [])
        }
    }
}
