import HealthRecord

extension Custodian {
    /// Writes down what has been counted since the last time: what a crash loses is as old as that.
    public func keepQuotas() async throws(CustodyError) {
        let notes = quotas.takeNotes()
        guard !notes.isEmpty else { return }
        do {
            _ = try await ledger.commit { transaction in
                for note in notes { try note.keep(in: transaction.database) }
            }
        } catch {
            quotas.putBack(notes)
            throw error
        }
    }

    /// Counts a lookup before anything is looked up: the answer is the same whether there is a record or none.
    ///
    /// - Throws: `tooManyAttempts` when the actor has looked into more records than care explains; never in an emergency.
    func meter(_ admission: Admission, _ purpose: QuotaBook.Purpose = .reading) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor, let patient = admission.patient else { return }
        let finding = try quotas.lookUp(
            try tag(for: admission),
            patient.ins,
            by: actor,
            mode: admission.mode,
            for: purpose,
            now: clock()
        )
        switch finding {
        case .within: return
        case .remarkable: try await note(.manyEmergencies)
        case .exceeded(let seconds):
            try await note(.quotaExceeded)
            throw .tooManyAttempts(retryAfter: seconds)
        }
    }

    /// Lets somebody ask a register, or not yet.
    func meter(_ register: QuotaBook.Register, _ admission: Admission) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor,
            let seconds = try quotas.wait(for: register, by: actor, now: clock())
        else { return }
        try await note(.quotaExceeded)
        throw .tooManyAttempts(retryAfter: seconds)
    }

    /// Counts a proof of presence before anything is looked up: the answer is the same whether there is a record or none.
    public func meterPresence(_ admission: Admission) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor,
            let seconds = try quotas.askPresence(try tag(for: admission), by: actor, now: clock())
        else { return }
        try await note(.quotaExceeded)
        throw .tooManyAttempts(retryAfter: seconds)
    }

    /// Leaves a line of it, then lets whoever watches the service hear.
    private func note(_ use: UnusualUse) async throws(CustodyError) {
        _ = try await ledger.commit { try $0.note(use.event) }
        settings.unusualUse(use)
    }
}
