public import Custody
public import HealthRecord

/// The host's physician, by procedure alone (C11): the holder asks in writing, two operators approve, time runs.
extension RecordService {
    /// Records a request that the holder made on paper; answers its identity.
    public func recordHostRequest(of ins: QualifiedINS, basis: String) async throws(ServiceError) -> UniqueID {
        try await custody { () async throws(CustodyError) in
            try await custodian.recordHostRequest(of: ins, basis: basis)
        }
    }

    /// Approves a request by one operator; answers when the access ends, nil while another has to approve it.
    public func approveHostAccess(
        _ request: UniqueID,
        of ins: QualifiedINS,
        by operatorName: String
    ) async throws(ServiceError) -> Instant? {
        try await custody { () async throws(CustodyError) in
            try await custodian.approveHostAccess(request, of: ins, by: operatorName)
        }
    }

    /// Ends the access before its time, by an operator.
    public func endHostAccess(of ins: QualifiedINS) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.endHostAccess(of: ins) }
    }

    /// Ends the access before its time, by the holder.
    public func endHostAccess(_ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.endHostAccess(visit.admission) }
    }

    /// Lets the host's physician in; what he does is decided, traced and told to the holder like anybody's.
    public func admitHostPhysician(to ins: QualifiedINS) async throws(ServiceError) -> Visit {
        let admission = try await custody { () async throws(CustodyError) in
            try await custodian.admitHostPhysician(to: ins, request: newID(), node: node.name)
        }
        return Visit(admission: admission, reference: nil, identityRow: nil)
    }

    /// What a record holds, for the host's physician while he is let in; traced and told to the holder, under the order.
    ///
    /// - Throws: `conflict` with `host.procedure` where the procedure is not whole or its time is over, and where
    ///   there is no record.
    public func listForHost(
        _ order: OperatorOrder,
        of ins: QualifiedINS
    ) async throws(ServiceError) -> (entries: [DocumentEntry], traces: [UInt64]) {
        try await asHostPhysician(order, of: ins) { visit throws(ServiceError) in try await list(visit).entries }
    }

    /// One document of it, in the clear.
    ///
    /// - Throws: `conflict` with `document` for what is not there for him, and as above.
    public func readForHost(
        _ document: UniqueID,
        _ order: OperatorOrder,
        of ins: QualifiedINS
    ) async throws(ServiceError) -> (document: ReadDocument, traces: [UInt64]) {
        try await asHostPhysician(order, of: ins) { visit throws(ServiceError) in
            switch try await read(document, visit) {
            case .document(let read): read
            case .notFound: throw .notFound
            case .refused(let refusal): throw .refused(refusal)
            }
        }
    }

    private func asHostPhysician<Value: Sendable>(
        _ order: OperatorOrder,
        of ins: QualifiedINS,
        _ look: (Visit) async throws(ServiceError) -> Value
    ) async throws(ServiceError) -> (Value, [UInt64]) {
        let (value, traces) = try await custodian.under(order, content: order.id.bytes) {
            () async throws(ServiceError) -> Value in
            do throws(ServiceError) {
                let visit = try await admitHostPhysician(to: ins)
                defer { leave(visit) }
                return try await look(visit)
            } catch {
                switch error {
                // Who is not let in is not told whether there is a record to be let in to.
                case .refused, .unknownPatient, .otherPatient: throw .conflict("host.procedure")
                case .notFound: throw .conflict("document")
                default: throw error
                }
            }
        }
        return (value, traces.map(\.logIndex))
    }
}
