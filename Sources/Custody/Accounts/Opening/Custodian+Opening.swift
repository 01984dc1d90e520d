import AccessRules
import Crypto
import Foundation
import GRDB
public import HealthRecord
public import Sealing

extension Custodian {
    /// Tries before a letter's code is burnt.
    static let letterAttempts: Int64 = 5

    /// Invites somebody to open a record: keeps the traits sealed and sends the first letter.
    ///
    /// Only where the set opens records by letters (C1): `conflict("opening.mode")` elsewhere.
    ///
    /// Inviting again replaces a letter that was lost: the first, or the second of a record that waits for it. Somebody
    /// who has an active record keeps it and gets nothing.
    public func invite(_ invitation: Invitation) async throws(CustodyError) {
        guard let patient = QualifiedINS(invitation.ins, in: settings.domain) else { throw .notAccepted }
        let tag = try tag(of: patient)
        let code = LetterCode.make(random: random)
        let salt = random(16)
        let digest = try await digest(ofLetterCode: code, salt: salt)
        let sealed = try seal(invitation.underOrder, tag: tag)
        let kept = try await ledger.commit { transaction -> WaitingLetter? in
            var (purpose, traits) = (LetterPurpose.open, invitation.traits)
            let file = try self.file(of: patient.ins, in: transaction)
            let awaits = file?.policy.state == .open(internet: .awaitingActivation)
            // The same answer for whoever has a record and whoever has none.
            if !awaits { try self.requireOpening(.postedCodes, under: invitation.policySet) }
            if let file {
                guard awaits, self.givesOwnAccess(to: file.policy, now: transaction.now) else { return nil }
                // To the address that the record has, not to one that this call brings.
                (purpose, traits.address) = (.activate, file.address)
            } else {
                try transaction.database.execute(
                    sql: "INSERT OR REPLACE INTO invitation (tag, traits_ct, created) VALUES (?, ?, ?)",
                    arguments: [Data(tag.bytes), Data(sealed), transaction.now.date.daysSinceEpoch]
                )
            }
            try transaction.keepLetter(
                tag,
                purpose,
                salt: salt,
                digest: digest,
                expires: transaction.now.advanced(bySeconds: self.settings.letterLifetime)
            )
            return try transaction.keepForPost(
                OutgoingNotice(
                    purpose == .open ? .openingCode(code) : .activationCode(code),
                    traits,
                    invitation.ins,
                    transaction.now
                ),
                slot: .code(tag, purpose)
            )
        }.value
        if let kept { await send(kept) }
    }

    func file(of ins: INS, in transaction: CustodyTransaction) throws -> HolderFile? {
        let found = try Data.fetchOne(
            transaction.database,
            sql: "SELECT record_id FROM login WHERE tag = ?",
            arguments: [Data(try loginTag(ins).bytes)]
        )
        return try found.flatMap { RecordID(bytes: [UInt8]($0)) }.flatMap { try transaction.context(of: $0)?.file }
    }

    /// Checks a first letter and makes the record's keys; nothing is true before `commitOpening`.
    ///
    /// Asked again with the same letter, the same record is prepared. An unknown matricule, a wrong code and a wrong birth
    /// date are answered alike.
    public func prepareOpening(_ request: OpeningRequest) async throws(CustodyError) -> PreparedOpening {
        let tag = try tag(of: request.ins)
        let invitation = try await checkOpening(request, tag: tag)
        let file = try file(request, invitation)
        return try await ledger.commit { transaction in
            try transaction.prepareOpening(
                file,
                invitation.traits,
                tag: tag,
                request: try request.name(under: tag),
                custodian: self
            )
        }.value
    }

    /// Makes an opened record true: its keys, the holder's account, the first trace; the second letter goes out, to whoever gets
    /// an access of his own.
    public func commitOpening(_ request: OpeningRequest) async throws(CustodyError) -> CommittedTrace {
        let tag = try tag(of: request.ins)
        let invitation = try await checkOpening(request, tag: tag)
        let salt = random(16)
        let digest = try await SecretHash.digest(request.secret, salt: salt, rounds: settings.secretRounds)
        let code = LetterCode.make(random: random)
        let letterSalt = random(16)
        let letterDigest = try await self.digest(ofLetterCode: code, salt: letterSalt)
        let (kept, traces) = try await ledger.commit { transaction in
            var context = try transaction.openRecord(tag: tag, request: try request.name(under: tag))
            try transaction.keepAccount(
                of: context.record,
                salt: salt,
                digest: digest,
                rounds: self.settings.secretRounds
            )
            try transaction.useLetter(tag, .open)
            let draft = TraceDraft(
                act: .openRecord,
                actor: .holder(context.file.name),
                mode: .normal,
                request: self.newID(),
                node: "",
                rule: "opening.postedCode",
                policy: self.rules.versionedName(of: context.policy.policySet)
            )
            _ = try transaction.append(draft, to: &context)
            guard self.givesOwnAccess(to: context.policy, now: transaction.now) else { return nil as WaitingLetter? }
            try transaction.keepLetter(
                tag,
                .activate,
                salt: letterSalt,
                digest: letterDigest,
                expires: transaction.now.advanced(bySeconds: self.settings.letterLifetime)
            )
            return try transaction.keepForPost(
                OutgoingNotice(.activationCode(code), invitation.traits, invitation.ins, transaction.now),
                slot: .code(tag, .activate)
            )
        }
        if let kept { await send(kept) }
        guard let trace = traces.last else { throw .unavailable }
        return trace
    }

