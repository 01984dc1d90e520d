import Crypto

/// Signs notes under a name; the private key may be here or behind a closure, as in a PKCS#11 token.
public struct NoteSigner: Sendable {
    /// Gives the raw signature of a message.
    public typealias Sign = @Sendable ([UInt8]) throws -> [UInt8]

    /// What verifies its signatures.
    public let verifier: VerifierKey
    private let sign: Sign

    /// A signer whose private key is elsewhere.
    public init(verifier: VerifierKey, sign: @escaping Sign) {
        self.verifier = verifier
        self.sign = sign
    }

    /// A signer with its private key in memory, from a 32-byte seed.
    public init(name: String, kind: SignatureKind, seed: [UInt8]) throws(TraceTreeError) {
        guard seed.count == 32 else { throw .unusableKey }
        do {
            switch kind {
            case .ed25519, .cosignature:
                let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
                let verifier = try VerifierKey(
                    name: name,
                    kind: kind,
                    publicKey: Array(key.publicKey.rawRepresentation)
                )
                self.init(verifier: verifier) { Array(try key.signature(for: $0)) }
            case .mldsa65:
                let key = try MLDSA65.PrivateKey(seedRepresentation: seed, publicKey: nil)
                let verifier = try VerifierKey(
                    name: name,
                    kind: kind,
                    publicKey: Array(key.publicKey.rawRepresentation)
                )
                self.init(verifier: verifier) { Array(try key.signature(for: $0)) }
            }
        } catch let error as TraceTreeError {
            throw error
        } catch {
            throw .unusableKey
        }
    }

    /// The signature line of a text; `time`, in seconds since 1970, is for a cosignature and only for it.
    ///
    /// The signature is verified before it is given: a faulty token must not publish a bad one.
    public func signature(of text: String, time: UInt64? = nil) throws(TraceTreeError) -> NoteSignature {
        let isCosignature = verifier.kind == .cosignature
        guard isCosignature == (time != nil) else { throw .malformed(.cosignature) }
        let message = time.map { Cosignature.message(text: text, time: $0) } ?? Array(text.utf8)
        var bytes: [UInt8] = []
        if let time { bytes.appendBigEndian(time) }
        do {
            bytes += try sign(message)
        } catch {
            throw .unusableKey
        }
        let signature = NoteSignature(name: verifier.name, keyID: verifier.keyID, bytes: bytes)
        guard verifier.verdict(on: signature, text: text) != nil else { throw .unusableKey }
        return signature
    }
}
