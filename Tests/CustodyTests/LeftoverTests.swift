import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// What a restart must not forget, what must not lie in the clear, what is judged once more at the commit.
@Suite struct LeftoverTests {
    @Test func aRestartForgetsNoAttempt() async throws {
        let house = try House()
        var custodian = try house.open()
        let person = try await house.person(custodian)
        func wait(_ custodian: Custodian) async throws -> Int? {
            do {
                _ = try await custodian.beginSignIn(
                    identifier: .matricule(person.ins),
                    secret: "pas le bon secret",
                    preferring: nil
                )
                return nil
            } catch .tooManyAttempts(let seconds) { return seconds } catch .notAccepted { return nil }
        }
        for _ in 0..<AttemptBook.free { #expect(try await wait(custodian) == nil) }
        let before = try #require(try await wait(custodian))
        try custodian.close()
        custodian = try house.open()
        #expect(try await wait(custodian) == before)
        try custodian.close()
    }

    @Test func aPlanLiesSealed() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        _ = try await house.prepare(custodian, [try house.entry(person, by: doctor)], by: doctor, for: person)
        let plan = try #require(
            try await custodian.ledger.read { try Data.fetchOne($0, sql: "SELECT plan FROM deposit") }
        )
        let rpps = try #require(doctor.person).text
        #expect(plan.range(of: Data(rpps.utf8)) == nil && plan.range(of: Data("Camille".utf8)) == nil)
        #expect(plan.range(of: Data("11488-4".utf8)) == nil)
        try custodian.close()
    }

    @Test func aBlockBetweenPreparationAndCommitStopsAChange() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (author, doctor) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: author, for: person, on: shelf)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.authorise(People.leave(doctor)), holder)
        let visit = try await house.admit(custodian, doctor, for: person)
        let work = try await custodian.prepare(
            documents: [],
            changes: [PlannedChange(shown: try await shelf.shown(0), change: .mask, newEntryUUID: house.requestID())],
            submissionSet: nil,
            visit,
            of: person.reference
        )
        _ = try await custodian.carryOut(.block(People.block(doctor)), holder)
        let path = LeafPath(ordinal: 0, path: try await shelf.path(0))
        do {
            _ = try await custodian.commit(work.id, paths: [path])
            Issue.record("the change was made")
        } catch .refused(let refusal) {
            #expect(refusal.rule == "block.named")
        } catch { throw error }
        #expect(try await custodian.abort(work.id) == .aborted)
        let last = try #require(try await custodian.chain(of: person.record).last)
        #expect(last.act == .mask && last.outcome == .refused)
        try custodian.close()
    }

    @Test func workIsNotCommittedAfterItsDeadline() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let work = try await house.prepare(
            custodian,
            [try house.entry(person, by: doctor)],
            by: doctor,
            for: person
        )
        house.pass(Custodian.workLifetime + 1)
        await #expect(throws: CustodyError.notPrepared) { try await custodian.commit(work.id, paths: []) }
        try custodian.close()
    }

    @Test func aChangeIsHeldAgainstWhatItsSenderBelieves() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: doctor, for: person, on: shelf)
        for (expected, fits) in [
            (ExpectedEntry(status: .approved, metadataVersion: 1), true), (ExpectedEntry(status: .archived), false),
            (ExpectedEntry(metadataVersion: 2), false),
        ] {
            let visit = try await house.admit(custodian, doctor, for: person)
            let planned = PlannedChange(
                shown: try await shelf.shown(0),
                change: .archive,
                newEntryUUID: house.requestID(),
                expected: expected
            )
            let work = try? await custodian.prepare(
                documents: [],
                changes: [planned],
                submissionSet: nil,
                visit,
                of: person.reference
            )
            #expect((work != nil) == fits)
        }
        try custodian.close()
    }

    @Test func aReferenceLeavesItsTrace() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let shelf = Shelf()
        let entries = try await house.deposit(custodian, [[]], by: doctor, for: person, on: shelf)
        let visit = try await house.admit(custodian, doctor, for: person)
        _ = try await custodian.locate(try await shelf.allShown(), visit, of: person.reference) { _ in true }
        let last = try #require(try await custodian.chain(of: person.record).last)
        #expect(last.act == .locate && last.documents == entries.map(\.id))
        try custodian.close()
    }

    /// Whom the holder refuses still refers to what is his own, and the trace says so: what was given is not traced as refused.
    @Test func theTraceOfAReferenceSaysWhatWasDecidedOfIt() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: doctor, for: person, on: shelf)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.block(People.block(doctor)), holder)
        let visit = try await house.admit(custodian, doctor, for: person)
        let own = try await custodian.locate(try await shelf.allShown(), visit, of: person.reference) { _ in true }
        let last = try #require(try await custodian.chain(of: person.record).last)
        #expect(last.act == .locate && last.documents == own.entries.map(\.id))
        #expect(last.outcome == .permitted && own.entries.count == 1)
        try custodian.close()
    }

    @Test func theHolderChangesSecretChannelsAndEndsSessions() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let old = try await house.session(custodian, person)
        house.pass(30)
        let token = try await house.session(custodian, person)
        let holder = try await house.holder(custodian, token)
        let open = try await custodian.sessions(holder, token: token)
        #expect(open.map(\.isThis) == [true, false])
        #expect(try await custodian.endSessions(nil, keeping: token, holder) == 1)
        await #expect(throws: CustodyError.notAdmitted) { try await house.holder(custodian, old) }
        let known = try await custodian.holderFile(holder).ways
        await #expect(throws: CustodyError.conflict("channel")) {
            try await custodian.changeChannels(
                ChannelChange(phone: "", email: ""),
                from: known,
                secret: House.secret,
                holder
            )
        }
        // A new way is proved before it takes the place of the old one.
        let change = ChannelChange(email: "neuf@example.org")
        await #expect(throws: CustodyError.conflict("unproved")) {
            try await custodian.changeChannels(change, from: known, secret: House.secret, holder)
        }
        let proof = try #require(
            try await custodian.beginChannelChange(change, from: known, secret: House.secret, holder).first
        )
        try await custodian.completeChannelChange(
            change,
            from: known,
            [TypedProof(token: proof.token, code: try house.lastCode())],
            holder
        )
        let addresses = try await house.news.compactMap { sent -> ContactChannel? in
            if case .accessChanged = sent.notice { sent.channel } else { nil }
        }
        #expect(addresses == [.email("dominique@example.org"), .email("neuf@example.org")])
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.changeSecret(old: "faux", new: "Un-Autre-Long-Secret", token: token, holder)
        }
        await #expect(throws: CustodyError.weakSecret(.tooShort)) {
            try await custodian.changeSecret(old: House.secret, new: "court", token: token, holder)
        }
        try await custodian.changeSecret(
            old: House.secret,
            new: "Un-Autre-Long-Secret",
            token: token,
            holder
        )
        await #expect(throws: CustodyError.notAccepted) { try await house.session(custodian, person) }
        try custodian.close()
    }
}
