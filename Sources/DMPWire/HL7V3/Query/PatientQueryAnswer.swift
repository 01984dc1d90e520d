public import HealthRecord

/// PRPA_IN201308UV02: the answer to a `PatientQuery`.
public struct PatientQueryAnswer: Hashable, Sendable {
    /// What the query found.
    public enum Outcome: Hashable, Sendable {
        /// A record, `OK`.
        case found(PatientFile)
        /// None, `NF`.
        case notFound
        /// Nothing could be said, `AE`; the acknowledgement says why.
        case failed
    }

    /// The head.
    public let header: HL7MessageHeader
    /// What became of the message.
    public let acknowledgement: HL7Acknowledgement
    /// The reason of the request, repeated; missing in some refusals.
    public let reason: PatientQuery.Reason?
    /// The query that is answered; missing in some refusals.
    public let queryID: InstanceID?
    /// The person that the query named, where repeated.
    public let patient: INS?
    /// What the query found.
    public let outcome: Outcome

    /// An answer to a query.
    public init(
        to query: PatientQuery,
        id: InstanceID,
        creationTime: HL7Time,
        sender: HL7Device = .dmp,
        outcome: Outcome,
        details: [HL7Acknowledgement.Detail] = []
    ) {
        header = query.header.answer(id: id, creationTime: creationTime, as: sender)
        acknowledgement =
            outcome == .failed
            ? HL7Acknowledgement(refusing: query.header.id, details)
            : HL7Acknowledgement(accepting: query.header.id)
        reason = query.reason
        queryID = query.queryID
        patient = query.patient
        self.outcome = outcome
    }

    init(
        header: HL7MessageHeader,
        acknowledgement: HL7Acknowledgement,
        reason: PatientQuery.Reason?,
        queryID: InstanceID?,
        patient: INS?,
        outcome: Outcome
    ) {
        self.header = header
        self.acknowledgement = acknowledgement
        self.reason = reason
        self.queryID = queryID
        self.patient = patient
        self.outcome = outcome
    }
}
