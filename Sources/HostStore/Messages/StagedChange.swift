public import Sealing

/// What becomes of a row when a change is applied; finer states are inside the sealed row.
public enum ChangeEffect: Int, Sendable, Codable {
    /// The row stays, with its new bytes.
    case keep = 1
    /// Content, row and key are erased; ordinal and leaf hash stay as a tombstone (§ 2.9).
    case erase = 4
}

/// A change of one row, stored before the custodian decides it.
public struct StagedChange: Hashable, Sendable, Codable {
    /// The name of the change.
    public var changeID: ChangeID
    /// The work that it is part of, by whose end at the custodian it is settled; nil where it was staged before works were
    /// named here.
    public var work: DepositID?
    /// The record.
    public var recordID: RecordID
    /// The document.
    public var documentID: DocumentID
    /// The version of the metadata row that the change was made from.
    public var expectedMetaVersion: Int
    /// The leaf hash that the change was made from.
    public var expectedLeafHash: Bytes32
    /// The new sealed row; not kept for an erasure.
    public var newRow: [UInt8]
    /// The new wrapped key; not kept for an erasure.
    public var newWrappedKey: [UInt8]
    /// The new leaf hash.
    public var newLeafHash: Bytes32
    /// What becomes of the row.
    public var effect: ChangeEffect
    /// The day of staging, as a day number of the caller's calendar.
    public var ingestDay: Int

    /// Gathers the parts.
    public init(
        changeID: ChangeID,
        work: DepositID? = nil,
        recordID: RecordID,
        documentID: DocumentID,
        expectedMetaVersion: Int,
        expectedLeafHash: Bytes32,
        newRow: [UInt8],
        newWrappedKey: [UInt8],
        newLeafHash: Bytes32,
        effect: ChangeEffect,
        ingestDay: Int
    ) {
        self.changeID = changeID
        self.work = work
        self.recordID = recordID
        self.documentID = documentID
        self.expectedMetaVersion = expectedMetaVersion
        self.expectedLeafHash = expectedLeafHash
        self.newRow = newRow
        self.newWrappedKey = newWrappedKey
        self.newLeafHash = newLeafHash
        self.effect = effect
        self.ingestDay = ingestDay
    }
}
