import HealthRecord
import Testing

@testable import AccessRules

/// The holder closes a category to a profession: the matrix, and never more than it (§ 2.1, order of 26/10/2023).
@Suite struct CategoryClosureTests {
    private func policy(_ actors: [CareActor], closed: [(String, String)]) throws -> RecordPolicy {
        var policy = try House.policy()
        policy.authorisations = actors.map { House.leave($0) }
        policy.closures = Set(closed.map { CategoryClosure(profession: $0.0, category: $0.1) })
        return policy
    }

    /// § 2.1, order of 26/10/2023: what is closed is not there, for the acts on a document too, with every specialty.
    @Test func aClosedCategoryIsNotThereForThatProfession() throws {
        let (physician, specialist) = (try House.care("10"), try House.care("10", specialty: "SM04", number: 2))
        let nurse = try House.care("60", number: 3)
        let closed = try policy([physician, specialist, nurse], closed: [("10", "10")])
        let document = Resource.document(House.document())
        for actor in [physician, specialist] {
            for act in [Act.read, .search, .findReference, .mask] {
                let decision = try House.ask(.care(actor), act, document, closed)
                #expect(decision.rule == .closedToProfession && decision.denial == .silent, "\(act)")
                #expect(decision.source.text.contains("26/10/2023"))
            }
            // Another category, and filing, are as they were.
            #expect(
                try House.ask(.care(actor), .read, .document(House.document("no", classCode: "11")), closed).rule
                    != .closedToProfession
            )
            #expect(try House.ask(.care(actor), .feed, document, closed).isPermitted)
        }
        #expect(try House.ask(.care(nurse), .read, document, closed).isPermitted)
        #expect(try House.ask(House.holder, .read, document, closed).isPermitted)
    }

    /// CSP R1111-49, L1111-16: as a mask, it leaves the author and the treating physician their access.
    @Test func theAuthorAndTheTreatingPhysicianReadOn() throws {
        let physician = try House.care("10")
        var closed = try policy([physician], closed: [("10", "10")])
        let own = Resource.document(House.document(relation: .author))
        #expect(try House.ask(.care(physician), .read, own, closed).isPermitted)
        closed.treatingPhysicians = [try House.person(1)]
        #expect(try House.ask(.care(physician), .read, .document(House.document()), closed).isPermitted)
    }

    /// CSP L1111-17: in an emergency it opens to whom a mask opens, and to nobody else.
    @Test func anEmergencyOpensItWhereItOpensMasks() throws {
        let physician = try House.care("10")
        var closed = try policy([], closed: [("10", "10")])
        let mode = AccessMode.breakGlass(reason: "Coma")
        let document = Resource.document(House.document())
        #expect(try House.ask(.care(physician), .read, document, closed, mode: mode).rule == .closedToProfession)
        closed.emergency.opensMaskedDocuments = true
        #expect(try House.ask(.care(physician), .read, document, closed, mode: mode).isPermitted)
    }

    /// § 2.1: closing takes away and opening gives back: for every profession and class, never more than the matrix.
    @Test func neverWiderThanTheMatrix() throws {
        let book = try #require(House.book)
        for key in book.professionKeys where !key.contains("/") {
            let profession = String(key.dropFirst(4))
            let actor = try House.care(profession)
            let open = try policy([actor], closed: [])
            let categories = book.categories(ofProfession: profession, under: "mes2026")
            for category in ["10", "11", "31", "42", "90"] {
                let closed = try policy([actor], closed: [(profession, category)])
                let document = Resource.document(House.document(classCode: category))
                let (before, after) = (
                    try House.ask(.care(actor), .read, document, open),
                    try House.ask(.care(actor), .read, document, closed)
                )
                #expect(!after.isPermitted, "\(key) \(category)")
                if before.isPermitted { #expect(categories.contains(category), "\(key) \(category)") }
                #expect(
                    book.knows(profession: profession, category: category, under: "mes2026")
                        == categories.contains(category)
                )
            }
        }
        #expect(!book.knows(profession: "10", category: "no", under: "mes2026"))
        #expect(!book.knows(profession: "no", category: "10", under: "mes2026"))
        #expect(!book.knows(profession: "10", category: "10", under: "gone"))
    }

    /// § 2.1: *who can see*, and *what would change*, say it from the same decisions.
    @Test func itIsExplained() throws {
        let book = try #require(House.book)
        let (physician, nurse) = (try House.care("10"), try House.care("60", number: 2))
        let (open, closed) = (
            try policy([physician, nurse], closed: []), try policy([physician, nurse], closed: [("10", "10")])
        )
        let explanation = Explanation(of: House.document(), policy: closed, now: House.now, ruleBook: book) { _ in .none
        }
        #expect(explanation.named.map(\.decision.rule) == [.closedToProfession, .authorisationValid])
        let byKey = Dictionary(uniqueKeysWithValues: explanation.professions)
        #expect(byKey["G15_10"]?.rule == .closedToProfession && byKey["G15_60"]?.isPermitted == true)
        let effect = ChoiceEffect(
            from: open,
            to: closed,
            documents: [.init(House.document())],
            now: House.now,
            ruleBook: book
        )
        #expect(effect.changes.allSatisfy { $0.gains.isEmpty })
        #expect(effect.changes.contains { $0.affected == .named(physician.subject) && $0.loses == [0] })
        #expect(!effect.changes.contains { $0.affected == .named(nurse.subject) })
    }

    /// § 2.1: a decision is replayed with what was closed to the profession, and says nothing of other professions.
    @Test func itIsReplayed() throws {
        let book = try #require(House.book)
        let physician = try House.care("10")
        let closed = try policy([physician], closed: [("10", "10"), ("60", "11")])
        let facts = try #require(
            DecisionFacts(
                subject: .care(physician),
                act: .read,
                resource: .document(House.document()),
                context: Context(policy: closed, now: House.now),
                ruleBook: book
            )
        )
        #expect(facts.policy.closures == [CategoryClosure(profession: "10", category: "10")])
        let read = try DecisionFacts(text: try facts.text())
        #expect(read == facts)
        #expect(try read.replay(in: book).rule == .closedToProfession)
    }
}
