import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// What a professional does to a record as such, where the record's set provides for it (TD1.1 to TD1.5; interop § 2.7).
extension Custodian {
    /// The rule that traces name when a set leaves administration to the portal.
    static let administrationOff = "functional.administrationOff"
    /// The rule that permits.
    static let administrationRule = "role.administration"

    /// Why a care actor may not administer records under a set; nil where he may.
    func refusalOfAdministration(_ admission: Admission, _ policy: RecordPolicy, now: Instant) -> (Refusal, Judgement)?
    {
        // A closed record is administered too: what stands in the way is asked of an open one of the same rules.
        var open = policy
        open.state = .open(internet: .active)
        let judgement = judge(.testExistence, .record, by: admission.asker, policy: open, now: now)
        if let refusal = judgement.refusal { return (refusal, judgement) }
        guard case .care(let actor) = admission.actor, admission.mode == .normal, !admission.isSecretConnection,
            actor.holder == .professional || actor.holder == .employee,
            rules.policySets[policy.policySet]?.openingModes.contains(.professional) == true
        else {
            let refusal = Refusal(
                code: DenialCode.roleRefused.rawValue,
                rule: Self.administrationOff,
                isSilent: false,
                remedy: Remedy.nothing.rawValue
            )
            return (refusal, judgement)
        }
        return nil
    }

    /// Runs one act of administration: evidence, decision, trace, deed, all in one commit.
    func administer<Value: Sendable>(
        _ traced: TracedAct,
        _ admission: Admission,
        of reference: RecordReference?,
        body: @escaping @Sendable (inout CustodyTransaction, inout RecordContext, inout TraceDraft) throws -> Value
    ) async throws(CustodyError) -> Value {
        let record = try record(of: admission, reference)
        let result = try await ledger.commit { transaction -> ActResult<Value> in
            try self.claim(admission, in: transaction)
            var context = try self.context(of: record, for: admission, in: transaction)
            var draft = TraceDraft(traced, by: admission)
            draft.policy = self.rules.versionedName(of: context.policy.policySet)
            if let (refusal, _) = self.refusalOfAdministration(admission, context.policy, now: transaction.now) {
                draft.rule = refusal.rule
                draft.outcome = .refused
                _ = try transaction.append(draft, to: &context)
                return .refused(refusal)
            }
            draft.rule = Self.administrationRule
            let value = try body(&transaction, &context, &draft)
            _ = try transaction.append(draft, to: &context)
            return .done(value)
        }.value
        admissions.setClaimed(admission)
        switch result {
        case .done(let value): return value
        case .refused(let refusal): throw .refused(refusal)
        }
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
            of: reference
        ) { transaction, context, draft in
            guard context.policy.state.isOpen else { throw CustodyError.conflict("DMPClosed") }
            if let traits = change.traits, traits.birthDate != context.policy.birthDate {
                // The day of birth belongs to the matricule: another day is another person.
                throw CustodyError.conflict("birthDate")
            }
            context.change { file in
                file.apply(change.channels)
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
            return ChangedIdentity(record: context.record, row: row)
        }
    }

    /// Closes a record at the patient's request, or on a death (TD1.4).
    public func closeByProfessional(
        reason: ClosureReason,
        text: String,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        guard reason != .authority else { throw .conflict("reason") }
        let file = try await administer(.close, admission, of: reference) { transaction, context, draft in
            guard !context.policy.state.isClosed else { throw CustodyError.conflict("DMPClosed") }
            try transaction.close(&context, reason, text: text)
            draft.details["reason"] = reason.rawValue
            if !text.isEmpty { draft.details["text"] = String(text.prefix(500)) }
            return context.file
        }
        await tell(.recordClosed(at: clock()), to: file, at: clock())
    }

    /// Opens a closed record again with the patient's consent (TD1.2).
    public func reopenByProfessional(
        consent: Bool,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        guard consent else { throw .conflict("consent") }
        let file = try await administer(.reopen, admission, of: reference) { transaction, context, draft in
            try transaction.reopen(&context)
            draft.details["consent"] = "REAC"
            return context.file
        }
        await tell(.recordReopened(at: clock()), to: file, at: clock())
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
            identifiers: file.identifiers,
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
            closureText: file.closureText,
            representatives: policy.representatives.filter { $0.isActive(at: now) && $0.kind != .carer }
                .map { RepresentativeLine(name: $0.name, kind: $0.kind) }
        )
    }
}
