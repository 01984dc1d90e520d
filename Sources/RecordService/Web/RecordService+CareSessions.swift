public import Custody
public import HealthRecord

/// What professionals do in a browser before any record is asked for; the custodian verifies the card.
extension RecordService {
    /// Tells whose card the certificate of a connection is.
    public func holder(ofCard certificate: [UInt8]) async throws(ServiceError) -> CareHolder {
        try await custody { () async throws(CustodyError) in try await custodian.holder(ofCard: certificate) }
    }

    /// Opens a session for a card's holder in one of his situations.
    public func beginCareSession(
        certificate: [UInt8],
        in situation: CareActor
    ) async throws(ServiceError) -> String {
        try await custody { () async throws(CustodyError) in
            try await custodian.beginCareSession(certificate: certificate, in: situation)
        }
    }

    /// The session of a token on a connection.
    public func careSession(token: String, certificate: [UInt8]?) async throws(ServiceError) -> CareSession {
        try await custody { () async throws(CustodyError) in
            try await custodian.careSession(token: token, certificate: certificate)
        }
    }

    /// Gives a professional's software a way into one record on the professionals' site (TD0.10).
    public func grantEntry(_ visit: Visit) async throws(ServiceError) -> GrantedEntry {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.grantEntry(visit.admission, of: visit.reference)
        }
    }

    /// Opens the session of such a way in, once; nil for one that is unknown, used or over.
    public func enter(by token: String) async throws(ServiceError) -> String? {
        try await custody { () async throws(CustodyError) in try custodian.enter(by: token) }
    }

    /// Ends a session.
    public func endCareSession(token: String) { custodian.endCareSession(token: token) }
}
