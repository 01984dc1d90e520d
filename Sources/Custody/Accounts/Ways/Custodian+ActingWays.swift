import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// Where somebody is reached who acts for others and has no record of his own.
public struct ActingWays: Sendable, Hashable, Codable {
    /// Mobile number.
    public let phone: String?
    /// E-mail address.
    public let email: String?
}

/// The account of somebody who acts for others alone, and where he is reached.
struct ActingPerson: Sendable {
    let tag: BlindTag
    let person: SignInPerson
}

/// His ways are proved, changed and told of like those of a holder; the record that he acts on is untouched but for its trace.
extension Custodian {
    /// Where the person of a session is reached, where his account serves for acting alone; nil for everybody else.
    public func actingWays(_ admission: Admission) async throws(CustodyError) -> ActingWays? {
        try await actingPerson(admission).map { ActingWays(phone: $0.person.phone, email: $0.person.email) }
    }

    /// The person of a session, where his account serves for acting alone.
    func actingPerson(_ admission: Admission) async throws(CustodyError) -> ActingPerson? {
        guard let mandate = admission.mandate else { return nil }
        let file = try await holderFile(admission)
        guard let one = file.policy.representatives.first(where: { $0.id == mandate }) else { throw .notAdmitted }
        let login: BlindTag
        do { login = try loginTag(one.ins) } catch { throw .unavailable }
        let account = try await ledger.read { try Account.find(login, in: $0) }
        guard case .proxy(let tag) = account?.owner, let person = try await proxyPerson(one.ins) else { return nil }
        return ActingPerson(tag: tag, person: person)
    }

    /// Sends a code to each way that is new.
    func beginChange(
        _ change: ChannelChange,
        of acting: ActingPerson,
        _ admission: Admission
    ) async throws(CustodyError) -> [ChannelProof] {
        let file = try await holderFile(admission)
        let record = try record(of: admission, nil)
        guard acting.person.applying(change).hasAWay else { throw .conflict("channel") }
        var proofs: [ChannelProof] = []
        for channel in change.new(beside: acting.person) {
            proofs.append(
                try await proof(of: channel, file, record, admission.mandate, to: acting.person.name)
            )
        }
        return proofs
    }

    /// Keeps the ways as they have become; those that go are told as well.
    func carryOut(
        _ change: ChannelChange,
        of acting: ActingPerson,
        proved: [CheckedCode],
        _ admission: Admission
    ) async throws(CustodyError) {
        let (before, after) = (acting.person, acting.person.applying(change))
        // Codes come by one of these: somebody with neither could never sign in again.
        guard after.hasAWay else { throw .conflict("channel") }
        let sealed: [UInt8]
        do {
            sealed = try sealLoose(after, id: try UniqueID(bytes: acting.tag.bytes.prefix(16)).orFault)
        } catch { throw .unavailable }
        _ = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) {
            transaction,
            context,
            draft in
            for one in proved { try transaction.useSignIn(one) }
            // Changed meanwhile on another device: what went away there does not come back.
            guard try self.isStill(acting, in: transaction.database) else { throw CustodyError.conflict("channel") }
            try transaction.database.execute(
                sql: "UPDATE proxy SET person_ct = ? WHERE tag = ?",
                arguments: [Data(sealed), Data(acting.tag.bytes)]
            )
            guard transaction.database.changesCount == 1 else { throw CustodyError.notAccepted }
            draft.details["changed"] = change.names
            for way in after.waysToTell(ofChangeFrom: before) {
                let reader = News.Reader.known(way, before.name, before.ins)
                try transaction.keepNews(
                    News(.accessChanged(at: transaction.now), to: reader, at: transaction.now),
                    of: context.record
                )
            }
        }
    }
}

extension Custodian {
    /// Whether the account stands as it was read.
    private func isStill(_ acting: ActingPerson, in database: Database) throws -> Bool {
        let sealed = try Data.fetchOne(
            database,
            sql: "SELECT person_ct FROM proxy WHERE tag = ?",
            arguments: [Data(acting.tag.bytes)]
        )
        guard let sealed else { return false }
        let id = try UniqueID(bytes: acting.tag.bytes.prefix(16)).orFault
        return try openLoose(SignInPerson.self, [UInt8](sealed), id: id) == acting.person
    }
}

extension SignInPerson {
    fileprivate func applying(_ change: ChannelChange) -> SignInPerson {
        var person = self
        person.phone = change.applied(phone: phone)
        person.email = change.applied(email: email)
        return person
    }

    fileprivate var hasAWay: Bool { phone != nil || email != nil }

    /// The ways that go, and one by which he is reached now.
    fileprivate func waysToTell(ofChangeFrom before: SignInPerson) -> [ContactChannel] {
        let kinds = [ContactKind.email, .sms]
        let gone = kinds.filter { before.channel($0) != channel($0) }.compactMap { before.channel($0) }
        return gone + kinds.compactMap { channel($0) }.prefix(1).filter { !gone.contains($0) }
    }
}

extension ChannelChange {
    /// The ways that this change brings and the person does not have.
    func new(beside person: SignInPerson) -> [ContactChannel] {
        let after = person.applying(self)
        return [ContactKind.sms, .email].compactMap { kind in
            after.channel(kind).flatMap { $0 == person.channel(kind) ? nil : $0 }
        }
    }
}
