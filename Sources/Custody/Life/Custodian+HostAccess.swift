import AccessRules
public import HealthRecord
import Sealing

/// How the host's physician comes to content, where a set provides for it: never without all of the steps (C11).
extension Custodian {
    /// Records a request that the holder made on paper; on the portal he asks himself (`ask`).
    public func recordHostRequest(of ins: QualifiedINS, basis: String) async throws(CustodyError) -> UniqueID {
        guard Self.isName(basis) else { throw .conflict("basis") }
        let id = newID()
        _ = try await turn(
            ins,
            .request,
            "host.requested",
            [
                "request": id.text, "kind": HolderRequestKind.hostPhysician.word, "basis": basis,
            ]
        ) { transaction, context in
            try self.requireHostProcedure(context.policy)
            try context.add(HolderRequest(id: id, kind: .hostPhysician, at: transaction.now, due: nil))
        }
        return id
    }

    /// Approves a request; the second operator opens the access for its time, and the holder is told.
    ///
    /// - Returns: when the access ends; nil while another operator has to approve it.
    /// - Throws: `conflict` with `unknown`, `sameOperator`, `operator` for no name, `host.physicianAccess` where the set has none.
    public func approveHostAccess(
        _ request: UniqueID,
        of ins: QualifiedINS,
        by operatorName: String
    ) async throws(CustodyError) -> Instant? {
        guard Self.isName(operatorName) else { throw .conflict("operator") }
        let folded = Registers.folded(operatorName)
        let lifetime = settings.hostAccessLifetime
        let file = try await turn(
            ins,
            .request,
            "host.approved",
            [
                "request": request.text, "kind": HolderRequestKind.hostPhysician.word, "by": operatorName,
            ]
        ) { transaction, context in
            try self.requireHostProcedure(context.policy)
            guard
                let place = context.file.requests.firstIndex(where: {
                    $0.id == request && $0.kind == .hostPhysician && $0.standing == .pending
                })
            else { throw CustodyError.conflict("unknown") }
            var access =
                context.file.hostAccess.flatMap { $0.request == request ? $0 : nil }
                ?? HostAccess(request: request, requestedAt: context.file.requests[place].at, approvals: [], until: nil)
            guard !access.approvals.contains(where: { Registers.folded($0) == folded }) else {
                throw CustodyError.conflict("sameOperator")
            }
            access.approvals.append(operatorName)
            let isWhole = access.approvals.count >= 2
            if isWhole { access.until = transaction.now.advanced(bySeconds: lifetime) }
            let approved = access
            context.change { file in
                file.hostAccess = approved
                if isWhole { file.requests[place].standing = .done(at: transaction.now) }
            }
            if isWhole { try transaction.tell(.hostAccess(at: transaction.now), on: context) }
        }
        return file.hostAccess?.until
    }

    /// Ends the access before its time, by an operator.
    public func endHostAccess(of ins: QualifiedINS) async throws(CustodyError) {
        _ = try await turn(ins, .request, "host.ended", ["kind": HolderRequestKind.hostPhysician.word]) { _, context in
            guard context.file.hostAccess != nil else { throw CustodyError.conflict("unknown") }
            context.change { $0.hostAccess = nil }
        }
    }

    /// Ends it by the holder, who takes the request back at any time.
    public func endHostAccess(_ admission: Admission) async throws(CustodyError) {
        _ = try await perform(.export, traced: .request, by: admission, on: nil) { _, context, draft in
            guard let access = context.file.hostAccess else { throw CustodyError.conflict("unknown") }
            context.change { $0.hostAccess = nil }
            draft.details["cancelled"] = access.request.text
        }
    }

    /// Lets the host's physician in to one record; the rules say at each act whether the procedure is whole and in time.
    public func admitHostPhysician(
        to ins: QualifiedINS,
        request: UniqueID,
        node: String
    ) async throws(CustodyError) -> Admission {
        try admitService(
            ServiceActor.hostPhysician.rawValue,
            for: try await record(of: ins),
            request: request,
            node: node
        )
    }

    /// Tells the holder, once for each visit, that the host's physician has looked into the record.
    func tellOfHostAccess(
        _ admission: Admission,
        on context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        guard case .system(ServiceActor.hostPhysician.rawValue) = admission.actor, admissions.tellOnce(admission) else {
            return
        }
        try transaction.tell(.hostAccess(at: transaction.now), on: context)
    }

    func requireHostProcedure(_ policy: RecordPolicy) throws {
        guard rules.policySets[policy.policySet]?.hostPhysicianAccess == .procedure else {
            throw CustodyError.conflict("host.physicianAccess")
        }
    }
}
