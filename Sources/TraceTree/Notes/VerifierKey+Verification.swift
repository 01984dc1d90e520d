import Crypto

extension VerifierKey {
    /// Whether the bytes are this key's signature of the message itself (not of a cosignature).
    func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        switch kind {
        case .ed25519, .cosignature:
            guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
            return key.isValidSignature(signature, for: message)
        case .mldsa65:
            guard let key = try? MLDSA65.PublicKey(rawRepresentation: publicKey) else { return false }
            return key.isValidSignature(signature, for: message)
        }
    }

    /// What a signature on a note says, or `nil` when it does not verify.
    func verdict(on signature: NoteSignature, text: String) -> VerifiedSignature? {
        var blob = ByteCursor(signature.bytes)
        switch kind {
        case .ed25519, .mldsa65:
            guard isValid(signature.bytes, for: Array(text.utf8)) else { return nil }
            return VerifiedSignature(key: self, time: nil)
        case .cosignature:
            guard let time = blob.readUInt64(), let rest = blob.read(64), blob.remaining == 0,
                isValid(rest, for: Cosignature.message(text: text, time: time))
            else { return nil }
            return VerifiedSignature(key: self, time: time)
        }
    }
}

/// A signature that verified.
public struct VerifiedSignature: Hashable, Sendable {
    /// By which key.
    public let key: VerifierKey
    /// When, in seconds since 1970, for a witness's cosignature.
    public let time: UInt64?
}

/// C2SP tlog-cosignature, `cosignature/v1`.
enum Cosignature {
    static func message(text: String, time: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n".utf8) + Array(text.utf8)
    }
}
