import AccessRules
import Foundation
import GRDB
import HealthRecord
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
        try await meter(admission)
        let set = settings.policySet
        let result = try await ledger.commit { transaction -> ActResult<PreparedOpening> in
            try self.claim(admission, in: transaction)
            let silence = self.silentWishes(under: set)
            var file = opening.file(patient.ins, host: self.settings.host, set: set, wishes: silence)
            if let refusal = self.judgeOpening(admission, file.policy, now: transaction.now).refusal {
                try transaction.note(.unknownRecord)
                return .refused(refusal)
            }
            guard try self.file(of: patient.ins, in: transaction) == nil else {
                try transaction.note(.unknownRecord)
                return .conflict("DMPFound")
            }
            guard opening.consent else {
                try transaction.note(.unknownRecord)
                return .conflict("consent")
            }
            do throws(CustodyError) {
                file.policy.emergency = try self.wishes(opening.emergency, over: silence, under: set)
            } catch {
                guard case .conflict(let key) = error else { throw error }
                try transaction.note(.unknownRecord)
                return .conflict(key)
            }
            if opening.authorises {
                let end = self.term(of: file.policy, \.otherLeaveTerm, from: transaction.now)
                file.policy.authorisations = [actor.leaveAtOpening(transaction.now, until: end)]
            }
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
        return try result.get()
    }

    /// Makes the record true; the person is told.
    ///
    /// Who opened it had the person before him: for as long as a proof of presence serves, that is one.
    public func commitOpening(_ admission: Admission) async throws(CustodyError) {
        guard let patient = admission.patient, case .care(let actor) = admission.actor else { throw .notAdmitted }
        let tag = try tag(of: patient)
        let presence = newID()
        _ = try await ledger.commit { transaction in
            try self.claim(admission, in: transaction)
            var context = try transaction.openRecord(tag: tag, request: admission.request)
            // Judged once more: what was permitted when it was prepared may not be so any longer.
            let judgement = self.judgeOpening(admission, context.policy, now: transaction.now)
            if let refusal = judgement.refusal { throw CustodyError.refused(refusal) }
            var draft = TraceDraft(.openRecord, by: admission).judged(judgement)
            draft.details["consent"] = "CREA_RD"
            _ = try transaction.append(draft, to: &context)
            try self.vouchPresence(presence, of: actor, on: context.record, transaction)
            try transaction.tell(.recordOpened(at: transaction.now), on: context)
        }
    }

    /// Makes an Internet account for the holder with a first secret (TD1.5a).
    public func createPatientAccess(
        _ address: CodeAddress,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> InitialSecret {
        try await giveSecret(admission, of: reference, address: address, isNew: true)
    }

    /// Gives the account a new first secret (TD1.5d).
    public func reissueSecret(
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> InitialSecret {
        try await giveSecret(admission, of: reference, address: nil, isNew: false)
    }

    /// Changes a way by which codes come (TD1.5b).
    ///
    /// - Throws: `conflict("DMPPatientAccessOTPAlreadyExists")` where one is added beside one of its kind, and
    ///   `conflict("noCodeChannel")` where there is none to change or to take away.
    public func setCodeChannel(
        _ wish: CodeChannelWish,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        let change = wish.change
        try await administer(
            .changeAccess,
            admission,
            of: reference,
            act: { _, _ in .administerAccess }
        ) { transaction, context, draft in
            let before = context.file
            guard context.policy.state.isOpen else { throw CustodyError.conflict("DMPClosed") }
            guard self.givesOwnAccess(to: context.policy, now: transaction.now) else {
                throw CustodyError.conflict(Self.minorAccess)
            }
            try wish.fits(before)
            context.change { $0.apply(change) }
            draft.details["changed"] = change.names
            try transaction.tellOfAdministration(.accessChanged(at: transaction.now), before, on: context)
        }
    }

    private func giveSecret(
        _ admission: Admission,
        of reference: RecordReference?,
        address: CodeAddress?,
        isNew: Bool
    ) async throws(CustodyError) -> InitialSecret {
        let secret = LetterCode.make(random: random) + "-" + LetterCode.make(random: random)
        let salt = random(16)
        let rounds = settings.secretRounds
        let digest = try await SecretHash.digest(secret, salt: salt, rounds: rounds)
        let login = try await administer(
            .changeAccess,
            admission,
            of: reference,
            act: { _, _ in .administerAccess }
        ) { transaction, context, draft in
            let before = context.file
            guard context.policy.state.isOpen else { throw CustodyError.conflict("DMPClosed") }
            guard self.givesOwnAccess(to: context.policy, now: transaction.now) else {
                throw CustodyError.conflict(Self.minorAccess)
            }
            let exists = try Bool.fetchOne(
                transaction.database,
                sql: "SELECT EXISTS (SELECT 1 FROM account WHERE record_id = ?)",
                arguments: [Data(context.record.bytes)]
            )
            guard exists != isNew else {
                throw CustodyError.conflict(isNew ? "DMPPatientAccessAlreadyExists" : "account")
            }
            try transaction.keepAccount(of: context.record, salt: salt, digest: digest, rounds: rounds)
            // A way back for whoever has lost everything else: what may be in another's hands serves no more.
            try transaction.dropKeys(of: context.record)
            try transaction.endFormerWays(into: context)
            try transaction.endSessions(of: context.record)
            context.change { file in
                if let address { file.apply(address.change) }
                file.policy.state = .open(internet: .active)
                if isNew { file.enrolledAt = transaction.now }
            }
            draft.details["changed"] = "secret"
            try transaction.tellOfAdministration(.accessChanged(at: transaction.now), before, on: context)
            return try context.file.identifiers.first.orFault
        }
        return InitialSecret(login: login, secret: secret)
    }
}

extension ProfessionalOpening {
    fileprivate func file(_ ins: INS, host: HostID?, set: String, wishes: EmergencyWishes) -> HolderFile {
        HolderFile(
            policy: RecordPolicy(
                policySet: set,
                state: .open(internet: .awaitingActivation),
                birthDate: traits.birthDate,
                emergency: wishes
            ),
            name: traits.name,
            identifiers: [ins],
            phone: phone,
            email: email,
            address: traits.address,
            traits: traits,
            host: host
        )
    }
}

extension CareActor {
    fileprivate func leaveAtOpening(_ now: Instant, until end: Instant?) -> Authorisation {
        Authorisation(
            subject: holder == .employee ? .structure(structure.id) : subject,
            name: name,
            profession: profession,
            structure: structure,
            since: now,
            until: end,
            origin: .givenAtOpening,
            lastAct: now,
            holder: holder
        )
    }
}
