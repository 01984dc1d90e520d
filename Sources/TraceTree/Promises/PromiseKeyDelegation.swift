/// The text by which a log names the promise key of the day; it is signed as a note by the log's key.
public struct PromiseKeyDelegation: Hashable, Sendable {
    /// The log.
    public let origin: String
    /// The Ed25519 public key.
    public let publicKey: [UInt8]
    /// From when, in seconds since 1970.
    public let notBefore: UInt64
    /// Until when, in seconds since 1970; later than `notBefore`.
    public let notAfter: UInt64

    /// Refuses a key that is not 32 bytes and a period that is empty.
    public init(
        origin: String,
        publicKey: [UInt8],
        notBefore: UInt64,
        notAfter: UInt64
    ) throws(TraceTreeError) {
        guard VerifierKey.isName(origin), publicKey.count == 32, notBefore < notAfter else {
            throw .malformed(.delegation)
        }
        self.origin = origin
        self.publicKey = publicKey
        self.notBefore = notBefore
        self.notAfter = notAfter
    }

    /// Reads the text of a note.
    public init(parsing text: String) throws(TraceTreeError) {
        guard let lines = Lines.split(Array(text.utf8)), lines.count == 5, lines[1] == "promise-key",
            let key = Base64.decode(lines[2]), let notBefore = DecimalNumber.parse(lines[3]),
            let notAfter = DecimalNumber.parse(lines[4])
        else { throw .malformed(.delegation) }
        try self.init(origin: lines[0], publicKey: key, notBefore: notBefore, notAfter: notAfter)
    }

    /// Origin, `promise-key`, key, not before, not after: a line each.
    public var text: String {
        [origin, "promise-key", Base64.encode(publicKey), String(notBefore), String(notAfter)]
            .map { $0 + "\n" }.joined()
    }

    /// The delegation of a note that the log's key has signed under its own origin.
    public init(verifying note: SignedNote, log: VerifierKey) throws(TraceTreeError) {
        guard log.kind != .cosignature else { throw .unusableKey }
        guard try !note.verified(by: [log]).isEmpty else { throw .unsigned(.delegation) }
        try self.init(parsing: note.text)
        guard log.name == origin || log.name == origin + Checkpoint.postQuantumSuffix else {
            throw .unsigned(.delegation)
        }
    }
}
