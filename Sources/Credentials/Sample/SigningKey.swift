internal import SafeXML
internal import Synchronization

/// A private key that is decoded when it first signs, and once.
final class SigningKey: Sendable {
    private let pem: String
    private let decoded = Mutex<XMLSigner?>(nil)

    /// Keeps a key in PEM, not encrypted.
    init(_ pem: String) { self.pem = pem }

    /// What signs with it.
    func signer() throws(XMLSignatureError) -> XMLSigner {
        if let known = decoded.withLock({ $0 }) { return known }
        let made = try XMLSigner(privateKeyPEM: pem)
        decoded.withLock { $0 = made }
        return made
    }
}
