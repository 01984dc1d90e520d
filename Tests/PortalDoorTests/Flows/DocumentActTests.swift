import Custody
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

/// What the holder does with one document beside masking it, by the portal's own doors.
@Suite struct DocumentActTests {
    private static func path(_ shown: Browser.Shown) throws -> String {
        String(try #require(shown.body.firstMatch(of: /href="(\/documents\/[0-9a-f-]{36})"/)).output.1)
    }

    /// CSP R1111-50; register 3.7-02.
    @Test func aDocumentIsClosedToThoseWhoActForTheHolder() async throws {
        let stack = try PortalStack()
        let (holder, carer) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            let (theirs, own) = (Browser(client), Browser(client))
            try await RepresentativeTests.enter(theirs, stack, parent: carer, of: holder, as: .carer)
            try await stack.deposit(try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil }))
            try await WalkTests.signIn(own, stack, holder)
            let path = try Self.path(try await own.get(Paths.documents))
            let closing = path + "/" + DocumentAct.hide.rawValue
            #expect(try await theirs.get(path).status == .ok)
            // Not by those whom it is closed to.
            #expect(!(try await theirs.get(path)).body.contains(closing))
            #expect(try await theirs.get(closing).status == .notFound)
            #expect(try await theirs.post(closing, [:]).status == .notFound)
            let page = try await own.get(path)
            #expect(page.body.contains(closing) && page.body.contains((carer.traits.birthGivenNames.first ?? "-")))
            let form = try await own.get(closing)
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            for text in [DocumentActText.hideWho.phrase, EffectText.noUndo.phrase] {
                #expect(form.body.contains(text.french), "\(text.french)")
            }
            let done = try await own.follow(try await own.post(closing, [:]))
            #expect(PageChecker.faults(in: done.body) == [])
            #expect(done.body.contains(DocumentActText.hidden(.french)))
            #expect(done.body.contains(DocumentActText.closed(.french)))
            #expect(done.body.contains(RightsText.whyClosedToActing(.french)))
            #expect(!done.body.contains(closing))
            #expect(try await own.post(closing, [:]).status == .notFound)
            #expect(try await theirs.get(path).status == .notFound)
            #expect(!(try await theirs.get(Paths.documents)).body.contains(path))
        }
    }

    /// Chosen when a document is added: nobody who acts for the holder ever sees it (CSP R1111-50).
    @Test func anOwnDocumentIsClosedFromTheFirstMoment() async throws {
        let stack = try PortalStack()
        let (holder, carer) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            let (theirs, own) = (Browser(client), Browser(client))
            try await RepresentativeTests.enter(theirs, stack, parent: carer, of: holder, as: .carer)
            try await WalkTests.signIn(own, stack, holder)
            #expect(!(try await theirs.get(Paths.adding)).body.contains(FormNames.closed))
            #expect((try await own.get(Paths.adding)).body.contains("name=\"\(FormNames.closed)\""))
            let said = [
                FormNames.title: "Lunettes", FormNames.category: "DOCPAT02", FormNames.visibility: "visible",
                FormNames.closed: "oui",
            ]
            for (browser, isTaken) in [(theirs, false), (own, true)] {
                _ = try await browser.get(Paths.adding)
                let fields = said.map { ($0.key, $0.value) } + [(FormNames.token, browser.token)]
                let sent = try await browser.upload(
                    Paths.adding,
                    UploadTests.body(fields, file: Array("Vue : 10/10".utf8))
                )
                let summary = try await browser.follow(sent)
                #expect(summary.status == .ok && PageChecker.faults(in: summary.body) == [])
                let added = try await browser.post(Paths.addingConfirm, said)
                #expect(added.status == (isTaken ? .seeOther : .unprocessableContent))
            }
            let mine = try await own.get(Paths.documents)
            #expect(mine.body.contains("Lunettes") && mine.body.contains(DocumentActText.closed(.french)))
            #expect(!(try await theirs.get(Paths.documents)).body.contains("Lunettes"))
        }
    }

    @Test func withoutAnybodyToCloseItToTheChoiceIsNotThere() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            try await stack.deposit(try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil }))
            let path = try Self.path(try await browser.get(Paths.documents))
            let page = try await browser.get(path)
            for act in DocumentAct.allCases {
                #expect(!page.body.contains(path + "/" + act.rawValue))
                #expect(try await browser.get(path + "/" + act.rawValue).status == .notFound)
            }
            #expect(!(try await browser.get(Paths.adding)).body.contains(FormNames.closed))
        }
    }

    @Test func anOwnDocumentGoesToTheArchiveAndBack() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            let visit = try await stack.holder(browser)
            let document = OwnDocument(
                title: "Mesure",
                type: Code("DOCPAT02", CodeSystem.frenchType),
                mediaType: "text/plain",
                bytes: Array("Poids : 60".utf8)
            )
            let path = Paths.document(try await stack.service.depositOwn(document, visit).id)
            let (away, back) = (path + "/" + DocumentAct.archive.rawValue, path + "/" + DocumentAct.restore.rawValue)
            #expect(try await browser.get(back).status == .notFound)
            let form = try await browser.get(away)
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            let archived = try await browser.follow(try await browser.post(away, [:]))
            #expect(archived.body.contains(DocumentActText.archived(.french)))
            #expect(archived.body.contains(DocumentsPageText.archived(.french)) && archived.body.contains(back))
            #expect(try await browser.get(away).status == .notFound)
            #expect(PageChecker.faults(in: try await browser.get(back).body) == [])
            let restored = try await browser.follow(try await browser.post(back, [:]))
            #expect(restored.body.contains(DocumentActText.restored(.french)) && restored.body.contains(away))
        }
    }

    /// One tap from the list to the question.
    @Test func aDocumentIsHiddenFromTheList() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            try await stack.deposit(try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil }))
            let list = try await browser.get(Paths.documents)
            let path = try Self.path(list) + "/masquer"
            #expect(list.body.contains("href=\"\(path)\""))
            #expect(try await browser.get(path).body.contains(DocumentPageText.maskConfirm(.french)))
            _ = try await browser.post(path, [:])
            #expect(!(try await browser.get(Paths.documents)).body.contains(path))
        }
    }

    /// Identity and experience § 7.3: titles off the screen, in lists and in sentences; files hold them all the same.
    @Test func titlesStayOffTheScreenWhereTheHolderSaysSo() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            let document = try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil })
            try await stack.deposit(document)
            let visit = try await stack.holder(browser)
            let title = try #require(
                try await stack.service.list(visit).clinical.first?.title.split(separator: " ").first
            )
            let pages = [Paths.record, Paths.documents, Paths.timeline, Paths.history, Paths.notices]
            var before = 0
            for path in pages {
                let shown = try await browser.get(path)
                if try HTMLParser.parse(shown.body).all("main").first?.text.contains(title) == true { before += 1 }
            }
            #expect(before >= 3)
            let settings = try await browser.get(Paths.settings)
            #expect(PageChecker.faults(in: settings.body) == [])
            let hidden = try await browser.follow(try await browser.post(Paths.discretion, [FormNames.choice: "oui"]))
            #expect(hidden.body.contains(SettingsText.showTitles(.french)))
            for path in pages {
                let shown = try await browser.get(path)
                #expect(PageChecker.faults(in: shown.body) == [], "\(path)")
                let full = try #require(try await stack.service.list(visit).clinical.first?.title)
                #expect(!shown.body.contains(full) && !shown.body.contains(Typography.french(full)), "\(path)")
            }
            #expect(try await browser.post(Paths.historyCSV, [:]).body.contains(title))
            _ = try await browser.get(Paths.settings)
            _ = try await browser.post(Paths.discretion, [FormNames.choice: "non"])
            #expect(try await browser.get(Paths.documents).body.contains(title))
        }
    }
}
