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

/// Pages 17 and 18: care teams (CSP R1111-46), administrators, a treating physician who stays, proof of presence.
@Suite struct CircleTests {
    private static func link(_ body: String, _ name: String) throws -> String {
        let pattern = try Regex("href=\"(/professionnels/[A-Za-z0-9_-]{22})\"[^>]*><bdi>[^<]*\(name)")
        return try #require(body.firstMatch(of: pattern)?.output[1].substring.map(String.init))
    }

    private static func member(_ who: SampleProfessional) -> TeamMember {
        let actor = who.actor()
        return TeamMember(
            subject: actor.subject,
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure
        )
    }

    /// § 7.1, page 17.
    @Test func aTeamIsShownWithItsMembersAndEndedByTheHolder() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let (physician, midwife) = (
            try #require(stack.people.professional("gp")), try #require(stack.people.professional("midwife"))
        )
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let document = try #require(stack.people.documents(of: "jeanne").first { $0.replaces == nil })
            try await stack.deposit(document)
            let consent = try await stack.visit(physician, of: patient)
            _ = try await stack.service.setAuthorisation(.add(asTreatingPhysician: false), consent)
            stack.service.leave(consent)
            let visit = try await stack.visit(physician, of: patient)
            _ = try await stack.service.declareTeam(
                TeamDeclaration(name: "Maternité", members: [Self.member(midwife)]),
                visit
            )
            stack.service.leave(visit)
            let people = try await browser.get(Paths.professionals)
            #expect(PageChecker.faults(in: people.body) == [])
            #expect(people.body.contains("Maternité") && people.body.contains(midwife.actor().name.family))
            let end = try #require(people.body.firstMatch(of: /href="(\/equipes\/fin\?equipe=([0-9a-f-]+))"/))
            let summary = try await browser.get(String(end.1))
            #expect(summary.status == .ok && PageChecker.faults(in: summary.body) == [])
            // Who loses by it is named before it is done.
            #expect(summary.body.contains(midwife.actor().name.family))
            let done = try await browser.follow(try await browser.post(Paths.team, ["equipe": String(end.2)]))
            #expect(done.body.contains("n’a plus accès à votre dossier") && !done.body.contains("Maternité"))
            #expect(try await browser.post(Paths.team, ["equipe": String(end.2)]).status != .ok)
            let late = try await stack.visit(midwife, of: patient)
            await #expect(throws: ServiceError.self) { try await stack.service.list(late) }
            stack.service.leave(late)
        }
    }

    @Test func aTreatingPhysicianWhomTheSetKeepsIsNotOfferedToBeRemoved() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let physician = try #require(stack.people.professional("gp"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let visit = try await stack.visit(physician, of: patient)
            _ = try await stack.service.setAuthorisation(.add(asTreatingPhysician: false), visit)
            stack.service.leave(visit)
            let path = try Self.link(try await browser.get(Paths.professionals).body, physician.actor().name.family)
            _ = try await browser.get(path)
            let named = try await browser.follow(try await browser.post(path + "/medecin-traitant", [:]))
            #expect(named.body.contains("C’est votre médecin traitant. Les règles de votre dossier"))
            #expect(named.body.contains("déclarez un autre médecin traitant à votre caisse"))
            for choice in ["plus-medecin-traitant", "bloquer", "retirer"] {
                #expect(!named.body.contains(path + "/" + choice))
                #expect(try await browser.get(path + "/" + choice).headers[.location] == path)
            }
        }
    }

    /// Access and life cycle § 1.2, CSP R1111-43.
    @Test func anAdministratorIsNamedAndWithdrawnWithItsEffectShown() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let midwife = try #require(stack.people.professional("midwife"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let visit = try await stack.visit(midwife, of: patient)
            _ = try await stack.service.setAuthorisation(.add(asTreatingPhysician: false), visit)
            stack.service.leave(visit)
            let path = try Self.link(try await browser.get(Paths.professionals).body, midwife.actor().name.family)
            #expect(try await browser.get(path).body.contains(path + "/administrateur"))
            let summary = try await browser.get(path + "/administrateur")
            #expect(summary.body.contains("les mêmes droits que votre médecin traitant"))
            let named = try await browser.follow(try await browser.post(path + "/administrateur", [:]))
            #expect(named.body.contains("C’est maintenant un administrateur"))
            #expect(named.body.contains(path + "/plus-administrateur"))
            let list = try await browser.get(Paths.professionals)
            #expect(PageChecker.faults(in: list.body) == [] && !list.body.contains("Aucun administrateur"))
            _ = try await browser.get(path + "/plus-administrateur")
            let ended = try await browser.follow(try await browser.post(path + "/plus-administrateur", [:]))
            #expect(ended.body.contains("Ce n’est plus un administrateur"))
            #expect(try await browser.get(Paths.professionals).body.contains("Aucun administrateur"))
        }
    }

    /// Access and life cycle § 1.2, § 3.2: the page says that the role goes with the authorisation, and it does.
    @Test func anAdministratorWhoseAuthorisationIsWithdrawnReadsNoMore() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let midwife = try #require(stack.people.professional("midwife"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let visit = try await stack.visit(midwife, of: patient)
            _ = try await stack.service.setAuthorisation(.add(asTreatingPhysician: false), visit)
            stack.service.leave(visit)
            let path = try Self.link(try await browser.get(Paths.professionals).body, midwife.actor().name.family)
            _ = try await browser.get(path + "/administrateur")
            #expect(try await browser.post(path + "/administrateur", [:]).status == .seeOther)
            let form = try await browser.get(path + "/retirer")
            #expect(form.status == .ok && form.body.contains("ce rôle prend fin aussi"))
            #expect(PageChecker.faults(in: form.body) == [])
            let done = try await browser.follow(try await browser.post(path + "/retirer", [:]))
            #expect(done.body.contains("L’autorisation est retirée.") && !done.body.contains("/plus-administrateur"))
            #expect(try await browser.get(Paths.professionals).body.contains("Aucun administrateur"))
            let late = try await stack.visit(midwife, of: patient)
            await #expect(throws: ServiceError.self) { try await stack.service.list(late) }
            stack.service.leave(late)
        }
    }

    /// § 7.1, page 6: the step that is left to do leads to where it is done, and is done there.
    @Test func theTreatingPhysicianIsNamedFromTheFirstPage() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let physician = try #require(stack.people.professional("gp"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let visit = try await stack.visit(physician, of: patient)
            _ = try await stack.service.setAuthorisation(.add(asTreatingPhysician: false), visit)
            stack.service.leave(visit)
            let before = try await browser.get(Paths.record)
            let step = try #require(before.body.firstMatch(of: /href="([^"]+)">Déclarer mon médecin traitant/))
            let path = try Self.link(try await browser.get(String(step.1)).body, physician.actor().name.family)
            _ = try await browser.get(path + "/medecin-traitant")
            #expect(try await browser.post(path + "/medecin-traitant", [:]).status == .seeOther)
            let after = try await browser.get(Paths.record)
            #expect(after.body.contains("Mon médecin traitant est déclaré."))
            #expect(!after.body.contains("Déclarer mon médecin traitant"))
        }
    }

    /// Access and life cycle § 10, C14.
    @Test(arguments: [true, false]) func aProfessionalAsksAndTheHolderAnswers(isThere: Bool) async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let midwife = try #require(stack.people.professional("midwife"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            #expect(try await browser.get(Paths.presence).body.contains("Personne ne vous demande"))
            let visit = try await stack.visit(midwife, of: patient)
            let asked = try await stack.service.requestPresence(by: .portal, visit)
            stack.service.leave(visit)
            #expect(try await browser.get(Paths.record).body.contains("href=\"/presence\""))
            let page = try await browser.get(Paths.presence)
            #expect(PageChecker.faults(in: page.body) == [] && page.body.contains(midwife.actor().name.family))
            #expect(page.body.contains(midwife.actor().structure.name))
            #expect(try await browser.post(Paths.presence, ["personne": asked.id.text]).status == .badRequest)
            let fields = ["personne": asked.id.text, "choix": isThere ? "oui" : "non"]
            let done = try await browser.follow(try await browser.post(Paths.presence, fields))
            #expect(done.body.contains(isThere ? "Vous avez confirmé votre présence" : "Vous avez répondu non"))
            // A second answer finds nothing to answer.
            let late = try await browser.follow(try await browser.post(Paths.presence, fields))
            #expect(late.body.contains("n’attend plus de réponse"))
            #expect(!(try await browser.get(Paths.record)).body.contains("href=\"/presence\""))
        }
    }
}
