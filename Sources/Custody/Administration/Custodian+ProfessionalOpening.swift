import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// Opening by a professional (TD1.1) and the accounts that he makes (TD1.5).
extension Custodian {
    /// Makes the keys of a record that a professional opens; nothing is true before `commitOpening`.
    public func prepareOpening(
        _ opening: ProfessionalOpening,
        _ admission: Admission
    ) async throws(CustodyError) -> PreparedOpening {
        guard let patient = admission.patient, case .care(let actor) = admission.actor else { throw .notAdmitted }
        let tag = try tag(of: patient)
        let set = settings.policySet
        let result = try await ledger.commit { transaction -> ActResult<PreparedOpening> in
            try self.claim(admission, in: transaction)
            var file = opening.file(patient.ins, set: set)
            if let (refusal, _) = self.refusalOfAdministration(admission, file.policy, now: transaction.now) {
                try transaction.note(.unknownRecord)
                return .refused(refusal)
            }
            guard try self.file(of: patient.ins, in: transaction) == nil else {
                throw CustodyError.conflict("DMPFound")
            }
            guard opening.consent else { throw CustodyError.conflict("consent") }
            if opening.authorises { file.policy.authorisations = [actor.leaveAtOpening(transaction.now)] }
            return .done(
                try transaction.prepareOpening(
                    file,
                    opening.traits,
                    tag: tag,
                    request: admission.request,
                    custodian: self
                )
            )
        }.value
        admissions.setClaimed(admission)
        switch result {
        case .done(let prepared): return prepared
        case .refused(let refusal): throw .refused(refusal)
        }
    }

    /// Makes the record true; the person is told.
    public func commitOpening(_ admission: Admission) async throws(CustodyError) {
        guard let patient = admission.patient else { throw .notAdmitted }
        let tag = try tag(of: patient)
        let file = try await ledger.commit { transaction in
            try self.claim(admission, in: transaction)
            var context = try transaction.openRecord(tag: tag, request: admission.request)
            // Judged once more: what was permitted when it was prepared may not be so any longer.
            if let (refusal, _) = self.refusalOfAdministration(admission, context.policy, now: transaction.now) {
                throw CustodyError.refused(refusal)
            }
            var draft = TraceDraft(.openRecord, by: admission)
            draft.rule = Self.administrationRule
            draft.policy = self.rules.versionedName(of: context.policy.policySet)
            draft.details["consent"] = "CREA_RD"
            _ = try transaction.append(draft, to: &context)
            return context.file
        }.value
        await tell(.recordOpened(at: clock()), to: file, at: clock())
    }

    /// Makes an Internet account for the holder with a first secret (TD1.5a).
    public func createPatientAccess(
        _ channel: ContactChannel,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> InitialSecret {
        try await giveSecret(admission, of: reference, channel: channel, isNew: true)
    }

    /// Gives the account a new first secret (TD1.5d).
    public func reissueSecret(
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> InitialSecret {
        try await giveSecret(admission, of: reference, channel: nil, isNew: false)
    }

    /// Changes a way by which codes come (TD1.5b); nil takes it away.
    public func setCodeChannel(
        _ kind: ContactKind,
        _ value: String?,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        let change: ChannelChange
        switch kind {
        case .sms: change = ChannelChange(phone: value ?? "")
        case .email: change = ChannelChange(email: value ?? "")
        case .letter: throw .conflict("channel")
        }
        let files = try await administer(.changeAccess, admission, of: reference) { _, context, draft in
            let before = context.file
            guard context.policy.state.isOpen else { throw CustodyError.conflict("DMPClosed") }
            context.change { $0.apply(change) }
            draft.details["changed"] = change.names
            return (before: before, after: context.file)
        }
        let now = clock()
        await tell(.accessChanged(at: now), to: files.before, at: now)
        await tell(.accessChanged(at: now), to: files.after, at: now)
    }

    private func giveSecret(
        _ admission: Admission,
        of reference: RecordReference?,
        channel: ContactChannel?,
        isNew: Bool
    ) async throws(CustodyError) -> InitialSecret {
        let secret = LetterCode.make(random: random) + "-" + LetterCode.make(random: random)
        let salt = random(16)
        let rounds = settings.secretRounds
        let digest = try await SecretHash.digest(secret, salt: salt, rounds: rounds)
        let file = try await administer(.changeAccess, admission, of: reference) { transaction, context, draft in
            guard context.policy.state.isOpen else { throw CustodyError.conflict("DMPClosed") }
            let exists = try Bool.fetchOne(
                transaction.database,
                sql: "SELECT EXISTS (SELECT 1 FROM account WHERE record_id = ?)",
                arguments: [Data(context.record.bytes)]
            )
            guard exists != isNew else {
                throw CustodyError.conflict(isNew ? "DMPPatientAccessAlreadyExists" : "account")
            }
            try transaction.keepAccount(of: context.record, salt: salt, digest: digest, rounds: rounds)
            try transaction.endSessions(of: context.record)
            context.change { file in
                switch channel {
                case .sms(let number): file.phone = number
                case .email(let address): file.email = address
                case .letter, nil: break
                }
                file.policy.state = .open(internet: .active)
            }
            draft.details["changed"] = "secret"
            return context.file
        }
        guard let login = file.identifiers.first else { throw .unavailable }
        await tell(.accessChanged(at: clock()), to: file, at: clock())
        return InitialSecret(login: login, secret: secret)
    }
}

extension ProfessionalOpening {
    fileprivate func file(_ ins: INS, set: String) -> HolderFile {
        HolderFile(
            policy: RecordPolicy(
                policySet: set,
                state: .open(internet: .awaitingActivation),
                birthDate: traits.birthDate,
                emergency: emergency
            ),
            name: traits.name,
            identifiers: [ins],
            phone: phone,
            email: email,
            address: traits.address,
            traits: traits
        )
    }
}

extension CareActor {
    fileprivate func leaveAtOpening(_ now: Instant) -> Authorisation {
        Authorisation(
            subject: holder == .employee ? .structure(structure.id) : subject,
            name: name,
            profession: profession,
            structure: structure,
            since: now,
            until: nil,
            origin: .givenAtOpening,
            lastAct: now
        )
    }
}
