internal import DMPWire
public import HealthRecord
public import SafeXML

/// Turns a connection's certificate and a signed assertion into an actor (interop § 3.5; security design § 4.8).
public struct VIHFVerifier: Sendable {
    /// Whether break-glass must give its reason.
    public enum BreakGlassReason: String, Hashable, Sendable {
        /// It must.
        case required
        /// It may.
        case optional
    }

    /// Verifies the certificates.
    public let certificates: CertificateVerifier
    /// Whether SHA-1 is still tolerated, in rehearsal only.
    public let legacy: LegacySignatures
    /// The names under which an audience restriction may mean us.
    public let audiences: Set<String>
    /// Whether break-glass must give its reason.
    public let breakGlassReason: BreakGlassReason
    /// How far from the server's clock an assertion may have been made.
    public let freshness: Freshness
    /// The roles that may be declared.
    public let roles: RoleSet
    private let structures: StructureCheck
    private let signatures: any SignatureVerifying

    /// Joins what verification needs; `signatures` computes what the structure of one leaves open.
    public init(
        certificates: CertificateVerifier,
        legacy: LegacySignatures,
        directory: DirectoryCheck,
        roles: RoleSet,
        audiences: Set<String> = [],
        breakGlassReason: BreakGlassReason = .required,
        freshness: Freshness = Freshness(),
        signatures: any SignatureVerifying
    ) {
        self.certificates = certificates
        self.legacy = legacy
        self.audiences = audiences
        self.roles = roles
        self.breakGlassReason = breakGlassReason
        self.freshness = freshness
        self.signatures = signatures
        structures = StructureCheck(directory: directory)
    }

    /// Verifies the assertion of a message, or a document that is one.
    public func verify(
        _ document: XMLDocument,
        peer: [UInt8],
        patient: INS?,
        at now: Instant
    ) async throws(VIHFRefusal) -> VerifiedAssertion {
        guard let assertion = AssertionPlace.find(in: document) else { throw .misplaced }
        return try await verify(assertion, peer: peer, patient: patient, at: now)
    }

    /// Verifies an assertion in place.
    ///
    /// - Parameters:
    ///   - assertion: the element that the caller will read nothing else of.
    ///   - peer: the connection's certificate in DER.
    ///   - patient: the patient that the body names; nil where it names none.
    ///   - now: the server's clock.
    public func verify(
        _ assertion: XMLElement,
        peer: [UInt8],
        patient: INS?,
        at now: Instant
    ) async throws(VIHFRefusal) -> VerifiedAssertion {
        guard AssertionPlace.accepts(assertion) else { throw .misplaced }
        let peer = try await connection(peer, at: now)
        let (signer, strength, evidence) = try await signature(assertion, at: now)
        let vihf: VIHF
        do throws(VIHFError) {
            vihf = try VIHF(assertion)
        } catch {
            throw .malformed(error)
        }
        guard let issuer = DecodedName(text: vihf.issuer), issuer.matches(signer.certificate.subject) else {
            throw .issuerMismatch
        }
        try freshness.check(vihf, at: now, audiences: audiences)
        let (person, card) = try HolderCheck.person(vihf, signer: signer.certificate, peer: peer.certificate)
        if vihf.mode == .reinforcedIndirect, vihf.authenticationDeclaration?.isEmpty != false {
            throw .missingDeclaration
        }
        let structure = try await structures.structure(vihf, person: person, signer: signer.certificate)
        let profession = try RoleCheck.profession(vihf, holder: card)
        guard roles.accepts(vihf.roles.map(\.underItsOwnTable), now) else { throw .unknownRole }
        // A card that lists specialties has settled them; trainees are not in the directory.
        if card.map({ $0.kind == .professional && $0.specialties.isEmpty }) ?? true {
            try await structures.confirm(profession, of: person)
        }
        try check(vihf, patient: patient)
        return VerifiedAssertion(
            actor: CareActor(
                person: person,
                name: card?.name ?? PersonName(family: vihf.subject, given: ""),
                profession: profession,
                structure: structure,
                holder: RoleCheck.holder(vihf, signer: signer.certificate.holder.kind),
                authentication: vihf.mode
            ),
            mode: vihf.purpose,
            patient: vihf.patient,
            assertionID: vihf.id,
            issueInstant: vihf.issueInstant,
            authenticatedAt: vihf.authenticatedAt,
            software: vihf.software,
            connection: vihf.connection,
            structureStanding: structures.standing(signer.certificate),
            signer: signer,
            peer: peer,
            strength: strength,
            evidence: evidence
        )
    }

    private func connection(_ der: [UInt8], at now: Instant) async throws(VIHFRefusal) -> VerifiedCertificate {
        do throws(CertificateRefusal) {
            return try await certificates.verify(
                der: der,
                for: [.personAuthentication, .structureAuthentication],
                at: now
            )
        } catch {
            throw .connectionCertificate(error)
        }
    }

    private func signature(
        _ assertion: XMLElement,
        at now: Instant
    ) async throws(VIHFRefusal) -> (VerifiedCertificate, SignatureStrength, [UInt8]) {
        // Production knows SHA-1 in lot signatures only (design § 5).
        let isTolerated = certificates.domain == .rehearsal && legacy.tolerates(at: now)
        var policy = SignaturePolicy.samlAssertion(legacy: isTolerated ? .sha1Tolerated : .refused)
        // The body of a deposit repeats ids by its profile (a document carries its entry's). Only the assertion's own id must
        // be unique: no other element is ever registered under one.
        policy.identifiers = .uniqueWhereReferenced
        let signature: XMLSignature
        let leaf: [UInt8]
        do throws(XMLSignatureError) {
            signature = try XMLSignature(onlyIn: assertion.document, childOf: assertion)
            leaf = try signature.leafCertificate()
        } catch {
            throw .signature(error)
        }
        let signer: VerifiedCertificate
        do throws(CertificateRefusal) {
            signer = try await certificates.verify(
                der: leaf,
                for: [.personSignature, .structureSeal, .structureAuthentication],
                at: now
            )
        } catch {
            throw .signatureCertificate(error)
        }
        do throws(XMLSignatureError) {
            let verified = try await signature.verify(
                policy,
                expecting: [ExpectedReference(assertion)],
                key: .certificate(signer.certificate.der),
                by: signatures
            )
            let prefixes = signature.references.flatMap(\.transforms).flatMap(\.inclusivePrefixes)
            guard let evidence = try? assertion.canonicalized(.exclusive, inclusivePrefixes: prefixes) else {
                throw .notVerifiable(reason: 0)
            }
            return (signer, verified.isLegacy ? .legacy : .current, evidence)
        } catch .legacyAlgorithmRefused {
            throw .legacySignature
        } catch {
            throw .signature(error)
        }
    }

    private func check(_ vihf: VIHF, patient: INS?) throws(VIHFRefusal) {
        if let patient {
            guard let stated = vihf.patient else { throw .missingPatient }
            guard stated == patient else { throw .patientMismatch }
        }
        if let stated = vihf.patient, QualifiedINS(stated, in: certificates.domain) == nil { throw .patientDomain }
        if case .breakGlass(let reason) = vihf.purpose, reason.isEmpty, breakGlassReason == .required {
            throw .missingReason
        }
    }
}
