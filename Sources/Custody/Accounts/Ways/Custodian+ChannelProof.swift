import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// A code on its way to a new phone or e-mail; nothing changes before it comes back (ASVS 6.4.4, 7.5.1).
public struct ChannelProof: Sendable, Hashable, Codable {
    /// The handle of this proof; good for this one way and this one value, with its code.
    public let token: String
    /// What kind of way is proved.
    public let channel: ContactKind
    /// The new way with most of it hidden.
    public let maskedDestination: String
    /// Until when the code is good.
    public let expires: Instant

    /// Joins the parts.
    public init(token: String, channel: ContactKind, maskedDestination: String, expires: Instant) {
        self.token = token
        self.channel = channel
        self.maskedDestination = maskedDestination
        self.expires = expires
    }
}

/// The code of a proof, as it was typed back.
public struct TypedProof: Sendable, Hashable, Codable {
    /// The proof.
    public let token: String
    /// The code.
    public let code: String

    /// Joins both.
    public init(token: String, code: String) {
        self.token = token
        self.code = code
    }
}

extension Custodian {
    /// First step of a change of ways: checks the secret and sends a code to each way that is new.
    ///
    /// What only takes away needs none: the answer is empty, and the second step follows at once.
    ///
    /// - Parameter known: the ways that the form showed, beside which each step looks at what is new.
    /// - Throws: `conflict("moved")` where a way that it touches has changed since; `conflict("channel")` where none is left.
    public func beginChannelChange(
        _ change: ChannelChange,
        from known: ContactWays,
        secret: String,
        _ admission: Admission
    ) async throws(CustodyError) -> [ChannelProof] {
        _ = try await checkOwnSecret(secret, admission)
        let acting = try await actingPerson(admission)
        let file = try await holderFile(admission)
        let record = try record(of: admission, nil)
        let present = acting?.person.ways ?? file.ways
        guard change.applies(to: present, drawnFrom: known) else { throw .conflict("moved") }
        guard present.applying(change).hasAny else { throw .conflict("channel") }
        var proofs: [ChannelProof] = []
        for channel in change.new(beside: known) {
            proofs.append(try await proof(of: channel, file, record, admission.mandate, to: acting?.person.name))
        }
        return proofs
    }

