import NIOSSL

/// The server's own certificate chain and key.
public struct TLSIdentity: Sendable {
    let chain: [NIOSSLCertificate]
    let key: NIOSSLPrivateKey

    /// A private key as it is stored.
    public enum PrivateKey: Sendable {
        /// PEM text.
        case pem([UInt8])
        /// DER, PKCS #8 or the key's own form.
        case der([UInt8])
    }

    /// An identity from its chain in DER, leaf first, and its key.
    public init(chain: [[UInt8]], privateKey: PrivateKey) throws(DoorError) {
        guard !chain.isEmpty else { throw .unusableCertificate }
        do {
            self.chain = try chain.map { try NIOSSLCertificate(bytes: $0, format: .der) }
        } catch {
            throw .unusableCertificate
        }
        do {
            switch privateKey {
            case .pem(let bytes): key = try NIOSSLPrivateKey(bytes: bytes, format: .pem)
            case .der(let bytes): key = try NIOSSLPrivateKey(bytes: bytes, format: .der)
            }
        } catch {
            throw .unusablePrivateKey
        }
    }
}
