import ClinicalDocuments
import Credentials
import Custody
import DMPWire
import HealthRecord
import OperatorDoor
import RecordService
import SafeXML
import ServerKit
import XDSWire

/// Joins the verification of certificates, assertions and lots to the rooms that ask for it.
struct TrustedEvidence: Sendable {
    let certificates: CertificateVerifier
    let assertions: VIHFVerifier
    let lots: LotVerifier
    let cards: CardVerifier
    /// Names of structures, which no assertion carries, where no directory tells them.
    let structureNames: [StructureID: String]

    init(
        anchors: TrustAnchors,
        domain: IdentityDomain,
        lists: RevocationLists,
        revocation: RevocationPolicy,
        legacy: LegacySignatures,
        audiences: Set<String>,
        freshness: Freshness,
        directory: DirectoryCheck,
        valueSets: ValueSets,
        workplaces: CareDirectory?,
        structureNames: [StructureID: String],
        signatures: any SignatureVerifying
    ) {
        self.structureNames = structureNames
        certificates = CertificateVerifier(anchors: anchors, domain: domain, revocation: revocation, lists: lists)
        assertions = VIHFVerifier(
            certificates: certificates,
            legacy: legacy,
            directory: directory,
            roles: RoleSet { roles, now in valueSets.holdSubjectRoles(roles, on: now.dayInFrance) },
            audiences: audiences,
            freshness: freshness,
            signatures: signatures
        )
        lots = LotVerifier(certificates: certificates, legacy: legacy, signatures: signatures)
        cards = CardVerifier(certificates: certificates, directory: workplaces)
    }

    /// Verifies an assertion for the custodian, from the bytes that came.
    var verifyAssertion: EvidenceVerifier {
        { [assertions, structureNames] envelope, peer, now throws(EvidenceFault) in
            let document: XMLDocument
            do throws(XMLError) {
                document = try XMLDocument(parsing: envelope, limits: .soapEnvelope)
            } catch {
                throw EvidenceFault(
                    code: "DMPInvalidVIHF",
                    element: "Envelope",
                    remedy: "send well-formed XML without DTD"
                )
            }
            do throws(VIHFRefusal) {
                let verified = try await assertions.verify(document, peer: peer, patient: nil, at: now)
                return CareEvidence(
                    actor: verified.actor.naming(structureNames),
                    mode: verified.mode,
                    patient: verified.patient,
                    assertionID: verified.assertionID,
                    software: verified.software.line,
                    isSecretConnection: verified.connection == .secret,
                    structureStanding: verified.structureStanding
                )
            } catch {
                // The door ends the sentence.
                let remedy = error.sentence.hasSuffix(".") ? String(error.sentence.dropLast()) : error.sentence
                throw EvidenceFault(code: error.subcode, element: error.part, remedy: remedy)
            }
        }
    }

    /// Judges a lot's signature for the application.
    var judgeLot: LotJudge {
        { [lots] signature, set, documents, actor, now throws(DepositFault) in
            let parts = documents.map { LotDocument(uniqueID: $0.id, bytes: $0.bytes) }
            do throws(LotRefusal) {
                return try await lots.verify(signature, submissionSet: set, documents: parts, actor: actor, at: now)
                    .standing
            } catch .signature(.unanswered(.noWorker)) {
                throw DepositFault(
                    .repositoryError,
                    "SubmissionSet.signature",
                    "le contrôle des signatures ne répond pas",
                    remedy: "send the lot again in a moment"
                )
            } catch {
                throw DepositFault(
                    RegistryErrorCode(rawValue: error.xdsCode) ?? .repositoryError,
                    "SubmissionSet.signature[\(error.name)]",
                    "la signature du lot n’est pas acceptée",
                    remedy: "sign the very bytes of this lot with the sender's signature certificate"
                )
            }
        }
    }

    /// Decides on the certificate of an operator's connection: one of the table, that stands as a card's or a structure's.
    func verifyOperator(of table: OperatorTable) -> PeerVerifier {
        let verify = verifyPeer
        return { chain in
            guard let leaf = chain.first, let certificate = try? CareCertificate(der: leaf) else {
                return .refused(.missing)
            }
            guard table.named(by: certificate.fingerprint) != nil else { return .refused(.profile) }
            return await verify(chain)
        }
    }

    /// Decides on the certificate of a TLS connection: a card's or a structure's, for authentication.
    var verifyPeer: PeerVerifier {
        { [certificates] chain in
            guard let leaf = chain.first else { return .refused(.missing) }
            do throws(CertificateRefusal) {
                _ = try await certificates.verify(
                    der: leaf,
                    for: [.personAuthentication, .structureAuthentication],
                    at: SystemClock.now()
                )
                return .accepted(path: chain)
            } catch {
                return .refused(error.peerRefusal)
            }
        }
    }
}

extension CareActor {
    /// The same actor with the name of his structure, where the directory knows it.
    fileprivate func naming(_ names: [StructureID: String]) -> CareActor {
        guard structure.name.isEmpty, let name = names[structure.id] else { return self }
        return CareActor(
            person: person,
            name: self.name,
            profession: profession,
            structure: Structure(id: structure.id, name: name, sector: structure.sector),
            holder: holder,
            authentication: authentication
        )
    }
}

extension VIHF.Software {
    /// Product and version, as a trace keeps them.
    fileprivate var line: String { version.map { name + " " + $0 } ?? name }
}

extension CertificateRefusal {
    /// The reason as a connection's log keeps it.
    fileprivate var peerRefusal: PeerRefusal {
        switch self {
        case .profile, .wrongDomain, .wrongBranch, .weakSignature, .wrongUse: .profile
        case .unknownAuthority, .invalidAuthority: .unknownAuthority
        case .notYetValid: .notYetValid
        case .expired: .expired
        case .revoked, .authorityRevoked: .revoked
        case .revocationUnknown, .revocationStale: .revocationUnknown
        }
    }
}

extension LotRefusal {
    /// The case's name, without what it carries: enough for the sender, nothing of the content.
    fileprivate var name: String {
        switch self {
        case .malformed: "malformed"
        case .legacySignature: "legacySignature"
        case .certificate: "certificate"
        case .certificateDigest: "certificateDigest"
        case .signature: "signature"
        case .missingSubmissionSet: "missingSubmissionSet"
        case .missingDocument: "missingDocument"
        case .unexpectedReference(let position): "reference \(position): unexpected"
        case .digestMismatch(let position): "reference \(position): digest"
        case .notCanonicalizable(let position): "reference \(position): not XML"
        case .signingTime: "signingTime"
        case .wrongSigner: "wrongSigner"
        }
    }
}
