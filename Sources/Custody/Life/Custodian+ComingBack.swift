import AccessRules
import HealthRecord
import Sealing

/// What is wanted of a closed record.
public enum ReturnChoice: String, Sendable, Hashable, Codable {
    /// The record as it was.
    case reopen
    /// Its destruction before the term (CSP R1111-36).
    case erase

    fileprivate var act: Act { self == .reopen ? .reopen : .requestErasure }
    fileprivate var traced: TracedAct { self == .reopen ? .reopen : .request }
}

/// Coming back to a closed record: by its holder, or by whoever acts for him now (reference: access-and-lifecycle § 1.1, § 4).
///
/// Nobody is signed in to a closed record: the person's own secret and a code stand for it, each time. What a court has kept
/// out of a mandate is kept out here as well, by the same rules, and a refusal is in the history.
extension Custodian {
    /// First step of coming back to a closed record: identifier and secret; sends a one-time code.
    ///
    /// - Parameter name: what the holder is called, for whoever acts for him: a given name, or with the family name; nil for
    ///   one's own record, or for the only one that an account without a record of its own can lead to.
    /// - Throws: `notAccepted` for whoever has no such closed record to come back to, alike.
    public func beginReturn(
        identifier: SignInIdentifier,
        secret: String,
        toRecordOf name: String? = nil,
        preferring channel: SecondFactor?,
        from origin: TryOrigin = .unknown
    ) async throws(CustodyError) -> SignInChallenge {
        let (owner, tags) = try await checkSecret(identifier: identifier, secret: secret, from: origin)
        guard let owner, let door = try await returnDoor(of: owner, toRecordOf: name) else { throw .notAccepted }
        try await attempts.succeed(tags)
        return try await challenge(door, preferring: channel, replacing: nil)
    }

    /// Second step: the code, and what is wanted; answers whether it is of another's record.
    @discardableResult
    public func completeReturn(
        token: String,
        code: String,
        _ choice: ReturnChoice
    ) async throws(CustodyError) -> Bool {
        let checked = try await checkCode(token: token, code: code)
        let request = newID()
        let result = try await ledger.commit { transaction -> ActResult<Bool> in
            try transaction.useSignIn(checked)
            // A mandate that ended meanwhile leads nowhere, and neither does the secret of a child who has come of age.
            guard var context = try transaction.context(of: checked.record), context.isReturnable,
                let actor = self.person(by: checked.mandate, on: context, now: transaction.now)
            else { throw CustodyError.notAccepted }
            let judgement = self.judge(
                choice.act,
                .record,
                by: .onThePortal(actor, by: checked.mandate),
                policy: context.policy,
                now: transaction.now
            )
            var draft = self.systemDraft(choice.traced, "", "", context)
            draft.actor = actor
            draft = draft.judged(judgement)
            if let mandate = checked.mandate { draft.details["mandate"] = mandate.text }
            if let refusal = judgement.refusal {
                _ = try transaction.append(draft, to: &context)
                return .refused(refusal)
            }
            switch choice {
            case .reopen:
                try transaction.reopen(&context)
                try transaction.tellSurely(.recordReopened(at: transaction.now), on: context)
            case .erase:
                try context.add(self.erasure(request, under: context.policy.policySet, transaction.now))
                draft.details["request"] = request.text
                draft.details["kind"] = HolderRequestKind.earlyErasure.word
                try transaction.tellSurely(.erasureAsked(at: transaction.now), on: context)
            }
            _ = try transaction.append(draft, to: &context)
            return .done(checked.mandate != nil)
        }.value
        try await codes.succeed(try codeTag(checked.record, checked.mandate))
        return try result.get()
    }

    /// Those whose closed record the person of a session may have opened again, or destroyed.
    public func closedRepresented(_ admission: Admission) async throws(CustodyError) -> [RepresentedPerson] {
        let now = clock()
        guard admissions.hasClaimed(admission, now: now) != nil else { throw .notAdmitted }
        let record = try record(of: admission, nil)
        var persons: [RepresentedPerson] = []
        for tag in try await tags(ofPersonOn: record, by: admission.mandate) {
            for (mandate, record) in try await mandates(under: tag) {
                guard let context = try await contextAfterCommit(of: record), context.isReturnable,
                    let one = context.policy.representatives.first(where: { $0.id == mandate }),
                    mayReturn(to: context, by: mandate, now: now)
                else { continue }
                persons.append(RepresentedPerson(one, of: context.file))
            }
        }
        return persons
    }

