import AccessRules
import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// § 7.2, page 5: presence is proved where the set wants it, and offered where not (key `consent.proof`, C14).
@Suite struct PresenceTests {
    private static func code(_ stack: CareStack) throws -> String {
        for sent in stack.notices.reversed() {
            if case .presenceCode(let code, _) = sent.notice { return code }
        }
        throw StackFault(description: "no code")
    }

    @Test func consentCountsOnceThePatientHasToldTheCode() async throws {
        let stack = try CareStack(policySet: "essai", rules: try CareStack.rules("consent.proof", "holderConfirmed"))
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            try await doctor.enter()
            let handle = try Walk.handle(try await doctor.find(patient.ins.matricule.text).headers[.location])
            let page = try await doctor.get("/dossiers/\(handle)/accord")
            #expect(page.body.contains("le patient prouve lui-même sa présence"))
            let early = try await doctor.post("/dossiers/\(handle)/accord")
            #expect(early.status == .forbidden && early.body.contains("n’a pas encore prouvé sa présence"))
            try await doctor.get("/dossiers/\(handle)/presence")
            #expect(try await doctor.post("/dossiers/\(handle)/presence").status == .unprocessableContent)
            let asked = try await doctor.follow(
                try await doctor.post("/dossiers/\(handle)/presence", ["moyen": "code"])
            )
            #expect(asked.body.contains("Un code est parti vers"))
            let wrong = try await doctor.post("/dossiers/\(handle)/presence/code", ["code-lu": "000"])
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("Ce code n’est pas accepté."))
            let proved = try await doctor.follow(
                try await doctor.post("/dossiers/\(handle)/presence/code", ["code-lu": try Self.code(stack)])
            )
            #expect(proved.body.contains("La présence du patient est prouvée."))
            try await doctor.get("/dossiers/\(handle)/accord")
            let agreed = try await doctor.follow(try await doctor.post("/dossiers/\(handle)/accord"))
            #expect(agreed.body.contains("L’accord du patient est enregistré."))
        }
    }

    @Test func consentCountsOnceThePatientHasConfirmedOnThePortal() async throws {
        let stack = try CareStack(policySet: "essai", rules: try CareStack.rules("consent.proof", "holderConfirmed"))
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            try await doctor.enter()
            let handle = try Walk.handle(try await doctor.find(patient.ins.matricule.text).headers[.location])
            try await doctor.get("/dossiers/\(handle)/presence")
            let asked = try await doctor.follow(
                try await doctor.post("/dossiers/\(handle)/presence", ["moyen": "site"])
            )
            #expect(asked.body.contains("La demande attend le patient sur son site."))
            try await doctor.get("/dossiers/\(handle)/accord")
            #expect(try await doctor.post("/dossiers/\(handle)/accord").status == .forbidden)
            let holder = try await stack.signIn(patient)
            let waiting = try #require(try await stack.service.pendingPresence(holder).first)
            try await stack.service.answerPresence(waiting.id, isThere: true, holder)
            let agreed = try await doctor.follow(try await doctor.post("/dossiers/\(handle)/accord"))
            #expect(agreed.body.contains("L’accord du patient est enregistré."))
        }
    }

    /// A code that came too late is not called a wrong one, and another is offered.
    @Test func aCodeThatIsOverSaysSo() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            try await doctor.enter()
            let handle = try Walk.handle(try await doctor.find(patient.ins.matricule.text).headers[.location])
            let path = "/dossiers/\(handle)/presence"
            try await doctor.get(path)
            let asked = try await doctor.follow(try await doctor.post(path, ["moyen": "code"]))
            #expect(asked.body.contains("Un code est parti vers"))
            stack.advance(seconds: 900)
            let late = try await doctor.post(path + "/code", ["code-lu": try Self.code(stack)])
            #expect(late.status == .unprocessableContent && late.body.contains("son délai est passé"))
            #expect(!late.body.contains("Ce code n’est pas accepté.") && !late.body.contains("name=\"code-lu\""))
            #expect(!(try await doctor.get(path).body.contains("Un code est parti vers")))
            let again = try await doctor.follow(try await doctor.post(path, ["moyen": "code"]))
            #expect(again.body.contains("Un code est parti vers"))
        }
    }

    /// Who may state no consent is offered no proof for it, and is told of no declaration that would do.
    @Test func whoMayStateNoConsentIsAskedForNoProof() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:occupational")
            try await browser.enter()
            let handle = try Walk.handle(try await browser.find(patient.ins.matricule.text).headers[.location])
            let page = try await browser.get("/dossiers/\(handle)/presence")
            #expect(page.headers[.location] == "/dossiers/\(handle)/accord")
        }
    }

    /// Where a declaration is enough, the proof is offered and nobody waits for it.
    @Test func aProofIsOfferedWhereNoneIsNeeded() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            try await doctor.enter()
            let handle = try Walk.handle(try await doctor.find(patient.ins.matricule.text).headers[.location])
            let page = try await doctor.get("/dossiers/\(handle)/accord")
            #expect(page.body.contains("/dossiers/\(handle)/presence"))
            #expect(!page.body.contains("le patient prouve lui-même sa présence"))
            #expect(try await doctor.get("/dossiers/\(handle)/presence").body.contains("votre déclaration suffit"))
        }
    }

    /// A refusal for want of a proof leads to it (§ 7.2: what one may do next), also where consent stands already.
    @Test func aTeamWaitsForTheProofAsWell() async throws {
        let stack = try CareStack(policySet: "essai", rules: try CareStack.rules("consent.proof", "holderConfirmed"))
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        let gp = try #require(stack.people.professional("gp"))
        let holder = try await stack.signIn(patient)
        _ = try await stack.service.carryOut(
            .authorise(
                Authorisation(
                    subject: .person(gp.id),
                    name: gp.name,
                    profession: gp.actor().profession,
                    structure: gp.actor().structure,
                    since: CareStack.start,
                    until: nil,
                    origin: .givenByHolder,
                    lastAct: CareStack.start
                )
            ),
            holder
        )
        let nurse = try #require(stack.people.professional("nurse"))
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            try await doctor.enter()
            let handle = try Walk.handle(try await doctor.find(patient.ins.matricule.text).headers[.location])
            let path = "/dossiers/\(handle)/autorisations/accords/confrere"
            try await doctor.get(path)
            let early = try await doctor.post(
                path,
                [
                    "prenom": nurse.name.given, "famille": nurse.name.family,
                    "rpps": String(nurse.id.text.dropFirst()), "profession": nurse.actor().profession.matrixKey,
                    "lieu": nurse.actor().structure.id.text, "demande": "oui",
                ]
            )
            #expect(early.status == .forbidden && early.body.contains("href=\"/dossiers/\(handle)/presence\""))
        }
    }
}
