import DMPWire
import Foundation
import HealthRecord
import SafeXML
import SwiftASN1
import Testing
import X509

@testable import Credentials

/// A hierarchy with a physician, a secretary, a hospital: made once for all tests.
struct World: Sendable {
    static let start = Instant(milliseconds: 1_767_225_600_000)  // 2026-01-01
    static let now = Instant(milliseconds: 1_775_030_400_000)  // 2026-04-01T08:00:00Z

    var pki: SamplePKI
    private(set) var anchors: TrustAnchors
    let physician: SamplePair
    let otherPhysician: SamplePair
    let nurse: SamplePair
    let trainee: SamplePair
    let secretary: SamplePair
    let serviceCard: SamplePair
    let hospital: SamplePair
    let otherHospital: SamplePair
    let server: SampleCredential

    static let physicianID = "899700000013"
    static let hospitalID = "10B0057881"
    static let practiceID = "499700000013001"

    /// P-256 keys.
    static let fast = Result { try World(.p256) }
    /// RSA keys, as the field has.
    static let field = Result { try World(.rsa2048) }

    init(_ keys: SampleKeys) throws {
        var pki = try SamplePKI(keys: keys, validFrom: Self.start)
        physician = try pki.issueProfessional(try Self.professional(Self.physicianID))
        otherPhysician = try pki.issueProfessional(try Self.professional("899700000021"))
        var nurse = try Self.professional("899700000039")
        nurse.profession = 60
        nurse.specialties = []
        nurse.title = "Infirmier"
        self.nurse = try pki.issueProfessional(nurse)
        var trainee = try Self.professional("899700000047")
        trainee.kind = .inTraining
        trainee.specialties = []
        self.trainee = try pki.issueProfessional(trainee)
        secretary = try pki.issueEmployee(
            SampleEmployee(
                id: try #require(ProfessionalID("30B0057881/CPET0002")),
                name: PersonName(family: "TEST", given: "ANNE"),
                structure: try #require(StructureID(Self.hospitalID)),
                organisation: "HOPITAL D'ESSAI"
            )
        )
        serviceCard = try pki.issueEmployee(
            SampleEmployee(
                id: try #require(ProfessionalID("30B0057881/000000018")),
                name: nil,
                structure: try #require(StructureID(Self.hospitalID)),
                organisation: "HOPITAL D'ESSAI"
            )
        )
        hospital = try pki.issueStructure(try Self.structure(Self.hospitalID))
        otherHospital = try pki.issueStructure(try Self.structure("10B0099999"))
        server = try pki.issueServer(try Self.structure(Self.hospitalID))
        self.pki = pki
        anchors = try pki.anchors()
    }

    static func professional(_ id: String) throws -> SampleProfessional {
        SampleProfessional(
            id: try #require(ProfessionalID(id)),
            name: PersonName(family: "ESSAI", given: "MAX"),
            title: "Médecin",
            profession: 10,
            specialties: ["SM26"]
        )
    }

    static func structure(_ id: String) throws -> SampleStructure {
        SampleStructure(id: try #require(StructureID(id)), organisation: "HOPITAL D'ESSAI", service: "Logiciel d'essai")
    }

    /// The same people under authorities with the names of the real ones, as no command makes them.
    func underRealNames() throws -> World {
        var files = pki.pemFiles
        for authority in SampleAuthority.allCases {
            let (own, above) = (try pki.credential(of: authority), authority.parent ?? authority)
            let issuer = try pki.credential(of: above)
            let renamed = try Certificate(
                version: .v3,
                serialNumber: own.certificate.serialNumber,
                publicKey: own.certificate.publicKey,
                notValidBefore: own.certificate.notValidBefore,
                notValidAfter: own.certificate.notValidAfter,
                issuer: try Self.realName(above),
                subject: try Self.realName(authority),
                signatureAlgorithm: issuer.algorithm,
                extensions: own.certificate.extensions,
                issuerPrivateKey: issuer.key
            )
            files[authority.fileName + ".pem"] = try SampleCredential(renamed, key: own.key).certificatePEM
        }
        var world = self
        world.pki = try SamplePKI(
            pemFiles: files,
            keys: pki.keys,
            validFrom: pki.validFrom,
            nextSerial: pki.nextSerial
        )
        world.anchors = try world.pki.anchors()
        return world
    }

    private static func realName(_ authority: SampleAuthority) throws -> DistinguishedName {
        try SampleName.make([
            [SampleName.country], [(AttributeType.organisation, "ASIP-SANTE")],
            [(AttributeType.unit, "0002 187512751")], [(AttributeType.unit, "IGC-SANTE")],
            [(AttributeType.commonName, authority.rawValue)],
        ])
    }

    func lists(
        at now: Instant = World.now,
        revoked: [SampleCredential] = [],
        lifetime: Int64 = SamplePKI.listLifetime
    ) throws -> RevocationLists {
        RevocationLists(
            try pki.revocationLists(at: now, revoked: revoked, lifetime: lifetime).map {
                try RevocationList($0, anchors: anchors)
            }
        )
    }

    func verifier(
        domain: IdentityDomain = .rehearsal,
        revocation: RevocationPolicy = .strict,
        lists: RevocationLists? = nil,
        cacheLifetime: Int64 = CertificateVerifier.cacheLifetime
    ) throws -> CertificateVerifier {
        CertificateVerifier(
            anchors: anchors,
            domain: domain,
            revocation: revocation,
            lists: try lists ?? self.lists(),
            cacheLifetime: cacheLifetime
        )
    }
}

func error<Failure: Error, Success>(
    _ body: () async throws(Failure) -> Success
) async -> Failure? {
    do throws(Failure) {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}
