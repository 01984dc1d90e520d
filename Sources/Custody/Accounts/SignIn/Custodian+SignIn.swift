import Foundation
import GRDB
public import HealthRecord
import Sealing

/// The second step of a sign-in, waiting for its code.
public struct SignInChallenge: Sendable, Hashable, Codable {
    /// The handle of this sign-in, kept in the browser; the code is good for it alone.
    public let token: String
    /// By what kind of way the code went, or that the person's application shows it.
    public let channel: SecondFactor
    /// The destination with most of it hidden, such as `•• •• •• •• 12`; empty for an application.
    public let maskedDestination: String
    /// Until when the code is good.
    public let expires: Instant
    /// Other ways that this person has.
    public let alternatives: [SecondFactor]
}

extension Custodian {
    /// Wrong codes before a sign-in is void.
    static let codeAttempts: Int64 = 3
    /// Seconds between two codes of one sign-in.
    static let resendDelay: Int64 = 30

    /// First step: identifier and chosen secret; sends the one-time code, or asks for that of the person's application.
    ///
    /// - Throws: `notAccepted` for an unknown identifier, a wrong secret and a record that cannot be read on the portal, all
    ///   alike; `tooManyAttempts`.
    public func beginSignIn(
        identifier: SignInIdentifier,
        secret: String,
        preferring channel: SecondFactor?,
        from origin: TryOrigin = .unknown
    ) async throws(CustodyError) -> SignInChallenge {
        let (owner, tags) = try await checkSecret(identifier: identifier, secret: secret, from: origin)
        guard let owner, let door = try await door(of: owner) else { throw .notAccepted }
        try await attempts.succeed(tags)
        return try await challenge(door, preferring: channel, replacing: nil)
    }

    /// Sends another code for a sign-in under way, possibly by another way; the one before is void.
    public func resendCode(token: String, by channel: SecondFactor?) async throws(CustodyError) -> SignInChallenge {
        let now = clock()
        let row = try await ledger.read { database in
            try Row.fetchOne(
                database,
                // One that is void or over begins anew, with the secret.
                sql: """
                    SELECT record_id, mandate, sent FROM sign_in
                    WHERE digest = ? AND attempts < ? AND expires > ? AND channel <> 'proof'
                    """,
                arguments: [SecretHash.token(token), Self.codeAttempts, now.milliseconds]
            ).map { row in
                (
                    record: [UInt8](row["record_id"] as Data),
                    mandate: (row["mandate"] as Data?).flatMap { UniqueID(bytes: [UInt8]($0)) },
                    sent: row["sent"] as Int64
                )
            }
        }
        guard let row, let record = RecordID(bytes: row.record) else { throw .notAccepted }
        // Whoever comes back to a closed record waits for a code as well.
        var door = try await door(to: record, by: row.mandate)
        if door == nil { door = try await returnDoor(to: record, by: row.mandate) }
        guard let door else { throw .notAccepted }
        let wait = Self.resendDelay - now.seconds(since: Instant(milliseconds: row.sent))
        guard wait <= 0 else { throw .tooManyAttempts(retryAfter: Int(wait)) }
        return try await challenge(door, preferring: channel, replacing: token)
    }

    /// Second step: the code; a session begins.
    ///
    /// - Throws: `notAccepted` for a code that is wrong, late, used, of another sign-in, or after three wrong tries.
    ///
    /// - Parameter device: with what; shown to the person among the open sessions.
    public func completeSignIn(
        token: String,
        code: String,
        device: SessionDevice? = nil
    ) async throws(CustodyError) -> SessionToken {
        // The proof of a new way to be reached signs nobody in.
        guard !ContactChannel.isProofHandle(token) else { throw .notAccepted }
        let checked = try await checkCode(token: token, code: code)
        let session = try await beginSession(with: checked, device: device)
        try await codes.succeed(try codeTag(checked.record, checked.mandate))
        return session
    }

