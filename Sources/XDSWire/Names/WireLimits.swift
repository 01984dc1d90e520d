/// What one message may hold at most.
public enum WireLimits {
    /// Registry objects in a submission or in an answer.
    public static let objects = 10_000
    /// Findings collected before the reader stops adding.
    public static let findings = 200
    /// Values of one query parameter, over all its repetitions.
    public static let queryValues = 1_000
    /// Author patterns in one query: each is held against every author of the record.
    public static let authorPatterns = 20
    /// Characters of one field value (XCN, XON, CX): HL7 v2 fields are at most 256, labels make them longer.
    public static let fieldBytes = 2_048
    /// Documents asked for in one retrieval.
    public static let retrievals = 1_000
}
