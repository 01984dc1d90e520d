public import Custody
public import HealthRecord
import HostStore
import Sealing

/// The turns of a record's life, by its holder, by heirs, by the operator.
extension RecordService {
    /// Closes the record by its holder; with `erasing`, asks for its destruction as well.
    public func closeOwn(secret: String, erasing: Bool = false, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.closeOwn(secret: secret, erasing: erasing, visit.admission)
        }
    }

    /// First step of coming back to a closed record: one's own, or that of somebody who is called so and for whom one acts.
    public func beginReturn(
        identifier: SignInIdentifier,
        secret: String,
        toRecordOf name: String? = nil,
        preferring channel: SecondFactor?,
        from origin: TryOrigin = .unknown
    ) async throws(ServiceError) -> SignInChallenge {
        try await custody { () async throws(CustodyError) in
            try await custodian.beginReturn(
                identifier: identifier,
                secret: secret,
                toRecordOf: name,
                preferring: channel,
                from: origin
            )
        }
    }

    /// Second step: the code, and whether the record is to come back or to go; answers whether it is another's.
    @discardableResult
    public func completeReturn(
        token: String,
        code: String,
        _ choice: ReturnChoice
    ) async throws(ServiceError) -> Bool {
        try await custody { () async throws(CustodyError) in
            try await custodian.completeReturn(token: token, code: code, choice)
        }
    }

    /// Records a request of the holder.
    public func ask(_ kind: HolderRequestKind, _ visit: Visit) async throws(ServiceError) -> UniqueID {
        try await custody { () async throws(CustodyError) in try await custodian.ask(kind, visit.admission) }
    }

    /// Takes a request back.
    public func cancelRequest(_ id: UniqueID, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.cancelRequest(id, visit.admission) }
    }

    /// What was asked, and what became of it.
    public func requests(_ visit: Visit) async throws(ServiceError) -> [HolderRequest] {
        try await custody { () async throws(CustodyError) in try await custodian.requests(visit.admission) }
    }

    /// Lets documents come in again after an objection to feeding was granted.
    public func allowFeeding(_ visit: Visit) async throws(ServiceError) -> Custody.ChangeEffect {
        try await custody { () async throws(CustodyError) in try await custodian.allowFeeding(visit.admission) }
    }

    /// Marks a request as answered by the operator.
    public func settleRequest(_ id: UniqueID, of ins: QualifiedINS, granted: Bool) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.settleRequest(id, of: ins, granted: granted)
        }
    }

    /// Records an heir's request after a death; never granted by itself.
    public func heirClaim(_ claim: HeirClaim, of ins: QualifiedINS) async throws(ServiceError) -> UniqueID {
        try await custody { () async throws(CustodyError) in try await custodian.heirClaim(claim, of: ins) }
    }

    /// Informs a person that a record will be opened unless he objects.
    public func announce(_ invitation: Invitation) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.announce(invitation) }
    }

    /// Takes an objection to a record that would open by itself.
    public func oppose(
        ins: QualifiedINS,
        code: String,
        birthDate: CalendarDate
    ) async throws(ServiceError) -> OppositionProof {
        try await custody { () async throws(CustodyError) in
            try await custodian.oppose(ins: ins, code: code, birthDate: birthDate)
        }
    }

    /// Sends a lost letter again, to the address that is kept; everybody hears the same.
    public func orderLetter(ins: QualifiedINS, birthDate: CalendarDate) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.orderLetter(ins: ins, birthDate: birthDate)
        }
    }

    /// First step of a first access to a record that opened by itself, or by a professional, or whose holder came of age.
    public func beginFirstAccess(_ request: OpeningRequest) async throws(ServiceError) -> [ChannelProof] {
        try await custody { () async throws(CustodyError) in try await custodian.beginFirstAccess(request) }
    }

    /// Second step: the same, with the codes that came.
    public func completeFirstAccess(
        _ request: OpeningRequest,
        _ typed: [TypedProof]
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.completeFirstAccess(request, typed) }
    }

    /// Suspends a record for a fraud or a defect.
    public func suspend(_ ins: QualifiedINS, reason: String) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.suspend(ins, reason: reason) }
    }

    /// Records an objection to a suspension that came on paper; it stops the six weeks.
    public func objectToSuspension(of ins: QualifiedINS) async throws(ServiceError) -> UniqueID {
        try await custody { () async throws(CustodyError) in try await custodian.objectToSuspension(of: ins) }
    }

    /// Opens a closed record again, as its holder asks on paper.
    public func reopenOnPaper(_ ins: QualifiedINS) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.reopenOnPaper(ins) }
    }

    /// Records that a closed record is to be destroyed before its term, as its holder asks on paper.
    public func eraseOnPaper(_ ins: QualifiedINS) async throws(ServiceError) -> UniqueID {
        try await custody { () async throws(CustodyError) in try await custodian.eraseOnPaper(ins) }
    }

    /// Records an objection that came on paper to a record that would open by itself.
    public func opposeOnPaper(_ ins: QualifiedINS) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.opposeOnPaper(ins) }
    }

    /// Lifts a suspension.
    public func liftSuspension(_ ins: QualifiedINS) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.liftSuspension(ins) }
    }

    /// Moves a record to another set of rules, with effect from now.
    public func migrate(_ ins: QualifiedINS, to set: String) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.migrate(ins, to: set) }
    }

    /// Says how well a record's identity is established; only a qualified one carries its matricule to others.
    public func setIdentity(_ standing: IdentityStanding, of ins: QualifiedINS) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.setIdentity(standing, of: ins) }
    }

    /// Takes a matricule from a record that was linked by error.
    public func removeIdentifier(_ ins: QualifiedINS) async throws(ServiceError) {
        _ = try await custody { () async throws(CustodyError) in try await custodian.removeIdentifier(ins) }
        await moveTags()
    }

    /// Joins a duplicate to the record that stays; it is set aside whole, so that the join can be undone.
    ///
    /// - Parameter differing: the strict traits by which the two are told apart, all of them.
    public func merge(
        _ duplicate: QualifiedINS,
        into kept: QualifiedINS,
        differing: Set<StrictTrait> = []
    ) async throws(ServiceError) {
        _ = try await custody { () async throws(CustodyError) in
            try await custodian.merge(duplicate, into: kept, differing: differing)
        }
        await moveTags()
    }

    /// Whether a join that waits for its second person names all that tells the two apart; `conflict` says what does.
    public func checkJoin(
        _ order: OperatorOrder,
        of duplicate: QualifiedINS,
        into kept: QualifiedINS,
        differing: Set<StrictTrait>
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.checkJoin(order, of: duplicate, into: kept, differing: differing)
        }
    }

    /// Undoes a join.
    public func undoMerge(_ duplicate: QualifiedINS) async throws(ServiceError) {
        _ = try await custody { () async throws(CustodyError) in try await custodian.undoMerge(duplicate) }
        await moveTags()
    }

    /// Has the host file tags where the custodian says that they belong.
    ///
    /// It is true already, and the custodian lets nobody in by a tag that leads astray: what fails here stays due, and the
    /// calendar takes it up.
    func moveTags() async {
        do throws(ServiceError) {
            while case let moves = try await dueMoves(), !moves.isEmpty {
                for move in moves { try await carryOut(move) }
            }
        } catch {
            return
        }
    }

    private func dueMoves() async throws(ServiceError) -> [TagMove] {
        try await custody { () async throws(CustodyError) in try await custodian.tagMoves() }
    }

    /// Files one tag; done before, it is done again to no effect.
    func carryOut(_ move: TagMove) async throws(ServiceError) {
        guard let tag = Bytes32(bytes: move.tag.bytes) else { throw .unavailable }
        try await hosted { () async throws(HostStoreError) in
            guard let to = move.to else {
                if let from = move.from { _ = try await host.removeTag(tag, from: from) }
                return
            }
            guard let code = Bytes32(bytes: to.bindCode) else { throw .invalid(.record) }
            if let from = move.from {
                _ = try await host.moveTag(tag, bindMAC: code, from: from, to: to.record)
            } else {
                _ = try await host.addTag(tag, bindMAC: code, to: to.record)
            }
        }
        try await custody { () async throws(CustodyError) in try await custodian.confirmMove(move.id) }
    }
}
