import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// By what the holder proves to be there, where a set asks for proof (key `consent.proof`).
public enum PresenceMeans: Sendable, Hashable, Codable {
    /// A code sent to the holder, who tells it to the professional.
    case code(ContactKind?)
    /// A confirmation on the portal.
    case portal
}

/// A proof of presence that was asked for.
public struct PresenceRequest: Sendable, Hashable, Codable {
    /// Its identity.
    public let id: UniqueID
    /// Who asks.
    public let name: PersonName
    /// His profession.
    public let profession: Profession
    /// His structure.
    public let structure: Structure
    /// Until when it may be answered.
    public let expires: Instant
    /// Where the code went, with most of it hidden.
    public let maskedDestination: String?

    init(_ id: UniqueID, of actor: CareActor, until expires: Instant, maskedDestination: String? = nil) {
        self.id = id
        name = actor.name
        profession = actor.profession
        structure = actor.structure
        self.expires = expires
        self.maskedDestination = maskedDestination
    }
}

extension Custodian {
    /// Asks for proof that the holder is there; by a person who could then state the holder's consent, and nobody else.
    ///
    /// In a minor's secret connection nothing is sent and nothing waits on the portal: the representatives read both.
    public func requestPresence(
        by means: PresenceMeans,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> PresenceRequest {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        guard actor.person != nil, actor.holder != .structure, actor.authentication == .direct, actor.mayBeEntrusted,
            admission.mode == .normal
        else { throw .conflict("role") }
        guard !admission.isSecretConnection else { throw .conflict("secret") }
        try await meterPresence(admission)
        let id = newID()
        let code = OneTimeCode.make(random: random)
        let salt = random(16)
        let digest = try await SecretHash.digest(code, salt: salt, rounds: settings.codeRounds)
        let byCode: Bool
        var preferred: ContactKind?
        switch means {
        case .code(let kind): (byCode, preferred) = (true, kind)
        case .portal: byCode = false
        }
        let wished = preferred
        let (found, _) = try await perform(.testExistence, traced: .requestPresence, by: admission, on: reference) {
            transaction,
            context,
            draft in
            // Presence lifts no refusal by name, and asking for it shall not trouble who made one (CSP L1111-19).
            guard !self.rules.refuses(actor, under: context.policy) else { throw CustodyError.conflict("blocked") }
            let expires = self.codeEnd(under: context.policy.policySet, from: transaction.now)
            let waiting =
                try Int.fetchOne(
                    transaction.database,
                    sql: "SELECT COUNT(*) FROM presence WHERE record_id = ? AND expires > ? AND confirmed IS NULL",
                    arguments: [Data(context.record.bytes), transaction.now.milliseconds]
                ) ?? 0
            // A way that a professional put there proves that he holds it, not that the patient does.
            if byCode, let since = context.file.channelsUnprovenSince,
                transaction.now < since.advanced(bySeconds: Self.unprovenWait)
            {
                throw CustodyError.conflict("channel")
            }
            guard waiting < Self.presenceLimit else { throw CustodyError.conflict("waiting") }
            let ways = self.codeWays(under: context.policy.policySet)
            let channel = (ways.filter { $0 == wished } + ways).lazy.compactMap(context.file.channel).first
            guard !byCode || channel != nil else { throw CustodyError.conflict("channel") }
            let request = PresenceRequest(id, of: actor, until: expires)
            try transaction.database.execute(
                sql: """
                    INSERT INTO presence (presence_id, record_id, subject_tag, person_ct, salt, digest, expires)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Data(id.bytes), Data(context.record.bytes),
                    Data(try transaction.registers.tag(actor.subject).bytes),
                    Data(try self.sealLoose(request, id: id)), byCode ? Data(salt) : nil, byCode ? Data(digest) : nil,
                    expires.milliseconds,
                ]
            )
            draft.details["means"] = byCode ? "code" : "portal"
            return (file: context.file, request: request, channel: byCode ? channel : nil)
        }
        guard let channel = found.channel else { return found.request }
        let notice = OutgoingNotice(
            channel: channel,
            recipient: found.file.name,
            ins: found.file.identifiers.first,
            notice: .presenceCode(code, minutes: codeMinutes(under: found.file.policy.policySet)),
            at: clock()
        )
        do { try await deliver(notice) } catch { throw .unavailable }
        return PresenceRequest(
            id,
            of: actor,
            until: found.request.expires,
            maskedDestination: OneTimeCode.mask(channel)
        )
    }

    /// Proves presence with the code that the holder has told; three tries.
    public func confirmPresence(
        _ id: UniqueID,
        code: String,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        let record = try record(of: admission, reference)
        let row = try await ledger.commit { transaction in
            try self.claim(admission, in: transaction)
            let tag = Data(try transaction.registers.tag(actor.subject).bytes)
            try transaction.database.execute(
                sql: """
                    UPDATE presence SET attempts = attempts + 1 WHERE presence_id = ? AND record_id = ? AND subject_tag = ?
                        AND attempts < ? AND expires > ? AND confirmed IS NULL
                    """,
                arguments: [
                    Data(id.bytes), Data(record.bytes), tag, Self.codeAttempts, transaction.now.milliseconds,
                ]
            )
            guard transaction.database.changesCount == 1 else { return nil as (salt: [UInt8], digest: [UInt8])? }
            return try Row.fetchOne(
                transaction.database,
                sql: "SELECT salt, digest FROM presence WHERE presence_id = ? AND digest IS NOT NULL",
                arguments: [Data(id.bytes)]
            ).map { (salt: [UInt8]($0["salt"] as Data), digest: [UInt8]($0["digest"] as Data)) }
        }.value
        admissions.setClaimed(admission)
        let typed = code.filter { $0.isASCII && $0.isNumber }
        let given = try await SecretHash.digest(
            typed,
            salt: row?.salt ?? [UInt8](repeating: 0, count: 16),
            rounds: settings.codeRounds
        )
        guard let row, SecretHash.isEqual(row.digest, given) else { throw .notAccepted }
        _ = try await perform(.testExistence, traced: .confirmPresence, by: admission, on: reference) {
            transaction,
            _,
            draft in
            try transaction.confirmPresence(id, lifetime: self.settings.presenceLifetime)
            draft.details["means"] = "code"
        }
    }

    /// Keeps, as a proof of presence, that somebody has just opened the record with the person before him.
    func vouchPresence(
        _ id: UniqueID,
        of actor: CareActor,
        on record: RecordID,
        _ transaction: CustodyTransaction
    ) throws {
        let expires = transaction.now.advanced(bySeconds: settings.presenceLifetime)
        let request = PresenceRequest(id, of: actor, until: expires)
        try transaction.database.execute(
            sql: """
                INSERT INTO presence (presence_id, record_id, subject_tag, person_ct, expires, confirmed)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                Data(id.bytes), Data(record.bytes), Data(try transaction.registers.tag(actor.subject).bytes),
                Data(try sealLoose(request, id: id)), expires.milliseconds, transaction.now.milliseconds,
            ]
        )
    }

    /// Proofs of presence that wait for the holder's word on the portal; nobody answers for him, so nobody else sees them.
    public func pendingPresence(_ admission: Admission) async throws(CustodyError) -> [PresenceRequest] {
        guard case .holder = admission.actor else { return [] }
        let record = try record(of: admission, nil)
        guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
        let now = clock()
        let rows = try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT presence_id, person_ct FROM presence
                    WHERE record_id = ? AND expires > ? AND digest IS NULL AND confirmed IS NULL ORDER BY expires
                    """,
                arguments: [Data(record.bytes), now.milliseconds]
            ).map { (id: [UInt8]($0["presence_id"] as Data), sealed: [UInt8]($0["person_ct"] as Data)) }
        }
        return rows.compactMap { row in
            UniqueID(bytes: row.id).flatMap { try? openLoose(PresenceRequest.self, row.sealed, id: $0) }
        }
    }

    /// Says on the portal whether the holder is there.
    public func answerPresence(_ id: UniqueID, isThere: Bool, _ admission: Admission) async throws(CustodyError) {
        guard case .holder = admission.actor else { throw .conflict("kind") }
        _ = try await perform(.signIn, traced: .confirmPresence, by: admission, on: nil) {
            transaction,
            context,
            draft in
            let isWaiting = try Bool.fetchOne(
                transaction.database,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM presence WHERE presence_id = ? AND record_id = ? AND digest IS NULL
                        AND confirmed IS NULL AND expires > ?)
                    """,
                arguments: [Data(id.bytes), Data(context.record.bytes), transaction.now.milliseconds]
            )
            guard isWaiting == true else { throw CustodyError.conflict("unknown") }
            if isThere {
                try transaction.confirmPresence(id, lifetime: self.settings.presenceLifetime)
            } else {
                try transaction.database.execute(
                    sql: "DELETE FROM presence WHERE presence_id = ?",
                    arguments: [Data(id.bytes)]
                )
            }
            draft.details["means"] = "portal"
            draft.details["answer"] = isThere ? "yes" : "no"
        }
    }

    /// How long the holder, who is told of it by the old ways, has to object to new ones before a code there proves anything.
    static let unprovenWait: Int64 = 7 * 86_400
    /// The most proofs that wait at one time for one record.
    static let presenceLimit = 5
}

extension CustodyTransaction {
    fileprivate func confirmPresence(_ id: UniqueID, lifetime: Int64) throws {
        try database.execute(
            sql: "UPDATE presence SET confirmed = ?, expires = ? WHERE presence_id = ?",
            arguments: [now.milliseconds, now.advanced(bySeconds: lifetime).milliseconds, Data(id.bytes)]
        )
    }

    /// Whether the holder has lately proved to be with the care actor who asks.
    func isPresenceProved(to admission: Admission, on record: RecordID) throws -> Bool {
        guard case .care(let actor) = admission.actor else { return false }
        // Asked at every act: compiled once for the connection.
        let question = try database.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM presence WHERE record_id = ? AND subject_tag = ? AND confirmed IS NOT NULL
                    AND expires > ?)
                """
        )
        return try Bool.fetchOne(
            question,
            arguments: [Data(record.bytes), Data(try registers.tag(actor.subject).bytes), now.milliseconds]
        ) ?? false
    }
}
