import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// What a professional does to a record as such, where the record's set provides for it (TD1.1 to TD1.5; interop § 2.7).
extension Custodian {
    /// Whether a care actor may open the record that a policy begins (TD1.1), by the row of administration.
    ///
    /// He has the person before him, as the proof of presence says that he gets with the record. The leave that the opening
    /// itself gives carries nothing: whoever may open needs none yet.
    func judgeOpening(_ admission: Admission, _ policy: RecordPolicy, now: Instant) -> Judgement {
        var begun = policy
        begun.authorisations = []
        var asker = admission.asker
        asker.presence = .confirmed
        return judge(.administer, .record, by: asker, policy: begun, now: now)
    }

    /// Runs one act of administration: evidence, decision, trace, deed, all in one commit.
    ///
    /// - Parameter act: what it is to the rules, by what stands in the record.
    func administer<Value: Sendable>(
        _ traced: TracedAct,
        _ admission: Admission,
        of reference: RecordReference?,
        act: @escaping @Sendable (CustodyTransaction, RecordContext) throws -> Act = { _, _ in .administer },
        body: @escaping @Sendable (inout CustodyTransaction, inout RecordContext, inout TraceDraft) throws -> Value
    ) async throws(CustodyError) -> Value {
        let record = try record(of: admission, reference)
        try await meter(admission)
        let result = try await ledger.commit { transaction -> ActResult<Value> in
            try self.claim(admission, in: transaction)
            var context = try self.context(of: record, for: admission, in: transaction)
            var asker = self.asker(admission, on: context, now: transaction.now)
            if try transaction.isPresenceProved(to: admission, on: record) { asker.presence = .confirmed }
            let judgement = self.judge(
                try act(transaction, context),
                .record,
                by: asker,
                policy: context.policy,
                now: transaction.now
            )
            var draft = TraceDraft(traced, by: admission).judged(judgement)
            if let refusal = judgement.refusal {
                _ = try transaction.append(draft, to: &context)
                return .refused(refusal)
            }
            let result = try transaction.attempt(admission.actor, &context, &draft, body: body)
            _ = try transaction.append(draft, to: &context)
            return result
        }.value
        admissions.setClaimed(admission)
        return try result.get()
    }

