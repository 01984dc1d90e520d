/// The head of a log: what is signed (C2SP tlog-checkpoint).
public struct Checkpoint: Hashable, Sendable {
    /// The name of the log.
    public let origin: String
    /// How many entries it has.
    public let size: UInt64
    /// The root of its tree.
    public let root: [UInt8]
    /// Further lines, without meaning here; ours have none.
    public let extensions: [String]

    /// A head of a log; refuses an origin that is not a key name and a root that is not 32 bytes.
    public init(origin: String, size: UInt64, root: [UInt8]) throws(TraceTreeError) {
        guard VerifierKey.isName(origin), root.count == MerkleHash.length else { throw .malformed(.checkpoint) }
        self.origin = origin
        self.size = size
        self.root = root
        extensions = []
    }

    /// Reads the text of a note.
    public init(parsing text: String) throws(TraceTreeError) {
        guard let lines = Lines.split(Array(text.utf8)), lines.count >= 3, !lines.contains(""),
            VerifierKey.isName(lines[0]), let size = DecimalNumber.parse(lines[1]),
            let root = Base64.decode(lines[2]), root.count == MerkleHash.length
        else { throw .malformed(.checkpoint) }
        origin = lines[0]
        self.size = size
        self.root = root
        extensions = Array(lines.dropFirst(3))
    }

    /// The text that is signed.
    public var text: String {
        ([origin, String(size), Base64.encode(root)] + extensions).map { $0 + "\n" }.joined()
    }

    /// The note of this checkpoint, signed by the log.
    public func signed(by signers: [NoteSigner]) throws(TraceTreeError) -> SignedNote {
        var note = try SignedNote(text: text)
        for signer in signers { note.add(try signer.signature(of: text)) }
        return note
    }

    /// The checkpoint of a note that the given log key has signed under its own origin.
    public init(verifying note: SignedNote, log: VerifierKey) throws(TraceTreeError) {
        guard log.kind != .cosignature else { throw .unusableKey }
        guard try !note.verified(by: [log]).isEmpty else { throw .unsigned(.checkpoint) }
        try self.init(parsing: note.text)
        guard log.name == origin || log.name == origin + Self.postQuantumSuffix else { throw .unsigned(.checkpoint) }
    }

    /// What the name of a log's ML-DSA-65 key adds to its origin.
    public static let postQuantumSuffix = "/ml-dsa-65"
}
