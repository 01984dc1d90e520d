import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// Page 3: the second letter, the secret, and a way to be reached that is proved before it counts.
///
/// A number written down wrongly at the opening would shut its holder out once the letter is used up; and codes would go to
/// somebody else.
extension Custodian {
    /// First step: the letter and the secret; a code goes to each way on file, or to what is written now in its place.
    ///
    /// Nothing changes, and the letter is not used up.
    ///
    /// - Throws: `notAccepted` for an unknown person, a wrong code and a wrong secret, all alike; `conflict("channel")` where
    ///   no way is left by which codes may go; `refused` for a minor without an access of his own.
    public func beginActivation(
        ins: QualifiedINS,
        code: String,
        secret: String,
        _ change: ChannelChange = ChannelChange()
    ) async throws(CustodyError) -> [ChannelProof] {
        try await beginByLetter(.activate, ins: ins, code: code, secret: secret) { change.channels(beside: $0) }
    }

    /// Second step: the codes that came; the record can be read on the portal, and the ways proved are those that count.
    ///
    /// A way without its code is not kept. It can be added later, in the same manner.
    ///
    /// - Throws: `notAccepted` where a code is wrong, late or of somebody else's proof; `conflict("channel")` where no way is
    ///   proved by which codes may go.
    public func completeActivation(
        ins: QualifiedINS,
        _ typed: [TypedProof],
        _ change: ChannelChange = ChannelChange()
    ) async throws(CustodyError) {
        let tag = try tag(of: ins)
        let file = try await ledger.commit { try self.file(of: ins.ins, in: $0) }.value
        let proved = try await self.proved(typed, among: file.map { change.channels(beside: $0) } ?? [])
        guard let record = proved.first?.code.record else { throw .notAccepted }
        _ = try await ledger.commit { transaction in
            guard var context = try transaction.context(of: record),
                context.policy.state == .open(internet: .awaitingActivation),
                context.file.identifiers.contains(ins.ins)
            else { throw CustodyError.notAccepted }
            try self.requireOwnAccess(to: context.policy, now: transaction.now)
            try self.requireCodeWay(proved.map(\.channel.kind), of: context)
            for one in proved { try transaction.useSignIn(one.code) }
            try transaction.useLetter(tag, .activate)
            context.change { file in
                file.policy.state = .open(internet: .active)
                file.keepOnly(proved.map(\.channel))
            }
            let draft = TraceDraft(
                act: .activateAccess,
                actor: .holder(context.file.name),
                mode: .normal,
                request: self.newID(),
                node: "",
                rule: "activation.postedCode",
                policy: self.rules.versionedName(of: context.policy.policySet)
            )
            _ = try transaction.append(draft, to: &context)
        }
        try await self.codes.succeed(try codeTag(record, nil))
    }

    /// The ways whose codes were typed right; all that were typed, or none.
    func proved(
        _ typed: [TypedProof],
        among channels: [ContactChannel],
        by mandate: UniqueID? = nil
    ) async throws(CustodyError) -> [(code: CheckedCode, channel: ContactChannel)] {
        var proved: [(code: CheckedCode, channel: ContactChannel)] = []
        for one in typed {
            var channel: ContactChannel?
            for candidate in channels where channel == nil {
                if try await isProof(one.token, of: candidate) { channel = candidate }
            }
            // Of nobody's proof it is judged all the same: an unknown person costs what a known one does.
            let code = try await checkCode(token: channel?.proofHandle(one.token) ?? "proof:", code: one.code)
            guard let channel, code.mandate == mandate, proved.allSatisfy({ $0.code.record == code.record }) else {
                throw .notAccepted
            }
            proved.append((code, channel))
        }
        return proved
    }

    /// Whether no proof of these can be completed any more: their time or their tries are over, or they were nobody's.
    ///
    /// - Parameter ins: of whom, where the ways may be those on file.
    public func areProofsOver(
        _ tokens: [String],
        of ins: QualifiedINS?,
        _ change: ChannelChange
    ) async throws(CustodyError) -> Bool {
        var channels = ContactChannel.given(phone: change.phone, email: change.email)
        if let ins, let file = try await ledger.commit({ try self.file(of: ins.ins, in: $0) }).value {
            channels += [ContactKind.sms, .email].compactMap { file.channel($0) }
        }
        for token in tokens {
            for channel in channels where try await !isCodeOver(token: channel.proofHandle(token)) { return false }
        }
        return true
    }

    /// Whether a proof is under way of this very way.
    private func isProof(_ token: String, of channel: ContactChannel) async throws(CustodyError) -> Bool {
        let handle = SecretHash.token(channel.proofHandle(token))
        return try await ledger.read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT 1 FROM sign_in WHERE digest = ? AND channel = 'proof'",
                arguments: [handle]
            ) != nil
        }
    }

    /// Codes of sign-ins must be able to go by one of these, under the record's set.
    func requireCodeWay(_ kinds: [ContactKind], of context: RecordContext) throws(CustodyError) {
        let ways = codeWays(under: context.policy.policySet)
        guard kinds.contains(where: ways.contains) else { throw .conflict("channel") }
    }
}

extension ChannelChange {
    /// The ways by which a holder would be reached, were this change made.
    fileprivate func channels(beside file: HolderFile) -> [ContactChannel] {
        var after = file
        after.apply(self)
        return [ContactKind.sms, .email].compactMap { after.channel($0) }
    }
}

extension HolderFile {
    /// Takes the ways that were proved in the place of all others.
    mutating func keepOnly(_ proved: [ContactChannel]) {
        (phone, email) = (nil, nil)
        for channel in proved {
            switch channel {
            case .sms(let number): phone = number
            case .email(let address): email = address
            case .letter: break
            }
        }
        channelsUnprovenSince = nil
    }
}