    /// Whether the code of a sign-in under way can no longer be given: its time is over, or its tries are.
    ///
    /// It is told to whoever holds the handle of that sign-in, and says nothing of anybody's account.
    public func isCodeOver(token: String) async throws(CustodyError) -> Bool {
        let now = clock()
        let isOpen = try await ledger.read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM sign_in WHERE digest = ? AND attempts < ? AND expires > ?)",
                arguments: [SecretHash.token(token), Self.codeAttempts, now.milliseconds]
            )
        }
        return isOpen != true
    }

    /// Checks the code of a sign-in under way; using it up is for whoever asked.
    func checkCode(token: String, code: String) async throws(CustodyError) -> CheckedCode {
        let digest = SecretHash.token(token)
        // The try is counted before it is judged: many at once get no more of them than one after the other.
        let row = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "UPDATE sign_in SET attempts = attempts + 1 WHERE digest = ? AND attempts < ? AND expires > ?",
                arguments: [digest, Self.codeAttempts, transaction.now.milliseconds]
            )
            let isGood = transaction.database.changesCount == 1
            return try Row.fetchOne(
                transaction.database,
                sql: "SELECT record_id, mandate, code_salt, code_digest, channel FROM sign_in WHERE digest = ?",
                arguments: [digest]
            ).map { row in
                (
                    record: [UInt8](row["record_id"] as Data),
                    mandate: (row["mandate"] as Data?).flatMap { UniqueID(bytes: [UInt8]($0)) },
                    salt: [UInt8](row["code_salt"] as Data),
                    code: [UInt8](row["code_digest"] as Data), isGood: isGood,
                    isApp: row["channel"] as String == SecondFactor.app.rawValue
                )
            }
        }.value
        let typed = code.filter { $0.isASCII && $0.isNumber }
        let given = try await SecretHash.digest(
            typed,
            salt: row?.salt ?? [UInt8](repeating: 0, count: 16),
            rounds: settings.codeRounds
        )
        var step: Int64?
        if let row, row.isApp, let record = RecordID(bytes: row.record), let app = try await codeApp(of: record) {
            step = TimeCode.step(of: typed, app.secret, now: clock(), after: app.lastStep)
        }
        guard let row, row.isGood, row.isApp ? step != nil : SecretHash.isEqual(row.code, given),
            let record = RecordID(bytes: row.record)
        else {
            _ = try await ledger.commit { try $0.note(.wrongCode) }
            throw .notAccepted
        }
        return CheckedCode(challenge: digest, digest: row.code, record: record, mandate: row.mandate, step: step)
    }

    /// The owner of an identifier whose secret is right, and the tags under which attempts are counted.
    func checkSecret(
        identifier: SignInIdentifier,
        secret: String,
        from origin: TryOrigin
    ) async throws(CustodyError) -> (AccountOwner?, [BlindTag]) {
        let now = clock()
        var tags = try tryTags(identifier, from: origin)
        let (login, place) = (tags.account, tags.place)
        let (account, isFamiliar) = try await ledger.read { database in
            (try Account.find(login, in: database), try Self.isFamiliar(place, now, in: database))
        }
        if isFamiliar { tags.isFamiliar = true }
        // Counted before it is judged, so that many at once gain nothing; a sign-in that succeeds forgets it.
        if let wait = try await attempts.take(tags.counted, now: now) { throw .tooManyAttempts(retryAfter: wait) }
        // Somebody unknown costs the same digest and the same durable line as somebody whose secret is wrong.
        let given = try await SecretHash.digest(
            secret,
            salt: account?.salt ?? [UInt8](repeating: 0, count: 16),
            rounds: account?.rounds ?? settings.secretRounds
        )
        if let account, SecretHash.isEqual(account.digest, given) {
            try await keepFamiliar(tags, origin)
            return (account.owner, tags.all)
        }
        var record: RecordID?
        if case .record(let own) = account?.owner { record = own }
        let tried = record
        _ = try await ledger.commit { transaction in
            try transaction.note(account == nil ? .unknownLogin : .wrongSecret)
            guard let tried, var context = try transaction.context(of: tried) else { return }
            let draft = TraceDraft(
                act: .signIn,
                actor: .system("portal"),
                mode: .normal,
                request: self.newID(),
                node: "",
                outcome: .refused,
                rule: "signIn.wrongSecret",
                policy: self.rules.versionedName(of: context.policy.policySet)
            )
            _ = try transaction.append(draft, to: &context)
        }
        return (nil, [])
    }

    /// Under what the codes sent for a record are counted, whichever identifier was typed.
    func codeTag(_ record: RecordID, _ mandate: UniqueID?) throws(CustodyError) -> BlindTag {
        let whose = mandate?.text ?? record.hex
        do { return try working.blindIndex.tag(login: "code/" + whose) } catch { throw .unavailable }
    }

    func challenge(
        _ door: SignInDoor,
        preferring wanted: SecondFactor?,
        replacing old: String?
    ) async throws(CustodyError) -> SignInChallenge {
        let person = door.person
        var ways = codeWays(under: door.policySet).filter { person.channel($0) != nil }.compactMap(SecondFactor.init)
        // The stronger means first; whoever acts for somebody without a record of his own has none.
        if door.mandate == nil, try await codeApp(of: door.record) != nil { ways.insert(.app, at: 0) }
        guard let way = wanted.flatMap({ ways.contains($0) ? $0 : nil }) ?? ways.first else { throw .notAccepted }
        let now = clock()
        // Three tries a code, and codes without end to whoever knows the secret, would be a million tries in the end: each
        // code counts until one is typed right.
        let tag = try codeTag(door.record, door.mandate)
        if let wait = try await codes.take([tag], now: now) { throw .tooManyAttempts(retryAfter: wait) }
        let token = old ?? Data(random(32)).base64EncodedString()
        let expires = codeEnd(under: door.policySet, from: now)
        let channel = way.channel.flatMap { person.channel($0) }
        let code = OneTimeCode.make(random: random)
        let salt = random(16)
        // Of an application nothing is kept here that could be typed.
        let digest =
            channel == nil ? random(32) : try await SecretHash.digest(code, salt: salt, rounds: settings.codeRounds)
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "DELETE FROM sign_in WHERE expires <= ?",
                arguments: [now.milliseconds]
            )
            try transaction.database.execute(
                sql: """
                    INSERT INTO sign_in (digest, record_id, mandate, code_salt, code_digest, expires, sent, channel)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (digest) DO UPDATE SET code_salt = excluded.code_salt, code_digest = excluded.code_digest,
                        expires = excluded.expires, sent = excluded.sent, channel = excluded.channel
                    """,
                arguments: [
                    SecretHash.token(token), Data(door.record.bytes), door.mandate.map { Data($0.bytes) }, Data(salt),
                    Data(digest), expires.milliseconds,
                    // Where nothing was sent, another way need not wait.
                    channel == nil ? 0 : now.milliseconds, way.rawValue,
                ]
            )
        }
        if let channel {
            do {
                try await deliver(
                    OutgoingNotice(
                        channel: channel,
                        recipient: person.name,
                        ins: person.ins,
                        notice: .oneTimeCode(code, minutes: codeMinutes(under: door.policySet)),
                        at: now
                    )
                )
            } catch {
                throw .unavailable
            }
        }
        return SignInChallenge(
            token: token,
            channel: way,
            maskedDestination: channel.map(OneTimeCode.mask) ?? "",
            expires: expires,
            alternatives: ways.filter { $0 != way }
        )
    }
}

