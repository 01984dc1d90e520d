public import HealthRecord

/// PRPA_IN201306UV02: the people found.
public struct PatientSearchAnswer: Hashable, Sendable {
    /// Somebody whose traits are near those asked for.
    public struct Candidate: Hashable, Sendable {
        /// Identifiers, traits, address; `refusesRegulation` is the one wish that is told here.
        public let file: PatientFile
        /// How near, from 0 to 100 (`POURCENTAGE`).
        public let percentage: Int?

        /// Joins both.
        public init(file: PatientFile, percentage: Int?) {
            self.file = file
            self.percentage = percentage
        }
    }

    /// What the search found.
    public enum Outcome: Hashable, Sendable {
        /// People, the nearest first; none is `NF`.
        case found([Candidate])
        /// Nothing could be said, `AE`; the acknowledgement says why.
        case failed
    }

    /// The head.
    public let header: HL7MessageHeader
    /// What became of the message.
    public let acknowledgement: HL7Acknowledgement
    /// The query that is answered; missing in some refusals.
    public let queryID: InstanceID?
    /// What was asked, where repeated.
    public let traits: PatientSearch.Traits?
    /// What the search found.
    public let outcome: Outcome

    /// An answer to a search.
    public init(
        to search: PatientSearch,
        id: InstanceID,
        creationTime: HL7Time,
        sender: HL7Device = .dmp,
        outcome: Outcome,
        details: [HL7Acknowledgement.Detail] = []
    ) {
        self.init(
            header: search.header.answer(id: id, creationTime: creationTime, as: sender),
            acknowledgement: outcome == .failed
                ? HL7Acknowledgement(refusing: search.header.id, details)
                : HL7Acknowledgement(accepting: search.header.id),
            queryID: search.queryID,
            traits: search.traits,
            outcome: outcome
        )
    }

    init(
        header: HL7MessageHeader,
        acknowledgement: HL7Acknowledgement,
        queryID: InstanceID?,
        traits: PatientSearch.Traits?,
        outcome: Outcome
    ) {
        self.header = header
        self.acknowledgement = acknowledgement
        self.queryID = queryID
        self.traits = traits
        self.outcome = outcome
    }
}
