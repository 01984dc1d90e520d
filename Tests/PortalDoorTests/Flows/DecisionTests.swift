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
import Wording

@testable import PortalDoor

/// Decisions that are read once more before they are taken (identity and experience § 7.3).
@Suite struct DecisionTests {
    /// Access and life cycle § 3.5; § 7.1, page 10.
    @Test func aPartOfTheStoryIsMaskedAndShownAgain() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            #expect(!(try await browser.get(Paths.timeline)).body.contains(Paths.timelineMask))
            for document in stack.people.documents(of: "jeanne").filter({ $0.replaces == nil }).prefix(4) {
                try await stack.deposit(document)
            }
            let story = try await browser.get(Paths.timeline)
            #expect(PageChecker.faults(in: story.body) == [])
            let link = try #require(story.body.firstMatch(of: /href="(\/histoire\/masquer[^"]*)"/))
            let form = try await browser.get(String(link.1).replacing("&amp;", with: "&"))
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            let year = try #require(form.body.firstMatch(of: /name="page" value="(\d{4})"/))
            let fields = [FormNames.page: String(year.1), FormNames.category: ""]
            let masked = try await browser.follow(try await browser.post(Paths.timelineMask, fields))
            #expect(masked.body.contains(TimelineText.nowMasked(.french)))
            #expect(masked.body.contains("Masqué aux professionnels") && !masked.body.contains(Paths.timelineMask))
            #expect(try await browser.post(Paths.timelineMask, fields).status == .conflict)
            let shown = try await browser.follow(try await browser.post(Paths.timelineUnmask, fields))
            #expect(shown.body.contains(TimelineText.nowVisible(.french)))
            #expect(!shown.body.contains("Masqué aux professionnels"))
        }
    }

    /// A part of the story is masked whole, also where one order does not hold as many documents (§ 7.1, page 10).
    @Test(arguments: [-1, 0, 1]) func aPartOfTheStoryIsMaskedWhole(step: Int) async throws {
        try await masksAndShows(3, by: try PortalStack(changedAtOnce: 3 + step))
    }

    /// The same where versions make one order more than the service changes at once.
    @Test func aPartOfTheStoryIsMaskedInSmallerOrders() async throws {
        try await masksAndShows(3, by: try PortalStack(changesPerWork: 1))
    }

    private func masksAndShows(_ count: Int, by stack: PortalStack) async throws {
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let document = try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil })
            for place in 1...count {
                var builder = document.builder
                builder.id = try #require(OID("1.2.250.1.999.7.\(place)"))
                builder.setID = builder.id
                try await stack.deposit(document, changed: builder)
            }
            func masked() async throws -> Int {
                try await browser.get(Paths.documents).body.matches(of: /Masqué aux professionnels/).count
            }
            let story = try await browser.get(Paths.timeline)
            let year = try #require(story.body.firstMatch(of: /histoire\/masquer[^"]*page=(\d{4})/))
            let fields = [FormNames.page: String(year.1), FormNames.category: ""]
            _ = try await browser.get("\(Paths.timelineMask)?\(FormNames.page)=\(year.1)")
            _ = try await browser.post(Paths.timelineMask, fields)
            #expect(try await masked() == count)
            _ = try await browser.post(Paths.timelineUnmask, fields)
            #expect(try await masked() == 0)
        }
    }

    /// What stops on its way says how far it came; what is masked by then stays masked (§ 7.1, page 10).
    @Test(arguments: [
        ("fr", "Avant l’arrêt, 1\u{A0}document sur 2 a été changé."),
        ("en", "Before it stopped, 1 of 2\u{A0}documents was changed."),
    ])
    func aMaskThatStopsOnItsWaySaysHowFarItCame(language: String, said: String) async throws {
        // One change at a time: a document of two versions is one too many.
        let stack = try PortalStack(changesPerWork: 1)
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            browser.language = language
            let visit = try await stack.holder(browser)
            defer { stack.service.leave(visit) }
            var filed: [DocumentEntry] = []
            // The story goes from the newest day back.
            for day in [9, 5] {
                let document = OwnDocument(
                    title: "Mesure \(day)",
                    type: Code("DOCPAT02", CodeSystem.frenchType),
                    mediaType: "text/plain",
                    bytes: Array("Poids : 60".utf8),
                    date: CalendarDate(year: 2025, month: 3, day: day)
                )
                filed.append(try await stack.service.depositOwn(document, visit))
            }
            _ = try await stack.service.renameOwn(filed[1].id, to: "Mesure", visit)
            _ = try await browser.get("\(Paths.timelineMask)?\(FormNames.page)=2025")
            let fields = [FormNames.page: "2025", FormNames.category: ""]
            let spoken: Language = language == "fr" ? .french : .english
            let stopped = try await browser.post(Paths.timelineMask, fields)
            #expect(stopped.status == .conflict && stopped.body.contains(said))
            #expect(stopped.body.contains(TroubleText.partTitle(spoken)))
            #expect(stopped.body.contains(TroubleText.part(spoken)))
            for text in [TroubleText.conflictTitle, .conflict, .tooMuchTitle, .tooMuch, .kept] {
                #expect(!stopped.body.contains(text(spoken)), "\(text)")
            }
            #expect(PageChecker.faults(in: stopped.body) == [])
            let masked = try await stack.service.list(visit).entries.filter {
                $0.visibility.contains(.maskedToProfessionals)
            }
            #expect(masked.map(\.id) == [filed[0].id])
            // Where nothing was done before it stopped, that is said, and why; never that it is done already.
            _ = try await browser.get("\(Paths.timelineMask)?\(FormNames.page)=2025")
            let none = try await browser.post(Paths.timelineMask, fields)
            #expect(none.status == .conflict && PageChecker.faults(in: none.body) == [])
            #expect(none.body.contains(TroubleText.tooMuchTitle(spoken)))
            #expect(none.body.contains(TroubleText.tooMuch(spoken)))
            #expect(!none.body.contains(TroubleText.conflictTitle(spoken)))
        }
    }

    /// A list that is full, and more than one work changes, are never said to be done already.
    @Test func whatWasTooMuchIsNotSaidToBeDone() {
        for word in [CustodyError.listFull, CustodyError.tooManyChanges] {
            guard case .page(let page, let status, _) = PortalDoor.answer(to: .conflict(word)) else {
                Issue.record("no page for \(word)")
                continue
            }
            #expect(status == .conflict && page.heading(.french) == TroubleText.tooMuchTitle(.french), "\(word)")
        }
        guard case .page(let page, _, _) = PortalDoor.answer(to: .conflict("moved")) else { return }
        #expect(page.heading(.french) == TroubleText.conflictTitle(.french))
    }

    /// Whatever stopped an order on its way, the page says of the whole what is true of the whole.
    @Test(arguments: TroublePage.Trouble.allCases, [true, false])
    func whatStoppedOnItsWayIsCalledAPart(trouble: TroublePage.Trouble, keepsChoice: Bool) {
        for changed in [0, 2] {
            var progress = ChangeProgress(changed: changed, asked: 5, isLeast: false)
            progress.keepsChoice = keepsChoice
            let page = TroublePage(trouble: trouble, progress: progress)
            let title: TroubleText = changed == 0 && keepsChoice ? .keptTitle : .partTitle
            #expect(page.heading(.french) == title(.french))
            let html = page.render(in: PageSamples.frame(.french, signedIn: true))
            #expect(PageChecker.faults(in: html) == [])
            #expect(html.contains("<p class=\"lead\">\(TroubleText.part(.french))</p>"))
            #expect(html.contains(TroubleText.kept(.french)) == keepsChoice)
            #expect(!html.contains(TroubleText.conflict(.french)) && !html.contains(TroubleText.notFound(.french)))
        }
    }

    /// An answer that was lost may have been that of a change that was done.
    @Test func whatMayHaveBeenDoneIsNotDenied() {
        #expect(StoppedChange(.unavailable, changed: 3, of: 5).progress.isLeast)
        #expect(StoppedChange(.incomplete, changed: 3, of: 5).progress.isLeast)
        #expect(!StoppedChange(.conflict(CustodyError.tooManyChanges), changed: 3, of: 5).progress.isLeast)
    }

    /// § 7.1, page 15.
    @Test func wishesAreReadOnceMoreBeforeTheyAreFiled() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            _ = try await browser.get(Paths.wishesChange)
            let fields = [
                "personne-1": "Marie Lavigne", "appel-1": "06 39 98 12 34", "personne-0": "Paul Lavigne",
                FormNames.choice: "informe",
            ]
            let summary = try await browser.post(Paths.wishesChange, fields)
            #expect(summary.status == .ok && PageChecker.faults(in: summary.body) == [])
            #expect(summary.body.contains("Marie Lavigne") && summary.body.contains(WishesText.confirm(.french)))
            #expect(!(try await browser.get(Paths.wishes)).body.contains("Marie Lavigne"))
            _ = try await browser.get(Paths.wishes)
            let again = try await browser.post(Paths.wishesAgain, fields)
            #expect(again.body.contains("value=\"Marie Lavigne\"") && PageChecker.faults(in: again.body) == [])
            let saved = try await browser.follow(try await browser.post(Paths.wishesSummary, fields))
            #expect(saved.body.contains("Marie Lavigne") && saved.body.contains("Paul Lavigne"))
        }
    }

    /// Access and life cycle § 1.1, CSP R1111-42: whoever is noted stands on the sheet, one of them as the trusted person, and in
    /// nothing that opens the record.
    @Test func contactsAndTheTrustedPersonGetNoAccess() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            func note(trusted: String) async throws -> Browser.Shown {
                _ = try await browser.get(Paths.wishesChange)
                let fields = [
                    "personne-1": "Zoé Exemple", "appel-1": "06 39 98 12 34", "personne-0": trusted,
                    FormNames.choice: "informe",
                ]
                _ = try await browser.post(Paths.wishesChange, fields)
                return try await browser.follow(try await browser.post(Paths.wishesSummary, fields))
            }
            #expect(try await note(trusted: "Luc Exemple").body.contains("Luc Exemple"))
            // Another takes the place of the first: there is one.
            let other = try await note(trusted: "Ida Exemple").body
            #expect(other.contains("Zoé Exemple") && other.contains("Ida Exemple") && !other.contains("Luc Exemple"))
            let family = try await browser.get(Paths.family).body
            for name in ["Zoé", "Luc", "Ida"] { #expect(!family.contains("\(name) Exemple"), "\(name)") }
            let visit = try await stack.holder(browser)
            let policy = try await stack.service.file(visit).policy
            stack.service.leave(visit)
            #expect(policy.representatives.isEmpty && policy.authorisations.isEmpty)
        }
    }

    /// § 7.1, page 24.
    @Test func whatTheEndOfAMandateTakesAndLeavesIsSaidBefore() async throws {
        let stack = try PortalStack()
        let (holder, carer) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: carer, of: holder, as: .carer)
            try await stack.deposit(
                try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil })
            )
            let own = Browser(client)
            try await WalkTests.signIn(own, stack, holder)
            let family = try await own.get(Paths.family)
            let id = try #require(family.body.firstMatch(of: /personne=([0-9a-f-]{36})/))
            let path = Paths.endMandate + "?personne=" + String(id.1)
            let form = try await own.get(path)
            #expect(PageChecker.faults(in: form.body) == [])
            for text in [
                EndingText.loses.phrase, EndingText.reading(1), EndingText.adding.phrase, EndingText.written.phrase,
                EndingText.alone.phrase,
            ] { #expect(form.body.contains(text.french), "\(text.french)") }
            // A carer never decided on sharing or wishes: nothing of that is lost.
            #expect(!form.body.contains(EndingText.sharing(.french)))
            let mine = try await browser.get(path)
            #expect(mine.body.contains(EndingText.ownLoses(.french)))
            _ = try await own.get(Paths.family)
            let ended = try await own.post(Paths.endMandate, [FormNames.person: String(id.1)])
            #expect(ended.status == .seeOther)
            #expect(try await browser.get(Paths.record).status == .unauthorized)
        }
    }
}
