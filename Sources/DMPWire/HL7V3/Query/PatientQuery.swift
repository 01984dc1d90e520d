public import HealthRecord

/// PRPA_IN201307UV02: does this person have a record, and what may I know of it (TD0.2, TD1.3a).
public struct PatientQuery: Hashable, Sendable {
    /// What is asked.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Existence, status and authorisation.
        case existence = "TEST_EXST"
        /// Administrative data as well.
        case administrativeData = "CNSLT_DATA"
    }

    /// The head.
    public let header: HL7MessageHeader
    /// What is asked.
    public let reason: Reason
    /// The query's own identifier, repeated in the answer.
    public let queryID: InstanceID
    /// Whose record.
    public let patient: INS

    /// Joins the parts.
    public init(header: HL7MessageHeader, reason: Reason, queryID: InstanceID, patient: INS) {
        self.header = header
        self.reason = reason
        self.queryID = queryID
        self.patient = patient
    }
}
