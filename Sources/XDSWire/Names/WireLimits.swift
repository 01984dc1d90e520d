/// What one message may hold at most.
public enum WireLimits {
    /// Registry objects in a submission or in an answer.
    public static let objects = 10_000
    /// Findings collected before the reader stops adding.
    public static let findings = 200
    /// Values of one query parameter, over all its repetitions.
    public static let queryValues = 1_000
    /// Bytes of the name of a query parameter; a longer one is passed over, as any that no query knows.
    public static let parameterName = 64
    /// Digits of a number in a query, as long as the largest of 64 bits.
    public static let numberDigits = 20
    /// Author patterns in one query: each is held against every author of the record.
    public static let authorPatterns = 20
    /// Characters of one field value (XCN, XON, CX): HL7 v2 fields are at most 256, labels make them longer.
    public static let fieldBytes = 2_048
    /// Bytes of a media type: two names of 127 at most and a slash (RFC 6838 § 4.2).
    public static let mediaType = 256
    /// Documents asked for in one retrieval.
    public static let retrievals = 1_000
}
