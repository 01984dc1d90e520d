import HealthRecord
import Testing

@testable import AccessRules

/// What the insured deleted in 2019 is gone for professionals (C5; design § 6); elsewhere a deletion is logical (§ 2.2).
@Suite struct DeletedByHolderTests {
    private func readers() throws -> [Subject] {
        [
            .care(try House.care("10", specialty: "SM26")), .care(try House.care("60", number: 2)),
            .care(try House.care("10", specialty: "SM25", number: 3)),
        ]
    }

    private func document(_ remover: DocumentRemover?, _ relation: DocumentRelation) -> Resource {
        var facts = House.document(status: .deleted, relation: relation)
        facts.deletedBy = remover
        return .document(facts)
    }

    @Test(arguments: PolicySetTests.names)
    func itIsGoneWhereTheHolderMayDelete(set: String) throws {
        let isGone = try #require(House.book?.policySets[set])[.holderDeletesCareDocuments]?.value == .flag(true)
        #expect(isGone == (set == "era2019"))
        for reader in try readers() {
            guard case .care(let actor) = reader else { continue }
            var policy = try House.policy(set: set)
            policy.authorisations = [House.leave(actor)]
            policy.treatingPhysicians = [try House.person(1)]
            for relation in [DocumentRelation.none, .author] {
                for act in [Act.read, .search, .findReference, .delete, .archive, .mask] {
                    let byHolder = try House.ask(reader, act, document(.holder, relation), policy)
                    let byAuthor = try House.ask(reader, act, document(.care, relation), policy)
                    let unknown = try House.ask(reader, act, document(nil, relation), policy)
                    // Entries of before the deleter was kept read as the author's.
                    #expect(unknown == byAuthor)
                    if isGone {
                        #expect(byHolder.denial == .silent || byHolder == byAuthor, "\(act) \(relation)")
                        #expect(!byHolder.isPermitted, "\(act) \(relation): \(byHolder.rule)")
                    } else {
                        #expect(byHolder == byAuthor, "\(act) \(relation)")
                    }
                }
            }
            if isGone, !OccupationalHealth.covers(actor) {
                let decision = try House.ask(reader, .read, document(.holder, .author), policy)
                #expect(decision.rule == .deletedByHolder && decision.denial == .silent)
            }
        }
    }

    @Test func theHolderIsNotConcerned() throws {
        let policy = try House.policy(set: "era2019")
        let (holder, care) = (document(.holder, .none), document(.care, .none))
        #expect(try House.ask(House.holder, .read, holder, policy) == House.ask(House.holder, .read, care, policy))
    }
}
