import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

extension Custodian {
    /// How long a secret waits for its first code, in seconds.
    static let codeAppWait: Int64 = 600

    /// Draws a secret for an application that shows codes; the one in use stays until this one has been confirmed.
    public func offerCodeApp(_ admission: Admission) async throws(CustodyError) -> CodeAppOffer {
        let file = try await ownFile(admission)
        let record = try record(of: admission, nil)
        let secret = random(TimeCode.secretLength)
        let now = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "INSERT OR REPLACE INTO code_app (record_id, state, sealed, since) VALUES (?, 'waiting', ?, ?)",
                arguments: [
                    Data(record.bytes),
                    Data(try self.sealLoose(KeptCodeApp(secret: secret), id: try UniqueID(record))),
                    transaction.now.milliseconds,
                ]
            )
            return transaction.now
        }.value
        return CodeAppOffer(secret, for: file.name, expires: now.advanced(bySeconds: Self.codeAppWait))
    }

    /// The first code of the application: from now on it serves, and the one before no longer does.
    ///
    /// - Throws: `notAccepted` for a wrong code, and where nothing waits any more.
    public func confirmCodeApp(code: String, _ admission: Admission) async throws(CustodyError) {
        _ = try await ownFile(admission)
        let record = try record(of: admission, nil)
        let now = clock()
        let typed = code.filter { $0.isASCII && $0.isNumber }
        guard let waiting = try await codeApp(of: record, "waiting"),
            now < waiting.since.advanced(bySeconds: Self.codeAppWait),
            let step = TimeCode.step(of: typed, waiting.secret, now: now, after: 0)
        else { throw .notAccepted }
        _ = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) {
            transaction,
            context,
            draft in
            let record = Data(context.record.bytes)
            try transaction.database.execute(
                sql: "DELETE FROM code_app WHERE record_id = ? AND state = 'held'",
                arguments: [record]
            )
            try transaction.database.execute(
                sql: """
                    UPDATE code_app SET state = 'held', since = ?, last_step = ?
                    WHERE record_id = ? AND state = 'waiting' AND since = ?
                    """,
                arguments: [transaction.now.milliseconds, step, record, waiting.since.milliseconds]
            )
            guard transaction.database.changesCount == 1 else { throw CustodyError.notAccepted }
            draft.details["changed"] = "codeApp"
            try transaction.tell(.accessChanged(at: transaction.now), on: context)
        }
    }

    /// Takes the application away; codes come by SMS or e-mail again.
    ///
    /// - Throws: `conflict("codeApp")` where there is none.
    public func removeCodeApp(_ admission: Admission) async throws(CustodyError) {
        _ = try await ownFile(admission)
        _ = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) {
            transaction,
            context,
            draft in
            try transaction.database.execute(
                sql: "DELETE FROM code_app WHERE record_id = ? AND state = 'held'",
                arguments: [Data(context.record.bytes)]
            )
            guard transaction.database.changesCount == 1 else { throw CustodyError.conflict("codeApp") }
            draft.details["changed"] = "codeApp"
            try transaction.tell(.accessChanged(at: transaction.now), on: context)
        }
    }

    /// By what the holder signs in beside the secret.
    public func signInMeans(_ admission: Admission) async throws(CustodyError) -> SignInMeans {
        _ = try await ownFile(admission)
        let record = try record(of: admission, nil)
        return SignInMeans(
            name: try await signInName(of: record),
            codeAppSince: try await codeApp(of: record, "held")?.since,
            passkeys: try await passkeys(of: record).map(\.shown),
            offersPasskeys: settings.relyingParty != nil
        )
    }

    /// The file of a holder who is there himself: nobody else changes by what he signs in (identity § 2.5).
    func ownFile(_ admission: Admission) async throws(CustodyError) -> HolderFile {
        guard admission.mandate == nil, case .holder = admission.actor else { throw .conflict("kind") }
        return try await holderFile(admission)
    }

    /// An application's secret, with what its codes were last used up to.
    struct HeldCodeApp: Sendable {
        let secret: [UInt8]
        let since: Instant
        let lastStep: Int64
    }

    func codeApp(of record: RecordID, _ state: String = "held") async throws(CustodyError) -> HeldCodeApp? {
        let row = try await ledger.read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT sealed, since, last_step FROM code_app WHERE record_id = ? AND state = ?",
                arguments: [Data(record.bytes), state]
            ).map { row in
                (
                    sealed: [UInt8](row["sealed"] as Data), since: row["since"] as Int64,
                    last: row["last_step"] as Int64
                )
            }
        }
        guard let row else { return nil }
        do {
            let kept = try openLoose(KeptCodeApp.self, row.sealed, id: try UniqueID(record))
            return HeldCodeApp(secret: kept.secret, since: Instant(milliseconds: row.since), lastStep: row.last)
        } catch {
            throw .unavailable
        }
    }
}

extension UniqueID {
    /// Under what the loose secrets of a record are sealed.
    init(_ record: RecordID) throws { self = try UniqueID(bytes: record.bytes).orFault }
}

extension CustodyTransaction {
    /// Uses a step of an application up: no code of it or of an earlier one serves again (RFC 6238 § 5.2).
    func useCodeApp(_ step: Int64, of record: RecordID) throws {
        try database.execute(
            sql: "UPDATE code_app SET last_step = ? WHERE record_id = ? AND state = 'held' AND last_step < ?",
            arguments: [step, Data(record.bytes), step]
        )
        guard database.changesCount == 1 else { throw CustodyError.notAccepted }
    }

    /// Takes every key away, and the name of his own: whoever enrols anew begins without those of before.
    func dropKeys(of record: RecordID) throws {
        for table in ["code_app", "passkey", "passkey_challenge", "sign_in_name"] {
            try database.execute(sql: "DELETE FROM \(table) WHERE record_id = ?", arguments: [Data(record.bytes)])
        }
    }
}
