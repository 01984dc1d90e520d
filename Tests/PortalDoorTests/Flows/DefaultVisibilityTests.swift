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

/// Page 20: the default that the set allows, for documents to come and for those already there (§ 3.5); page 16 where the
/// set keeps no directives, or where they are kept elsewhere (CSP R1111-19).
@Suite struct DefaultVisibilityTests {
    private static func filled(
        _ set: String = "mes2026",
        _ act: @escaping @Sendable (PortalStack, Browser, SamplePatient) async throws -> Void
    ) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            for document in stack.people.documents(of: "jeanne").filter({ $0.replaces == nil }).prefix(5) {
                try await stack.deposit(document)
            }
            if set != "mes2026" {
                let ins = try #require(QualifiedINS(patient.ins, in: .rehearsal))
                try await stack.service.migrate(ins, to: set)
            }
            try await act(stack, browser, patient)
        }
    }

    private static func masked(_ browser: Browser) async throws -> Int {
        try await browser.get(Paths.documents).body.matches(of: /Masqué aux professionnels/).count
    }

    /// § 7.1, page 20.
    @Test func theDefaultIsAppliedToWhatIsThereWhenAsked() async throws {
        try await Self.filled { stack, browser, _ in
            let page = try await browser.get(Paths.confidentiality)
            #expect(PageChecker.faults(in: page.body) == [])
            let path = ConfidentialityPage.path(masks: true, existing: true)
            #expect(page.body.contains("masques=oui&amp;existants=oui"))
            let summary = try await browser.get(path)
            #expect(PageChecker.faults(in: summary.body) == [])
            #expect(summary.body.contains("documents déjà présents sont concernés"))
            #expect(try await Self.masked(browser) == 0)
            let done = try await browser.follow(
                try await browser.post(Paths.confidentialityChange, ["masques": "oui", "existants": "oui"])
            )
            #expect(done.body.contains("Vos documents sont masqués, et les nouveaux le seront"))
            #expect(try await Self.masked(browser) == 5)
            // And back, which shows more: not without a fresh code.
            stack.advance(seconds: Freshness.term + 1)
            #expect(
                try await browser.get(ConfidentialityPage.path(masks: false, existing: true)).headers[.location]
                    == Paths.stepUp + "?suite=confidentialite"
            )
            #expect(
                try await browser.post(Paths.confidentialityChange, ["masques": "non", "existants": "oui"])
                    .headers[.location] == Paths.stepUp + "?suite=confidentialite"
            )
            #expect(try await Self.masked(browser) == 5)
        }
    }

    /// § 7.1, page 20.
    @Test func onlyWhatComesIsMaskedUnlessMoreIsAsked() async throws {
        try await Self.filled { _, browser, _ in
            let summary = try await browser.get(ConfidentialityPage.path(masks: true, existing: false))
            #expect(summary.body.contains("Les documents déjà présents ne changent pas"))
            _ = try await browser.post(Paths.confidentialityChange, ["masques": "oui", "existants": "non"])
            #expect(try await Self.masked(browser) == 0)
        }
    }

    /// What fails after the choice was filed never says that nothing was done (§ 7.1, page 20).
    @Test(arguments: [
        ("fr", "Aucun document déjà présent n’a été changé."),
        ("en", "None of the documents already there was changed."),
    ])
    func aChoiceThatIsKeptIsSaidWhereTheDocumentsStayAsTheyAre(language: String, said: String) async throws {
        // One change at a time: a document of two versions is one too many.
        let stack = try PortalStack(changesPerWork: 1)
        let patient = try #require(stack.people.patient("paul"))
        let spoken: Language = language == "fr" ? .french : .english
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            browser.language = language
            let visit = try await stack.holder(browser)
            defer { stack.service.leave(visit) }
            let document = OwnDocument(
                title: "Mesures",
                type: Code("DOCPAT02", CodeSystem.frenchType),
                mediaType: "text/plain",
                bytes: Array("Poids : 60".utf8),
                date: CalendarDate(year: 2025, month: 3, day: 9)
            )
            let filed = try await stack.service.depositOwn(document, visit)
            _ = try await stack.service.renameOwn(filed.id, to: "Mesure", visit)
            _ = try await browser.get(ConfidentialityPage.path(masks: true, existing: true))
            let stopped = try await browser.post(
                Paths.confidentialityChange,
                ["masques": "oui", "existants": "oui"]
            )
            #expect(stopped.status == .conflict && PageChecker.faults(in: stopped.body) == [])
            for text in [TroubleText.keptTitle, .part, .kept] {
                #expect(stopped.body.contains(text(spoken)), "\(text)")
            }
            #expect(stopped.body.contains(said))
            for text in [TroubleText.tooMuchTitle, .conflictTitle, .partTitle] {
                #expect(!stopped.body.contains(text(spoken)), "\(text)")
            }
            let policy = try await stack.service.file(visit).policy
            #expect(policy.defaultVisibility.contains(.maskedToProfessionals))
            let entries = try await stack.service.list(visit).entries
            #expect(!entries.contains { $0.visibility.contains(.maskedToProfessionals) })
        }
    }

    @Test func aSetThatOffersNoDefaultSaysWhy() async throws {
        try await Self.filled("era2019") { stack, browser, patient in
            let page = try await browser.get(Paths.confidentiality)
            #expect(page.body.contains("ne permettent pas de choisir d’avance"))
            #expect(!page.body.contains(Paths.confidentialityChange))
            let path = ConfidentialityPage.path(masks: true, existing: false)
            #expect(try await browser.get(path).headers[.location] == Paths.confidentiality)
            _ = try await browser.post(Paths.confidentialityChange, ["masques": "oui", "existants": "oui"])
            #expect(try await Self.masked(browser) == 0)
        }
    }

    @Test func aSetThatKeepsNoDirectivesSaysWhereTheyGo() async throws {
        try await Self.filled("era2007") { _, browser, _ in
            let page = try await browser.get(Paths.directives)
            #expect(page.body.contains("ne prévoient pas d’y garder des directives"))
            #expect(try await browser.get(Paths.directivesWrite).status == .notFound)
            #expect(try await browser.get(Paths.directivesPlace).status == .notFound)
        }
    }

    @Test func thePlaceAndTheKeeperOfDirectivesAreFiledAlone() async throws {
        try await Self.filled { _, browser, _ in
            #expect(PageChecker.faults(in: try await browser.get(Paths.directivesPlace).body) == [])
            #expect(try await browser.post(Paths.directivesPlace, ["lieu": " "]).status == .unprocessableContent)
            let fields = [
                "lieu": "Chez moi, tiroir du bureau", "depositaire": "Marie Lavigne",
                "depositaire-telephone": "06 39 98 12 34",
            ]
            let summary = try await browser.post(Paths.directivesPlace, fields)
            #expect(summary.status == .ok && PageChecker.faults(in: summary.body) == [])
            #expect(summary.body.contains("Marie Lavigne"))
            let again = try await browser.post(Paths.directivesPlaceAgain, fields)
            #expect(again.body.contains("Chez moi, tiroir du bureau"))
            let done = try await browser.follow(try await browser.post(Paths.directivesPlaceSummary, fields))
            #expect(done.body.contains("Le lieu est noté dans votre dossier"))
            let link = try #require(done.body.firstMatch(of: /href="(\/documents\/[0-9a-f-]{36})"/))
            let content = try await browser.get(String(link.1) + "/contenu")
            #expect(content.body.contains("Chez moi, tiroir du bureau"))
        }
    }
}