    /// Sends a code to a way that has yet to be proved.
    ///
    /// - Parameter mark: what the token begins with, where only proofs begun in one way may complete what follows.
    func proof(
        of channel: ContactChannel,
        _ file: HolderFile,
        _ record: RecordID,
        _ mandate: UniqueID?,
        to recipient: PersonName? = nil,
        mark: String = ""
    ) async throws(CustodyError) -> ChannelProof {
        let now = clock()
        // Counted like the codes of sign-ins: nobody has the service write to strangers without end.
        let tag = try codeTag(record, mandate)
        if let wait = try await codes.take([tag], now: now) { throw .tooManyAttempts(retryAfter: wait) }
        let token = mark + Data(random(32)).base64EncodedString()
        let code = OneTimeCode.make(random: random)
        let salt = random(16)
        let digest = try await SecretHash.digest(code, salt: salt, rounds: settings.codeRounds)
        let expires = codeEnd(under: file.policy.policySet, from: now)
        let handle = SecretHash.token(channel.proofHandle(token))
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: """
                    INSERT INTO sign_in (digest, record_id, mandate, code_salt, code_digest, expires, sent, channel)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 'proof')
                    """,
                arguments: [
                    handle, Data(record.bytes), mandate.map { Data($0.bytes) }, Data(salt), Data(digest),
                    expires.milliseconds, now.milliseconds,
                ]
            )
        }
        do {
            try await deliver(
                OutgoingNotice(
                    channel: channel,
                    recipient: recipient ?? file.name,
                    // A way that nobody has proved learns no matricule.
                    ins: nil,
                    notice: .oneTimeCode(code, minutes: codeMinutes(under: file.policy.policySet)),
                    at: now
                )
            )
        } catch {
            throw .unavailable
        }
        return ChannelProof(
            token: token,
            channel: channel.kind,
            maskedDestination: OneTimeCode.mask(channel),
            expires: expires
        )
    }

    /// Second step: the codes that came by the new ways; they take the place of the old ones, which are told.
    ///
    /// - Throws: `notAccepted` for a way without its right code, a code of another way, and after three wrong tries;
    ///   `conflict("moved")` where a way that it touches is no longer what the form showed.
    public func completeChannelChange(
        _ change: ChannelChange,
        from known: ContactWays,
        _ typed: [TypedProof],
        _ admission: Admission
    ) async throws(CustodyError) {
        let record = try record(of: admission, nil)
        let acting = try await actingPerson(admission)
        var checked: [CheckedCode] = []
        for channel in change.new(beside: known) {
            var found: CheckedCode?
            for one in typed where found == nil {
                found = try await check(one, of: channel, isOnly: typed.count == 1)
            }
            guard let found, found.record == record, found.mandate == admission.mandate else { throw .notAccepted }
            checked.append(found)
        }
        guard !checked.isEmpty else { throw .notAccepted }
        if let acting {
            try await carryOut(change, from: known, of: acting, proved: checked, admission)
        } else {
            try await carryOut(change, from: known, proved: checked, admission)
        }
        try await codes.succeed(try codeTag(record, admission.mandate))
    }

    /// The proof of a way, where this is one; the code of another way is not a wrong try of this one.
    private func check(
        _ typed: TypedProof,
        of channel: ContactChannel,
        isOnly: Bool
    ) async throws(CustodyError) -> CheckedCode? {
        let handle = channel.proofHandle(typed.token)
        let isProof = try await ledger.read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT 1 FROM sign_in WHERE digest = ? AND channel = 'proof'",
                arguments: [SecretHash.token(handle)]
            ) != nil
        }
        guard isProof || isOnly else { return nil }
        return try await checkCode(token: handle, code: typed.code)
    }

    /// Changes the ways and tells of it: the ones that go, and the one by which news comes.
    func carryOut(
        _ change: ChannelChange,
        from known: ContactWays,
        proved: [CheckedCode],
        _ admission: Admission
    ) async throws(CustodyError) {
        _ = try await perform(.changeContact, traced: .changeAccess, by: admission, on: nil) {
            transaction,
            context,
            draft in
            for one in proved { try transaction.useSignIn(one) }
            let before = context.file
            guard change.applies(to: before.ways, drawnFrom: known) else { throw CustodyError.conflict("moved") }
            context.change { file in
                file.apply(change)
                // Only whoever saw both as they stand vouches for the one that he left.
                if before.ways == known { file.channelsUnprovenSince = nil }
            }
            // Codes come by one of these: somebody with neither could never sign in again.
            guard context.file.ways.hasAny else { throw CustodyError.conflict("channel") }
            draft.details["changed"] = change.names
            for way in context.file.waysToTell(ofChangeFrom: before) {
                try transaction.tell(.accessChanged(at: transaction.now), to: context.file, of: context.record, by: way)
            }
        }
    }
}

extension ContactChannel {
    /// Whether a text is the handle of a proof; tokens of sign-ins have no colon.
    static func isProofHandle(_ text: String) -> Bool { text.hasPrefix("proof:") }

    /// Under what a proof of this very way is kept; no token of a sign-in looks like it.
    func proofHandle(_ token: String) -> String {
        switch self {
        case .sms(let number): "proof:sms:\(number):\(token)"
        case .email(let address): "proof:email:\(address):\(token)"
        case .letter(let lines): "proof:letter:\(lines.joined(separator: " ")):\(token)"
        }
    }
}

extension HolderFile {
    /// The ways by which a change of ways is told: those that go, and the one by which news come.
    ///
    /// The old way too, though news may come by another: whoever still has it must not learn it last (ASVS 6.3.7).
    func waysToTell(ofChangeFrom before: HolderFile) -> [ContactChannel] {
        var ways = [ContactKind.sms, .email].filter { before.channel($0) != channel($0) }
            .compactMap { before.channel($0) }
        for way in [before.noticeChannel, noticeChannel].compactMap(\.self) where !ways.contains(way) {
            ways.append(way)
        }
        return ways
    }
}
