import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// The account of somebody who acts for another and has no record here: its ways to be reached are proved before they count, as
/// a holder's are (ASVS 6.4.4), and it may have a name of its own (identity and experience § 2.6).
@Suite struct NewAccountTests {
    private func declared(_ house: House, _ custodian: Custodian, _ number: Int = 50) async throws -> Person {
        let child = try await house.person(custodian, born: House.childhood)
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        _ = try await custodian.declareRepresentative(try Relatives.new(number, .parent), of: ins, basis: "essai")
        return child
    }

    private func accounts(_ custodian: Custodian) async throws -> Int? {
        try await custodian.ledger.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM proxy") }
    }

    private func acceptance(_ code: String, email: String? = nil) throws -> RepresentationAcceptance {
        RepresentationAcceptance(
            ins: try People.qualified(50),
            code: code,
            birthDate: try Relatives.birthDate(),
            secret: Relatives.secret,
            phone: "+33687654321",
            email: email
        )
    }

    @Test func nothingIsMadeBeforeTheCodeComesBack() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await declared(house, custodian)
        let asked = try acceptance(try house.lastCode())
        let proofs = try await custodian.beginRepresentation(asked)
        #expect(proofs.map(\.channel) == [.sms])
        #expect(house.notices.last?.channel == .sms("+33687654321") && house.notices.last?.ins == nil)
        let code = try house.lastCode()
        let wrong = code == "000000" ? "000001" : "000000"
        for typed in [[], [TypedProof(token: proofs[0].token, code: wrong)], [TypedProof(token: "rien", code: code)]] {
            await #expect(throws: CustodyError.notAccepted) { try await custodian.acceptRepresentation(asked, typed) }
        }
        #expect(try await accounts(custodian) == 0)
        await #expect(throws: CustodyError.notAccepted) { try await house.relative(custodian, 50) }
        // The letter is not used up by codes that went astray.
        try await custodian.acceptRepresentation(asked, [TypedProof(token: proofs[0].token, code: code)])
        #expect(try await accounts(custodian) == 1)
        let admission = try await house.holder(custodian, try await house.relative(custodian, 50))
        #expect(admission.record == child.record)
        // A code serves once, and so does the letter.
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.acceptRepresentation(asked, [TypedProof(token: proofs[0].token, code: code)])
        }
        try custodian.close()
    }

    /// A way without its code is not kept: somebody else's number would get the codes.
    @Test func onlyTheWaysProvedAreKept() async throws {
        let house = try House()
        let custodian = try house.open()
        _ = try await declared(house, custodian)
        let asked = try acceptance(try house.lastCode(), email: "autre@exemple.fr")
        let proofs = try await custodian.beginRepresentation(asked)
        #expect(proofs.map(\.channel) == [.sms, .email])
        let first = try #require(
            house.notices.compactMap { notice -> String? in
                guard notice.channel == .sms("+33687654321"), case .oneTimeCode(let code, _) = notice.notice else {
                    return nil
                }
                return code
            }.last
        )
        try await custodian.acceptRepresentation(asked, [TypedProof(token: proofs[0].token, code: first)])
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(try People.ins(50)),
            secret: Relatives.secret,
            preferring: nil
        )
        #expect(challenge.channel == .sms && challenge.alternatives.isEmpty)
        try custodian.close()
    }

    /// The proof of one letter's holder is good for no other letter.
    @Test func aProofIsGoodForItsOwnLetterAlone() async throws {
        let house = try House()
        let custodian = try house.open()
        _ = try await declared(house, custodian)
        let asked = try acceptance(try house.lastCode())
        let proofs = try await custodian.beginRepresentation(asked)
        let typed = [TypedProof(token: proofs[0].token, code: try house.lastCode())]
        let other = try await house.person(custodian, 2, born: House.childhood)
        _ = try await custodian.declareRepresentative(
            try Relatives.new(51, .parent),
            of: try #require(QualifiedINS(other.ins, in: .rehearsal)),
            basis: "essai"
        )
        let second = try Relatives.acceptance(51, code: try house.lastCode())
        await #expect(throws: CustodyError.notAccepted) { try await custodian.acceptRepresentation(second, typed) }
        // Nor does it sign anybody in.
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeSignIn(token: typed[0].token, code: typed[0].code)
        }
        #expect(try await accounts(custodian) == 0)
        try custodian.close()
    }

    /// Who acts for somebody already has an account: his secret and the letter are enough.
    @Test func aSecondMandateNeedsNoProof() async throws {
        let house = try House()
        let custodian = try house.open()
        let children = [
            try await house.person(custodian, 1, born: House.childhood),
            try await house.person(custodian, 2, born: House.childhood),
        ]
        try await house.represent(custodian, children[0], 50)
        _ = try await custodian.declareRepresentative(
            try Relatives.new(50, .parent),
            of: try #require(QualifiedINS(children[1].ins, in: .rehearsal)),
            basis: "essai"
        )
        let asked = try Relatives.acceptance(50, code: try house.lastCode())
        #expect(try await custodian.beginRepresentation(asked).isEmpty)
        try await custodian.acceptRepresentation(asked, [])
        let admission = try await house.holder(custodian, try await house.relative(custodian, 50))
        #expect(try await custodian.represented(admission).count == 2)
        try custodian.close()
    }
}
