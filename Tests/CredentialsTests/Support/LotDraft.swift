import Crypto
import DMPWire
import HealthRecord
import SafeXML
import Testing

@testable import Credentials

/// The signature of a lot in the making.
struct LotDraft {
    var profile: LotSignatureBuilder.Profile
    var signer: SampleCredential
    var references: [LotReference]
    var submissionSet = LotDraft.set
    var signingTime = World.now.advanced(bySeconds: -60)
    var certificateDigest: [UInt8]
    var algorithm: SignatureAlgorithm?

    static let set = OID(literal: "1.2.250.1.99.1")
    static let cda = Array(
        "<?xml version=\"1.0\"?><ClinicalDocument  xmlns=\"urn:hl7-org:v3\"><title/></ClinicalDocument>".utf8
    )
    static let pdf: [UInt8] = Array("%PDF-1.7".utf8) + [0, 1, 2, 255]
    static let documents = [
        LotDocument(uniqueID: OID(literal: "1.2.250.1.99.2"), bytes: cda),
        LotDocument(uniqueID: OID(literal: "1.2.250.1.99.3"), bytes: pdf),
    ]

    init(_ profile: LotSignatureBuilder.Profile, _ signer: SampleCredential) throws {
        self.profile = profile
        self.signer = signer
        let form = CanonicalizationMethod.inclusiveWithComments
        let canonical = try XMLDocument(parsing: Self.cda, limits: .clinicalDocument).canonicalized(form)
        let digest = profile.digest
        references = [
            LotReference(
                uniqueID: Self.documents[0].uniqueID,
                algorithm: digest,
                digest: LotDigest.compute(digest, over: canonical),
                canonicalization: form
            ),
            LotReference(
                uniqueID: Self.documents[1].uniqueID,
                algorithm: digest,
                digest: LotDigest.compute(digest, over: Self.pdf)
            ),
        ]
        certificateDigest = LotDigest.compute(digest, over: signer.der)
    }

    func signed() throws -> [UInt8] {
        let builder = LotSignatureBuilder(
            profile: profile,
            submissionSet: submissionSet,
            documents: references,
            signingTime: signingTime,
            certificate: signer.der,
            certificateDigest: certificateDigest,
            issuer: (signer.subjectText, "1")
        )
        let key = try XMLSigner(privateKeyPEM: signer.privateKeyPEM)
        return try builder.signed(by: key, algorithm: algorithm ?? (signer.isRSA ? nil : .ecdsaSHA256))
    }

    static func actor(
        _ mode: AuthenticationMode = .direct,
        person: String? = World.physicianID,
        structure: String = World.hospitalID
    ) throws -> CareActor {
        CareActor(
            person: try person.map { try #require(ProfessionalID($0)) },
            name: PersonName(family: "ESSAI", given: "MAX"),
            profession: Profession(role: Code("10", CodeSystem.profession)),
            structure: Structure(
                id: try #require(StructureID(structure)),
                name: "",
                sector: Code("SA01", CodeSystem.sector)
            ),
            holder: mode == .direct ? .professional : .structure,
            authentication: mode
        )
    }
}