/// A sign-in whose code was right; it is used up by what it is for, once.
struct CheckedCode: Sendable {
    let challenge: Data
    let digest: [UInt8]
    let record: RecordID
    let mandate: UniqueID?
    /// The step of the person's application, where the code was its own.
    let step: Int64?
}

extension CustodyTransaction {
    /// Uses a sign-in up; the code must still be the one that was compared: another may have been sent meanwhile.
    func useSignIn(_ checked: CheckedCode) throws {
        try database.execute(
            sql: "DELETE FROM sign_in WHERE digest = ? AND code_digest = ?",
            arguments: [checked.challenge, Data(checked.digest)]
        )
        guard database.changesCount == 1 else { throw CustodyError.notAccepted }
        if let step = checked.step { try useCodeApp(step, of: checked.record) }
    }
}

/// Codes of six digits, and destinations shown without being told.
enum OneTimeCode {
    static func make(random: RandomBytes) -> String {
        // 2^64 modulo a million favours no code by more than one in 10^13.
        let number = random(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        let digits = String(number)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    static func mask(_ channel: ContactChannel) -> String {
        switch channel {
        case .sms(let number): return "•• •• •• •• " + number.suffix(2)
        case .email(let address):
            let parts = address.split(separator: "@", maxSplits: 1)
            guard parts.count == 2, let first = parts[0].first, let domain = parts[1].first else { return "•••" }
            return "\(first)•••@\(domain)•••"
        case .letter: return "•••"
        }
    }
}
