import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// The holder's own name to sign in by: under a blind tag to be found by, and sealed to be shown to him.
///
/// The matricule goes on serving. Wrong tries of the one are counted apart from those of the other: whoever sees a name
/// wait when a matricule does would learn that both are of one person.
extension Custodian {
    /// Gives the holder a name to sign in by, in place of the one before; nil takes it away.
    ///
    /// - Throws: `conflict("name")` where somebody else has it. That tells that there is such a person, as any name that is
    ///   one's own must; each time counts, so that nobody asks for many.
    public func nameSignIn(_ name: SignInName?, _ admission: Admission) async throws(CustodyError) {
        _ = try await ownFile(admission)
        let record = try record(of: admission, nil)
        guard try await signInName(of: record) != name else { return }
        let asking = try namingTag(record)
        if name != nil, let wait = try await attempts.take([asking], now: clock()) {
            throw .tooManyAttempts(retryAfter: wait)
        }
        let kept = try name.map { name throws(CustodyError) in
            (tag: try tag(of: .name(name)), sealed: try seal(name, of: record))
        }
        let (file, _) = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) {
            transaction,
            context,
            draft in
            try transaction.database.execute(
                sql: "DELETE FROM sign_in_name WHERE record_id = ?",
                arguments: [Data(context.record.bytes)]
            )
            if let kept {
                try transaction.database.execute(
                    sql: "INSERT OR IGNORE INTO sign_in_name (tag, record_id, sealed) VALUES (?, ?, ?)",
                    arguments: [Data(kept.tag.bytes), Data(context.record.bytes), Data(kept.sealed)]
                )
                guard transaction.database.changesCount == 1 else { throw CustodyError.conflict("name") }
            }
            draft.details["changed"] = "name"
            return context.file
        }
        // What was free was no guess.
        if name != nil { try await attempts.giveBack(asking, now: clock()) }
        await tell(.accessChanged(at: clock()), to: file, at: clock())
    }

    /// The name that a record's holder signs in by; nil where there is none.
    func signInName(of record: RecordID) async throws(CustodyError) -> SignInName? {
        let sealed = try await ledger.read { database in
            try Data.fetchOne(
                database,
                sql: "SELECT sealed FROM sign_in_name WHERE record_id = ?",
                arguments: [Data(record.bytes)]
            )
        }
        guard let sealed else { return nil }
        do { return try openLoose(SignInName.self, [UInt8](sealed), id: try UniqueID(record)) } catch {
            throw .unavailable
        }
    }

    /// The blind tag of an identifier.
    func tag(of identifier: SignInIdentifier) throws(CustodyError) -> BlindTag {
        do { return try working.blindIndex.tag(login: identifier.tagText) } catch { throw .unavailable }
    }

    private func seal(_ name: SignInName, of record: RecordID) throws(CustodyError) -> [UInt8] {
        do { return try sealLoose(name, id: try UniqueID(record)) } catch { throw .unavailable }
    }

    /// Under what names asked for on behalf of a record are counted.
    private func namingTag(_ record: RecordID) throws(CustodyError) -> BlindTag {
        do { return try working.blindIndex.tag(login: "naming/" + record.hex) } catch { throw .unavailable }
    }
}
