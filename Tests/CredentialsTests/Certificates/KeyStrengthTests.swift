import Crypto
import CryptoExtras
import Foundation
import HealthRecord
import SwiftASN1
import Testing
import X509

@testable import Credentials

/// Keys at the strength that the profile asks for, one bit below and one above, and of kinds that it does not know.
@Suite struct KeyStrengthTests {
    let world: World

    init() throws { world = try World.fast.get() }

    /// An RSA key of so many bits, whose factors nobody knows: it is read here, never used.
    private static func rsa(_ bits: Int) throws -> Certificate.PublicKey {
        var modulus = [UInt8](repeating: 0xFF, count: (bits + 7) / 8)
        modulus[0] >>= UInt8((8 - bits % 8) % 8)
        if modulus[0] & 0x80 != 0 { modulus.insert(0, at: 0) }
        var serializer = DER.Serializer()
        serializer.appendConstructedNode(identifier: .sequence) { key in
            key.appendPrimitiveNode(identifier: .integer) { $0.append(contentsOf: modulus) }
            key.appendPrimitiveNode(identifier: .integer) { $0.append(contentsOf: [1, 0, 1]) }
        }
        let key = try _RSA.Signing.PublicKey(unsafeDERRepresentation: serializer.serializedBytes)
        #expect(key.keySizeInBits == bits)
        return Certificate.PublicKey(key)
    }

    /// Kinds that the profile does not know, however strong.
    private static var otherKinds: [Certificate.PublicKey] {
        [
            Certificate.PrivateKey(P521.Signing.PrivateKey()).publicKey,
            Certificate.PrivateKey(Curve25519.Signing.PrivateKey()).publicKey,
        ]
    }

    /// A physician's certificate, right but for its key.
    private func card(_ key: Certificate.PublicKey) throws -> [UInt8] {
        let profile = world.pki.professionalProfile(
            try World.professional(World.physicianID),
            use: .personSignature
        )
        let issuer = try world.pki.credential(of: profile.authority)
        let made = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(7),
            publicKey: key,
            notValidBefore: profile.validFrom.foundationDate,
            notValidAfter: profile.validTo.foundationDate,
            issuer: issuer.certificate.subject,
            subject: try SampleName.make(profile.subject),
            signatureAlgorithm: issuer.algorithm,
            extensions: try profile.extensions(key: key, issuer: issuer.certificate),
            issuerPrivateKey: issuer.key
        )
        return try made.serializeAsPEM().derBytes
    }

    /// An authority of that name and key, under a root of the hierarchy.
    private func authority(_ name: String, _ key: Certificate.PublicKey) throws -> Certificate {
        let issuer = try world.pki.credential(of: .strongRoot)
        return try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(8),
            publicKey: key,
            notValidBefore: World.start.foundationDate,
            notValidAfter: World.start.advanced(bySeconds: 86_400).foundationDate,
            issuer: issuer.certificate.subject,
            subject: try SampleName.make(SampleName.authority(name)),
            signatureAlgorithm: issuer.algorithm,
            extensions: try Certificate.Extensions([
                Certificate.Extension(BasicConstraints.isCertificateAuthority(maxPathLength: 0), critical: true)
            ]),
            issuerPrivateKey: issuer.key
        )
    }

    /// The authorities of the hierarchy, and one more.
    private func anchors(and authority: Certificate) throws -> TrustAnchors {
        try TrustAnchors(SampleAuthority.allCases.map { try world.pki.credential(of: $0).certificate } + [authority])
    }

    @Test(arguments: [-1, 0, 1]) func theLeastKeyOfACard(step: Int) throws {
        let key = try Self.rsa(CareCertificate.minimumRSABits + step)
        #expect(CareCertificate.isStrong(key) == (step >= 0))
        let der = try card(key)
        if step < 0 {
            // The library reads no smaller RSA key either, so that there is no certificate to speak of.
            #expect(throws: CareCertificateError.unreadable) { try CareCertificate(der: der) }
        } else {
            #expect(try CareCertificate(der: der).use == .personSignature)
        }
    }

    @Test func aCardWithAKeyOfAnotherKindIsRefused() throws {
        for key in Self.otherKinds {
            let der = try card(key)
            #expect(throws: CareCertificateError.weakKey) { try CareCertificate(der: der) }
        }
    }

    @Test(arguments: [-1, 0, 1]) func theLeastKeyOfAnAuthority(step: Int) throws {
        let more = try authority("AC PERSONNES", try Self.rsa(CareCertificate.minimumRSABits + step))
        if step < 0 {
            #expect(throws: TrustAnchorsError.weakKey) { try anchors(and: more) }
            let pem = try more.serializeAsPEM().pemString
            #expect(throws: TrustAnchorsError.unreadable) { try TrustAnchors(pem: world.pki.anchorsPEM + [pem]) }
        } else {
            #expect(try anchors(and: more).pem.count == SampleAuthority.allCases.count + 1)
        }
    }

    @Test func anAuthorityWithAKeyOfAnotherKindIsRefused() throws {
        for key in Self.otherKinds {
            let more = try authority("AC PERSONNES", key)
            #expect(throws: TrustAnchorsError.weakKey) { try anchors(and: more) }
            let pem = try more.serializeAsPEM().pemString
            #expect(throws: TrustAnchorsError.weakKey) { try TrustAnchors(pem: world.pki.anchorsPEM + [pem]) }
        }
    }

    /// An authority of which its name does not tell whom it certifies would certify everybody.
    @Test(arguments: ["AC IGC-SANTE", "AC PERSONNES ORGANISATIONS", "AC PERSONNE", "AC ORGANISATIONSPERSONNES"])
    func anAuthorityOfNoBranchIsRefused(name: String) throws {
        let more = try authority(name, Certificate.PrivateKey(P256.Signing.PrivateKey()).publicKey)
        #expect(throws: TrustAnchorsError.unknownBranch) { try anchors(and: more) }
        let pem = try more.serializeAsPEM().pemString
        #expect(throws: TrustAnchorsError.unknownBranch) { try TrustAnchors(pem: world.pki.anchorsPEM + [pem]) }
    }
}
