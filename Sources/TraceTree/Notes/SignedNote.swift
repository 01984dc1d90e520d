/// A signature line of a note, not yet verified.
public struct NoteSignature: Hashable, Sendable {
    /// The name it claims.
    public let name: String
    /// Four bytes that help find the key.
    public let keyID: [UInt8]
    /// What follows the key id: for a cosignature, a time and a signature.
    public let bytes: [UInt8]

    /// `— name base64(keyID ‖ bytes)` without the end of line.
    public var line: String { "\u{2014} " + name + " " + Base64.encode(keyID + bytes) }

    /// Reads a signature line without its end.
    public init(line: String) throws(TraceTreeError) {
        let parts = line.utf8.split(separator: 0x20, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard parts.count == 3, parts[0].utf8.elementsEqual("\u{2014}".utf8), VerifierKey.isName(parts[1]),
            let blob = Base64.decode(parts[2]), blob.count >= 5
        else { throw .malformed(.note) }
        self.init(name: parts[1], keyID: Array(blob.prefix(4)), bytes: Array(blob.dropFirst(4)))
    }

    init(name: String, keyID: [UInt8], bytes: [UInt8]) {
        self.name = name
        self.keyID = keyID
        self.bytes = bytes
    }
}

/// A text with signatures (C2SP signed-note).
public struct SignedNote: Hashable, Sendable {
    /// More bytes than any note here has.
    public static let maximumLength = 1 << 20
    /// More signatures than any note here has.
    public static let maximumSignatures = 100

    /// The text, ending in a line end, which is what is signed.
    public let text: String
    /// The signatures in order.
    public private(set) var signatures: [NoteSignature]

    /// A note without signatures; refuses a text that does not end a line or holds control characters.
    public init(text: String) throws(TraceTreeError) {
        guard text.utf8.count <= Self.maximumLength else { throw .tooLarge(.note) }
        guard text.utf8.last == 0x0A, text.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else {
            throw .malformed(.note)
        }
        self.text = text
        signatures = []
    }

    /// Reads a note: the text, an empty line, one signature line or more.
    public init(parsing bytes: [UInt8]) throws(TraceTreeError) {
        guard bytes.count <= Self.maximumLength else { throw .tooLarge(.note) }
        guard let lines = Lines.split(bytes), let gap = lines.lastIndex(of: ""), gap > 0 else {
            throw .malformed(.note)
        }
        let claims = lines[(gap + 1)...]
        guard !claims.isEmpty else { throw .malformed(.note) }
        guard claims.count <= Self.maximumSignatures else { throw .tooLarge(.note) }
        try self.init(text: lines[..<gap].map { $0 + "\n" }.joined())
        for line in claims { signatures.append(try NoteSignature(line: line)) }
    }

    /// Adds a signature.
    public mutating func add(_ signature: NoteSignature) {
        signatures.append(signature)
    }

    /// The whole note.
    public var encoded: String {
        text + "\n" + signatures.map { $0.line + "\n" }.joined()
    }

    /// The signatures by the given keys.
    ///
    /// Unknown ones are passed over; a known key's bad signature is an error.
    public func verified(by keys: [VerifierKey]) throws(TraceTreeError) -> [VerifiedSignature] {
        var found: [VerifiedSignature] = []
        for signature in signatures {
            guard let key = keys.first(where: { $0.name == signature.name && $0.keyID == signature.keyID }) else {
                continue
            }
            guard let verdict = key.verdict(on: signature, text: text) else { throw .badSignature(.note) }
            if !found.contains(where: { $0.key == key }) { found.append(verdict) }
        }
        return found
    }
}
