public import Sealing

/// Where sealed content lies: at most 64 KiB in the row's own database, anything longer in a file.
public enum ContentPlace: Hashable, Sendable, Codable {
    /// The bytes themselves.
    case inline([UInt8])
    /// A file of this random name, to be written after the row.
    case file(ObjectKey)
}

/// One sealed document of a deposit.
public struct PendingDocument: Hashable, Sendable, Codable {
    /// The document.
    public var documentID: DocumentID
    /// The blind tag of its unique identifier, unique over the host.
    public var uidTag: Bytes32
    /// The blind tag of its entry identifier, where the depositor gave one; unique over the host.
    public var uuidTag: Bytes32?
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
    /// Where the sealed content lies.
    public var content: ContentPlace
    /// The length of the sealed content.
    public var ciphertextLength: Int
    /// SHA-256 of the sealed content.
    public var ciphertextSHA256: Bytes32

    /// Gathers the parts; ``HostStore/insertPending(_:)`` checks them against each other.
    public init(
        documentID: DocumentID,
        uidTag: Bytes32,
        uuidTag: Bytes32? = nil,
        version: Int,
        suite: Int,
        metaVersion: Int,
        rowCiphertext: [UInt8],
        wrappedKey: [UInt8],
        content: ContentPlace,
        ciphertextLength: Int,
        ciphertextSHA256: Bytes32
    ) {
        self.documentID = documentID
        self.uidTag = uidTag
        self.uuidTag = uuidTag
        self.version = version
        self.suite = suite
        self.metaVersion = metaVersion
        self.rowCiphertext = rowCiphertext
        self.wrappedKey = wrappedKey
        self.content = content
        self.ciphertextLength = ciphertextLength
        self.ciphertextSHA256 = ciphertextSHA256
    }
}

/// One sealed submission set of a deposit.
public struct PendingSet: Hashable, Sendable, Codable {
    /// The set.
    public var setID: SetID
    /// The sealed description of the set.
    public var ciphertext: [UInt8]

    /// Gathers the parts.
    public init(setID: SetID, ciphertext: [UInt8]) {
        self.setID = setID
        self.ciphertext = ciphertext
    }
}

/// A whole lot, inserted in one go: every row or none.
public struct PendingDeposit: Hashable, Sendable, Codable {
    /// The custodian's name for the deposit.
    public var depositID: DepositID
    /// The record that receives it.
    public var recordID: RecordID
    /// The day of arrival, as a day number of the caller's calendar.
    public var ingestDay: Int
    /// The documents, at least one.
    public var documents: [PendingDocument]
    /// The sealed submission sets.
    public var sets: [PendingSet]

    /// Gathers the parts.
    public init(
        depositID: DepositID,
        recordID: RecordID,
        ingestDay: Int,
        documents: [PendingDocument],
        sets: [PendingSet] = []
    ) {
        self.depositID = depositID
        self.recordID = recordID
        self.ingestDay = ingestDay
        self.documents = documents
        self.sets = sets
    }
}

/// A deposit that the janitor may ask the custodian about.
public struct PendingSummary: Hashable, Sendable, Codable {
    /// The deposit.
    public var depositID: DepositID
    /// The record it is meant for.
    public var recordID: RecordID
    /// The day it arrived.
    public var ingestDay: Int
    /// Its documents.
    public var documents: [DocumentID]
}
