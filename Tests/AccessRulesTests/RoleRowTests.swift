import HealthRecord
import Testing

@testable import AccessRules

/// Rows that other texts than the published matrix give to care actors, asked cell by cell.
@Suite struct RoleRowTests {
    private typealias Oracle = FunctionalOracleTests

    /// CSP L1111-16: the treating physician is a physician, declared for himself, with the holder's consent stated.
    @Test func aTreatingPhysicianIsAPhysicianInHisOwnName() throws {
        let cells = "--- Y-- - Y- - --".filter { $0 != " " }
        for (cell, (column, mode)) in zip(cells, Oracle.columns) {
            let actor = try Oracle.actor(column, isReinforced: false)
            var policy = try House.policy()
            if column == .treating { policy.treatingPhysicians = [try House.person(1)] }
            let own = Resource.target(actor.subject)
            let decision = try House.ask(.care(actor), .declareTreatingPhysician, own, policy, mode: mode)
            #expect(decision.isPermitted == (cell == "Y"), "\(column) \(mode.code): \(decision.rule)")
        }
        let policy = try House.policy()
        let physician = Subject.care(try House.care("10", specialty: "SM26"))
        let own = Resource.target(.person(try House.person(1)))
        let other = Resource.target(.person(try House.person(9)))
        let act = Act.declareTreatingPhysician
        #expect(try House.ask(physician, act, other, policy).rule == .treatingDeclaredByHimself)
        #expect(try House.ask(physician, act, own, policy, presence: .absent).rule == .consentMissing)
        let trainee = Subject.care(try House.care("10", specialty: "SM26", holder: .trainee))
        #expect(try House.ask(trainee, act, own, policy).rule == .treatingDeclaredByHimself)
        var blocked = policy
        let actor = try House.care("10", specialty: "SM26")
        blocked.blocks = [Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)]
        #expect(try House.ask(physician, act, own, blocked).rule == .blocked)
    }

    /// CSP R1111-50: at the minor's request the author, or the treating physician, closes a document to representatives.
    @Test func documentsAreClosedToRepresentatives() throws {
        let cells = "a-- a-- - Y- - --".filter { $0 != " " }
        for (cell, (column, mode)) in zip(cells, Oracle.columns) {
            let actor = try Oracle.actor(column, isReinforced: false)
            for relation in DocumentRelation.allCases {
                var policy = try House.policy(House.child)
                policy.authorisations = [
                    House.leave(actor), House.leave(actor, subject: .structure(actor.structure.id)),
                ]
                if column == .treating { policy.treatingPhysicians = [try House.person(1)] }
                let document = Resource.document(House.document(relation: relation))
                let decision = try House.ask(.care(actor), .hideFromRepresentatives, document, policy, mode: mode)
                let expected = cell == "Y" || (cell == "a" && relation == .author)
                #expect(decision.isPermitted == expected, "\(column) \(mode.code) \(relation): \(decision.rule)")
                if decision.isPermitted {
                    // The trace of the act is kept from them as the document is (§ 3.7).
                    #expect(decision.obligations.contains(.concealFromRepresentatives))
                }
                policy.birthDate = try #require(House.adult)
                let adult = try House.ask(.care(actor), .hideFromRepresentatives, document, policy, mode: mode)
                #expect(!adult.isPermitted)
            }
        }
    }

    /// CSP R1111-50: the holder alone, a minor or an adult whom others act for; never those others; and one way only.
    @Test func theHolderClosesADocumentToThoseWhoActForHim() throws {
        let document = Resource.document(House.document())
        let act = Act.hideFromRepresentatives
        let adult = try House.policy()
        #expect(try House.ask(House.holder, act, document, adult).isPermitted)
        for kind in [Representation.guardian, .carer] {
            #expect(try House.ask(House.representative(kind), act, document, adult).rule == .functionalRefused)
        }
        let minor = try House.policy(House.child)
        let parent = House.representative(.legalRepresentative)
        #expect(try House.ask(parent, act, document, minor).rule == .functionalRefused)
        let book = try House.turned(.minorOwnAccess, to: true)
        #expect(try House.ask(House.holder, act, document, minor, book: book).isPermitted)
        let closed = Resource.document(House.document(.hiddenFromRepresentatives))
        #expect(try House.ask(House.holder, act, closed, adult).rule == .functionalState)
        // The holder does not open it again: professionals do (TD3.3b).
        #expect(try House.ask(House.holder, .reveal, closed, adult).rule == .functionalRefused)
        let gone = Resource.document(House.document(status: .deleted))
        #expect(try !House.ask(House.holder, act, gone, adult).isPermitted)
    }
}
