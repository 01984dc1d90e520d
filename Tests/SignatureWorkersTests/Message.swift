import ConfinedWorkers
import Foundation
import SafeXML
import SignatureWorkers
import WorkerSupport

/// A message signed by a key made once for these tests; it protects nothing.
struct Message {
    private static let privateKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgj8aIZERTBhV+HcoB
        XPmmBQbY3oLcjM1Kj+XLaJwtlSShRANCAATlfI0T9OF78Usf/lzimFjlk4Q9CVTF
        +rsstwdZTbuOH1egdQmxAvejR9WLT+M7PX+gZdcCzcZsHZqrR2fClTlJ
        -----END PRIVATE KEY-----
        """
    private static let publicKey = """
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE5XyNE/The/FLH/5c4phY5ZOEPQlUxfq7LLcHWU27jh9XoHUJsQL3o0fVi0/jOz1/oGXXAs3GbB2a\
        q0dnwpU5SQ==
        """

    let bytes: [UInt8]

    /// A message whose signed part holds that text.
    init(_ text: String) throws {
        var writer = XMLWriter()
        writer.start("m", ["ID": "m1"])
        SignatureTemplate(
            algorithm: .ecdsaSHA256,
            references: [
                SignatureTemplate.Reference(
                    id: "m1",
                    transforms: [.enveloped, .canonical(.exclusive)],
                    digest: .sha256
                )
            ],
            certificate: nil
        ).write(to: &writer)
        writer.element("t", text: text)
        bytes = try XMLSigner(privateKeyPEM: Self.privateKey).sign(writer.finish(), limits: .soapEnvelope)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// The same with something else in it.
    func replacing(_ old: String, with new: String) -> Message {
        Message(bytes: Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8))
    }

    /// The same with one letter or figure made another.
    func changing(_ at: Int) -> Message {
        var bytes = bytes
        bytes[at] = bytes[at] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
        return Message(bytes: bytes)
    }

    /// Nil where the signature is right, as whoever is asked says; else why not.
    func refusal(by verifier: any SignatureVerifying) async throws -> XMLSignatureError? {
        let document = try XMLDocument(parsing: bytes, limits: .soapEnvelope)
        do throws(XMLSignatureError) {
            let signature = try XMLSignature(onlyIn: document, childOf: document.root)
            let verified = try await signature.verify(
                .samlAssertion(legacy: .refused),
                expecting: [ExpectedReference(document.root)],
                key: .subjectPublicKeyInfo(Base64.decode(Self.publicKey) ?? []),
                by: verifier
            )
            return verified.covers(document.root) ? nil : .signatureInvalid
        } catch {
            return error
        }
    }
}

/// The program that goes astray on purpose, beside the tests.
enum ProbeProgram {
    static func named(_ deed: String) -> WorkerProgram { BuiltProgram.named("SignatureWorkerProbe", deed) }
}
