import HealthRecord
import Testing

@testable import AccessRules

/// Those of § 1.2 whom an article of their own lets in: by the ordinary rules, each with its conditions.
@Suite struct CarePlaceTests {
    private let document = Resource.document(House.document())

    /// CSP L1111-18: the physician of the *protection maternelle et infantile* consults and files.
    @Test func thePhysicianOfMotherAndChildCareReadsAndFiles() throws {
        let actor = try House.care("10", specialty: "SM40", sector: "SA15")
        var policy = try House.policy(House.child)
        #expect(try House.ask(.care(actor), .feed, document, policy).isPermitted)
        #expect(try House.ask(.care(actor), .read, document, policy).rule == .authorisationMissing)
        policy.authorisations = [House.leave(actor)]
        #expect(try House.ask(.care(actor), .read, document, policy).isPermitted)
    }

    /// CSP L1111-16: the coordinating physician of a home reads with the agreement of the resident, or of the person in charge.
    @Test func theCoordinatingPhysicianReadsByAnAgreementThatTheGuardianMayGive() throws {
        let actor = try House.care("10", specialty: "SM54", structure: 8, sector: "SA20")
        let policy = try House.policy()
        #expect(try !House.ask(.care(actor), .read, document, policy).isPermitted)
        let guardian = House.representative(.guardian)
        #expect(try House.ask(guardian, .authorise, .target(actor.subject), policy).isPermitted)
        var agreed = policy
        agreed.authorisations = [House.leave(actor)]
        #expect(try House.ask(.care(actor), .read, document, agreed).isPermitted)
        #expect(try !House.ask(House.representative(.carer), .authorise, .target(actor.subject), policy).isPermitted)
    }

    /// CSP L1111-17 V: the fire brigade's physician asks consent; where that is impossible he reads, unless it was objected to.
    @Test func theFireBrigadesPhysicianReadsUnlessItWasObjectedTo() throws {
        let actor = Subject.care(try House.care("10", specialty: "SM59", structure: 9))
        var policy = try House.policy()
        let glass = AccessMode.breakGlass(reason: "Inconscient sur la voie publique")
        #expect(try House.ask(actor, .read, document, policy).rule == .authorisationMissing)
        let decision = try House.ask(actor, .read, document, policy, mode: glass)
        #expect(decision.isPermitted && decision.obligations.contains(.notifyHolder))
        policy.emergency.refusesBreakGlass = true
        #expect(try House.ask(actor, .read, document, policy, mode: glass).rule == .modeOpposed)
    }

    /// Order of 26/10/2023, coordination professionals: a few types, once the set opens their matrix.
    @Test func coordinationReadsItsTypesOnceTheMatrixIsOpened() throws {
        let actor = try House.care("330", system: "1.2.250.1.213.1.6.1.107")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        let book = try House.turned(.nonProfessionalsRead, to: true)
        for (type, classCode, isRead) in [("34133-9", "11", false), ("68599-0", "11", false), ("11488-4", "10", true)] {
            let facts = Resource.document(House.document(type, classCode: classCode))
            let closed = try House.ask(.care(actor), .read, facts, policy)
            #expect(closed.rule == .professionNotOpened && closed.denial == .silent)
            let open = try House.ask(.care(actor), .read, facts, policy, book: book)
            #expect(open.isPermitted == isRead, "\(type): \(open.rule)")
        }
    }
}
