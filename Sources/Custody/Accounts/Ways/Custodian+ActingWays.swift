import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// The account of somebody who acts for others alone, and where he is reached.
struct ActingPerson: Sendable {
    let tag: BlindTag
    let person: SignInPerson
}

/// His ways are proved, changed and told of like those of a holder; the record that he acts on is untouched but for its trace.
extension Custodian {
    /// Where the person of a session is reached, where his account serves for acting alone; nil for everybody else.
    public func actingWays(_ admission: Admission) async throws(CustodyError) -> ContactWays? {
        try await actingPerson(admission)?.person.ways
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

    /// Keeps the ways as they have become; those that go are told as well.
    func carryOut(
        _ change: ChannelChange,
        from known: ContactWays,
        of acting: ActingPerson,
        proved: [CheckedCode],
        _ admission: Admission
    ) async throws(CustodyError) {
        _ = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) {
            transaction,
            context,
            draft in
            for one in proved { try transaction.useSignIn(one) }
            let before = try self.person(behind: acting.tag, in: transaction.database)
            guard change.applies(to: before.ways, drawnFrom: known) else { throw CustodyError.conflict("moved") }
            let after = before.applying(change)
            // Codes come by one of these: somebody with neither could never sign in again.
            guard after.ways.hasAny else { throw CustodyError.conflict("channel") }
            try self.keep(after, behind: acting.tag, in: transaction.database)
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
    /// The person of an account as it stands now.
    private func person(behind tag: BlindTag, in database: Database) throws -> SignInPerson {
        let sealed = try Data.fetchOne(
            database,
            sql: "SELECT person_ct FROM proxy WHERE tag = ?",
            arguments: [Data(tag.bytes)]
        )
        guard let sealed else { throw CustodyError.notAccepted }
        return try openLoose(SignInPerson.self, [UInt8](sealed), id: try tag.sealingID)
    }

    private func keep(_ person: SignInPerson, behind tag: BlindTag, in database: Database) throws {
        try database.execute(
            sql: "UPDATE proxy SET person_ct = ? WHERE tag = ?",
            arguments: [Data(try sealLoose(person, id: try tag.sealingID)), Data(tag.bytes)]
        )
        guard database.changesCount == 1 else { throw CustodyError.notAccepted }
    }
}

extension BlindTag {
    /// Under what the person of an account is sealed.
    fileprivate var sealingID: UniqueID {
        get throws { try UniqueID(bytes: bytes.prefix(16)).orFault }
    }
}

extension SignInPerson {
    fileprivate func applying(_ change: ChannelChange) -> SignInPerson {
        var person = self
        person.phone = change.applied(phone: phone)
        person.email = change.applied(email: email)
        return person
    }

    /// The ways that go, and one by which he is reached now.
    fileprivate func waysToTell(ofChangeFrom before: SignInPerson) -> [ContactChannel] {
        let kinds = [ContactKind.email, .sms]
        let gone = kinds.filter { before.channel($0) != channel($0) }.compactMap { before.channel($0) }
        return gone + kinds.compactMap { channel($0) }.prefix(1).filter { !gone.contains($0) }
    }
}
