import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// Page 5: other ways for codes, where none of those on file reaches the holder any more.
///
/// The letter and the secret are two factors; neither alone moves the codes of sign-ins (ASVS 6.4.3, 6.4.4).
extension Custodian {
    /// What proofs begin with that a letter and the secret have begun: none of a session's own completes a recovery.
    private static let lostWayMark = "lost-way:"

    /// First step: a letter ordered for it and the secret; a code goes to each way that is written.
    ///
    /// Nothing changes, and the letter is not used up.
    ///
    /// - Throws: `notAccepted` for an unknown person, a wrong code and a wrong secret, all alike; `conflict("channel")` where
    ///   no way is written by which codes may go.
    public func beginWayRecovery(
        ins: QualifiedINS,
        code: String,
        secret: String,
        _ change: ChannelChange
    ) async throws(CustodyError) -> [ChannelProof] {
        let tag = try tag(of: ins)
        try await checkLetter(code, .recover, tag: tag)
        try await giveBackTry(.recover, tag: tag)
        // Whoever has the letter is kept out by nobody who has not.
        let (owner, login) = try await checkSecret(
            identifier: .matricule(ins.ins),
            secret: secret,
            from: .proved("letter")
        )
        guard case .record(let record) = owner, let context = try await contextAfterCommit(of: record),
            context.policy.state == .open(internet: .active)
        else { throw .notAccepted }
        try await attempts.succeed(login)
        try requireOwnAccess(to: context.policy, now: clock())
        let channels = change.written
        try requireCodeWay(channels.map(\.kind), of: context)
        var proofs: [ChannelProof] = []
        for channel in channels {
            proofs.append(try await proof(of: channel, context.file, record, nil, mark: Self.lostWayMark))
        }
        return proofs
    }

    /// Second step: the codes that came; the ways proved take the place of all others, which are told.
    ///
    /// What is open ends, and so does what was begun by the former ways.
    ///
    /// - Throws: `notAccepted` where a code is wrong, late or of a proof that the first step has not begun, and once the letter is
    ///   used up.
    public func completeWayRecovery(
        ins: QualifiedINS,
        _ typed: [TypedProof],
        _ change: ChannelChange
    ) async throws(CustodyError) {
        guard typed.allSatisfy({ $0.token.hasPrefix(Self.lostWayMark) }) else { throw .notAccepted }
        let tag = try tag(of: ins)
        let proved = try await self.proved(typed, among: change.written)
        guard let record = proved.first?.code.record else { throw .notAccepted }
        _ = try await ledger.commit { transaction in
            guard var context = try transaction.context(of: record),
                context.policy.state == .open(internet: .active), context.file.identifiers.contains(ins.ins)
            else { throw CustodyError.notAccepted }
            try self.requireOwnAccess(to: context.policy, now: transaction.now)
            try self.requireCodeWay(proved.map(\.channel.kind), of: context)
            for one in proved { try transaction.useSignIn(one.code) }
            try transaction.useLetter(tag, .recover)
            let before = context.file
            context.change { $0.keepOnly(proved.map(\.channel)) }
            try transaction.database.execute(
                sql: "UPDATE session SET seen = 0 WHERE record_id = ? AND mandate IS NULL",
                arguments: [Data(record.bytes)]
            )
            try transaction.endActing(by: record)
            try transaction.endFormerWays(into: context)
            var draft = TraceDraft(
                act: .changeAccess,
                actor: .holder(context.file.name),
                mode: .normal,
                request: self.newID(),
                node: "",
                rule: "recovery.postedCode",
                policy: self.rules.versionedName(of: context.policy.policySet)
            )
            draft.details["changed"] = change.names
            _ = try transaction.append(draft, to: &context)
            for way in context.file.waysToTell(ofChangeFrom: before) {
                try transaction.tell(.accessChanged(at: transaction.now), to: context.file, of: record, by: way)
            }
        }
        try await codes.succeed(try codeTag(record, nil))
    }
}

extension ChannelChange {
    /// The ways that it brings, whatever is on file.
    fileprivate var written: [ContactChannel] { ContactChannel.given(phone: phone, email: email) }
}
