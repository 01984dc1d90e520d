import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// The first access to a record that nobody has a secret for: one that opened by itself or by a professional, or whose holder
/// came of age. The secret is chosen now, and a way to be reached is proved before it counts.
extension Custodian {
    /// First step: the letter, the day of birth and the secret chosen; a code goes to each way that is given.
    ///
    /// Nothing changes, and the letter is not used up.
    public func beginFirstAccess(_ request: OpeningRequest) async throws(CustodyError) -> [ChannelProof] {
        let context = try await checkFirstAccess(request)
        var proofs: [ChannelProof] = []
        for channel in request.channels {
            proofs.append(try await proof(of: channel, context.file, context.record, nil))
        }
        return proofs
    }

    /// Second step: the same, with the codes that came; the ways proved are those that count.
    ///
    /// - Throws: `notAccepted` where a letter or a code is wrong, late or somebody else's; `conflict("channel")` where no way
    ///   is proved by which codes may go.
    public func completeFirstAccess(_ request: OpeningRequest, _ typed: [TypedProof]) async throws(CustodyError) {
        let tag = try tag(of: request.ins)
        let record = try await checkFirstAccess(request).record
        let proved = try await self.proved(typed, among: request.channels)
        guard !proved.isEmpty, proved.allSatisfy({ $0.code.record == record }) else { throw .notAccepted }
        let salt = random(16)
        let rounds = settings.secretRounds
        let digest = try await SecretHash.digest(request.secret, salt: salt, rounds: rounds)
        _ = try await ledger.commit { transaction in
            guard var context = try transaction.context(of: record),
                context.policy.state == .open(internet: .awaitingActivation),
                // Who opened with the first letter has a secret already, and activates with it.
                try !Self.hasSecret(record, in: transaction.database)
            else { throw CustodyError.notAccepted }
            try self.requireOwnAccess(to: context.policy, now: transaction.now)
            try self.requireCodeWay(proved.map(\.channel.kind), of: context)
            let wishes = try self.wishes(request.emergency, on: context)
            for one in proved { try transaction.useSignIn(one.code) }
            try transaction.useLetter(tag, .activate)
            try transaction.keepAccount(of: record, salt: salt, digest: digest, rounds: rounds)
            context.change { file in
                file.policy.state = .open(internet: .active)
                file.enrolledAt = transaction.now
                file.policy.emergency = wishes
                file.keepOnly(proved.map(\.channel))
            }
            var draft = self.systemDraft(.activateAccess, "", "activation.postedCode", context)
            draft.actor = .holder(context.file.name)
            _ = try transaction.append(draft, to: &context)
        }
        try await codes.succeed(try codeTag(record, nil))
    }

    /// The record that waits for its holder, where letter and day of birth are right and the secret is good.
    private func checkFirstAccess(_ request: OpeningRequest) async throws(CustodyError) -> RecordContext {
        let tag = try tag(of: request.ins)
        try await checkLetter(request.code, .activate, tag: tag)
        let record: RecordID
        do { record = try await self.record(of: request.ins) } catch {
            try await noteWrongLetter(tag: tag)
            throw .notAccepted
        }
        guard let context = try await contextAfterCommit(of: record),
            context.policy.birthDate == request.birthDate
        else {
            try await noteWrongLetter(tag: tag)
            throw .notAccepted
        }
        try await giveBackTry(.activate, tag: tag)
        try requireOwnAccess(to: context.policy, now: clock())
        if let weakness = SecretRule.weakness(
            of: request.secret,
            traits: context.file.knownTraits,
            ins: request.ins.ins
        ) {
            throw .weakSecret(weakness)
        }
        // Who opened with the first letter has a secret already: he activates with it, and no code goes anywhere.
        guard context.policy.state == .open(internet: .awaitingActivation),
            try await !ledger.read({ try Self.hasSecret(record, in: $0) })
        else {
            throw .notAccepted
        }
        try requireCodeWay(request.channels.map(\.kind), of: context)
        _ = try wishes(request.emergency, on: context)
        return context
    }

    /// What was said, over what stands in the record that waits.
    private func wishes(_ said: StatedWishes, on context: RecordContext) throws(CustodyError) -> EmergencyWishes {
        try wishes(said, over: context.policy.emergency, under: context.policy.policySet)
    }

    private static func hasSecret(_ record: RecordID, in database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM account WHERE record_id = ?)",
            arguments: [Data(record.bytes)]
        ) ?? false
    }
}

extension OpeningRequest {
    /// The ways to be reached that were given.
    fileprivate var channels: [ContactChannel] {
        ContactChannel.given(phone: phone, email: email)
    }
}
