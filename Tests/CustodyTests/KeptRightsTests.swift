import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// What is the holder's, and stays so when others act on the record.
@Suite struct KeptRightsTests {
    private func carer(_ house: House, _ custodian: Custodian, _ person: Person) async throws -> String {
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.inviteRepresentative(
            try Relatives.new(50, .carer, until: house.now.advanced(bySeconds: 90 * 86_400)),
            holder
        )
        try await house.accept(custodian, try Relatives.acceptance(50, code: try house.lastCode()))
        return try await house.relative(custodian, 50)
    }

    /// A carer may not ask for a copy (portal matrix, `export`), and so may not take the holder's request for one back.
    @Test func aCarerTakesNoRequestOfTheHolderBack() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let token = try await carer(house, custodian, person)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let request = try await custodian.ask(.copy, holder)
        let acting = try await house.holder(custodian, token)
        await #expect {
            try await custodian.cancelRequest(request, acting)
        } throws: { error in
            if case .refused = error as? CustodyError { true } else { false }
        }
        #expect(try await custodian.requests(holder).map(\.standing) == [.pending])
        try await custodian.cancelRequest(request, holder)
        guard case .cancelled = try await custodian.requests(holder).first?.standing else {
            Issue.record("not taken back")
            return
        }
        try custodian.close()
    }

    @Test func aCarerSeesHisOwnSessionsOnly() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let token = try await carer(house, custodian, person)
        let own = try await house.session(custodian, person)
        let acting = try await house.holder(custodian, token)
        #expect(try await custodian.sessions(acting, token: token).map(\.isThis) == [true])
        let holder = try await house.holder(custodian, own)
        #expect(try await custodian.sessions(holder, token: own).count == 3)
        try custodian.close()
    }

    /// A court that keeps wishes out of a mandate keeps the documents that state them out as well
    /// (§ 3.8, CSP L1111-11, L1111-17 I).
    @Test(arguments: ["EXPPAT_1", "EXPPAT_3"])
    func aCourtThatKeepsWishesOutKeepsDirectivesOut(type: String) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let held = try #require(try await custodian.contextAfterCommit(of: person.record)).policy
        let relative = try Relatives.new(60, .representation)
        func refusal(_ type: String, _ limits: RepresentativeLimits) -> Refusal? {
            let mandate = Representative(
                id: house.requestID(),
                name: relative.name,
                birthDate: relative.birthDate,
                ins: relative.ins.ins,
                kind: .representation,
                limits: limits,
                since: house.now,
                until: nil,
                standing: .active
            )
            var policy = held
            policy.representatives = [mandate]
            let facts = DocumentFacts(
                typeCode: Code(type, CodeSystem.frenchType),
                classCode: Code("90", CodeSystem.documentClass),
                relation: .author,
                origin: .holder
            )
            let asker = Asker(
                actor: .representative(PersonName(family: "Essai", given: "Claude"), .guardian),
                mode: .normal,
                presence: .confirmed,
                isSecret: false,
                mandate: mandate.id,
                structureStanding: .stated
            )
            return custodian.judge(.delete, .document(facts), by: asker, policy: policy, now: house.now).refusal
        }
        // Directives are nobody's but the holder's, whatever the court says.
        let own = RuleID.directivesAreOwn.rawValue
        #expect(refusal(type, [])?.rule == (type == "EXPPAT_3" ? own : nil))
        #expect(refusal(type, .noWishes)?.rule == (type == "EXPPAT_3" ? own : RuleID.mandateLimited.rawValue))
        #expect(refusal("EXPPAT_2", .noWishes) == nil)
        try custodian.close()
    }
}

/// What is not shown yet is known without the whole record being opened for each page.
@Suite struct VisibilityBookTests {
    @Test func onlyWhatCameSinceIsRead() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (gp, shelf) = (try People.doctor(), Shelf())
        let visit = try await house.admit(custodian, gp, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
        let hidden = try await house.deposit(custodian, [.hiddenFromPatient], by: gp, for: person, on: shelf)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        func unseen() async throws -> Set<UniqueID> {
            let context = try #require(try await custodian.contextAfterCommit(of: person.record))
            return try await custodian.unannounced(in: context, to: holder, now: house.now)
        }
        #expect(try await unseen() == [hidden[0].id])
        let read = custodian.visibilities.marks(of: person.record, upTo: .max)
        #expect(read.sequence > 0 && read.marks.count == 1)
        // What was read before is not opened again: damaged, it would not open.
        _ = try await custodian.ledger.commit { transaction in
            try transaction.database.execute(
                sql: "UPDATE trace SET ct = x'00' WHERE rec_seq <= ?",
                arguments: [Int64(read.sequence)]
            )
        }
        let more = try await house.deposit(custodian, [.hiddenFromPatient], by: gp, for: person, on: shelf)
        #expect(try await unseen() == [hidden[0].id, more[0].id])
        try custodian.close()
    }

    @Test func theMarksFollowTheDocument() throws {
        var marks = VisibilityMarks()
        let document = UniqueID(random: (1, 2))
        func event(_ sequence: UInt64, _ after: String?, _ outcome: TracedOutcome = .permitted) -> TraceEvent {
            TraceEvent(
                sequence: sequence,
                time: House.start.advanced(bySeconds: Int64(sequence)),
                act: .mask,
                actor: .system(""),
                mode: .normal,
                documents: [document],
                outcome: outcome,
                rule: "",
                policy: "",
                node: "",
                request: document,
                details: after.map { ["after": $0] } ?? [:]
            )
        }
        marks.read(event(1, "approved/2"))
        marks.read(event(2, nil))
        marks.read(event(3, "approved/1", .refused))
        #expect(marks.sequence == 3 && marks.marks[document]?.visibility == .hiddenFromPatient)
        marks.read(event(4, "approved/1"))
        #expect(marks.marks[document]?.visibility == .maskedToProfessionals)
        #expect(marks.marks[document]?.since == House.start.advanced(bySeconds: 1))
        let book = VisibilityBook()
        let record = try #require(RecordID(bytes: [UInt8](repeating: 1, count: 16)))
        book.keep(marks, of: record)
        book.keep(VisibilityMarks(), of: record)
        #expect(book.marks(of: record, upTo: 4).sequence == 4 && book.marks(of: record, upTo: 3).sequence == 0)
        book.forget(record)
        #expect(book.marks(of: record, upTo: 4).sequence == 0)
    }
}
