public import Custody
public import HealthRecord

/// What professionals do with their card in a browser before any record is asked for; the custodian verifies the card.
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
    public func careSession(token: String, certificate: [UInt8]) async throws(ServiceError) -> CareSession {
        try await custody { () async throws(CustodyError) in
            try await custodian.careSession(token: token, certificate: certificate)
        }
    }

    /// Ends a session.
    public func endCareSession(token: String) { custodian.endCareSession(token: token) }
}
