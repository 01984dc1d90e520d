import ClinicalDocuments
import Credentials
import DMPWire
import HealthRecord
import SampleRecords
import Synchronization
import Testing

@testable import LPSKit

/// A hierarchy, a physician, a hospital, a patient with documents: made once for all tests.
struct World: Sendable {
    static let now = Instant(milliseconds: 1_775_030_400_000)  // 2026-04-01T08:00:00Z
    static let services = "https://localhost:8443/si-dmp-server/v2/services"

    let population = SamplePopulation(seed: 1, now: World.now)
    let anchors: TrustAnchors
    let authorities: [String]
    let doctor: SampleRecords.SampleProfessional
    let patient: SamplePatient
    let card: SamplePair
    let hospital: SamplePair
    let valueSets: ValueSets

    /// P-256 keys.
    static let fast = Result { try World(.p256) }
    /// RSA keys, as the field has.
    static let field = Result { try World(.rsa2048) }

    init(_ keys: SampleKeys) throws {
        doctor = try #require(population.professional("gp"))
        patient = try #require(population.patients.first { $0.isOpen })
        var pki = try SamplePKI(keys: keys, validFrom: World.now.advanced(bySeconds: -86_400))
        card = try pki.issueProfessional(
            Credentials.SampleProfessional(
                id: doctor.id,
                name: doctor.name,
                title: "Médecin",
                profession: 10,
                specialties: ["SM26"]
            )
        )
        hospital = try pki.issueStructure(
            Credentials.SampleStructure(
                id: doctor.workplace.structure.id,
                organisation: doctor.workplace.structure.name,
                service: "Logiciel d'essai"
            )
        )
        anchors = try pki.anchors()
        authorities = pki.anchorsPEM
        valueSets = try ValueSets.bundled()
    }

    static let product = LPSProduct(
        software: VIHF.Software(name: "Essai", version: "1.0", id: "1.2.250.1.999.7", homologation: "ESSAI-1"),
        oid: OID(literal: "1.2.250.1.999.7")
    )

    var direct: CareIdentity {
        CareIdentity(actor: doctor.actor(), authentication: card.authentication.pem, signature: card.signature.pem)
    }

    var indirect: CareIdentity {
        CareIdentity(
            actor: CareActor(
                person: doctor.id,
                name: doctor.name,
                profession: doctor.profession,
                structure: doctor.workplace.structure,
                holder: .structure,
                authentication: .indirect
            ),
            authentication: hospital.authentication.pem,
            signature: hospital.signature.pem
        )
    }

    var certificates: CertificateVerifier {
        CertificateVerifier(anchors: anchors, domain: .rehearsal, revocation: .rehearsal)
    }

    /// A software whose calls go to `answer` instead of the network.
    func software(
        _ identity: CareIdentity? = nil,
        answer: @escaping @Sendable (Call) async throws(LPSError) -> RawAnswer
    ) throws -> CareSoftware {
        let count = Mutex(UInt64(0))
        let sources = LPSSources(
            clock: { World.now },
            ids: {
                UniqueID(
                    random: (
                        7,
                        count.withLock { count in
                            count += 1; return count
                        }
                    )
                )
            }
        )
        return CareSoftware(
            writer: try CareSoftware.writer(
                services: World.services,
                identity: identity ?? direct,
                product: World.product,
                sources: sources
            ),
            transport: Transport(send: answer, shutdown: {})
        )
    }

    /// Documents that the physician wrote about the patient.
    func documents(_ count: Int) throws -> [OutgoingDocument] {
        let page = CDAContent.sections(
            model: nil,
            [
                CDASection(
                    code: Code("11488-4", CodeSystem.loinc),
                    title: "Consultation",
                    blocks: [.paragraph("Tout va bien.")]
                )
            ]
        )
        return try (1...count).map { number in
            let builder = CDABuilder(
                id: try #require(OID("1.2.250.1.999.7.\(number)")),
                type: Code("11488-4", CodeSystem.loinc, label: "CR ou fiche de consultation ou de visite"),
                title: "Consultation \(number)",
                createdAt: World.now.advanced(bySeconds: -3600),
                patient: patient,
                author: doctor,
                content: page
            )
            return try OutgoingDocument(cda: try builder.bytes(), valueSets: valueSets)
        }
    }
}

extension SampleCredential {
    var pem: PEMPair { PEMPair(certificate: certificatePEM, privateKey: privateKeyPEM) }
}

func failure<Success>(_ body: () async throws(LPSError) -> Success) async -> LPSError? {
    do throws(LPSError) {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}