    /// Where a return leads: to one's own record, or to the one record that is closed, entrusted to the person and called so.
    private func returnDoor(
        of owner: AccountOwner,
        toRecordOf name: String?
    ) async throws(CustodyError) -> SignInDoor? {
        if name == nil, case .record(let own) = owner { return try await returnDoor(to: own, by: nil) }
        var doors: [RecordID: SignInDoor] = [:]
        // Those that lead somewhere: whoever may do nothing to a record is in nobody's way, and reads it where it is the only one.
        var useful: Set<RecordID> = []
        let now = clock()
        for tag in try await tags(of: owner) {
            for (mandate, record) in try await mandates(under: tag) {
                guard let context = try await contextAfterCommit(of: record),
                    name.map(context.file.isCalled) ?? true,
                    let door = try await returnDoor(to: record, by: mandate)
                else { continue }
                doors[record] = door
                if mayReturn(to: context, by: mandate, now: now) { useful.insert(record) }
            }
        }
        if !useful.isEmpty { doors = doors.filter { useful.contains($0.key) } }
        // Of two it cannot be said which is meant, and nobody's record is opened by a guess.
        return doors.count == 1 ? doors.values.first : nil
    }

    /// The way back to a closed record, by a mandate or as its holder; nil where there is none.
    func returnDoor(to record: RecordID, by mandate: UniqueID?) async throws(CustodyError) -> SignInDoor? {
        guard let context = try await contextAfterCommit(of: record), context.isReturnable,
            person(by: mandate, on: context, now: clock()) != nil
        else { return nil }
        var person: SignInPerson? = SignInPerson(holderOf: context.file)
        if mandate != nil {
            guard let one = context.policy.representatives.first(where: { $0.id == mandate }) else { return nil }
            person = try await comingBack(one.ins)
        }
        return person.map {
            SignInDoor(record: record, mandate: mandate, person: $0, policySet: context.policy.policySet)
        }
    }

    /// Whether somebody who acts for the holder may have a closed record opened again, or destroyed.
    private func mayReturn(to context: RecordContext, by mandate: UniqueID, now: Instant) -> Bool {
        [Act.reopen, .requestErasure].contains { mayDo($0, on: context, by: mandate, now: now) }
    }

    /// How somebody is reached who acts for another, though his own record be closed as well.
    private func comingBack(_ ins: INS) async throws(CustodyError) -> SignInPerson? {
        let tag: BlindTag
        do { tag = try loginTag(ins) } catch { throw .unavailable }
        switch try await ledger.read({ try Account.find(tag, in: $0) })?.owner {
        case .record(let own):
            // Nor does the account that parents made lead a child who has come of age to whoever he acts for.
            guard let context = try await contextAfterCommit(of: own), !context.isOfTheDead,
                person(by: nil, on: context, now: clock()) != nil
            else { return nil }
            return SignInPerson(holderOf: context.file)
        case .proxy: return try await proxyPerson(ins)
        case nil: return nil
        }
    }

    /// Under what the owner of an account is known to those who gave him a mandate.
    private func tags(of owner: AccountOwner) async throws(CustodyError) -> [BlindTag] {
        switch owner {
        case .record(let own): return try await tags(ofPersonOn: own, by: nil)
        case .proxy(let tag): return [tag]
        }
    }
}

extension RecordContext {
    /// Whether it is closed and can come back: after a death nobody does, and what was set aside is no record of its own.
    var isReturnable: Bool { policy.state.isClosed && !isOfTheDead && file.mergedInto == nil }

    fileprivate var isOfTheDead: Bool { if case .closed(_, .death) = policy.state { true } else { false } }
}

extension HolderFile {
    /// Whether somebody who acts for the holder calls him so: by a given name, alone or with the family name on either side.
    fileprivate func isCalled(_ words: String) -> Bool {
        let asked = Registers.folded(words)
        guard !asked.isEmpty else { return false }
        let given = [name.given] + [traits?.usedGivenName].compactMap(\.self) + (traits?.birthGivenNames ?? [])
        let family = [name.family] + [traits?.birthFamilyName, traits?.usedFamilyName].compactMap(\.self)
        return given.contains { one in
            Registers.folded(one) == asked
                || family.contains { Registers.folded(one + $0) == asked || Registers.folded($0 + one) == asked }
        }
    }
}
