public import Sealing

/// All that the host knows of a row's life.
public enum RowState: Int, Sendable, Codable {
    /// Deposited, not committed by the custodian.
    case pending = 0
    /// Committed.
    case active = 1
    /// A tombstone: ordinal and leaf hash only.
    case erased = 4
}

/// One active document.
public struct DocumentRow: Hashable, Sendable, Codable {
    /// The document.
    public var documentID: DocumentID
    /// The record it belongs to.
    public var recordID: RecordID
    /// Its place in the state tree.
    public var ordinal: Int
    /// The version of the content.
    public var version: Int
    /// The cipher suite.
    public var suite: Int
    /// The version of the metadata row.
    public var metaVersion: Int
    /// The sealed metadata row.
    public var rowCiphertext: [UInt8]
    /// The wrapped document key.
    public var wrappedKey: [UInt8]
    /// The object file, or nothing when the content is inline.
    public var objectKey: ObjectKey?
    /// The length of the sealed content.
    public var ciphertextLength: Int
    /// SHA-256 of the sealed content.
    public var ciphertextSHA256: Bytes32
    /// The hash of the row's leaf; the reader holds the row against it and the leaf against the root.
    public var leafHash: Bytes32
    /// The custodian's promise.
    public var receipt: [UInt8]
}

/// One leaf of a record's state tree, tombstones included.
public struct LeafRow: Hashable, Sendable, Codable {
    /// Its place.
    public var ordinal: Int
    /// Its document.
    public var documentID: DocumentID
    /// Its hash.
    public var leafHash: Bytes32
    /// Active or erased.
    public var state: RowState
}

/// One active submission set.
public struct SetRow: Hashable, Sendable, Codable {
    /// The set.
    public var setID: SetID
    /// The sealed description.
    public var ciphertext: [UInt8]
    /// The lowest ordinal of the documents it came with.
    public var ordinal: Int
}

/// A record as one instant shows it: what is needed to list it and to rebuild its root.
public struct RecordContents: Hashable, Sendable, Codable {
    /// The active documents, by ordinal.
    public var rows: [DocumentRow]
    /// Every leaf, by ordinal.
    public var leaves: [LeafRow]
    /// The active submission sets, by ordinal.
    public var sets: [SetRow]
}
