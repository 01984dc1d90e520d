import Crypto
import Foundation
import NIOSSL
import ServerKit
import SwiftASN1
@_spi(FixedExpiryValidationTime) import X509

/// A certificate with its key.
struct TestCredential {
    let certificate: Certificate
    let key: P256.Signing.PrivateKey

    var der: [UInt8] { get throws { try certificate.serializeAsPEM().derBytes } }
    var pemKey: [UInt8] { Array(key.pemRepresentation.utf8) }
    var chain: [NIOSSLCertificateSource] {
        get throws { [.certificate(try NIOSSLCertificate(bytes: der, format: .der))] }
    }
    var privateKey: NIOSSLPrivateKeySource {
        get throws { .privateKey(try NIOSSLPrivateKey(bytes: pemKey, format: .pem)) }
    }
}

/// An authority that lives for one test.
struct TestAuthority {
    static let day: TimeInterval = 86_400
    /// The moment at which tests verify: 1 April 2026.
    static let moment = Date(timeIntervalSince1970: 1_775_031_300)

    let root: TestCredential

    init(_ name: String) throws {
        let key = P256.Signing.PrivateKey()
        let subject = try DistinguishedName { CommonName(name) }
        root = TestCredential(
            certificate: try Certificate(
                version: .v3,
                serialNumber: .init(),
                publicKey: .init(key.publicKey),
                notValidBefore: Self.moment - 100 * Self.day,
                notValidAfter: Self.moment + 3650 * Self.day,
                issuer: subject,
                subject: subject,
                signatureAlgorithm: .ecdsaWithSHA256,
                extensions: try Certificate.Extensions {
                    Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                    Critical(KeyUsage(keyCertSign: true))
                },
                issuerPrivateKey: .init(key)
            ),
            key: key
        )
    }

    func issue(_ name: String, until: Date = moment + 365 * day) throws -> TestCredential {
        let key = P256.Signing.PrivateKey()
        let certificate = try Certificate(
            version: .v3,
            serialNumber: .init(),
            publicKey: .init(key.publicKey),
            notValidBefore: Self.moment - 10 * Self.day,
            notValidAfter: until,
            issuer: root.certificate.subject,
            subject: try DistinguishedName { CommonName(name) },
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth, .clientAuth])
                SubjectAlternativeNames([.dnsName("localhost")])
            },
            issuerPrivateKey: .init(root.key)
        )
        return TestCredential(certificate: certificate, key: key)
    }

    /// Verifies as a door of the house would: own roots, own moment, RFC 5280.
    var verifier: PeerVerifier {
        { [root] chain in
            guard let certificates = try? chain.map({ try Certificate(derEncoded: $0) }), let leaf = certificates.first
            else { return .refused(.unreadable) }
            guard leaf.notValidAfter > Self.moment else { return .refused(.expired) }
            var verifier = Verifier(rootCertificates: CertificateStore([root.certificate])) {
                RFC5280Policy(fixedExpiryValidationTime: Self.moment)
            }
            let result = await verifier.validate(
                leaf: leaf,
                intermediates: CertificateStore(certificates.dropFirst())
            )
            guard case .validCertificate(let path) = result,
                let bytes = try? path.map({ try $0.serializeAsPEM().derBytes })
            else { return .refused(.unknownAuthority) }
            return .accepted(path: bytes)
        }
    }
}
