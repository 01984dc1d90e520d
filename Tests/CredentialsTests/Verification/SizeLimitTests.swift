import Crypto
import HealthRecord
import SwiftASN1
import Testing
import X509

@testable import Credentials

/// Certificates and revocation lists one byte below, at, and above what is read (issue 2, *Bad input*).
@Suite struct SizeLimitTests {
    let world: World

    init() throws { world = try World.fast.get() }

    /// A physician's certificate, filled up to exactly so many bytes by an extension that nobody reads.
    private func certificate(of length: Int) throws -> [UInt8] {
        let model = try Certificate(derEncoded: world.physician.signature.der)
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        var padding = length - 1200
        for _ in 0..<400 {
            var extensions = model.extensions
            extensions.remove("1.3.6.1.4.1.99999.1")
            try extensions.append(
                Certificate.Extension(
                    oid: ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"),
                    critical: false,
                    value: ArraySlice(repeating: 0, count: padding)
                )
            )
            let made = try Certificate(
                version: model.version,
                serialNumber: model.serialNumber,
                publicKey: model.publicKey,
                notValidBefore: model.notValidBefore,
                notValidAfter: model.notValidAfter,
                issuer: model.issuer,
                subject: model.subject,
                signatureAlgorithm: .ecdsaWithSHA256,
                extensions: extensions,
                issuerPrivateKey: key
            )
            var serializer = DER.Serializer()
            try serializer.serialize(made)
            let bytes = serializer.serializedBytes
            // A signature is a byte or two longer or shorter by chance.
            if bytes.count == length { return bytes }
            padding += length - bytes.count
        }
        throw Unfitting()
    }

    private struct Unfitting: Error {}

    @Test(arguments: [-1, 0, 1]) func aCertificateIsMeasured(step: Int) throws {
        let der = try certificate(of: CareCertificate.maximumLength + step)
        #expect(der.count == CareCertificate.maximumLength + step)
        if step > 0 {
            #expect(throws: CareCertificateError.unreadable) { try CareCertificate(der: der) }
        } else {
            #expect(
                try CareCertificate(der: der).subject == CareCertificate(der: world.physician.signature.der).subject
            )
        }
    }

    /// Sixty-four megabytes are not made for a test: the same door with a limit of its own.
    @Test(arguments: [-1, 0, 1]) func aRevocationListIsMeasured(step: Int) throws {
        let lists = try world.pki.revocationLists(at: World.now, revoked: [world.physician.signature])
        let list = try #require(lists.first)
        if step < 0 {
            #expect(throws: RevocationListError.unreadable) {
                try RevocationList(list, anchors: world.anchors, limit: list.count + step)
            }
        } else {
            _ = try RevocationList(list, anchors: world.anchors, limit: list.count + step)
        }
        #expect(RevocationList.maximumLength == 64 << 20)
    }
}
