internal import Crypto
internal import CryptoExtras
internal import X509

/// The kind of keys that a sample authority makes.
public enum SampleKeys: String, Sendable, CaseIterable {
    /// RSA of 2,048 bits, as cards and organisations have.
    case rsa2048
    /// P-256: made in no time, for tests.
    case p256

    func make() throws(SamplePKIError) -> Certificate.PrivateKey {
        switch self {
        case .p256: return Certificate.PrivateKey(P256.Signing.PrivateKey())
        case .rsa2048:
            guard let key = try? _RSA.Signing.PrivateKey(keySize: .bits2048) else { throw .notMade }
            return Certificate.PrivateKey(key)
        }
    }
}

/// Why sample certificates could not be made or read back.
public enum SamplePKIError: Error, Hashable, Sendable {
    /// A key or certificate could not be made.
    case notMade
    /// A file is missing or is not what its name says.
    case unreadable(file: String)
}
