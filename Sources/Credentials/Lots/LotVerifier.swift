internal import DMPWire
public import HealthRecord
public import SafeXML

/// Verifies the signature over a lot at its deposit (security design § 4.3).
public struct LotVerifier: Sendable {
    /// How far ahead of ours a signer's clock may be, in seconds.
    public static let maximumAhead: Int64 = 300

    /// Verifies the signer's certificate.
    public let certificates: CertificateVerifier
    /// Whether SHA-1 is still tolerated, in the shape of the field only.
    public let legacy: LegacySignatures
    private let signatures: any SignatureVerifying

    /// Joins what verification needs; `signatures` computes what the structure of one leaves open.
    public init(
        certificates: CertificateVerifier,
        legacy: LegacySignatures,
        signatures: any SignatureVerifying
    ) {
        self.certificates = certificates
        self.legacy = legacy
        self.signatures = signatures
    }

    /// Verifies a signature document.
    ///
    /// - Parameters:
    ///   - document: the exact bytes of the signature document.
    ///   - submissionSet: the set's uniqueId.
    ///   - documents: every other document of the lot.
    ///   - actor: who sends it, from the verified assertion.
    ///   - now: the server's clock.
    public func verify(
        _ document: [UInt8],
        submissionSet: OID,
        documents: [LotDocument],
        actor: CareActor,
        at now: Instant
    ) async throws(LotRefusal) -> VerifiedLot {
        let lot: LotSignature
        do throws(LotSignatureError) {
            lot = try LotSignature(parsing: document)
        } catch {
            throw .malformed(error)
        }
        // SHA-1 belongs to the old shape only.
        let isTolerated = lot.properties.version == .v111 && legacy.tolerates(at: now)
        let signer = try await signer(lot, isTolerated: isTolerated, at: now)
        let isLegacy = try await verifySignature(lot, signer: signer, isTolerated: isTolerated)
        try ManifestCheck.check(
            lot.references,
            submissionSet: submissionSet,
            documents: documents,
            isLegacyTolerated: isTolerated
        )
        let certificate = signer.certificate
        guard (certificate.notBefore...max(certificate.notBefore, certificate.notAfter)).contains(lot.signingTime),
            lot.signingTime <= now.advanced(bySeconds: Self.maximumAhead)
        else { throw .signingTime }
        guard Self.isSigner(certificate, actor) else { throw .wrongSigner }
        let digests = Set(lot.references.map(\.algorithm))
        return VerifiedLot(
            standing: isLegacy || digests.contains(where: \.isLegacy) ? .legacy : .advanced,
            signer: signer,
            signingTime: lot.signingTime,
            isOld: now.seconds(since: lot.signingTime) > VerifiedLot.remarkableAge,
            algorithms: [lot.signature.algorithm.rawValue] + digests.map(\.rawValue).sorted()
        )
    }

    private func signer(
        _ lot: LotSignature,
        isTolerated: Bool,
        at now: Instant
    ) async throws(LotRefusal) -> VerifiedCertificate {
        let leaf: [UInt8]
        do throws(XMLSignatureError) {
            leaf = try lot.signature.leafCertificate()
        } catch {
            throw .signature(error)
        }
        let signer: VerifiedCertificate
        do throws(CertificateRefusal) {
            signer = try await certificates.verify(der: leaf, for: [.personSignature, .structureSeal], at: now)
        } catch {
            throw .certificate(error)
        }
        // The signer's own comes first; the field adds its chain.
        guard let digest = lot.properties.certificateDigests.first, let algorithm = digest.algorithm else {
            throw .certificateDigest
        }
        if algorithm.isLegacy, !isTolerated { throw .legacySignature }
        guard LotDigest.compute(algorithm, over: leaf) == digest.value else { throw .certificateDigest }
        return signer
    }

    /// Answers whether SHA-1 was used.
    private func verifySignature(
        _ lot: LotSignature,
        signer: VerifiedCertificate,
        isTolerated: Bool
    ) async throws(LotRefusal) -> Bool {
        let expected = [
            ExpectedReference(lot.manifest, types: [ExpectedReference.manifestType]),
            ExpectedReference(lot.properties.element, types: lot.properties.version.signedPropertiesTypes),
        ]
        do throws(XMLSignatureError) {
            let verified = try await lot.signature.verify(
                .lotSignature(legacy: isTolerated ? .sha1Tolerated : .refused),
                expecting: expected,
                key: .certificate(signer.certificate.der),
                by: signatures
            )
            return verified.isLegacy
        } catch .legacyAlgorithmRefused {
            throw .legacySignature
        } catch {
            throw .signature(error)
        }
    }

    /// The person who sends, or the structure that answers for him.
    private static func isSigner(_ certificate: CareCertificate, _ actor: CareActor) -> Bool {
        switch certificate.holder {
        case .person(let person): person.id == actor.person
        case .structure(let structure): actor.authentication != .direct && structure.id == actor.structure.id
        }
    }
}
