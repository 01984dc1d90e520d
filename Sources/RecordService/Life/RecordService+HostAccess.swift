import Custody
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
}
