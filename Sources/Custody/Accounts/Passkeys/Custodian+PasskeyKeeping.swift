import AccessRules
import Crypto
import Foundation
import GRDB
public import HealthRecord
import Sealing

extension Custodian {
    /// How long a challenge waits, in seconds.
    static let passkeyWait: Int64 = 300
    /// The most passkeys of one account.
    static let passkeyLimit = 10
    /// The longest name that an owner gives.
    public static let passkeyNameLimit = 60

    /// For what a challenge was given.
    enum PasskeyPurpose: String, Sendable {
        case make, signIn, stepUp
    }

    /// First step of adding a passkey.
    ///
    /// - Throws: `conflict("passkey")` where none is taken, or there are as many as there may be.
    public func beginPasskey(_ admission: Admission) async throws(CustodyError) -> PasskeyOffer {
        let file = try await ownFile(admission)
        let record = try record(of: admission, nil)
        let held = try await passkeys(of: record)
        guard let party = settings.relyingParty, held.count < Self.passkeyLimit else { throw .conflict("passkey") }
        let (challenge, expires) = try await drawChallenge(.make, record)
        return PasskeyOffer(
            challenge: challenge,
            party: party.id,
            user: try passkeyUser(record),
            label: file.name.given,
            known: held.map(\.kept.credential),
            expires: expires
        )
    }

    /// Second step: the passkey that was made.
    ///
    /// - Throws: `notAccepted` for whatever does not answer the challenge of this very record.
    public func addPasskey(_ new: NewPasskey, _ admission: Admission) async throws(CustodyError) {
        _ = try await ownFile(admission)
        let record = try record(of: admission, nil)
        guard let party = settings.relyingParty else { throw .conflict("passkey") }
        let made: (credential: [UInt8], key: PasskeyKey, counter: UInt32)
        do throws(PasskeyFault) {
            let client = try ClientData(new.clientData, expecting: .create)
            guard try await takeChallenge(client.challenge, .make, record) else { throw .wrongChallenge }
            made = try PasskeyCheck(party: party).made(new, client: client)
        } catch {
            throw .notAccepted
        }
        let name = String(new.name.prefix(Self.passkeyNameLimit))
        let kept = KeptPasskey(credential: made.credential, key: made.key.bytes, name: name)
        let digest = Data(SHA256.hash(data: made.credential))
        _ = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) {
            transaction,
            context,
            draft in
            let count = try Int.fetchOne(
                transaction.database,
                sql: "SELECT count(*) FROM passkey WHERE record_id = ?",
                arguments: [Data(context.record.bytes)]
            )
            guard (count ?? 0) < Self.passkeyLimit else { throw CustodyError.conflict("passkey") }
            // § 7.1, 22: a credential that somebody has already is nobody else's.
            try transaction.database.execute(
                sql: """
                    INSERT OR IGNORE INTO passkey (credential, record_id, sealed, counter, since) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    digest, Data(context.record.bytes),
                    Data(try self.sealLoose(kept, id: try UniqueID(bytes: digest.prefix(16)).orFault)),
                    Int64(made.counter), transaction.now.milliseconds,
                ]
            )
            guard transaction.database.changesCount == 1 else { throw CustodyError.notAccepted }
            draft.details["changed"] = "passkey"
            try transaction.tell(.accessChanged(at: transaction.now), on: context)
        }
    }

    /// Takes a passkey away.
    ///
    /// - Throws: `conflict("passkey")` where the holder has none of that name.
    public func removePasskey(_ id: UniqueID, _ admission: Admission) async throws(CustodyError) {
        _ = try await ownFile(admission)
        let record = try record(of: admission, nil)
        guard let digest = try await passkeys(of: record).first(where: { $0.shown.id == id })?.digest else {
            throw .conflict("passkey")
        }
        _ = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) {
            transaction,
            context,
            draft in
            try transaction.database.execute(
                sql: "DELETE FROM passkey WHERE credential = ? AND record_id = ?",
                arguments: [digest, Data(context.record.bytes)]
            )
            guard transaction.database.changesCount == 1 else { throw CustodyError.conflict("passkey") }
            draft.details["changed"] = "passkey"
            try transaction.tell(.accessChanged(at: transaction.now), on: context)
        }
    }

    /// A challenge that is good once, for a while.
    func drawChallenge(
        _ purpose: PasskeyPurpose,
        _ record: RecordID?
    ) async throws(CustodyError) -> ([UInt8], Instant) {
        let challenge = random(32)
        let expires = clock().advanced(bySeconds: Self.passkeyWait)
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "DELETE FROM passkey_challenge WHERE expires <= ?",
                arguments: [transaction.now.milliseconds]
            )
            try transaction.database.execute(
                sql: "INSERT INTO passkey_challenge (digest, record_id, purpose, expires) VALUES (?, ?, ?, ?)",
                arguments: [
                    Data(SHA256.hash(data: challenge)), record.map { Data($0.bytes) }, purpose.rawValue,
                    expires.milliseconds,
                ]
            )
        }
        return (challenge, expires)
    }

    /// Uses a challenge up, whatever becomes of its answer; whether it was one for this.
    func takeChallenge(
        _ challenge: [UInt8],
        _ purpose: PasskeyPurpose,
        _ record: RecordID?
    ) async throws(PasskeyFault) -> Bool {
        do {
            return try await ledger.commit { transaction in
                try transaction.database.execute(
                    sql: """
                        DELETE FROM passkey_challenge
                        WHERE digest = ? AND purpose = ? AND record_id IS ? AND expires > ?
                        """,
                    arguments: [
                        Data(SHA256.hash(data: challenge)), purpose.rawValue, record.map { Data($0.bytes) },
                        transaction.now.milliseconds,
                    ]
                )
                return transaction.database.changesCount == 1
            }.value
        } catch {
            throw .wrongChallenge
        }
    }

    /// The account's name towards authenticators: it leads nobody back to a person.
    func passkeyUser(_ record: RecordID) throws(CustodyError) -> [UInt8] {
        do { return try working.blindIndex.tag(login: "passkey/" + record.hex).bytes } catch { throw .unavailable }
    }
}
