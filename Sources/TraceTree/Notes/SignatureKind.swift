/// The kinds of key that sign notes here, by the type byte of C2SP signed-note.
public enum SignatureKind: Hashable, Sendable, CaseIterable {
    /// 0x01: Ed25519 over the text of the note.
    case ed25519
    /// 0x04: Ed25519 over a time and the text (C2SP tlog-cosignature, `cosignature/v1`).
    case cosignature
    /// 0xff and our own identifier: ML-DSA-65 over the text.
    case mldsa65

    /// What comes before the public key in a verifier key and in the key id.
    var prefix: [UInt8] {
        switch self {
        case .ed25519: [0x01]
        case .cosignature: [0x04]
        case .mldsa65: [0xff] + Array("dmp/ml-dsa-65".utf8)
        }
    }

    var publicKeyLength: Int {
        switch self {
        case .ed25519, .cosignature: 32
        case .mldsa65: 1_952
        }
    }
}
