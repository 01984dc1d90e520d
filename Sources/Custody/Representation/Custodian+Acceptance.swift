import Foundation
import GRDB
public import HealthRecord
import Sealing

/// Answering an invitation to act for a holder.
extension Custodian {
    /// First step, for somebody who has no record of his own here: the letter, the day of birth and the secret chosen; a code
    /// goes to each way that is given.
    ///
    /// Nothing changes, and the letter is not used up. Whoever acts for somebody already has an account, and nothing to prove:
    /// the answer is empty, and the second step follows at once.
    ///
    /// - Throws: `notAccepted` for an unknown person, a wrong code and a wrong birth date, all alike; `conflict("channel")`
    ///   where no way is given by which codes may go.
    public func beginRepresentation(
        _ acceptance: RepresentationAcceptance
    ) async throws(CustodyError) -> [ChannelProof] {
        let accepted = try await check(acceptance)
        guard accepted.account == nil else { return [] }
        let found = accepted.invited
        guard let context = try await contextAfterCommit(of: found.record) else { throw .notAccepted }
        try requireCodeWay(acceptance.channels.map(\.kind), of: context)
        var proofs: [ChannelProof] = []
        for channel in acceptance.channels {
            proofs.append(
                try await proof(of: channel, context.file, found.record, found.mandate.id, to: found.mandate.name)
            )
        }
        return proofs
    }

    /// What is accepted, for whoever has proved by letter, day of birth and secret that he is the one who is asked.
    ///
    /// - Throws: `notAccepted` like the first step, which it changes as little.
    public func offeredMandate(_ acceptance: RepresentationAcceptance) async throws(CustodyError) -> OfferedMandate {
        let accepted = try await check(acceptance)
        let found = accepted.invited
        // He comes once more than who answers at once.
        try await attempts.giveBack(accepted.tag, now: clock())
        return try await offer(of: found)
    }

    /// The same for somebody who is signed in on his own record, and has the letter.
    public func offeredMandate(code: String, _ admission: Admission) async throws(CustodyError) -> OfferedMandate {
        let found = try await invited(by: code, admission)
        try await giveBackTry(found)
        return try await offer(of: found)
    }

    private func offer(of found: Invited) async throws(CustodyError) -> OfferedMandate {
        guard let context = try await contextAfterCommit(of: found.record) else { throw .notAccepted }
        return OfferedMandate(
            holder: context.file.name,
            kind: found.mandate.kind,
            limits: found.mandate.limits,
            until: found.mandate.until
        )
    }

    /// Second step: the same, with the codes that came; the ways proved are those of the account.
    ///
    /// - Throws: `notAccepted` where a letter or a code is wrong, late or somebody else's; `conflict("channel")` where no way
    ///   is proved by which codes may go.
    public func acceptRepresentation(
        _ acceptance: RepresentationAcceptance,
        _ typed: [TypedProof]
    ) async throws(CustodyError) {
        let accepted = try await check(acceptance)
        let found = accepted.invited
        let account = accepted.account == nil ? try await newAccount(acceptance, accepted, typed) : nil
        _ = try await ledger.commit { transaction in
            if let account { try account.keep(in: &transaction) }
            try self.answer(found, .active, .acceptRepresentation, &transaction)
        }
        if account != nil { try await codes.succeed(try codeTag(found.record, found.mandate.id)) }
    }

    /// The account of somebody who acts for another for the first time, its ways to be reached proved by their codes.
    private func newAccount(
        _ acceptance: RepresentationAcceptance,
        _ accepted: Accepted,
        _ typed: [TypedProof]
    ) async throws(CustodyError) -> ProxyAccount {
        let found = accepted.invited
        let proved = try await proved(typed, among: acceptance.channels, by: found.mandate.id)
        guard !proved.isEmpty, proved.allSatisfy({ $0.code.record == found.record }),
            let context = try await contextAfterCommit(of: found.record)
        else { throw .notAccepted }
        try requireCodeWay(proved.map(\.channel.kind), of: context)
        let person = SignInPerson(
            name: found.mandate.name,
            ins: acceptance.ins.ins,
            reachedBy: proved.map(\.channel)
        )
        let salt = random(16)
        let rounds = settings.secretRounds
        let digest = try await SecretHash.digest(acceptance.secret, salt: salt, rounds: rounds)
        guard let id = UniqueID(bytes: accepted.tag.bytes.prefix(16)) else { throw .unavailable }
        let sealed: [UInt8]
        do { sealed = try sealLoose(person, id: id) } catch { throw .unavailable }
        return ProxyAccount(
            tag: accepted.tag,
            person: sealed,
            salt: salt,
            digest: digest,
            rounds: rounds,
            proofs: proved.map(\.code)
        )
    }

