import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// A change of the ways to reach a person; nil leaves as it is, an empty text takes away.
public struct ChannelChange: Sendable, Hashable, Codable {
    /// Mobile number.
    public var phone: String?
    /// E-mail address.
    public var email: String?
    /// Lines of the postal address.
    public var address: [String]?

    /// Joins the parts.
    public init(phone: String? = nil, email: String? = nil, address: [String]? = nil) {
        self.phone = phone
        self.email = email
        self.address = address
    }

    func applied(phone old: String?) -> String? { phone.map { $0.isEmpty ? nil : $0 } ?? old }
    func applied(email old: String?) -> String? { email.map { $0.isEmpty ? nil : $0 } ?? old }
}

extension Custodian {
    /// Changes the chosen secret of the person of a session, who gives the old one; other sessions end.
    public func changeSecret(
        old: String,
        new: String,
        token: String,
        _ admission: Admission
    ) async throws(CustodyError) {
        let owner = try await checkOwnSecret(old, admission)
        let file = try await holderFile(admission)
        let traits =
            file.traits
            ?? PatientTraits(
                birthFamilyName: file.name.family,
                birthGivenNames: [file.name.given],
                birthDate: file.policy.birthDate,
                sex: .unknown
            )
        if let ins = file.identifiers.first, let weakness = SecretRule.weakness(of: new, traits: traits, ins: ins) {
            throw .weakSecret(weakness)
        }
        let salt = random(16)
        let digest = try await SecretHash.digest(new, salt: salt, rounds: settings.secretRounds)
        let rounds = settings.secretRounds
        let own = SecretHash.token(token)
        let (changed, _) = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) {
            transaction,
            context,
            draft in
            try owner.keep(salt: salt, digest: digest, rounds: rounds, in: transaction.database)
            try transaction.database.execute(
                sql: "UPDATE session SET seen = 0 WHERE record_id = ? AND mandate IS ? AND digest <> ?",
                arguments: [Data(context.record.bytes), admission.mandate.map { Data($0.bytes) }, own]
            )
            draft.details["changed"] = "secret"
            return context.file
        }
        await tell(.accessChanged(at: clock()), to: changed, at: clock())
    }

    /// Changes the ways to reach the holder; the news goes by the old ways and the new.
    public func changeChannels(
        _ change: ChannelChange,
        secret: String,
        _ admission: Admission
    ) async throws(CustodyError) {
        _ = try await checkOwnSecret(secret, admission)
        let (files, _) = try await perform(.changeContact, traced: .changeAccess, by: admission, on: nil) {
            transaction,
            context,
            draft in
            let before = context.file
            context.change { file in
                file.apply(change)
                file.channelsUnprovenSince = nil
            }
            // Codes come by one of these: somebody with neither could never sign in again.
            guard context.file.phone != nil || context.file.email != nil else { throw CustodyError.conflict("channel") }
            draft.details["changed"] = change.names
            return (before: before, after: context.file)
        }
        let now = clock()
        await tell(.accessChanged(at: now), to: files.before, at: now)
        if files.after.email != files.before.email || files.after.phone != files.before.phone {
            await tell(.accessChanged(at: now), to: files.after, at: now)
        }
    }

    /// Checks the secret of the person of a session once more.
    func checkOwnSecret(_ secret: String, _ admission: Admission) async throws(CustodyError) -> AccountOwner {
        let file = try await holderFile(admission)
        var identifier = file.identifiers.first
        if let mandate = admission.mandate {
            identifier = file.policy.representatives.first { $0.id == mandate }?.ins
        }
        guard let identifier else { throw .notAccepted }
        let (owner, tag) = try await checkSecret(identifier: identifier, secret: secret)
        guard let owner else { throw .notAccepted }
        try await attempts.succeed(tag)
        return owner
    }
}

extension AccountOwner {
    func keep(salt: [UInt8], digest: [UInt8], rounds: Int, in database: Database) throws {
        switch self {
        case .record(let record):
            try database.execute(
                sql: "UPDATE account SET salt = ?, digest = ?, rounds = ? WHERE record_id = ?",
                arguments: [Data(salt), Data(digest), rounds, Data(record.bytes)]
            )
        case .proxy(let tag):
            try database.execute(
                sql: "UPDATE proxy SET salt = ?, digest = ?, rounds = ? WHERE tag = ?",
                arguments: [Data(salt), Data(digest), rounds, Data(tag.bytes)]
            )
        }
        guard database.changesCount == 1 else { throw CustodyError.notAccepted }
    }
}

extension ChannelChange {
    /// What is changed, for the trace; never to what.
    var names: String {
        [phone.map { _ in "phone" }, email.map { _ in "email" }, address.map { _ in "address" }].compactMap(\.self)
            .joined(separator: " ")
    }
}

extension HolderFile {
    mutating func apply(_ change: ChannelChange) {
        phone = change.applied(phone: phone)
        email = change.applied(email: email)
        address = change.address ?? address
    }
}
