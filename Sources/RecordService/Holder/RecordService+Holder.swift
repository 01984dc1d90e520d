public import Custody
public import HealthRecord
import HostStore
import Sealing

/// What people do on the portal: open, activate, sign in, decide, look back. Each goes to the custodian, who knows them.
extension RecordService {
    /// Invites somebody to open a record; the first letter goes out.
    public func invite(_ invitation: Invitation) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.invite(invitation) }
    }

    /// Opens a record with the first letter; the second goes out.
    public func open(_ request: OpeningRequest) async throws(ServiceError) {
        let prepared = try await custody { () async throws(CustodyError) in try await custodian.prepareOpening(request)
        }
        try await file(prepared)
        _ = try await custody { () async throws(CustodyError) in try await custodian.commitOpening(request) }
    }

    /// First step of an activation: the second letter and the secret; a code goes to each way to be reached.
    public func beginActivation(
        ins: QualifiedINS,
        code: String,
        secret: String,
        _ change: ChannelChange = ChannelChange()
    ) async throws(ServiceError) -> [ChannelProof] {
        try await custody { () async throws(CustodyError) in
            try await custodian.beginActivation(ins: ins, code: code, secret: secret, change)
        }
    }

    /// Second step: the codes that came; the ways proved are those that count.
    public func completeActivation(
        ins: QualifiedINS,
        _ typed: [TypedProof],
        _ change: ChannelChange = ChannelChange()
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.completeActivation(ins: ins, typed, change)
        }
    }

    /// First step of a sign-in.
    public func beginSignIn(
        identifier: SignInIdentifier,
        secret: String,
        preferring channel: SecondFactor?,
        from origin: TryOrigin = .unknown
    ) async throws(ServiceError) -> SignInChallenge {
        try await custody { () async throws(CustodyError) in
            try await custodian.beginSignIn(identifier: identifier, secret: secret, preferring: channel, from: origin)
        }
    }

    /// Another code for a sign-in under way.
    public func resendCode(token: String, by channel: SecondFactor?) async throws(ServiceError) -> SignInChallenge {
        try await custody { () async throws(CustodyError) in
            try await custodian.resendCode(token: token, by: channel)
        }
    }

    /// Whether no proof of these can be completed any more.
    public func areProofsOver(
        _ tokens: [String],
        of ins: QualifiedINS?,
        _ change: ChannelChange
    ) async throws(ServiceError) -> Bool {
        try await custody { () async throws(CustodyError) in
            try await custodian.areProofsOver(tokens, of: ins, change)
        }
    }

    /// Whether the code of a sign-in under way can no longer be given.
    public func isCodeOver(token: String) async throws(ServiceError) -> Bool {
        try await custody { () async throws(CustodyError) in try await custodian.isCodeOver(token: token) }
    }

    /// Second step of a sign-in.
    public func completeSignIn(
        token: String,
        code: String,
        device: SessionDevice? = nil
    ) async throws(ServiceError) -> SessionToken {
        try await custody { () async throws(CustodyError) in
            try await custodian.completeSignIn(token: token, code: code, device: device)
        }
    }

    /// Ends a session.
    public func signOut(token: String) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.endSession(token: token) }
    }

    /// When the holder of a session had signed in before.
    public func previousVisit(token: String) async throws(ServiceError) -> Instant? {
        try await custody { () async throws(CustodyError) in try await custodian.previousVisit(token: token) }
    }

    /// The holder's own file.
    public func file(_ visit: Visit) async throws(ServiceError) -> HolderFile {
        try await custody { () async throws(CustodyError) in try await custodian.holderFile(visit.admission) }
    }

    /// Carries out a holder's decision on those who care for him.
    ///
    /// - Parameters:
    ///   - opinion: what whoever is in charge of the holder's protection states of the holder's own opinion.
    ///   - shown: the name under which whoever decides sees whom he decides on, for the trace where the record has none.
    public func carryOut(
        _ wish: HolderWish,
        _ visit: Visit,
        opinion: PersonsOpinion = .unsaid,
        naming shown: PersonName? = nil
    ) async throws(ServiceError) -> Custody.ChangeEffect {
        try await custody { () async throws(CustodyError) in
            try await custodian.carryOut(wish, visit.admission, opinion: opinion, naming: shown)
        }
    }

    /// A page of the record's history.
    public func history(
        before: HistoryCursor? = nil,
        limit: Int = 100,
        _ visit: Visit
    ) async throws(ServiceError) -> HistoryPage {
        try await custody { () async throws(CustodyError) in
            try await custodian.history(before: before, limit: limit, visit.admission, of: visit.reference)
        }
    }

    /// The proof bundle of the holder's history.
    public func exportTraces(_ visit: Visit) async throws(ServiceError) -> TraceBundle {
        try await custody { () async throws(CustodyError) in try await custodian.exportTraces(visit.admission) }
    }

    /// Files a matricule that the holder's record is to be found under as well.
    ///
    /// - Parameter day: the first day on which it holds; today unless given.
    public func addIdentifier(
        _ ins: QualifiedINS,
        to old: QualifiedINS,
        from day: CalendarDate? = nil
    ) async throws(ServiceError) {
        let tag = try await custody { () async throws(CustodyError) in try custodian.tag(of: old) }
        guard let key = Bytes32(bytes: tag.bytes),
            let head = try await hosted({ () async throws(HostStoreError) in try await host.record(forTag: key) })
        else { throw .unknownPatient }
        _ = try await custody { () async throws(CustodyError) in
            try await custodian.addIdentifier(ins, to: head.recordID, from: day)
        }
        await moveTags()
    }

    /// Records the treating physician whom the insured declared to the health insurance.
    public func declareTreatingPhysician(
        _ leave: Authorisation,
        of ins: QualifiedINS
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.declareTreatingPhysician(leave, of: ins)
        }
    }

    /// Undoes the closing of a living person's record as that of a dead one.
    public func undoDeath(_ ins: QualifiedINS, basis: String) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.undoDeath(ins, basis: basis) }
    }

    /// Closes a record.
    public func close(_ ins: QualifiedINS, reason: ClosureReason) async throws(ServiceError) {
        let tag = try await custody { () async throws(CustodyError) in try custodian.tag(of: ins) }
        guard let key = Bytes32(bytes: tag.bytes),
            let head = try await hosted({ () async throws(HostStoreError) in try await host.record(forTag: key) })
        else { throw .unknownPatient }
        try await custody { () async throws(CustodyError) in
            try await custodian.close(head.recordID, reason: reason)
        }
    }
}
