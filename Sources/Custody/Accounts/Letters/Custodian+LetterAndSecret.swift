import AccessRules
import HealthRecord
import Sealing

/// The first step of an activation and of a recovery of ways: a letter and the secret, two factors of one person.
extension Custodian {
    /// Checks both, and sends a code to each way that is to be proved; nothing changes, and the letter is not used up.
    ///
    /// - Parameters:
    ///   - mark: what the proofs begin with, where those of no other road may complete this one.
    ///   - channels: the ways to prove, from the file of whoever has both.
    /// - Throws: `notAccepted` for an unknown person, a wrong code, a wrong secret and an access that the letter is not for, all
    ///   alike; `conflict("channel")` where codes may go by none of the ways.
    func beginByLetter(
        _ purpose: LetterPurpose,
        ins: QualifiedINS,
        code: String,
        secret: String,
        mark: String = "",
        _ channels: (HolderFile) -> [ContactChannel]
    ) async throws(CustodyError) -> [ChannelProof] {
        let tag = try tag(of: ins)
        try await checkLetter(code, purpose, tag: tag)
        try await giveBackTry(purpose, tag: tag)
        // Whoever has the letter is kept out by nobody who has not.
        let (owner, login) = try await checkSecret(
            identifier: .matricule(ins.ins),
            secret: secret,
            from: .proved("letter")
        )
        guard case .record(let record) = owner, let context = try await contextAfterCommit(of: record),
            context.policy.state == .open(internet: purpose == .activate ? .awaitingActivation : .active)
        else { throw .notAccepted }
        try await attempts.succeed(login)
        try requireOwnAccess(to: context.policy, now: clock())
        let channels = channels(context.file)
        try requireCodeWay(channels.map(\.kind), of: context)
        var proofs: [ChannelProof] = []
        for channel in channels { proofs.append(try await proof(of: channel, context.file, record, nil, mark: mark)) }
        return proofs
    }
}
