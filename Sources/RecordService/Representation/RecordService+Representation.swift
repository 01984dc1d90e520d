public import Custody
public import HealthRecord

/// Those who act for a holder: asked, accepted, ended; each goes to the custodian, who knows them.
extension RecordService {
    /// Those who act on the record, have been asked to, or have ceased to.
    public func representatives(_ visit: Visit) async throws(ServiceError) -> [Representative] {
        try await custody { () async throws(CustodyError) in try await custodian.representatives(visit.admission) }
    }

    /// Asks somebody to act for a holder, on the word of the insurer or a court; a letter with a code goes out.
    public func declareRepresentative(
        _ new: NewRepresentative,
        of ins: QualifiedINS,
        basis: String
    ) async throws(ServiceError) -> UniqueID {
        try await custody { () async throws(CustodyError) in
            try await custodian.declareRepresentative(new, of: ins, basis: basis)
        }
    }

    /// Asks somebody to act for a holder: the second parent, by the first; a carer, by the holder.
    public func inviteRepresentative(
        _ new: NewRepresentative,
        _ visit: Visit
    ) async throws(ServiceError) -> UniqueID {
        try await custody { () async throws(CustodyError) in
            try await custodian.inviteRepresentative(new, visit.admission)
        }
    }

    /// First step with the letter's code, for somebody who has no record of his own: a code goes to each way given; none where
    /// he has an account already.
    public func beginRepresentation(
        _ acceptance: RepresentationAcceptance
    ) async throws(ServiceError) -> [ChannelProof] {
        try await custody { () async throws(CustodyError) in try await custodian.beginRepresentation(acceptance) }
    }

    /// What is accepted, for whoever has proved that he is the one who is asked.
    public func offeredMandate(_ acceptance: RepresentationAcceptance) async throws(ServiceError) -> OfferedMandate {
        try await custody { () async throws(CustodyError) in try await custodian.offeredMandate(acceptance) }
    }

    /// The same for somebody who is signed in on his own record.
    public func offeredMandate(code: String, _ visit: Visit) async throws(ServiceError) -> OfferedMandate {
        try await custody { () async throws(CustodyError) in
            try await custodian.offeredMandate(code: code, visit.admission)
        }
    }

    /// Second step: the codes that came; the mandate is taken up.
    public func acceptRepresentation(
        _ acceptance: RepresentationAcceptance,
        _ typed: [TypedProof]
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.acceptRepresentation(acceptance, typed)
        }
    }

    /// Takes a mandate up by somebody who is signed in on his own record.
    public func acceptRepresentation(code: String, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.acceptRepresentation(code: code, visit.admission)
        }
    }

    /// Says no to an invitation, signed in on one's own record.
    public func refuseRepresentation(code: String, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.refuseRepresentation(code: code, visit.admission)
        }
    }

    /// Says no to an invitation.
    public func refuseRepresentation(
        ins: QualifiedINS,
        code: String,
        birthDate: CalendarDate
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.refuseRepresentation(ins: ins, code: code, birthDate: birthDate)
        }
    }

    /// What the person of a session wants to be told of the record that he acts on; nil where nothing.
    public func ownNotices(_ visit: Visit) async throws(ServiceError) -> NoticeChoices? {
        try await custody { () async throws(CustodyError) in try await custodian.ownNotices(visit.admission) }
    }

    /// Chooses it; nil for nothing at all.
    public func chooseNotices(_ choices: NoticeChoices?, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.chooseNotices(choices, visit.admission)
        }
    }

    /// Ends a mandate: a carer's by the holder, one's own by oneself.
    public func endRepresentation(_ id: UniqueID, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.endRepresentation(id, visit.admission)
        }
    }

    /// Ends a mandate on the word of the insurer or a court.
    public func endRepresentation(_ id: UniqueID, of ins: QualifiedINS, basis: String) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.endRepresentation(id, of: ins, basis: basis)
        }
    }

    /// Those for whom the person of a visit may act.
    public func represented(_ visit: Visit) async throws(ServiceError) -> [RepresentedPerson] {
        try await custody { () async throws(CustodyError) in try await custodian.represented(visit.admission) }
    }

    /// Those whose closed record the person of a visit may have opened again, or destroyed.
    public func closedRepresented(_ visit: Visit) async throws(ServiceError) -> [RepresentedPerson] {
        try await custody { () async throws(CustodyError) in try await custodian.closedRepresented(visit.admission) }
    }

    /// Opens a session on the record of somebody for whom the person of a session may act.
    public func actFor(_ mandate: UniqueID, token: String) async throws(ServiceError) -> SessionToken {
        try await custody { () async throws(CustodyError) in try await custodian.actFor(mandate, token: token) }
    }
}
