import HealthRecord
import Testing

@testable import AccessRules

/// The holder's reading of who sees a document.
@Suite struct ExplanationTests {
    @Test func namesEachLeaveAndEachProfession() throws {
        let book = try #require(House.book)
        let physician = try House.care("10", number: 1)
        let nurse = try House.care("60", number: 2)
        var policy = try House.policy()
        policy.authorisations = [House.leave(physician), House.leave(nurse)]
        let document = House.document("68599-0", classCode: "10")
        let explanation = Explanation(of: document, policy: policy, now: House.now, ruleBook: book) { _ in .none }
        #expect(explanation.named.map(\.decision.isPermitted) == [true, false])
        #expect(explanation.named.map(\.decision.rule) == [.authorisationValid, .professionRefused])
        #expect(explanation.professions.map(\.key) == book.professionKeys)
        let byKey = Dictionary(uniqueKeysWithValues: explanation.professions)
        #expect(byKey["G15_10"]?.isPermitted == true)
        #expect(byKey["G15_40"]?.isPermitted == false)
        #expect(byKey["G15_10/SM25"]?.rule == .functionalRefused)
    }

    /// § 1.2, G16: named in the role, somebody in training reads nothing more by it, and the holder is told so.
    @Test(arguments: [(HolderKind.professional, RuleID.maskedForTreatingPhysician), (.trainee, .masked)])
    func aTraineeIsExplainedAsOne(holder: HolderKind, rule: RuleID) throws {
        let book = try #require(House.book)
        let actor = try House.care("10", specialty: "SM26", number: 1, holder: holder)
        var leave = House.leave(actor)
        leave.holder = holder
        var policy = try House.policy()
        policy.authorisations = [leave]
        policy.treatingPhysicians = [try House.person(1)]
        let document = House.document(.maskedToProfessionals)
        let explanation = Explanation(of: document, policy: policy, now: House.now, ruleBook: book) { _ in .none }
        #expect(explanation.named.map(\.decision.rule) == [rule])
        let circle = Explanation.circle(of: document, policy: policy, now: House.now, ruleBook: book) { _ in .none }
        let treating = circle.first { if case .treatingPhysician = $0.reader { true } else { false } }
        #expect(treating?.decision.rule == rule)
        #expect(try House.ask(.care(actor), .read, .document(document), policy).rule == rule)
    }

    /// § 1.2: whoever declared a leave under a structure's seal, and has no profession, reads nothing by it; the holder is told so.
    @Test func anEmployeeUnderASealIsExplainedAsOne() throws {
        let book = try #require(House.book)
        for (role, system, rule) in [
            ("SECRETARIAT_MEDICAL", CodeSystem.nonProfession, RuleID.functionalRefused),
            ("10", CodeSystem.profession, .authorisationValid),
        ] {
            let actor = try House.care(role, system: system, holder: .structure, authentication: .reinforcedIndirect)
            var leave = House.leave(actor)
            leave.holder = .structure
            #expect(actor.isEmployee == (rule == .functionalRefused) && leave.namesEmployee == actor.isEmployee)
            var policy = try House.policy()
            policy.authorisations = [leave]
            let document = House.document()
            let explanation = Explanation(of: document, policy: policy, now: House.now, ruleBook: book) { _ in .none }
            #expect(explanation.named.map(\.decision.rule) == [rule])
            #expect(try House.ask(.care(actor), .read, .document(document), policy).rule == rule)
        }
    }

    /// CSP R1111-53: the day on which a document shows itself is told by the days of France, as it is decided, at night as well.
    @Test(arguments: [("2026-06-15", "2026-07-14", 21), ("2026-01-15", "2026-02-14", 22)])
    func theDayIsThatOfFrance(filed: String, eve: String, hour: Int64) throws {
        let book = try #require(House.book)
        let policy = try House.policy()
        let hidden = House.document(.hiddenFromPatient, hiddenSince: try #require(CalendarDate(filed)).midnight)
        let last = try #require(CalendarDate(eve)).midnight.advanced(bySeconds: hour * 3600 + 3599)
        for (now, isRead) in [(last, false), (last.advanced(bySeconds: 1), true)] {
            let circle = Explanation.circle(of: hidden, policy: policy, now: now, ruleBook: book) { _ in .none }
            #expect(circle.first { $0.reader == .holder }?.decision.isPermitted == isRead)
        }
    }

    @Test func aMaskLeavesTheAuthor() throws {
        let book = try #require(House.book)
        let author = try House.care("10", number: 1)
        let other = try House.care("10", number: 2)
        var policy = try House.policy()
        policy.authorisations = [House.leave(author), House.leave(other)]
        let document = House.document(.maskedToProfessionals)
        let explanation = Explanation(of: document, policy: policy, now: House.now, ruleBook: book) {
            $0 == author.subject ? .author : .none
        }
        #expect(explanation.named.map(\.decision.rule) == [.maskedForAuthor, .masked])
        #expect(explanation.professions.allSatisfy { !$0.decision.isPermitted })
    }
}
