public import Sealing

/// The request to make a record, with its first tag.
public struct NewRecord: Hashable, Sendable, Codable {
    /// The record.
    public var recordID: RecordID
    /// The blind tag of the identifier (security design § 2.6).
    public var tag: Bytes32
    /// The code by which the custodian recognises that tag and record belong together.
    public var bindMAC: Bytes32
    /// The sealed identity traits.
    public var identityCiphertext: [UInt8]
    /// The day of arrival, as a day number of the caller's calendar.
    public var ingestDay: Int

    /// Gathers the parts.
    public init(recordID: RecordID, tag: Bytes32, bindMAC: Bytes32, identityCiphertext: [UInt8], ingestDay: Int) {
        self.recordID = recordID
        self.tag = tag
        self.bindMAC = bindMAC
        self.identityCiphertext = identityCiphertext
        self.ingestDay = ingestDay
    }
}

/// What a tag leads to.
public struct RecordHead: Hashable, Sendable, Codable {
    /// The record.
    public var recordID: RecordID
    /// The binding code of the tag that was asked.
    public var bindMAC: Bytes32
    /// The sealed identity traits.
    public var identityCiphertext: [UInt8]
    /// Starts at 1, grows by one at each replacement.
    public var identityVersion: Int
}
