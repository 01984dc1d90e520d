import AccessRules
import Crypto
import Foundation
import GRDB
public import HealthRecord
public import Sealing

/// The proof that somebody objected to a record: what the person keeps, and what the custodian signed.
public struct OppositionProof: Sendable, Hashable, Codable {
    /// Whose.
    public let ins: INS
    /// When.
    public let at: Instant
    /// A code over both that the custodian recognises.
    public let code: [UInt8]
}

/// Opening by itself after information and a delay without objection (CSP R1111-28).
extension Custodian {
    /// Informs a person that a record will be opened; the delay of the set runs from now.
    ///
    /// Whoever objected before, or has a record, is left alone.
    public func announce(_ invitation: Invitation) async throws(CustodyError) {
        guard let patient = QualifiedINS(invitation.ins, in: settings.domain) else { throw .notAccepted }
        guard let set = rules.policySets[settings.policySet], set.openingModes.contains(.automatic),
            let delay = set.objectionDelay
        else { throw .conflict("opening.mode") }
        let tag = try tag(of: patient)
        let letter = try await newLetter()
        let sealed = try seal(invitation.underOrder, tag: tag)
        let opens = delay.end(from: clock().dayInFrance)
        let now = clock()
        let kept = try await ledger.commit { transaction -> WaitingLetter? in
            guard try self.file(of: patient.ins, in: transaction) == nil else { return nil }
            let objected = try Bool.fetchOne(
                transaction.database,
                sql: "SELECT EXISTS (SELECT 1 FROM opposition WHERE tag = ?)",
                arguments: [Data(tag.bytes)]
            )
            guard objected != true else { return nil }
            try transaction.database.execute(
                sql: "INSERT OR IGNORE INTO announcement (tag, traits_ct, opens, salt, digest) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    Data(tag.bytes), Data(sealed), opens.midnight.milliseconds, Data(letter.salt), Data(letter.digest),
                ]
            )
            guard transaction.database.changesCount == 1 else { return nil }
            return try transaction.keepForPost(
                OutgoingNotice(.openingAnnounced(letter.code, opens: opens), invitation.traits, invitation.ins, now),
                slot: .announcement(tag)
            )
        }.value
        if let kept { await send(kept) }
    }

    /// Takes an objection, with the letter's code and the day of birth; no record opens, and the person has a proof.
    public func oppose(
        ins: QualifiedINS,
        code: String,
        birthDate: CalendarDate
    ) async throws(CustodyError) -> OppositionProof {
        let tag = try tag(of: ins)
        let now = clock()
        if let wait = try await attempts.take([tag], now: now) { throw .tooManyAttempts(retryAfter: wait) }
        let row = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "UPDATE announcement SET attempts = attempts + 1 WHERE tag = ? AND attempts < ?",
                arguments: [Data(tag.bytes), Self.letterAttempts]
            )
            guard transaction.database.changesCount == 1 else {
                return nil as (salt: [UInt8], digest: [UInt8], traits: [UInt8])?
            }
            return try Row.fetchOne(
                transaction.database,
                sql: "SELECT salt, digest, traits_ct FROM announcement WHERE tag = ?",
                arguments: [Data(tag.bytes)]
            ).map { row in
                (
                    salt: [UInt8](row["salt"] as Data), digest: [UInt8](row["digest"] as Data),
                    traits: [UInt8](row["traits_ct"] as Data)
                )
            }
        }.value
        let given = try await digest(ofLetterCode: code, salt: row?.salt ?? [UInt8](repeating: 0, count: 16))
        guard let row, SecretHash.isEqual(row.digest, given),
            let invitation = openInvitation(row.traits, tag), invitation.traits.birthDate == birthDate
        else {
            try await noteWrongLetter(tag: tag)
            throw .notAccepted
        }
        try await attempts.giveBack(tag, now: now)
        let proof = OppositionProof(ins: ins.ins, at: now, code: oppositionCode(tag, now))
        _ = try await ledger.commit { transaction in
            try transaction.keepOpposition(tag, at: now, proof: proof.code)
        }
        return proof
    }

    /// Whether a proof of objection is one of ours.
    public func isGenuine(_ proof: OppositionProof) throws(CustodyError) -> Bool {
        guard let patient = QualifiedINS(proof.ins, in: settings.domain) else { return false }
        return SecretHash.isEqual(oppositionCode(try tag(of: patient), proof.at), proof.code)
    }

    /// Those whose delay has passed; nobody where the set has stopped opening by itself since the announcement.
    func announcedOpenings(_ now: Instant) async throws(CustodyError) -> [HostTask] {
        guard knowsOpening(.automatic) else { return [] }
        let rows = try await ledger.read { database in
            try Data.fetchAll(
                database,
                sql: "SELECT tag FROM announcement WHERE opens <= ? ORDER BY opens LIMIT 100",
                arguments: [now.milliseconds]
            )
        }
        return rows.compactMap { BlindTag(bytes: [UInt8]($0)) }.map(HostTask.open(announced:))
    }

    /// Makes the keys of a record that opens by itself; nothing is true before `commitAnnounced`.
    public func prepareAnnounced(_ tag: BlindTag) async throws(CustodyError) -> PreparedOpening? {
        let set = settings.policySet
        guard knowsOpening(.automatic) else { return nil }
        return try await ledger.commit { transaction -> PreparedOpening? in
            guard
                let row = try Row.fetchOne(
                    transaction.database,
                    sql: "SELECT traits_ct, opens FROM announcement WHERE tag = ?",
                    arguments: [Data(tag.bytes)]
                ), Instant(milliseconds: row["opens"]) <= transaction.now,
                let invitation = self.openInvitation([UInt8](row["traits_ct"] as Data), tag)
            else { return nil }
            guard try self.file(of: invitation.ins, in: transaction) == nil else {
                // The person has opened a record meanwhile.
                try transaction.database.execute(
                    sql: "DELETE FROM announcement WHERE tag = ?",
                    arguments: [Data(tag.bytes)]
                )
                return nil
            }
            let file = HolderFile(
                policy: RecordPolicy(
                    policySet: set,
                    state: .open(internet: .awaitingActivation),
                    birthDate: invitation.traits.birthDate,
                    emergency: self.silentWishes(under: set)
                ),
                name: invitation.traits.name,
                identifiers: [invitation.ins],
                phone: nil,
                email: nil,
                address: invitation.traits.address,
                traits: invitation.traits,
                host: self.settings.host
            )
            return try transaction.prepareOpening(
                file,
                invitation.traits,
                tag: tag,
                request: try Self.announcedRequest(tag),
                custodian: self
            )
        }.value
    }

    /// Makes the record true; the letter that activates it goes out, to whoever gets an access of his own.
    public func commitAnnounced(_ tag: BlindTag) async throws(CustodyError) {
        let letter = try await newLetter()
        let kept = try await ledger.commit { transaction -> WaitingLetter? in
            // Judged once more: an objection in the meantime stands.
            let stands = try Bool.fetchOne(
                transaction.database,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM announcement WHERE tag = ? AND opens <= ?)
                        AND NOT EXISTS (SELECT 1 FROM opposition WHERE tag = ?)
                    """,
                arguments: [Data(tag.bytes), transaction.now.milliseconds, Data(tag.bytes)]
            )
            guard stands == true, self.knowsOpening(.automatic) else { throw CustodyError.notPrepared }
            var context = try transaction.openRecord(tag: tag, request: try Self.announcedRequest(tag))
            _ = try transaction.append(self.calendarDraft(.openRecord, "calendar.opening", context), to: &context)
            guard self.givesOwnAccess(to: context.policy, now: transaction.now) else { return nil }
            try transaction.keepLetter(
                tag,
                .activate,
                salt: letter.salt,
                digest: letter.digest,
                expires: transaction.now.advanced(bySeconds: self.settings.letterLifetime)
            )
            guard let traits = context.file.traits, let ins = context.file.identifiers.first else { return nil }
            return try transaction.keepForPost(
                OutgoingNotice(.activationCode(letter.code), traits, ins, transaction.now),
                slot: .code(tag, .activate)
            )
        }.value
        if let kept { await send(kept) }
    }

    /// Whether a record that was prepared can never become one: nothing of it need stay at the host.
    public func isAbandoned(_ record: RecordID) async throws(CustodyError) -> Bool {
        try await ledger.commit { transaction in
            try Bool.fetchOne(
                transaction.database,
                sql: """
                    SELECT NOT EXISTS (SELECT 1 FROM record WHERE record_id = ?)
                        AND NOT EXISTS (SELECT 1 FROM opening WHERE record_id = ?)
                    """,
                arguments: [Data(record.bytes), Data(record.bytes)]
            ) ?? false
        }.value
    }

    /// The calendar asks under one name for each person.
    private static func announcedRequest(_ tag: BlindTag) throws -> UniqueID {
        try UniqueID(bytes: Array(SHA256.hash(data: Data("announced/".utf8) + Data(tag.bytes))).prefix(16)).orFault
    }

    /// What the custodian signs of an objection.
    func oppositionCode(_ tag: BlindTag, _ at: Instant) -> [UInt8] {
        // The binding key signs only pairs of a record and a tag: here the moment stands in the record's place.
        var moment = [UInt8](repeating: 0xFF, count: 8)
        for shift in stride(from: Int64(56), through: 0, by: -8) {
            moment.append(UInt8(truncatingIfNeeded: at.milliseconds >> shift))
        }
        guard let place = RecordID(bytes: moment) else { return [] }
        return working.bind.code(record: place, tag: tag)
    }
}
