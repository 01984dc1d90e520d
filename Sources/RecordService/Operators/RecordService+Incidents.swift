public import Custody
public import HealthRecord

/// The register of incidents; each goes to the custodian, who keeps it.
extension RecordService {
    /// Declares an incident under the name of the order that does.
    public func declareIncident(_ facts: IncidentFacts, as id: UniqueID) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.declareIncident(facts, as: id) }
    }

    /// Writes an entry beside an incident, under the name of the order that does.
    public func addToIncident(
        _ incident: UniqueID,
        _ statement: IncidentStatement,
        as id: UniqueID
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.addToIncident(incident, statement, as: id)
        }
    }

    /// Notes that somebody was told of an incident.
    public func noteTold(_ duty: IncidentDuty, of incident: UniqueID) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.noteTold(duty, of: incident) }
    }

    /// Tells those whose records an incident touched.
    public func tellOfIncident(
        _ incident: UniqueID,
        to people: [QualifiedINS],
        words: String
    ) async throws(ServiceError) {
        do {
            try await custodian.tellOfIncident(incident, to: people, words: words)
        } catch .recordMismatch {
            throw .unknownPatient
        } catch {
            throw ServiceError(error)
        }
    }

    /// The register, the newest first.
    public func incidents() async throws(ServiceError) -> [Incident] {
        try await custody { () async throws(CustodyError) in try await custodian.incidents() }
    }
}