    /// The invitation that letter and day of birth lead to, and the account of the invited, where he has one; his secret is
    /// right, or good where it is chosen now.
    private func check(_ acceptance: RepresentationAcceptance) async throws(CustodyError) -> Accepted {
        let tag: BlindTag
        do { tag = try loginTag(acceptance.ins.ins) } catch { throw .unavailable }
        let found = try await checkInvitation(acceptance.code, under: [tag], counting: tag, acceptance.birthDate)
        let account = try await ledger.read { database in try Account.find(tag, in: database) }
        if let account {
            let digest = try await SecretHash.digest(
                acceptance.secret,
                salt: account.salt,
                rounds: account.rounds
            )
            // Who acts for somebody already has a secret; the letter does not replace it.
            guard SecretHash.isEqual(account.digest, digest) else {
                try await attempts.fail(tag, now: clock())
                try await noteWrongLetter(tag: tag)
                throw .notAccepted
            }
        }
        try await giveBackTry(found)
        if account == nil,
            let weakness = SecretRule.weakness(
                of: acceptance.secret,
                traits: found.mandate.traits,
                ins: acceptance.ins.ins
            )
        {
            throw .weakSecret(weakness)
        }
        return Accepted(invited: found, tag: tag, account: account)
    }

    /// Whoever had the right letter may come again with it: nothing was guessed.
    private func giveBackTry(_ found: Invited) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "UPDATE mandate_letter SET attempts = MAX(attempts - 1, 0) WHERE mandate_id = ?",
                arguments: [Data(found.mandate.id.bytes)]
            )
        }
    }

    /// Takes a mandate up by somebody who is signed in on his own record.
    public func acceptRepresentation(code: String, _ admission: Admission) async throws(CustodyError) {
        let found = try await invited(by: code, admission)
        _ = try await ledger.commit { transaction in
            try self.answer(found, .active, .acceptRepresentation, &transaction)
        }
    }

    /// Says no to an invitation, signed in on one's own record.
    public func refuseRepresentation(code: String, _ admission: Admission) async throws(CustodyError) {
        let found = try await invited(by: code, admission)
        _ = try await ledger.commit { transaction in
            try self.answer(found, .refused(at: transaction.now), .refuseRepresentation, &transaction)
        }
    }

    /// The invitation of a letter's code, for the person of a session on his own record.
    private func invited(by code: String, _ admission: Admission) async throws(CustodyError) -> Invited {
        guard case .holder = admission.actor else { throw .conflict("kind") }
        let own = try await holderFile(admission)
        let tags: [BlindTag]
        do { tags = try own.identifiers.map(loginTag) } catch { throw .unavailable }
        guard let first = tags.first else { throw .notAccepted }
        return try await checkInvitation(code, under: tags, counting: first, own.policy.birthDate)
    }

    /// Says no to an invitation.
    public func refuseRepresentation(
        ins: QualifiedINS,
        code: String,
        birthDate: CalendarDate
    ) async throws(CustodyError) {
        let tag: BlindTag
        do { tag = try loginTag(ins.ins) } catch { throw .unavailable }
        let found = try await checkInvitation(code, under: [tag], counting: tag, birthDate)
        _ = try await ledger.commit { transaction in
            try self.answer(found, .refused(at: transaction.now), .refuseRepresentation, &transaction)
        }
    }

    private struct Invited: Sendable {
        let record: RecordID
        let mandate: Representative
    }

    private struct Accepted: Sendable {
        let invited: Invited
        let tag: BlindTag
        let account: Account?
    }

    private func answer(
        _ found: Invited,
        _ standing: MandateStanding,
        _ act: TracedAct,
        _ transaction: inout CustodyTransaction
    ) throws {
        guard var context = try transaction.context(of: found.record),
            let place = context.policy.representatives.firstIndex(where: { $0.id == found.mandate.id }),
            case .invited(let until) = context.policy.representatives[place].standing, transaction.now < until,
            mayStand(found.mandate, under: context.policy, now: transaction.now)
        else { throw CustodyError.notAccepted }
        try transaction.database.execute(
            sql: "DELETE FROM mandate_letter WHERE mandate_id = ?",
            arguments: [Data(found.mandate.id.bytes)]
        )
        context.change { file in
            file.policy.representatives[place].standing = standing
            // Whoever is reached by a legal representative is reached: no second letter goes to a minor.
            if standing == .active, found.mandate.kind.capacity != nil, found.mandate.kind != .carer,
                file.policy.state == .open(internet: .awaitingActivation)
            {
                file.policy.state = .open(internet: .active)
            }
        }
        if standing == .active { try transaction.certify(.taken, of: found.mandate, on: context) }
        var draft = systemDraft(act, "", "representation.postedCode", context)
        draft.actor = .representative(found.mandate.name, found.mandate.kind.capacity ?? .guardian)
        draft.details = ["mandate": found.mandate.id.text, "kind": found.mandate.kind.rawValue]
        _ = try transaction.append(draft, to: &context)
        try transaction.tell(.representationChanged(at: transaction.now), on: context)
    }

    /// The invitation of a person that a code opens; each try is counted before it is judged.
    private func checkInvitation(
        _ code: String,
        under tags: [BlindTag],
        counting tag: BlindTag,
        _ birthDate: CalendarDate
    ) async throws(CustodyError) -> Invited {
        let now = clock()
        if let wait = try await attempts.take([tag], now: now) { throw .tooManyAttempts(retryAfter: wait) }
        let letters = try await ledger.commit { transaction in
            var letters: [(mandate: [UInt8], record: [UInt8], salt: [UInt8], digest: [UInt8])] = []
            for tag in tags {
                let rows = try Row.fetchAll(
                    transaction.database,
                    sql: """
                        SELECT mandate_id, record_id, salt, digest FROM mandate JOIN mandate_letter USING (mandate_id)
                        WHERE tag = ? AND attempts < ? AND expires > ?
                        """,
                    arguments: [Data(tag.bytes), Self.letterAttempts, transaction.now.milliseconds]
                )
                for row in rows {
                    let mandate = row["mandate_id"] as Data
                    try transaction.database.execute(
                        sql: "UPDATE mandate_letter SET attempts = attempts + 1 WHERE mandate_id = ?",
                        arguments: [mandate]
                    )
                    letters.append(
                        (
                            [UInt8](mandate), [UInt8](row["record_id"] as Data), [UInt8](row["salt"] as Data),
                            [UInt8](row["digest"] as Data)
                        )
                    )
                }
            }
            return letters
        }.value
        var found: Invited?
        // Somebody who was never invited costs a digest as well.
        if letters.isEmpty { _ = try await digest(ofLetterCode: code, salt: [UInt8](repeating: 0, count: 16)) }
        for letter in letters {
            let given = try await digest(ofLetterCode: code, salt: letter.salt)
            guard SecretHash.isEqual(given, letter.digest), let record = RecordID(bytes: letter.record),
                let id = UniqueID(bytes: letter.mandate), let context = try await contextAfterCommit(of: record),
                let mandate = context.policy.representatives.first(where: { $0.id == id }),
                mandate.birthDate == birthDate
            else { continue }
            found = Invited(record: record, mandate: mandate)
        }
        guard let found else {
            try await noteWrongLetter(tag: tag)
            throw .notAccepted
        }
        try await attempts.giveBack(tag, now: now)
        return found
    }
}

extension RepresentationAcceptance {
    /// The ways to be reached that were given.
    fileprivate var channels: [ContactChannel] {
        ContactChannel.given(phone: phone, email: email)
    }
}

extension Representative {
    /// What a secret is held against.
    var traits: PatientTraits {
        PatientTraits(birthFamilyName: name.family, birthGivenNames: [name.given], birthDate: birthDate, sex: .unknown)
    }
}
