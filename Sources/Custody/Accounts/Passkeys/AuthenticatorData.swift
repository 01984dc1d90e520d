/// What an authenticator says and signs (WebAuthn § 6.1).
struct AuthenticatorData: Hashable, Sendable {
    /// A credential that was just made (§ 6.5.1).
    struct Made: Hashable, Sendable {
        let credential: [UInt8]
        /// The public key as COSE writes it, and what follows it.
        let key: ArraySlice<UInt8>
    }

    /// The most bytes that are read.
    static let limit = 4096
    /// How long the name of a credential may be (§ 4, *Credential ID*).
    static let credentialLengths = 16...1023

    let partyDigest: [UInt8]
    let isPresent: Bool
    let isVerified: Bool
    let counter: UInt32
    let made: Made?

    /// Reads it; extensions are not asked for and stay unread, under the signature.
    init(_ bytes: [UInt8]) throws(PasskeyFault) {
        guard bytes.count <= Self.limit, bytes.count >= 37 else { throw .malformed }
        partyDigest = Array(bytes.prefix(32))
        let flags = bytes.dropFirst(32).first ?? 0
        isPresent = flags & 0x01 != 0
        isVerified = flags & 0x04 != 0
        let (mayBeCopied, isCopied) = (flags & 0x08 != 0, flags & 0x10 != 0)
        let (isMade, isExtended) = (flags & 0x40 != 0, flags & 0x80 != 0)
        // § 6.1.3: what cannot be backed up is not.
        guard mayBeCopied || !isCopied, flags & 0x22 == 0 else { throw .wrongFlags }
        counter = bytes.dropFirst(33).prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        var rest = bytes.dropFirst(37)
        if isMade {
            // Sixteen bytes of the model's name, which is not asked for.
            guard rest.count >= 18 else { throw .malformed }
            rest = rest.dropFirst(16)
            let length = rest.prefix(2).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(2)
            guard Self.credentialLengths.contains(length), rest.count > length else { throw .malformed }
            made = Made(credential: Array(rest.prefix(length)), key: rest.dropFirst(length))
        } else {
            made = nil
            guard rest.isEmpty != isExtended else { throw .malformed }
        }
    }
}
