import Crypto
import HealthRecord
import SwiftASN1
import Testing
import X509

@testable import Credentials

@Suite struct CertificateVerifierTests {
    let world: World

    init() throws { world = try World.fast.get() }

    private func refusal(
        _ der: [UInt8],
        _ uses: Set<CertificateUse> = Set(CertificateUse.allCases),
        at now: Instant = World.now,
        with verifier: CertificateVerifier? = nil
    ) async throws -> CertificateRefusal? {
        let verifier = try verifier ?? world.verifier()
        return await error { () async throws(CertificateRefusal) in
            try await verifier.verify(der: der, for: uses, at: now)
        }
    }

    @Test func believesEveryCertificateOfTheHierarchy() async throws {
        let verifier = try world.verifier()
        for pair in [
            world.physician, world.nurse, world.trainee, world.secretary, world.serviceCard, world.hospital,
        ] {
            for credential in [pair.authentication, pair.signature] {
                let verified = try await verifier.verify(
                    der: credential.der,
                    for: Set(CertificateUse.allCases),
                    at: World.now
                )
                #expect(verified.revocation == .clear)
                #expect(verified.certificate.der == credential.der)
            }
        }
        #expect(try await refusal(world.server.der) == nil)
    }

    @Test func believesRSAKeysToo() async throws {
        let field = try World.field.get()
        #expect(try await refusal(field.physician.signature.der, with: try field.verifier()) == nil)
        #expect(try await refusal(field.hospital.authentication.der, with: try field.verifier()) == nil)
    }

    @Test func productionRefusesTheTestBit() async throws {
        let production = try world.verifier(domain: .production)
        #expect(try await refusal(world.physician.signature.der, with: production) == .wrongDomain)
    }

    @Test func rehearsalRefusesRealCards() async throws {
        var pki = world.pki
        var profile = pki.professionalProfile(try World.professional(World.physicianID), use: .personSignature)
        profile.category = ProductCategory(.card, domain: .production).byte
        #expect(try await refusal(try pki.issue(profile).der) == .wrongDomain)
        var own = try world.underRealNames()
        let real = try own.pki.issue(profile).der
        #expect(try await refusal(real, with: try own.verifier()) == .wrongDomain)
        #expect(try await refusal(real, with: try own.verifier(domain: .production)) == nil)
    }

    /// Whoever has the generator's folder can leave the TEST bit out; the authority's name is not his to choose.
    @Test(arguments: CertificateUse.allCases)
    func productionRefusesWhatATestAuthorityIssued(_ use: CertificateUse) async throws {
        var pki = world.pki
        var profile = try Self.profile(use, of: pki)
        profile.category = ProductCategory(.card, domain: .production).byte
        let production = try world.verifier(domain: .production)
        #expect(try await refusal(try pki.issue(profile).der, with: production) == .wrongDomain)
        var own = try world.underRealNames()
        #expect(try await refusal(try own.pki.issue(profile).der, with: try own.verifier(domain: .production)) == nil)
    }

    private static func profile(_ use: CertificateUse, of pki: SamplePKI) throws -> SampleProfile {
        switch use {
        case .personAuthentication, .personSignature:
            pki.professionalProfile(try World.professional(World.physicianID), use: use)
        case .structureAuthentication, .structureSeal, .server:
            pki.structureProfile(try World.structure(World.hospitalID), use: use)
        }
    }

