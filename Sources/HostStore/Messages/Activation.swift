public import Sealing

/// The place that the custodian gave one document in the record's state tree.
public struct LeafAssignment: Hashable, Sendable, Codable {
    /// The document.
    public var documentID: DocumentID
    /// Its place, from 0.
    public var ordinal: Int
    /// The hash of its leaf.
    public var leafHash: Bytes32

    /// Gathers the parts.
    public init(documentID: DocumentID, ordinal: Int, leafHash: Bytes32) {
        self.documentID = documentID
        self.ordinal = ordinal
        self.leafHash = leafHash
    }
}

/// The custodian's commitment, carried out at the host (security design § 2.7, step 5).
public struct Activation: Hashable, Sendable, Codable {
    /// The deposit.
    public var depositID: DepositID
    /// One place for each of its documents.
    public var assignments: [LeafAssignment]
    /// The custodian's promise, kept beside every row.
    public var receipt: [UInt8]
    /// Staged changes of other documents that become true in the same transaction (a replacement).
    public var changes: [ChangeID]

    /// Gathers the parts.
    public init(depositID: DepositID, assignments: [LeafAssignment], receipt: [UInt8], changes: [ChangeID] = []) {
        self.depositID = depositID
        self.assignments = assignments
        self.receipt = receipt
        self.changes = changes
    }
}

/// What an activation or a change found.
public enum Outcome: String, Sendable, Codable {
    /// It has been done now.
    case done
    /// It had been done before: same answer, nothing moved.
    case alreadyDone
}
