import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// What a holder objects to or ends on the portal: feeding by others (CSP R1111-47), the host's physician (CSP L1111-8).
@Suite struct OwnObjectionTests {
    private static func stay(
        _ act: @escaping @Sendable (PortalStack, Browser, SamplePatient, QualifiedINS) async throws -> Void
    ) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let ins = try #require(QualifiedINS(patient.ins, in: .rehearsal))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            try await act(stack, browser, patient, ins)
        }
    }

    private static func waiting(_ stack: PortalStack, _ browser: Browser) async throws -> UniqueID {
        let requests = try await stack.service.requests(try await stack.holder(browser))
        return try #require(requests.last { $0.standing == .pending }).id
    }

    @Test(arguments: [-1, 0, 1]) func aReasonIsMeasured(step: Int) async throws {
        try await Self.stay { _, browser, _, _ in
            _ = try await browser.get(Paths.feeding)
            let words = String(repeating: "a", count: HolderRequestKind.reasonLimit + step)
            let sent = try await browser.post(Paths.feeding, [FormNames.words: words])
            #expect(sent.status == (step > 0 ? .unprocessableContent : .seeOther))
        }
    }

    @Test func anObjectionToFeedingIsExaminedAndEnded() async throws {
        try await Self.stay { stack, browser, _, ins in
            let form = try await browser.get(Paths.feeding)
            #expect(form.status == .ok && PageChecker.faults(in: form.body) == [])
            for words in ["", " — ", String(repeating: "a", count: HolderRequestKind.reasonLimit + 1)] {
                let again = try await browser.post(Paths.feeding, [FormNames.words: words])
                #expect(again.status == .unprocessableContent && PageChecker.faults(in: again.body) == [])
            }
            let reason = [FormNames.words: "Mon voisin travaille au laboratoire."]
            let sent = try await browser.follow(try await browser.post(Paths.feeding, reason))
            #expect(PageChecker.faults(in: sent.body) == [] && sent.body.contains("Votre opposition est examinée"))
            let id = try await Self.waiting(stack, browser)
            let gone = ["choix": "retirer", FormNames.request: id.text]
            let withdrawn = try await browser.follow(try await browser.post(Paths.feedingEnd, gone))
            #expect(withdrawn.body.contains("Votre opposition est retirée."))
            // No other request is withdrawn from here.
            let copy = try await stack.service.ask(.copy, try await stack.holder(browser))
            let other = ["choix": "retirer", FormNames.request: copy.text]
            #expect(try await browser.post(Paths.feedingEnd, other).status == .badRequest)
            _ = try await browser.post(Paths.feeding, reason)
            let last = try await Self.waiting(stack, browser)
            try await stack.service.settleRequest(last, of: ins, granted: false)
            #expect(try await browser.get(Paths.feeding).body.contains("n’a pas été retenue"))
            _ = try await browser.post(Paths.feeding, reason)
            try await stack.service.settleRequest(try await Self.waiting(stack, browser), of: ins, granted: true)
            let refused = try await browser.get(Paths.feeding)
            #expect(refused.body.contains("Les professionnels n’ajoutent plus de documents"))
            #expect(PageChecker.faults(in: refused.body) == [])
            stack.advance(seconds: Freshness.term + 1)
            let later = try await browser.post(Paths.feedingEnd, ["choix": "autoriser"])
            #expect(later.headers[.location] == Paths.stepUp + "?suite=ajouts")
            stack.advance(seconds: -Freshness.term - 1)
            let open = try await browser.follow(try await browser.post(Paths.feedingEnd, ["choix": "autoriser"]))
            #expect(open.body.contains("Les professionnels peuvent de nouveau ajouter des documents."))
            #expect(try await browser.post(Paths.feedingEnd, ["choix": "autre"]).status == .badRequest)
        }
    }

    @Test func theHostsPhysicianIsAskedForAndSentAway() async throws {
        try await Self.stay { stack, browser, _, ins in
            let none = try await browser.get(Paths.hostAccess)
            #expect(none.status == .ok && PageChecker.faults(in: none.body) == [])
            #expect(none.body.contains("Hébergeur de ce dossier : trace.example."))
            let asked = try await browser.follow(try await browser.post(Paths.hostAccess, ["choix": "demander"]))
            #expect(asked.body.contains("Votre demande attend d’être approuvée"))
            #expect(PageChecker.faults(in: asked.body) == [])
            let first = try await Self.waiting(stack, browser)
            let gone = ["choix": "retirer", FormNames.request: first.text]
            let withdrawn = try await browser.follow(try await browser.post(Paths.hostAccess, gone))
            #expect(withdrawn.body.contains("Votre demande est retirée."))
            _ = try await browser.post(Paths.hostAccess, ["choix": "demander"])
            let id = try await Self.waiting(stack, browser)
            for name in ["Anne Premier", "Bruno Second"] {
                _ = try await stack.service.approveHostAccess(id, of: ins, by: name)
            }
            let open = try await browser.get(Paths.hostAccess)
            #expect(open.body.contains("Un accès est ouvert") && PageChecker.faults(in: open.body) == [])
            let ended = try await browser.follow(try await browser.post(Paths.hostAccess, ["choix": "terminer"]))
            #expect(ended.body.contains("L’accès est terminé.") && ended.body.contains("Aucun accès n’est demandé"))
            #expect(try await browser.post(Paths.hostAccess, ["choix": "terminer"]).status == .conflict)
            stack.advance(seconds: Freshness.term + 1)
            let later = try await browser.post(Paths.hostAccess, ["choix": "demander"])
            #expect(later.headers[.location] == Paths.stepUp + "?suite=medecin-hebergeur")
        }
    }
}
