import DMPWire
import HealthRecord
import SafeXML
import Testing

@testable import Credentials

/// A call in the making: change one thing, then send it.
struct Draft {
    var vihf: VIHF
    var signer: SampleCredential
    var peer: SampleCredential
    var patient: INS?
    var algorithm: SignatureAlgorithm?
    var digest = DigestAlgorithm.sha256

    static func direct(_ world: World, _ card: SamplePair? = nil, id: String = World.physicianID) throws -> Draft {
        let card = card ?? world.physician
        let patient = try #require(NIR(body: "2990175123456"))
        let ins = INS(patient, root: .test)
        return Draft(
            vihf: VIHF(
                id: "_5b6a3c10-0000-4000-8000-000000000001",
                issueInstant: World.now.advanced(bySeconds: -10),
                issuer: card.signature.subjectText,
                nameID: id,
                authenticatedAt: World.now.advanced(bySeconds: -600),
                authenticationClass: "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
                mode: .direct,
                structure: try #require(StructureID(World.practiceID)),
                sector: Code("SA07", CodeSystem.sector),
                subject: "Max Essai",
                roles: [
                    Code("10", CodeSystem.profession, label: "Médecin"),
                    Code("SM26", CodeSystem.specialty, label: "Médecine générale"),
                ],
                patient: ins,
                software: VIHF.Software(name: "Logiciel", version: "1.2", id: "1.2.3", homologation: "ABC-123")
            ),
            signer: card.signature,
            peer: card.authentication,
            patient: ins
        )
    }

    static func indirect(_ world: World, _ mode: AuthenticationMode = .indirect) throws -> Draft {
        var draft = try direct(world)
        draft.vihf.mode = mode
        draft.vihf.issuer = world.hospital.signature.subjectText
        draft.vihf.structure = try #require(StructureID(World.hospitalID))
        draft.vihf.sector = Code("SA01", CodeSystem.sector)
        draft.vihf.authenticationClass = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"
        draft.vihf.authenticationDeclaration = mode == .reinforcedIndirect ? "APP_BROWSER_AUTH" : nil
        draft.signer = world.hospital.signature
        draft.peer = world.hospital.authentication
        return draft
    }

    func signed() throws -> [UInt8] {
        let signer = try XMLSigner(privateKeyPEM: self.signer.privateKeyPEM)
        let algorithm = algorithm ?? (self.signer.isRSA ? .rsaSHA256 : .ecdsaSHA256)
        return try vihf.signed(by: signer, certificate: self.signer.der, algorithm: algorithm, digest: digest)
    }

    /// The assertion in the message that carries it.
    static func envelope(_ assertion: String, security: String = "", header: String = "", body: String = "") -> [UInt8]
    {
        Array(
            """
            <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Header>\(header)<wsse:Security \
            xmlns:wsse="\(AssertionPlace.security)">\(assertion)\(security)</wsse:Security></soap:Header><soap:Body>\
            <x xmlns="urn:x">\(body)</x></soap:Body></soap:Envelope>
            """.utf8
        )
    }

    func verify(
        _ world: World,
        _ verifier: VIHFVerifier? = nil,
        at now: Instant = World.now
    ) async throws -> Result<VerifiedAssertion, VIHFRefusal> {
        let text = String(decoding: try signed(), as: UTF8.self)
        return try await Self.verify(
            Self.envelope(text),
            peer: peer.der,
            patient: patient,
            with: verifier ?? world.assertions(),
            at: now
        )
    }

    static func verify(
        _ message: [UInt8],
        peer: [UInt8],
        patient: INS?,
        with verifier: VIHFVerifier,
        at now: Instant = World.now
    ) async throws -> Result<VerifiedAssertion, VIHFRefusal> {
        let document = try XMLDocument(parsing: message, limits: .soapEnvelope)
        do throws(VIHFRefusal) {
            return .success(try await verifier.verify(document, peer: peer, patient: patient, at: now))
        } catch {
            return .failure(error)
        }
    }
}

extension World {
    func assertions(
        legacy: LegacySignatures = .refused,
        directory: DirectoryCheck = .stated,
        domain: IdentityDomain = .rehearsal,
        audiences: Set<String> = [],
        lists: RevocationLists? = nil,
        freshness: Freshness = Freshness(),
        signatures: any SignatureVerifying = SignaturesInProcess()
    ) throws -> VIHFVerifier {
        VIHFVerifier(
            certificates: try verifier(domain: domain, lists: lists),
            legacy: legacy,
            directory: directory,
            roles: RoleSet { _, _ in true },
            audiences: audiences,
            freshness: freshness,
            signatures: signatures
        )
    }
}

/// Somebody who computes nothing and says what he is told to.
struct Verdicts: SignatureVerifying {
    let verdict: SignatureVerdict

    func verdict(on job: SignatureJob) async -> SignatureVerdict { verdict }

    /// What is not *valid*, and what becomes of it.
    static let negative: [(said: SignatureVerdict, told: XMLSignatureError)] =
        [
            (.signatureInvalid, .signatureInvalid), (.keyUnusable, .keyUnusable), (.keyTooWeak, .keyTooWeak),
            (.notVerifiable(reason: 3), .notVerifiable(reason: 3)),
            (.referenceAltered(position: 9), .notVerifiable(reason: 0)),
        ] + SignatureSilence.allCases.map { (.unanswered($0), .unanswered($0)) }
}

extension Result {
    var refusal: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