    /// Letter, day of birth and secret, in this order; the first two are refused alike and at the same cost.
    private func checkOpening(_ request: OpeningRequest, tag: BlindTag) async throws(CustodyError) -> Invitation {
        try await checkLetter(request.code, .open, tag: tag)
        guard let invitation = try await invitation(tag), invitation.traits.birthDate == request.birthDate else {
            try await noteWrongLetter(tag: tag)
            throw .notAccepted
        }
        try await giveBackTry(.open, tag: tag)
        try requireOpening(.postedCodes, under: invitation.policySet)
        if let weakness = SecretRule.weakness(of: request.secret, traits: invitation.traits, ins: invitation.ins) {
            throw .weakSecret(weakness)
        }
        return invitation
    }

    /// Adds a matricule to a record whose holder's number has changed; the host files the new tag beside the old one.
    ///
    /// - Parameter day: the first day on which it holds, from that of the one before to today; today unless given.
    public func addIdentifier(
        _ ins: QualifiedINS,
        to record: RecordID,
        from day: CalendarDate? = nil
    ) async throws(CustodyError) -> RecordReference {
        let tag = try tag(of: ins)
        let day = day ?? clock().dayInFrance
        _ = try await ledger.commit { transaction in
            guard var context = try transaction.context(of: record) else { throw CustodyError.recordMismatch }
            guard !context.file.identifiers.contains(ins.ins) else { return }
            // A matricule that has a record of its own joins it by a merge, not by a second name.
            guard try self.file(of: ins.ins, in: transaction) == nil else { throw CustodyError.conflict("identifier") }
            guard day <= transaction.now.dayInFrance, day >= context.policy.birthDate,
                context.file.matricules.first?.from.map({ $0 <= day }) ?? true
            else { throw CustodyError.conflict("since") }
            context.change { file in
                file.days.take(ins.ins, from: day, after: file.identifiers.first)
                file.identifiers.insert(ins.ins, at: 0)
            }
            try transaction.database.execute(
                sql: "INSERT OR IGNORE INTO login (tag, record_id) VALUES (?, ?)",
                arguments: [Data(try self.loginTag(ins.ins).bytes), Data(record.bytes)]
            )
            try self.move(ins.ins, from: nil, to: record, transaction)
            var draft = TraceDraft(
                act: .linkIdentity,
                actor: .system("identity"),
                mode: .normal,
                request: self.newID(),
                node: "",
                rule: "identity.matriculeAdded",
                policy: self.rules.versionedName(of: context.policy.policySet)
            )
            draft.details = ["since": day.iso8601]
            _ = try transaction.append(draft, to: &context)
        }
        return RecordReference(record: record, tag: tag, bindCode: working.bind.code(record: record, tag: tag))
    }

    /// Closes a record by the operator: nothing goes in or out any more, and the holder is told by any means.
    ///
    /// After a death as well: whoever was taken for dead by error learns of it, and those who open the post do otherwise.
    public func close(_ record: RecordID, reason: ClosureReason) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            guard var context = try transaction.context(of: record) else { throw CustodyError.recordMismatch }
            guard !context.policy.state.isClosed else { throw CustodyError.conflict("state") }
            try transaction.close(&context, reason)
            let draft = TraceDraft(
                act: .close,
                actor: .system("life cycle"),
                mode: .normal,
                request: self.newID(),
                node: "",
                rule: Self.closureRule + reason.rawValue,
                policy: self.rules.versionedName(of: context.policy.policySet)
            )
            _ = try transaction.append(draft, to: &context)
            try transaction.tellSurely(.recordClosed(at: transaction.now), on: context)
        }
    }

    func loginTag(_ ins: INS) throws -> BlindTag {
        try working.blindIndex.tag(login: ins.root.rawValue + "/" + ins.matricule.text)
    }

    func digest(ofLetterCode code: String, salt: [UInt8]) async throws(CustodyError) -> [UInt8] {
        try await SecretHash.digest(LetterCode.normalized(code) ?? "", salt: salt, rounds: settings.codeRounds)
    }

    func seal(_ invitation: Invitation, tag: BlindTag) throws(CustodyError) -> [UInt8] {
        do {
            return try working.invitation.seal(
                Array(try JSONEncoder().encode(invitation)),
                record: RecordID(bytes: Array(tag.bytes.prefix(16))).orFault,
                nonce: SealNonce(random: random)
            )
        } catch {
            throw .unavailable
        }
    }

    private func invitation(_ tag: BlindTag) async throws(CustodyError) -> Invitation? {
        let sealed = try await ledger.read { database in
            try Data.fetchOne(
                database,
                sql: "SELECT traits_ct FROM invitation WHERE tag = ?",
                arguments: [Data(tag.bytes)]
            )
        }
        return sealed.flatMap { openInvitation([UInt8]($0), tag) }
    }

    func openInvitation(_ sealed: [UInt8], _ tag: BlindTag) -> Invitation? {
        guard let place = RecordID(bytes: Array(tag.bytes.prefix(16))),
            let plain = try? working.invitation.open(sealed, record: place)
        else { return nil }
        return try? JSONDecoder().decode(Invitation.self, from: Data(plain))
    }
}

extension OpeningRequest {
    /// A name for what is asked: the same for the same letter and choices, another for any other.
    fileprivate func name(under tag: BlindTag) throws -> UniqueID {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let parts = [
            Data(tag.bytes), Data((LetterCode.normalized(code) ?? "").utf8), try encoder.encode([phone, email]),
            try encoder.encode(emergency),
        ]
        var digest = SHA256()
        for part in parts { digest.update(data: Data(SHA256.hash(data: part))) }
        return try UniqueID(bytes: Array(digest.finalize()).prefix(16)).orFault
    }
}
