import Foundation
import GRDB
public import HealthRecord
import Sealing

extension Custodian {
    /// Gives the holder of an active record another secret, by the code of a letter ordered for it.
    ///
    /// The letter stands for the secret alone: the next sign-in asks for the second factor as before (ASVS 6.4.3). What is
    /// open ends, and every way to reach the holder is told.
    ///
    /// - Throws: `notAccepted` for an unknown person, a wrong code and a wrong birth date, all alike; `refused` for a minor
    ///   without an access of his own.
    public func recoverSecret(
        ins: QualifiedINS,
        code: String,
        birthDate: CalendarDate,
        secret: String
    ) async throws(CustodyError) {
        let tag = try tag(of: ins)
        try await checkLetter(code, .recover, tag: tag)
        guard let file = try await ledger.commit({ try self.file(of: ins.ins, in: $0) }).value,
            file.policy.state == .open(internet: .active), file.policy.birthDate == birthDate
        else {
            try await noteWrongLetter(tag: tag)
            throw .notAccepted
        }
        try await giveBackTry(.recover, tag: tag)
        try requireOwnAccess(to: file.policy, now: clock())
        if let weakness = SecretRule.weakness(of: secret, traits: file.knownTraits, ins: ins.ins) {
            throw .weakSecret(weakness)
        }
        let (salt, rounds) = (random(16), settings.secretRounds)
        let digest = try await SecretHash.digest(secret, salt: salt, rounds: rounds)
        let login: BlindTag
        do { login = try loginTag(ins.ins) } catch { throw .unavailable }
        _ = try await ledger.commit { transaction in
            guard let record = try transaction.account(under: login), var context = try transaction.context(of: record),
                context.policy.state == .open(internet: .active)
            else { throw CustodyError.notAccepted }
            try transaction.useLetter(tag, .recover)
            try transaction.keepAccount(of: record, salt: salt, digest: digest, rounds: rounds)
            try self.settleRecovery(
                of: "secret",
                tellingBy: [ContactKind.sms, .email].compactMap { context.file.channel($0) },
                &context,
                &transaction
            )
        }
        try await attempts.succeed(login)
    }
}

extension CustodyTransaction {
    /// The record of the account that signs in under a tag.
    func account(under login: BlindTag) throws -> RecordID? {
        try Data.fetchOne(
            database,
            sql: "SELECT record_id FROM login JOIN account USING (record_id) WHERE tag = ?",
            arguments: [Data(login.bytes)]
        ).flatMap { RecordID(bytes: [UInt8]($0)) }
    }
}

extension HolderFile {
    /// The traits, or what of them is known of a file of before they were kept.
    var knownTraits: PatientTraits {
        traits
            ?? PatientTraits(
                birthFamilyName: name.family,
                birthGivenNames: [name.given],
                birthDate: policy.birthDate,
                sex: .unknown
            )
    }
}
