import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// A person's own name to sign in by: under a blind tag to be found by, and sealed to be shown to him.
///
/// The matricule goes on serving. Wrong tries of the one are counted apart from those of the other: whoever sees a name
/// wait when a matricule does would learn that both are of one person.
extension Custodian {
    /// Gives the person of a session a name to sign in by, in place of the one before; nil takes it away.
    ///
    /// - Throws: `conflict("name")` where somebody else has it. That tells that there is such a person, as any name that is
    ///   one's own must; each time counts, so that nobody asks for many. `conflict("kind")` for somebody who acts for another
    ///   and has a record of his own: he names himself there.
    public func nameSignIn(_ name: SignInName?, _ admission: Admission) async throws(CustodyError) {
        let owner = try await nameOwner(admission)
        guard try await signInName(of: owner) != name else { return }
        let asking = try namingTag(owner)
        if name != nil, let wait = try await attempts.take([asking], now: clock()) {
            throw .tooManyAttempts(retryAfter: wait)
        }
        _ = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) {
            transaction,
            context,
            draft in
            // Whose it is now: since it was asked a mandate may have ended, or a record have come into being.
            let owner = try self.nameOwner(admission, context.file, in: transaction.database)
            try owner.dropName(in: transaction.database)
            if let name {
                let sealed = try self.seal(name, of: owner)
                try owner.keepName(try self.tag(of: .name(name)), sealed, in: transaction.database)
            }
            draft.details["changed"] = "name"
            try transaction.tell(.accessChanged(at: transaction.now), on: context, by: admission.mandate)
        }
        // What was free was no guess.
        if name != nil { try await attempts.giveBack(asking, now: clock()) }
    }

    /// The name that the person of a session signs in by, where it can be chosen in this session.
    public func ownSignInName(_ admission: Admission) async throws(CustodyError) -> OwnSignInName {
        do { return .here(try await signInName(of: try await nameOwner(admission))) } catch .conflict("kind") {
            return .elsewhere
        } catch { throw error }
    }

    /// Whose name it is that the person of a session may choose, as it stands before he asks.
    private func nameOwner(_ admission: Admission) async throws(CustodyError) -> AccountOwner {
        let file = try await holderFile(admission)
        return try await ledger.read { try self.nameOwner(admission, file, in: $0) }
    }

    /// Whose name it is that the person of a session may choose: his record's, or that of his account for acting for others.
    private func nameOwner(
        _ admission: Admission,
        _ file: HolderFile,
        in database: Database
    ) throws -> AccountOwner {
        guard let mandate = admission.mandate else {
            guard case .holder = admission.actor else { throw CustodyError.conflict("kind") }
            return .record(try record(of: admission, nil))
        }
        guard let one = file.policy.representatives.first(where: { $0.id == mandate }) else {
            throw CustodyError.notAdmitted
        }
        let account = try Account.find(try loginTag(one.ins), in: database)
        guard let account, case .proxy = account.owner else { throw CustodyError.conflict("kind") }
        return account.owner
    }

    /// The name that a record's holder signs in by; nil where there is none.
    func signInName(of record: RecordID) async throws(CustodyError) -> SignInName? {
        try await signInName(of: .record(record))
    }

    private func signInName(of owner: AccountOwner) async throws(CustodyError) -> SignInName? {
        guard let sealed = try await ledger.read({ try owner.sealedName(in: $0) }) else { return nil }
        do { return try openLoose(SignInName.self, [UInt8](sealed), id: try owner.sealingID) } catch {
            throw .unavailable
        }
    }

    /// The blind tag of an identifier.
    func tag(of identifier: SignInIdentifier) throws(CustodyError) -> BlindTag {
        do { return try working.blindIndex.tag(login: identifier.tagText) } catch { throw .unavailable }
    }

    private func seal(_ name: SignInName, of owner: AccountOwner) throws(CustodyError) -> [UInt8] {
        do { return try sealLoose(name, id: try owner.sealingID) } catch { throw .unavailable }
    }

    /// Under what names asked for on behalf of a person are counted.
    private func namingTag(_ owner: AccountOwner) throws(CustodyError) -> BlindTag {
        do { return try working.blindIndex.tag(login: "naming/" + owner.namingText) } catch { throw .unavailable }
    }
}
