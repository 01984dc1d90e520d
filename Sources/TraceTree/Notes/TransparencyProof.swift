/// That an entry is in a log, checkable offline: index, path and signed checkpoint (C2SP tlog-proof).
public struct TransparencyProof: Hashable, Sendable {
    static let header = "c2sp.org/tlog-proof@v1"

    /// The index of the entry.
    public let index: UInt64
    /// The path from the entry's leaf to the checkpoint's root.
    public let path: [[UInt8]]
    /// The checkpoint with its signatures, as published.
    public let checkpoint: SignedNote
    /// Bytes for the application; nothing vouches for them.
    public let extra: [UInt8]?

    /// Puts a proof together; refuses one longer than any tree needs.
    public init(
        index: UInt64,
        path: [[UInt8]],
        checkpoint: SignedNote,
        extra: [UInt8]? = nil
    ) throws(TraceTreeError) {
        guard path.count <= InclusionProof.maximumLength, areHashes(path) else { throw .malformed(.proof) }
        self.index = index
        self.path = path
        self.checkpoint = checkpoint
        self.extra = extra
    }

    /// The text form.
    public var text: String {
        var lines = [Self.header]
        if let extra { lines.append("extra " + Base64.encode(extra)) }
        lines.append("index " + String(index))
        lines += path.map(Base64.encode)
        return lines.map { $0 + "\n" }.joined() + "\n" + checkpoint.encoded
    }

    /// Reads the text form.
    public init(parsing bytes: [UInt8]) throws(TraceTreeError) {
        guard bytes.count <= SignedNote.maximumLength else { throw .tooLarge(.proof) }
        guard var lines = Lines.split(bytes)?[...], lines.popFirst() == Self.header, let gap = lines.firstIndex(of: "")
        else { throw .malformed(.proof) }
        let note = lines[(gap + 1)...].map { $0 + "\n" }.joined()
        lines = lines[..<gap]
        var extra: [UInt8]?
        if let value = Self.value(of: "extra ", in: lines.first) {
            guard let decoded = Base64.decode(value) else { throw .malformed(.proof) }
            extra = decoded
            lines = lines.dropFirst()
        }
        guard let index = Self.value(of: "index ", in: lines.popFirst()).flatMap(DecimalNumber.parse),
            lines.count <= InclusionProof.maximumLength
        else { throw .malformed(.proof) }
        let path = lines.compactMap(Base64.decode)
        guard path.count == lines.count else { throw .malformed(.proof) }
        try self.init(
            index: index,
            path: path,
            checkpoint: try SignedNote(parsing: Array(note.utf8)),
            extra: extra
        )
    }

    /// The checkpoint in which the entry is proved, or an error when the log did not sign it or the path fails.
    public func verify(leafHash: [UInt8], log: VerifierKey) throws(TraceTreeError) -> Checkpoint {
        let head = try Checkpoint(verifying: checkpoint, log: log)
        guard
            InclusionProof.isValid(
                index: index,
                size: head.size,
                leafHash: leafHash,
                path: path,
                root: head.root
            )
        else { throw .malformed(.proof) }
        return head
    }

    private static func value(of prefix: String, in line: String?) -> String? {
        guard let line, line.utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: line.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
}
