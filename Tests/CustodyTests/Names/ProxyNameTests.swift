import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// A name to sign in by of somebody who acts for another and has no record of his own (identity and experience § 2.6).
@Suite struct ProxyNameTests {
    private func name(_ text: String = "jardin.bleu") throws -> SignInName { try #require(SignInName(text)) }

    private func enter(_ custodian: Custodian, _ house: House, _ identifier: SignInIdentifier) async throws -> String {
        let begun = try await custodian.beginSignIn(
            identifier: identifier,
            secret: Relatives.secret,
            preferring: nil
        )
        return try await custodian.completeSignIn(token: begun.token, code: try house.lastCode()).text
    }

    @Test func whoActsSignsInByANameOfHisOwn() async throws {
        let house = try House()
        var custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let admission = try await house.holder(custodian, try await house.relative(custodian, 50))
        #expect(try await custodian.ownSignInName(admission) == .here(nil))
        try await custodian.nameSignIn(try name(), admission)
        #expect(try await custodian.ownSignInName(admission) == .here(try name()))
        // Told to him, by his own way, and traced as his.
        #expect(try await house.news.last?.channel == .sms("+33687654321"))
        let trace = try #require(try await custodian.chain(of: child.record).last)
        #expect(trace.act == .changeAccess && trace.actor == admission.actor && trace.details["changed"] == "name")
        try custodian.close()
        custodian = try house.open()
        let again = try await house.holder(custodian, try await enter(custodian, house, .name(try name())))
        #expect(again.mandate == admission.mandate && again.record == child.record)
        // The matricule goes on serving; taken away, the name serves nobody.
        _ = try await enter(custodian, house, .matricule(try People.ins(50)))
        try await custodian.nameSignIn(nil, again)
        await #expect(throws: CustodyError.notAccepted) { try await enter(custodian, house, .name(try name())) }
        try custodian.close()
    }

    @Test func aNameIsOfOnePersonWhateverHisAccount() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, 1, born: House.childhood)
        let grown = try await house.person(custodian, 2)
        try await house.represent(custodian, child, 50)
        let parent = try await house.holder(custodian, try await house.relative(custodian, 50))
        let holder = try await house.holder(custodian, try await house.session(custodian, grown))
        try await custodian.nameSignIn(try name(), holder)
        await #expect(throws: CustodyError.conflict("name")) { try await custodian.nameSignIn(try name(), parent) }
        try await custodian.nameSignIn(try name("plage.rouge"), parent)
        await #expect(throws: CustodyError.conflict("name")) {
            try await custodian.nameSignIn(try name("plage.rouge"), holder)
        }
        let rows = try await custodian.ledger.read { database in
            try Row.fetchAll(database, sql: "SELECT tag, sealed FROM proxy_name").flatMap {
                [$0["tag"] as Data, $0["sealed"] as Data]
            }
        }
        #expect(rows.count == 2 && rows.allSatisfy { $0.range(of: Data("plage".utf8)) == nil })
        try custodian.close()
    }

    /// Who has a record of his own names himself there, and not in passing on that of his child.
    @Test func whoHasARecordNamesHimselfThere() async throws {
        let house = try House()
        let custodian = try house.open()
        let parent = try await house.person(custodian, 1)
        let child = try await house.person(custodian, 2, born: House.childhood)
        let mandate = try await custodian.declareRepresentative(
            NewRepresentative(
                name: try People.traits().name,
                birthDate: try People.traits().birthDate,
                ins: try #require(QualifiedINS(parent.ins, in: .rehearsal)),
                kind: .parent,
                address: ["ici"]
            ),
            of: try #require(QualifiedINS(child.ins, in: .rehearsal)),
            basis: "essai"
        )
        let code = try house.lastCode()
        let token = try await house.session(custodian, parent)
        let own = try await house.holder(custodian, token)
        try await custodian.acceptRepresentation(code: code, own)
        let acting = try await house.holder(custodian, try await custodian.actFor(mandate, token: token).text)
        #expect(try await custodian.ownSignInName(acting) == .elsewhere)
        await #expect(throws: CustodyError.conflict("kind")) { try await custodian.nameSignIn(try name(), acting) }
        #expect(try await custodian.ownSignInName(own) == .here(nil))
        try custodian.close()
    }

    /// Who has come to a record of his own signs in there: what he had before opens nothing, and he can choose the name anew.
    @Test func aFormerAccountOpensNothingByItsName() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, 1, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let acting = try await house.holder(custodian, try await house.relative(custodian, 50))
        try await custodian.nameSignIn(try name(), acting)
        let grown = try await house.person(custodian, 50)
        #expect(grown.ins == (try People.ins(50)))
        await #expect(throws: CustodyError.notAccepted) { try await enter(custodian, house, .name(try name())) }
        try await custodian.forgetExpired()
        let own = try await house.holder(custodian, try await house.session(custodian, grown))
        try await custodian.nameSignIn(try name(), own)
        let begun = try await custodian.beginSignIn(
            identifier: .name(try name()),
            secret: House.secret,
            preferring: nil
        )
        let session = try await custodian.completeSignIn(token: begun.token, code: try house.lastCode()).text
        #expect(try await house.holder(custodian, session).record == grown.record)
        try custodian.close()
    }

    /// What is kept of somebody who acts for others goes when nobody has him do so any more.
    @Test func anAccountGoesAfterItsLastMandate() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, 1, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let acting = try await house.holder(custodian, try await house.relative(custodian, 50))
        try await custodian.nameSignIn(try name(), acting)
        func left() async throws -> [Int] {
            try await custodian.ledger.read { database in
                try ["proxy", "proxy_name"].map { try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \($0)") ?? -1 }
            }
        }
        try await custodian.forgetExpired()
        #expect(try await left() == [1, 1])
        let mandate = try #require(acting.mandate)
        try await custodian.endRepresentation(
            mandate,
            of: try #require(QualifiedINS(child.ins, in: .rehearsal)),
            basis: "jugement"
        )
        try await custodian.forgetExpired()
        #expect(try await left() == [0, 0])
        try custodian.close()
    }
}
