internal import CXMLSec

/// The key a signature is checked with: the one the caller has validated, never the one the message names (X13).
public enum VerificationKey: Sendable, Hashable {
    /// The DER of an X.509 certificate.
    case certificate([UInt8])
    /// The DER of a SubjectPublicKeyInfo.
    case subjectPublicKeyInfo([UInt8])

    /// Smallest RSA modulus accepted, in bits.
    public static let minimumRSABits = 2048

    /// Loads the key and holds it against the algorithm; the caller owns the result.
    func load(for algorithm: SignatureAlgorithm) throws(XMLSignatureError) -> xmlSecKeyPtr {
        guard let key = KeyShelf.shared.key(self) else { throw .keyUnusable }
        do throws(XMLSignatureError) {
            try Self.check(key, der, algorithm)
        } catch {
            xmlSecKeyDestroy(key)
            throw error
        }
        return key
    }

    /// Decodes the key; the caller owns the result.
    func decoded() -> xmlSecKeyPtr? {
        let format =
            switch self {
            case .certificate: xmlSecKeyDataFormatCertDer
            case .subjectPublicKeyInfo: xmlSecKeyDataFormatDer
            }
        guard let size = UInt32(exactly: der.count), !der.isEmpty else { return nil }
        return xmlSecOpenSSLAppKeyLoadMemory(der, size, format, nil, nil, nil)
    }

    private var der: [UInt8] {
        switch self {
        case .certificate(let der), .subjectPublicKeyInfo(let der): der
        }
    }

    private static func check(
        _ key: xmlSecKeyPtr,
        _ der: [UInt8],
        _ algorithm: SignatureAlgorithm
    ) throws(XMLSignatureError) {
        guard let value = xmlSecKeyGetValue(key) else { throw .keyUnusable }
        if value.pointee.id == xmlSecOpenSSLKeyDataRsaGetKlass() {
            guard algorithm.isRSA else { throw .keyUnusable }
            guard Int(xmlSecKeyDataGetSize(value)) >= minimumRSABits else { throw .keyTooWeak }
        } else if value.pointee.id == xmlSecOpenSSLKeyDataEcdsaGetKlass() {
            guard !algorithm.isRSA else { throw .keyUnusable }
            guard isAcceptedCurve(der) else { throw .keyTooWeak }
        } else {
            throw .keyUnusable
        }
    }

    /// Looks at what follows the first id-ecPublicKey (RFC 5480 § 2.1.1), that of the key itself.
    ///
    /// Extensions come after it in a certificate. xmlsec does not tell the curve, and the size would let secp256k1 through.
    private static func isAcceptedCurve(_ der: [UInt8]) -> Bool {
        let publicKey: [UInt8] = [0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]
        let p256: [UInt8] = [0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]
        let p384: [UInt8] = [0x06, 0x05, 0x2B, 0x81, 0x04, 0x00, 0x22]
        guard let first = der.firstRange(of: publicKey) else { return false }
        let curve = der[first.upperBound...]
        return curve.starts(with: p256) || curve.starts(with: p384)
    }
}