    /// Administrative data beside the traits that the host keeps (TD1.3a); the door of TD0.2 has decided and traced.
    public func administrativeData(
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> AdministrativeData {
        let (found, _) = try await perform(.readIdentity, traced: .readIdentity, by: admission, on: reference) {
            transaction,
            context,
            _ in
            let hasAccount = try Bool.fetchOne(
                transaction.database,
                sql: "SELECT EXISTS (SELECT 1 FROM account WHERE record_id = ?)",
                arguments: [Data(context.record.bytes)]
            )
            return (file: context.file, hasAccount: hasAccount == true, now: transaction.now)
        }
        return AdministrativeData(
            found.file,
            hasAccount: found.hasAccount,
            isAttached: rules.policySets[found.file.policy.policySet]?.openingModes.contains(.automatic) == true,
            now: found.now
        )
    }

    /// Changes administrative data (TD1.3b); answers the identity row for the host.
    public func updateAdministrativeData(
        _ change: AdministrativeChange,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> ChangedIdentity {
        let random = random
        // Wishes alone are traced as what they are.
        let isWishesAlone = change.emergency != nil && change.traits == nil && change.channels.names.isEmpty
        return try await administer(
            isWishesAlone ? .changeWishes : .changeIdentity,
            admission,
            of: reference,
            // Codes that open the holder's account go by these ways: whoever changes them changes the account (TD1.5b).
            act: { transaction, context in
                let moves = context.file.movesCodes(change.channels)
                return try moves && transaction.hasAccount(context) ? .administerAccess : .administer
            }
        ) { transaction, context, draft in
            let before = context.file
            guard context.policy.state.isOpen else { throw CustodyError.conflict("DMPClosed") }
            if let traits = change.traits, traits.birthDate != context.policy.birthDate {
                // The day of birth belongs to the matricule: another day is another person.
                throw CustodyError.conflict("birthDate")
            }
            if let emergency = change.emergency { try self.checkOffered(emergency, on: before.policy) }
            let moves = before.movesCodes(change.channels)
            let isProved = try transaction.isPresenceProved(to: admission, on: context.record)
            let now = transaction.now
            context.change { file in
                file.apply(change.channels)
                if moves { file.channelsUnprovenSince = isProved ? nil : now }
                if let emergency = change.emergency { file.policy.emergency = emergency }
                if let traits = change.traits {
                    file.traits = traits
                    file.name = traits.name
                    file.address = traits.address
                }
            }
            draft.details["changed"] = change.names
            let row = try change.traits.map { traits in
                try context.recordKey.identityKey(record: context.record).seal(
                    Array(try JSONEncoder().encode(traits)),
                    record: context.record,
                    nonce: SealNonce(random: random)
                )
            }
            if !change.names.isEmpty {
                guard case .care(let actor) = admission.actor else { throw CustodyError.notAdmitted }
                try transaction.tellOfAdministration(.recordAdministered(by: actor.name, at: now), before, on: context)
            }
            return ChangedIdentity(record: context.record, row: row)
        }
    }

    /// The most characters that are said at a closing: what is kept is traced whole, and no message brings more of them.
    static let closureTextLimit = 1024

    /// Closes a record at the patient's request (TD1.4); of a death the operator alone closes (reference: access-and-lifecycle § 4).
    public func closeByProfessional(
        reason: ClosureReason,
        text: String,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        let isOpen = reason == .holderRequest
        _ = try await administer(.close, admission, of: reference) { transaction, context, draft in
            guard isOpen else { throw CustodyError.conflict("reason") }
            guard text.unicodeScalars.count <= Self.closureTextLimit else { throw CustodyError.conflict("text") }
            guard !context.policy.state.isClosed else { throw CustodyError.conflict("DMPClosed") }
            try transaction.close(&context, reason, text: text)
            draft.details["reason"] = reason.rawValue
            if !text.isEmpty { draft.details["text"] = text }
            try transaction.tell(.recordClosed(at: transaction.now), on: context)
        }
    }

    /// Opens a closed record again with the patient's consent (TD1.2).
    public func reopenByProfessional(
        consent: Bool,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        guard consent else { throw .conflict("consent") }
        _ = try await administer(.reopen, admission, of: reference) { transaction, context, draft in
            try transaction.reopen(&context)
            draft.details["consent"] = "REAC"
            try transaction.tell(.recordReopened(at: transaction.now), on: context)
        }
    }
}

extension CustodyTransaction {
    /// Tells the holder, by the ways that there were and by the new ones, what a professional changed.
    mutating func tellOfAdministration(_ notice: Notice, _ before: HolderFile, on context: RecordContext) throws {
        let after = context.file
        try tell(notice, to: before, of: context.record)
        if before.phone != after.phone || before.email != after.email { try tell(notice, on: context) }
    }

    /// Whether the holder can sign in to a record.
    func hasAccount(_ context: RecordContext) throws -> Bool {
        guard case .open(internet: .active) = context.policy.state else { return false }
        return try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM account WHERE record_id = ?)",
            arguments: [Data(context.record.bytes)]
        ) ?? false
    }
}

extension HolderFile {
    /// Whether a change of ways to reach the holder moves those by which codes come.
    fileprivate func movesCodes(_ change: ChannelChange) -> Bool {
        change.applied(phone: phone) != phone || change.applied(email: email) != email
    }
}

extension AdministrativeChange {
    /// What is changed, for the trace; never to what.
    fileprivate var names: String {
        [traits.map { _ in "traits" }, emergency.map { _ in "emergency" }, channels.names].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension AdministrativeData {
    init(_ file: HolderFile, hasAccount: Bool, isAttached: Bool, now: Instant) {
        let policy = file.policy
        var isDeceased = false
        if case .closed(_, .death) = policy.state { isDeceased = true }
        self.init(
            state: policy.state,
            identifiers: file.carriedIdentifiers,
            traits: file.traits
                ?? PatientTraits(
                    birthFamilyName: file.name.family,
                    birthGivenNames: [file.name.given],
                    birthDate: policy.birthDate,
                    sex: .unknown,
                    address: file.address
                ),
            phone: file.phone,
            email: file.email,
            emergency: policy.emergency,
            isInternetOpen: hasAccount,
            isAttachedToENS: isAttached,
            isDeceased: isDeceased,
            representatives: policy.representatives.filter { $0.isActive(at: now) && $0.kind != .carer }
                .map { RepresentativeLine(name: $0.name, kind: $0.kind, sex: $0.ins.matricule.sex) }
        )
    }
}
