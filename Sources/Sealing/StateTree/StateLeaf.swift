/// The state of one document in the state tree of its record.
public enum DocumentState: UInt8, Hashable, Codable, Sendable, CaseIterable {
    /// Prepared, not yet committed.
    case pending = 0
    /// In force.
    case active = 1
    /// Replaced by another.
    case deprecated = 2
    /// Put away, still readable.
    case archived = 3
    /// Erased; the leaf stays as a tombstone so that ordinals do not move.
    case erased = 4
}

/// One leaf of the state tree: 87 bytes that fix a document's version, class, state, row and wrapped key.
public struct StateLeaf: Hashable, Sendable {
    /// The length of the encoding.
    public static let encodedLength = 87

    /// The document.
    public let document: DocumentID
    /// The version of the document.
    public let version: UInt32
    /// Its class.
    public let confidentiality: ConfidentialityClass
    /// Its state.
    public let state: DocumentState
    /// SHA-256 of the metadata row as the host holds it.
    public let metadataRowHash: [UInt8]
    /// SHA-256 of the wrapped document key as the host holds it.
    public let wrappedKeyHash: [UInt8]

    /// Describes a document by the row and the wrapped key that the host holds.
    public init(
        document: DocumentID,
        version: UInt32,
        confidentiality: ConfidentialityClass,
        state: DocumentState,
        metadataRow: [UInt8],
        wrappedKey: [UInt8]
    ) {
        self.document = document
        self.version = version
        self.confidentiality = confidentiality
        self.state = state
        metadataRowHash = StateHash.of(metadataRow)
        wrappedKeyHash = StateHash.of(wrappedKey)
    }

    /// Describes a document by the hashes of its row and wrapped key; refuses hashes that are not 32 bytes.
    public init?(
        document: DocumentID,
        version: UInt32,
        confidentiality: ConfidentialityClass,
        state: DocumentState,
        metadataRowHash: [UInt8],
        wrappedKeyHash: [UInt8]
    ) {
        guard metadataRowHash.count == StateHash.length, wrappedKeyHash.count == StateHash.length else { return nil }
        self.document = document
        self.version = version
        self.confidentiality = confidentiality
        self.state = state
        self.metadataRowHash = metadataRowHash
        self.wrappedKeyHash = wrappedKeyHash
    }

    /// Reads an encoded leaf; refuses another length, version, class bit or state.
    public init(decoding bytes: [UInt8]) throws(SealingError) {
        var reader = ByteReader(bytes, element: .stateLeaf)
        guard try reader.readInteger(UInt8.self) == 1, let document = DocumentID(bytes: try reader.read(16)) else {
            throw .malformed(.stateLeaf)
        }
        self.document = document
        version = try reader.readInteger()
        guard let confidentiality = ConfidentialityClass(byte: try reader.readInteger()),
            let state = DocumentState(rawValue: try reader.readInteger())
        else { throw .malformed(.stateLeaf) }
        self.confidentiality = confidentiality
        self.state = state
        metadataRowHash = try reader.read(StateHash.length)
        wrappedKeyHash = try reader.read(StateHash.length)
        try reader.expectEnd()
    }

    /// `0x01 ‖ docId16 ‖ u32 version ‖ u8 class ‖ u8 state ‖ SHA-256(row) ‖ SHA-256(wrapped key)`.
    public var encoded: [UInt8] {
        var out: [UInt8] = [1]
        out.reserveCapacity(Self.encodedLength)
        out.append(contentsOf: document.bytes)
        out.appendBigEndian(version)
        out.append(confidentiality.rawValue)
        out.append(state.rawValue)
        out.append(contentsOf: metadataRowHash)
        out.append(contentsOf: wrappedKeyHash)
        return out
    }

    /// SHA-256(0x00 ‖ leaf).
    public var hash: [UInt8] { StateHash.leaf(encoded) }
}
