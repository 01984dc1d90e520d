/// The signature algorithms this house accepts, by their URI (X12).
///
/// HMAC and DSA do not exist here. RSA-PSS is missing because xmlsec 1.2, the version of Debian 12, does not have it: such a signature is refused.
public enum SignatureAlgorithm: String, Sendable, CaseIterable, Hashable {
    /// RSA PKCS#1 v1.5 with SHA-1: only where a policy tolerates it.
    case rsaSHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
    /// RSA PKCS#1 v1.5 with SHA-256.
    case rsaSHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    /// RSA PKCS#1 v1.5 with SHA-384.
    case rsaSHA384 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384"
    /// RSA PKCS#1 v1.5 with SHA-512.
    case rsaSHA512 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"
    /// ECDSA on P-256 or P-384 with SHA-256.
    case ecdsaSHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
    /// ECDSA on P-256 or P-384 with SHA-384.
    case ecdsaSHA384 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384"

    /// ECDSA on P-256 or P-384 with SHA-512.
    case ecdsaSHA512 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512"

    /// True for RSA keys, false for elliptic curve keys.
    public var isRSA: Bool {
        switch self {
        case .rsaSHA1, .rsaSHA256, .rsaSHA384, .rsaSHA512: true
        case .ecdsaSHA256, .ecdsaSHA384, .ecdsaSHA512: false
        }
    }

    /// True for what only a legacy policy accepts.
    public var isLegacy: Bool { self == .rsaSHA1 }
}

/// The digest algorithms this house knows, by their URI.
public enum DigestAlgorithm: String, Sendable, CaseIterable, Hashable {
    /// SHA-1: only where a policy tolerates it.
    case sha1 = "http://www.w3.org/2000/09/xmldsig#sha1"
    /// SHA-256.
    case sha256 = "http://www.w3.org/2001/04/xmlenc#sha256"
    /// SHA-384.
    case sha384 = "http://www.w3.org/2001/04/xmldsig-more#sha384"
    /// SHA-512.
    case sha512 = "http://www.w3.org/2001/04/xmlenc#sha512"

    /// True for what only a legacy policy accepts.
    public var isLegacy: Bool { self == .sha1 }
}
