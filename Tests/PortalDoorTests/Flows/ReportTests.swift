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

/// Reports of a document, a professional, an access; objection to heirs; the carer as a contact; emergencies met (pages 8,
/// 15, 18, 21, 22).
@Suite struct ReportTests {
    private static func stay(
        _ act: @escaping @Sendable (PortalStack, Browser, SamplePatient) async throws -> Void
    ) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let document = try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil })
            try await stack.deposit(document)
            try await act(stack, browser, patient)
        }
    }

    private static func breakGlass(_ stack: PortalStack, _ patient: SamplePatient) async throws -> SampleProfessional {
        let midwife = try #require(stack.people.professional("midwife"))
        let visit = try await stack.visit(midwife, of: patient, mode: .breakGlass(reason: "Personne inconsciente"))
        _ = try? await stack.service.list(visit)
        stack.service.leave(visit)
        return midwife
    }

    /// Access and life cycle § 3.6.
    @Test func aDocumentIsReportedFollowedAndSettled() async throws {
        try await Self.stay { stack, browser, patient in
            let list = try await browser.get(Paths.documents)
            let link = try #require(list.body.firstMatch(of: /href="\/documents\/([0-9a-f-]{36})"/))
            let id = String(link.1)
            #expect(try await browser.get("/documents/" + id).body.contains("/signaler?document=" + id))
            let form = try await browser.get("/signaler?document=" + id)
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            #expect(try await browser.post(Paths.report, ["document": id]).status == .unprocessableContent)
            // A reason that fits an access does not fit a document.
            let unfit = try await browser.post(Paths.report, ["document": id, "choix": "noCare"])
            #expect(unfit.status == .unprocessableContent)
            let fields = ["document": id, "choix": "notMine", "precisions": "Ce nom n'est pas le mien."]
            let sent = try await browser.follow(try await browser.post(Paths.report, fields))
            #expect(sent.body.contains("En cours d’examen") && PageChecker.faults(in: sent.body) == [])
            let ins = try #require(QualifiedINS(patient.ins, in: .rehearsal))
            let history = try await browser.get(Paths.history + "?qui=moi")
            #expect(history.body.contains("demande") && !history.body.contains("pas le mien"))
            // The same thing is not reported twice while it is examined.
            #expect(try await browser.post(Paths.report, fields).status == .conflict)
            let visit = try await stack.service.admit(
                .session(token: Base64URL.padded(try #require(browser.cookies["__Host-dmp"]))),
                request: PageSamples.ids[3]
            )
            let request = try #require(try await stack.service.requests(visit).first)
            stack.service.leave(visit)
            #expect(sent.body.contains(request.reference))
            try await stack.service.settleRequest(request.id, of: ins, granted: true)
            #expect(try await browser.get(Paths.reports).body.contains("Traité"))
        }
    }

    /// Access and life cycle § 5; § 7.1, page 21.
    @Test func anEmergencyAccessIsReportedFromTheHistoryAndFromItsPage() async throws {
        try await Self.stay { stack, browser, patient in
            let midwife = try await Self.breakGlass(stack, patient)
            let page = try await browser.get(Paths.emergency)
            #expect(PageChecker.faults(in: page.body) == [])
            #expect(page.body.contains("Personne inconsciente") && page.body.contains("Pas encore de justification"))
            for place in [Paths.history, Paths.emergency] {
                let shown = try await browser.get(place)
                let pattern = /href="(\/signaler\?professionnel=[A-Za-z0-9_-]{22}&amp;moment=[0-9]+)"/
                let link = String(try #require(shown.body.firstMatch(of: pattern)).1).replacing("&amp;", with: "&")
                let form = try await browser.get(link)
                #expect(form.status == .ok && form.body.contains(midwife.actor().name.family))
                #expect(form.body.contains("Ce n’était pas une urgence"))
            }
            let shown = try await browser.get(Paths.history)
            let pattern = /professionnel=([A-Za-z0-9_-]{22})&amp;moment=([0-9]+)/
            let link = try #require(shown.body.firstMatch(of: pattern))
            let fields = ["professionnel": String(link.1), "moment": String(link.2), "choix": "unknownPerson"]
            let sent = try await browser.follow(try await browser.post(Paths.report, fields))
            #expect(sent.body.contains("Accès de"))
            // An access that the history does not hold cannot be reported, nor somebody whom nobody knows.
            #expect(
                try await browser.get("/signaler?professionnel=\(link.1)&moment=12").status == .notFound
            )
            #expect(try await browser.get("/signaler?professionnel=AAAAAAAAAAAAAAAAAAAAAA").status == .notFound)
            #expect(try await browser.get("/signaler?professionnel=\(link.1)").status == .ok)
        }
    }

    /// Access and life cycle § 5.
    @Test func reportsAreMetered() async throws {
        try await Self.stay { stack, browser, _ in
            let list = try await browser.get(Paths.documents)
            let id = String(try #require(list.body.firstMatch(of: /href="\/documents\/([0-9a-f-]{36})"/)).1)
            _ = try await browser.get("/signaler?document=" + id)
            for rank in 0..<10 {
                let fields = ["document": id, "choix": "other", "precisions": "n° \(rank)"]
                #expect(try await browser.post(Paths.report, fields).status == .seeOther)
            }
            let fields = ["document": id, "choix": "other", "precisions": "encore"]
            #expect(try await browser.post(Paths.report, fields).status == .tooManyRequests)
        }
    }

    /// Access and life cycle § 1.1, CSP L1110-4.
    @Test func heirsAreRefusedByTheHolderAloneAndThatIsTakenBack() async throws {
        try await Self.stay { _, browser, _ in
            #expect(try await browser.get(Paths.wishes).body.contains("/volontes/heritiers?refuse=oui"))
            let summary = try await browser.get(Paths.heirs + "?refuse=oui")
            #expect(summary.body.contains("sera refusée") && PageChecker.faults(in: summary.body) == [])
            let done = try await browser.follow(try await browser.post(Paths.heirs, ["refuse": "oui"]))
            #expect(done.body.contains("Votre opposition est enregistrée") && done.body.contains("Je m’y oppose"))
            #expect(try await browser.get(Paths.heirs + "?refuse=oui").headers[.location] == Paths.wishes)
            _ = try await browser.get(Paths.wishes)
            let back = try await browser.follow(try await browser.post(Paths.heirs, ["refuse": "non"]))
            #expect(back.body.contains("Vous ne vous y opposez plus"))
        }
    }

    /// Access and life cycle § 1.1.
    @Test func aCarerMayBeNotedWithoutGettingAccess() async throws {
        try await Self.stay { stack, browser, _ in
            _ = try await browser.get(Paths.wishesChange)
            let fields = [
                "personne-9": "Zoé Lavigne", "lien-9": "ma sœur", "appel-9": "06 39 98 12 34", "choix": "rien",
            ]
            #expect(try await browser.post(Paths.wishesChange, fields).body.contains("Zoé Lavigne"))
            let done = try await browser.follow(try await browser.post(Paths.wishesSummary, fields))
            #expect(done.body.contains("Zoé Lavigne") && done.body.contains("Sans accès au dossier"))
            #expect(!(try await browser.get(Paths.family)).body.contains("Zoé Lavigne"))
        }
    }

    /// Identity and experience § 7.1, page 32: the input is kept for whoever wrote it, and for nobody else.
    @Test func whatWasWrittenIsGivenBackWhenTheSessionHasEnded() async throws {
        try await Self.stay { stack, browser, patient in
            let list = try await browser.get(Paths.documents)
            let link = try #require(list.body.firstMatch(of: /href="\/documents\/([0-9a-f-]{36})"/))
            let id = String(link.1)
            _ = try await browser.get("/signaler?document=" + id)
            let other = Browser(browser.client)
            stack.advance(seconds: 60)
            try await WalkTests.signIn(other, stack, patient)
            _ = try await other.get(Paths.devices)
            _ = try await other.post(Paths.endOtherSessions, [:])
            let fields = ["document": id, "choix": "notMine", "precisions": "Rien de tout cela ne me concerne."]
            let late = try await browser.post(Paths.report, fields)
            #expect(late.status == .unauthorized && PageChecker.faults(in: late.body) == [])
            #expect(late.body.contains("Rien de tout cela ne me concerne."))
            // Without the proof that the form was ours, nothing of it is shown.
            let forged = try await browser.post(Paths.report, fields, token: "faux")
            #expect(forged.status == .unauthorized && !forged.body.contains("Rien de tout cela"))
        }
    }
}
