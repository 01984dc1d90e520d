import AccessRules
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
        try await beginByLetter(.recover, ins: ins, code: code, secret: secret, mark: Self.lostWayMark) { _ in
            change.written
        }
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
            try self.settleRecovery(
                of: change.names,
                tellingBy: context.file.waysToTell(ofChangeFrom: before),
                &context,
                &transaction
            )
        }
        try await codes.succeed(try codeTag(record, nil))
    }
}

extension ChannelChange {
    /// The ways that it brings, whatever is on file.
    fileprivate var written: [ContactChannel] { ContactChannel.given(phone: phone, email: email) }
}
