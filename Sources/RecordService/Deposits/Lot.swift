public import XDSWire

/// A lot as a door received it: the metadata of the wire, and each document's bytes by the id of its entry.
public struct Lot: Sendable {
    /// The metadata.
    public let submission: Submission
    /// The bytes of each document.
    public let contents: [String: [UInt8]]

    /// Joins both.
    public init(submission: Submission, contents: [String: [UInt8]]) {
        self.submission = submission
        self.contents = contents
    }
}

/// What became of a lot.
public enum DepositOutcome: String, Sendable {
    /// It is in the record.
    case deposited
    /// The very same documents were there already; nothing was added.
    case alreadyThere
}
