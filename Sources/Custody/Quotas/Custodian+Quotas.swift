import HealthRecord

extension Custodian {
    /// Counts a lookup before anything is looked up: the answer is the same whether there is a record or none.
    ///
    /// - Throws: `tooManyAttempts` when the actor has looked into more records than care explains; never in an emergency.
    func meter(_ admission: Admission, _ purpose: QuotaBook.Purpose = .reading) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor, let patient = admission.patient else { return }
        let finding = quotas.lookUp(
            try tag(for: admission),
            patient.ins,
            by: actor,
            mode: admission.mode,
            for: purpose,
            now: clock()
        )
        switch finding {
        case .within: return
        case .remarkable: _ = try await ledger.commit { try $0.note(.manyEmergencies) }
        case .exceeded(let seconds):
            _ = try await ledger.commit { try $0.note(.quotaExceeded) }
            throw .tooManyAttempts(retryAfter: seconds)
        }
    }

    /// Lets somebody ask a register, or not yet.
    func meter(_ register: QuotaBook.Register, _ admission: Admission) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor,
            let seconds = quotas.wait(for: register, by: actor, now: clock())
        else { return }
        _ = try await ledger.commit { try $0.note(.quotaExceeded) }
        throw .tooManyAttempts(retryAfter: seconds)
    }

    /// Counts a proof of presence before anything is looked up: the answer is the same whether there is a record or none.
    public func meterPresence(_ admission: Admission) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor,
            let seconds = quotas.askPresence(try tag(for: admission), by: actor, now: clock())
        else { return }
        _ = try await ledger.commit { try $0.note(.quotaExceeded) }
        throw .tooManyAttempts(retryAfter: seconds)
    }
}
