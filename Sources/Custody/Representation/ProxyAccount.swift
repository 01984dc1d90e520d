import Foundation
import GRDB
import HealthRecord
import Sealing

/// The account to be made of somebody who acts for others.
struct ProxyAccount: Sendable {
    let tag: BlindTag
    let person: [UInt8]
    let salt: [UInt8]
    let digest: [UInt8]
    let rounds: Int
    /// The codes by which its ways were proved; they serve once.
    let proofs: [CheckedCode]

    func keep(in transaction: inout CustodyTransaction) throws {
        for proof in proofs { try transaction.useSignIn(proof) }
        // Of two letters answered at once one makes the account.
        let isTaken = try Bool.fetchOne(
            transaction.database,
            sql: "SELECT EXISTS (SELECT 1 FROM proxy WHERE tag = ?)",
            arguments: [Data(tag.bytes)]
        )
        guard isTaken != true else { throw CustodyError.notAccepted }
        try transaction.database.execute(
            sql: "INSERT INTO proxy (tag, person_ct, salt, digest, rounds) VALUES (?, ?, ?, ?, ?)",
            arguments: [Data(tag.bytes), Data(person), Data(salt), Data(digest), rounds]
        )
    }
}

extension SignInPerson {
    init(name: PersonName, ins: INS?, reachedBy channels: [ContactChannel]) {
        self.init(name: name, ins: ins)
        for channel in channels {
            switch channel {
            case .sms(let number): phone = number
            case .email(let address): email = address
            case .letter: break
            }
        }
    }
}
