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
        var name: SignInName?
        if case .here(let own) = try await ownSignInName(admission) { name = own }
        // Of the person who signs in by it, who may be another than the holder.
        let acting = file.policy.representatives.first { $0.id == admission.mandate }
        if let ins = acting?.ins ?? file.identifiers.first,
            let weakness = SecretRule.weakness(
                of: new,
                traits: acting?.traits ?? file.knownTraits,
                ins: ins,
                name: name
            )
        {
            throw .weakSecret(weakness)
        }
        let salt = random(16)
        let digest = try await SecretHash.digest(new, salt: salt, rounds: settings.secretRounds)
        let rounds = settings.secretRounds
        let own = SecretHash.token(token)
        _ = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) {
            transaction,
            context,
            draft in
            try owner.keep(salt: salt, digest: digest, rounds: rounds, in: transaction.database)
            // Of the person, not of the record: those that he has open on the records of others as well.
            try transaction.database.execute(
                sql:
                    "UPDATE session SET seen = 0 WHERE (person = ? OR (record_id = ? AND mandate IS ?)) AND digest <> ?",
                arguments: [
                    try transaction.person(on: context, by: admission.mandate), Data(context.record.bytes),
                    admission.mandate.map { Data($0.bytes) }, own,
                ]
            )
            if admission.mandate == nil { try transaction.endFormerWays(into: context) }
            draft.details["changed"] = "secret"
            try transaction.tell(.accessChanged(at: transaction.now), on: context, by: admission.mandate)
        }
    }

    /// Takes ways to reach the holder away, or changes the postal address; the ways that go are told.
    ///
    /// - Throws: `conflict("unproved")` for a new phone or e-mail: those are proved first, by `beginChannelChange`;
    ///   `conflict("moved")` where a way that it touches is no longer what the form showed.
    public func changeChannels(
        _ change: ChannelChange,
        from known: ContactWays,
        secret: String,
        _ admission: Admission
    ) async throws(CustodyError) {
        _ = try await checkOwnSecret(secret, admission)
        guard change.new(beside: known).isEmpty else { throw .conflict("unproved") }
        if let acting = try await actingPerson(admission) {
            try await carryOut(change, from: known, of: acting, proved: [], admission)
        } else {
            try await carryOut(change, from: known, proved: [], admission)
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
        // Within a session: nobody outside it keeps its person from the secret, and guesses inside it are counted apart.
        let (owner, tags) = try await checkSecret(
            identifier: .matricule(identifier),
            secret: secret,
            from: .proved("session")
        )
        guard let owner else { throw .notAccepted }
        try await attempts.succeed(tags)
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
