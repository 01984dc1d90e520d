public import Custody
public import HealthRecord

/// What professionals do about their standing, their teams, proofs of presence and emergencies.
extension RecordService {
    /// The patients who have authorised a professional (TD0.4).
    public func myPatients(_ query: StandingQuery, _ visit: Visit) async throws(ServiceError) -> [StandingLine] {
        try await custody { () async throws(CustodyError) in try await custodian.myPatients(query, visit.admission) }
    }

    /// What waits for a professional.
    public func careNotices(_ visit: Visit) async throws(ServiceError) -> [CareNotice] {
        try await custody { () async throws(CustodyError) in try await custodian.careNotices(visit.admission) }
    }

    /// Takes a notice off a professional's list.
    public func dismissCareNotice(_ id: UniqueID, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.dismissCareNotice(id, visit.admission)
        }
    }

    /// Declares a care team, under the holder's one initial consent or, where the rules ask for none, without.
    public func declareTeam(_ team: TeamDeclaration, _ visit: Visit) async throws(ServiceError) -> UniqueID {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.declareTeam(team, visit.admission, of: visit.reference)
        }
    }

    /// Holds whom a professional wants to name against the rules and the directory; `conflict` says what does not fit.
    public func verified(_ member: TeamMember, _ visit: Visit) async throws(ServiceError) -> TeamMember {
        try await custody { () async throws(CustodyError) in
            try await custodian.verified(member, visit.admission)
        }
    }

    /// Adds a member to a team, under the consent given to it, or as the declaration says for a team without one.
    @discardableResult
    public func addTeamMember(
        _ member: TeamMember,
        to team: UniqueID,
        consent: TeamConsent = .stated,
        _ visit: Visit
    ) async throws(ServiceError) -> Custody.ChangeEffect {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.addTeamMember(
                member,
                to: team,
                consent: consent,
                visit.admission,
                of: visit.reference
            )
        }
    }

    /// Ends a team's consent: by the holder, or by who declared it.
    public func endTeam(_ team: UniqueID, _ visit: Visit) async throws(ServiceError) {
        guard case .care = visit.actor else {
            _ = try await carryOut(.endTeam(team), visit)
            return
        }
        try await requireRecord(visit)
        try await custody { () async throws(CustodyError) in
            try await custodian.endTeam(team, visit.admission, of: visit.reference)
        }
    }

    /// States the holder's consent for another professional to whom part of the care is entrusted.
    @discardableResult
    public func delegateConsent(
        to member: TeamMember,
        until: Instant? = nil,
        _ visit: Visit
    ) async throws(ServiceError) -> Custody.ChangeEffect {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.delegateConsent(to: member, until: until, visit.admission, of: visit.reference)
        }
    }

    /// Asks for proof that the holder is there.
    public func requestPresence(
        by means: PresenceMeans,
        _ visit: Visit
    ) async throws(ServiceError) -> PresenceRequest {
        if !visit.hasRecord {
            // As often as for a record that is there, and no oftener.
            try await custody { () async throws(CustodyError) in try await custodian.meterPresence(visit.admission) }
        }
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.requestPresence(by: means, visit.admission, of: visit.reference)
        }
    }

    /// Proves presence with the code that the holder has told.
    public func confirmPresence(_ id: UniqueID, code: String, _ visit: Visit) async throws(ServiceError) {
        try await requireRecord(visit)
        try await custody { () async throws(CustodyError) in
            try await custodian.confirmPresence(id, code: code, visit.admission, of: visit.reference)
        }
    }

    /// Proofs of presence that wait for the holder's word on the portal.
    public func pendingPresence(_ visit: Visit) async throws(ServiceError) -> [PresenceRequest] {
        try await custody { () async throws(CustodyError) in try await custodian.pendingPresence(visit.admission) }
    }

    /// The holder says on the portal whether he is there.
    public func answerPresence(_ id: UniqueID, isThere: Bool, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.answerPresence(id, isThere: isThere, visit.admission)
        }
    }

    /// Refuses a professional's access at the holder's request; for the treating physician.
    public func blockAtRequest(_ block: Block, _ visit: Visit) async throws(ServiceError) -> Custody.ChangeEffect {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.blockAtRequest(block, visit.admission, of: visit.reference)
        }
    }

    /// Lifts at the holder's request a refusal that the same treating physician has recorded.
    public func unblockAtRequest(
        _ subject: CareSubject,
        _ visit: Visit
    ) async throws(ServiceError) -> Custody.ChangeEffect {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.unblockAtRequest(subject, visit.admission, of: visit.reference)
        }
    }

    /// Openings in emergencies, as far as the reader may see them.
    public func emergencies(_ visit: Visit) async throws(ServiceError) -> [EmergencyAccess] {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.emergencies(visit.admission, of: visit.reference)
        }
    }

    /// What the professional did in an emergency of his own that waits to be justified.
    public func reviewEmergency(_ id: UniqueID, _ visit: Visit) async throws(ServiceError) -> EmergencyReview {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.reviewEmergency(id, visit.admission, of: visit.reference)
        }
    }

    /// Justifies an opening in an emergency afterwards.
    public func justifyEmergency(_ id: UniqueID, _ text: String, _ visit: Visit) async throws(ServiceError) {
        try await requireRecord(visit)
        try await custody { () async throws(CustodyError) in
            try await custodian.justifyEmergency(id, text, visit.admission, of: visit.reference)
        }
    }

    /// How often the professional has broken the glass in the last year.
    public func emergencyCount(_ visit: Visit) async throws(ServiceError) -> Int {
        try await custody { () async throws(CustodyError) in try await custodian.emergencyCount(visit.admission) }
    }
}
