import Crypto

/// A public key that verifies notes, with the name it signs under: `name+keyid+base64`.
public struct VerifierKey: Hashable, Sendable {
    /// The name on the signature line.
    public let name: String
    /// The kind of signature.
    public let kind: SignatureKind
    /// The public key.
    public let publicKey: [UInt8]
    /// The first four bytes of SHA-256(name ‖ 0x0A ‖ kind ‖ key).
    public let keyID: [UInt8]

    /// Refuses a name that cannot stand on a signature line and a key of the wrong length.
    public init(name: String, kind: SignatureKind, publicKey: [UInt8]) throws(TraceTreeError) {
        guard Self.isName(name), publicKey.count == kind.publicKeyLength else { throw .malformed(.verifierKey) }
        self.name = name
        self.kind = kind
        self.publicKey = publicKey
        keyID = Array(SHA256.hash(data: Array(name.utf8) + [0x0A] + kind.prefix + publicKey).prefix(4))
    }

    /// Reads the text form; the key id must be the key's own.
    public init(parsing text: String) throws(TraceTreeError) {
        guard text.utf8.count <= 8_192 else { throw .tooLarge(.verifierKey) }
        // The base64 part may hold plus signs: only the first two separate.
        let parts = text.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 3, let bytes = Base64.decode(parts[2]),
            let kind = SignatureKind.allCases.first(where: {
                bytes.starts(with: $0.prefix) && bytes.count == $0.prefix.count + $0.publicKeyLength
            })
        else { throw .malformed(.verifierKey) }
        try self.init(name: parts[0], kind: kind, publicKey: Array(bytes.dropFirst(kind.prefix.count)))
        guard keyIDText.utf8.elementsEqual(parts[1].utf8) else { throw .malformed(.verifierKey) }
    }

    /// The text form.
    public var text: String {
        name + "+" + keyIDText + "+" + Base64.encode(kind.prefix + publicKey)
    }

    private var keyIDText: String {
        keyID.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Visible ASCII without `+`: stricter than C2SP signed-note, which also takes letters of other scripts.
    static func isName(_ name: String) -> Bool {
        (1...255).contains(name.utf8.count)
            && name.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "+") }
    }
}