    @Test func testAuthoritiesAreKnownByTheirNames() throws {
        let names = world.anchors.testNames
        #expect(names.count == SampleAuthority.allCases.count)
        #expect(names.contains("TEST AC RACINE IGC-SANTE FORT") && names.contains("TEST AC IGC-SANTE FORT PERSONNES"))
        #expect(TestHierarchy.issuer(ofDER: world.server.der) == "TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS")
        #expect(
            try CareCertificate(der: world.secretary.signature.der).testIssuer == "TEST AC IGC-SANTE STANDARD PERSONNES"
        )
        var own = try world.underRealNames()
        #expect(own.anchors.testNames == [])
        let server = try own.pki.issueServer(try World.structure(World.hospitalID))
        #expect(TestHierarchy.issuer(ofDER: server.der) == nil)
        #expect(TestHierarchy.issuer(ofDER: [1, 2, 3]) == nil)
        // One among real ones is enough.
        let mixed = try TrustAnchors(pem: own.pki.anchorsPEM + world.pki.anchorsPEM.prefix(1))
        #expect(mixed.testNames == ["TEST AC RACINE IGC-SANTE ELEMENTAIRE"])
    }

    @Test func swappedUsesAreNamed() async throws {
        let authentication = world.physician.authentication.der
        #expect(try await refusal(authentication, [.personSignature]) == .wrongUse(.personAuthentication))
        let signature = world.physician.signature.der
        #expect(try await refusal(signature, [.personAuthentication]) == .wrongUse(.personSignature))
        #expect(
            try await refusal(world.hospital.signature.der, [.structureAuthentication]) == .wrongUse(.structureSeal)
        )
        #expect(try await refusal(world.server.der, [.structureAuthentication]) == .wrongUse(.server))
    }

    @Test func theCacheDoesNotForgetUses() async throws {
        let verifier = try world.verifier()
        let der = world.physician.signature.der
        #expect(try await refusal(der, with: verifier) == nil)
        #expect(try await refusal(der, [.personAuthentication], with: verifier) == .wrongUse(.personSignature))
    }

    @Test(
        arguments: [
            (-1, .notYetValid), (0, nil), (1, nil),
        ] as [(Int64, CertificateRefusal?)]
    )
    func validityBegins(_ seconds: Int64, _ expected: CertificateRefusal?) async throws {
        let now = World.start.advanced(bySeconds: seconds)
        let verifier = try world.verifier(lists: try world.lists(at: World.start.advanced(bySeconds: -10)))
        // Authorities begin at the same second: the leaf is issued a day later.
        var pki = world.pki
        var profile = pki.professionalProfile(try World.professional(World.physicianID), use: .personSignature)
        profile.validFrom = World.start.advanced(bySeconds: 86_400)
        let der = try pki.issue(profile).der
        #expect(try await refusal(der, at: now.advanced(bySeconds: 86_400), with: verifier) == expected)
    }

    @Test(
        arguments: [
            (-1, nil), (0, nil), (1, .expired),
        ] as [(Int64, CertificateRefusal?)]
    )
    func validityEnds(_ seconds: Int64, _ expected: CertificateRefusal?) async throws {
        let end = try CareCertificate(der: world.physician.signature.der).notAfter
        let now = end.advanced(bySeconds: seconds)
        let verifier = try world.verifier(lists: try world.lists(at: end.advanced(bySeconds: -10)))
        #expect(try await refusal(world.physician.signature.der, at: now, with: verifier) == expected)
    }

    @Test func expiredAuthoritiesVouchForNobody() async throws {
        let late = World.start.advanced(bySeconds: (SamplePKI.authorityYears * 365 + 1) * 86_400)
        var pki = world.pki
        var profile = pki.professionalProfile(try World.professional(World.physicianID), use: .personSignature)
        profile.validTo = late.advanced(bySeconds: 86_400)
        let der = try pki.issue(profile).der
        let verifier = try world.verifier(lists: try world.lists(at: late))
        #expect(try await refusal(der, at: late, with: verifier) == .invalidAuthority)
    }

    @Test func anotherHierarchyOfTheSameNamesIsUnknown() async throws {
        var impostor = try SamplePKI(keys: .p256, validFrom: World.start)
        let pair = try impostor.issueProfessional(try World.professional(World.physicianID))
        #expect(try await refusal(pair.signature.der) == .unknownAuthority)
    }

    @Test func aSelfSignedCardIsUnknown() async throws {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let card = world.physician.signature.certificate
        let forged = try Certificate(
            version: .v3,
            serialNumber: card.serialNumber,
            publicKey: key.publicKey,
            notValidBefore: card.notValidBefore,
            notValidAfter: card.notValidAfter,
            issuer: card.subject,
            subject: card.subject,
            extensions: card.extensions,
            issuerPrivateKey: key
        )
        let der = try SampleCredential(forged, key: key).der
        #expect(try await refusal(der) == .unknownAuthority)
    }

    @Test func authoritiesOfOrganisationsIssueNoCards() async throws {
        var pki = world.pki
        var profile = pki.professionalProfile(try World.professional(World.physicianID), use: .personSignature)
        profile.authority = .organisations
        #expect(try await refusal(try pki.issue(profile).der) == .wrongBranch)
        var seal = pki.structureProfile(try World.structure(World.hospitalID), use: .structureSeal)
        seal.authority = .strongPersons
        #expect(try await refusal(try pki.issue(seal).der) == .wrongBranch)
    }

    @Test func rootsIssueNoCards() async throws {
        var pki = world.pki
        var profile = pki.professionalProfile(try World.professional(World.physicianID), use: .personSignature)
        profile.authority = .strongRoot
        #expect(try await refusal(try pki.issue(profile).der) == .unknownAuthority)
    }

    @Test func cardsIssueNoCards() async throws {
        let card = world.physician.signature
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let forged = try Certificate(
            version: .v3,
            serialNumber: 7,
            publicKey: key.publicKey,
            notValidBefore: card.certificate.notValidBefore,
            notValidAfter: card.certificate.notValidAfter,
            issuer: card.certificate.subject,
            subject: world.otherPhysician.signature.certificate.subject,
            extensions: card.certificate.extensions,
            issuerPrivateKey: card.key
        )
        #expect(try await refusal(try SampleCredential(forged, key: key).der) == .unknownAuthority)
    }

    @Test func sha1CertificatesAreRefused() async throws {
        var field = try World.field.get()
        var profile = field.pki.professionalProfile(try World.professional(World.physicianID), use: .personSignature)
        profile.algorithm = .sha1WithRSAEncryption
        let der = try field.pki.issue(profile).der
        #expect(try await refusal(der, with: try field.verifier()) == .weakSignature)
    }

    @Test func unknownCriticalExtensionsAreRefused() async throws {
        var pki = world.pki
        var profile = pki.professionalProfile(try World.professional(World.physicianID), use: .personSignature)
        profile.extra = [Certificate.Extension(oid: [1, 2, 3, 4], critical: true, value: [5, 0])]
        #expect(try await refusal(try pki.issue(profile).der) == .invalidAuthority)
    }

    @Test func anchorsAreChecked() throws {
        let pems = world.pki.anchorsPEM
        #expect(throws: TrustAnchorsError.unreadable) { try TrustAnchors(pem: ["nothing"]) }
        #expect(throws: TrustAnchorsError.empty) { try TrustAnchors(pem: []) }
        #expect(throws: TrustAnchorsError.empty) { try TrustAnchors(pem: Array(pems.prefix(3))) }
        #expect(throws: TrustAnchorsError.notAnAuthority) {
            try TrustAnchors(pem: pems + [world.physician.signature.certificatePEM])
        }
        #expect(try TrustAnchors(pem: [pems.joined(separator: "\n")]).pem.count == 6)
    }

    @Test func theCacheIsBoundedInAgeAndNumber() throws {
        var cache = VerificationCache(lifetime: 300, capacity: 2)
        let certificates = try [world.physician, world.nurse, world.trainee].map {
            try CareCertificate(der: $0.signature.der)
        }
        for certificate in certificates {
            let entry = VerifiedCertificate(certificate: certificate, verifiedAt: World.now, revocation: .clear)
            cache.insert(entry, at: World.now)
            #expect(cache.count <= 2)
        }
        let print = certificates[2].fingerprint
        #expect(cache.entry(print, at: World.now) != nil)
        #expect(cache.entry(print, at: World.now.advanced(bySeconds: 299)) != nil)
        #expect(cache.entry(print, at: World.now.advanced(bySeconds: 300)) == nil)
        #expect(cache.entry(print, at: World.now.advanced(bySeconds: -1)) == nil)
    }
}
