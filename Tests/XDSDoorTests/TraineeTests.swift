import Credentials
import Custody
import DMPWire
import HealthRecord
import SOAPWire
import SafeXML
import SampleRecords
import Testing
import XDSWire

@testable import XDSDoor

/// Somebody in training on the wire, from the signed assertion to the documents (access and life cycle § 1.2; interop § 3.3).
@Suite struct TraineeTests {
    /// A trainee's card and the software that uses it.
    private struct Desk: Sendable {
        let card: SamplePair
        let verifier: VIHFVerifier
        let roles: [Code]
        let person: ProfessionalID

        init(_ profession: ProfessionInTraining, roles: [Code]) throws {
            let person = try #require(ProfessionalID("899700000047"))
            var pki = try SamplePKI(keys: .p256, validFrom: World.now.advanced(bySeconds: -86_400))
            card = try pki.issueProfessional(
                Credentials.SampleProfessional(
                    id: person,
                    name: PersonName(family: "ESSAI", given: "MAX"),
                    title: "En formation",
                    profession: try #require(Int(profession.rawValue)),
                    kind: .inTraining
                )
            )
            let anchors = try pki.anchors()
            let lists = try pki.revocationLists(at: World.now).map { try RevocationList($0, anchors: anchors) }
            verifier = VIHFVerifier(
                certificates: CertificateVerifier(
                    anchors: anchors,
                    domain: .rehearsal,
                    revocation: .strict,
                    lists: RevocationLists(lists)
                ),
                legacy: .refused,
                directory: .stated,
                roles: RoleSet { _, _ in true },
                signatures: SignaturesInProcess()
            )
            self.roles = roles
            self.person = person
        }

        /// What the service does with an assertion, as the program joins it.
        var evidence: EvidenceVerifier {
            { [verifier] envelope, peer, now throws(EvidenceFault) in
                do {
                    let document = try XMLDocument(parsing: envelope, limits: .soapEnvelope)
                    let verified = try await verifier.verify(document, peer: peer, patient: nil, at: now)
                    return CareEvidence(
                        actor: verified.actor,
                        mode: verified.mode,
                        patient: verified.patient,
                        assertionID: verified.assertionID,
                        software: verified.software.name,
                        isSecretConnection: verified.connection == .secret,
                        structureStanding: .vouched
                    )
                } catch {
                    throw EvidenceFault(code: "DMPInvalidVIHF", element: "Assertion", remedy: "\(error)")
                }
            }
        }

        func ask(
            _ service: String,
            _ action: DMPAction,
            of patient: INS,
            in structure: Structure,
            _ world: World,
            _ payload: (inout XMLWriter) -> Void
        ) throws -> Ask {
            let vihf = VIHF(
                id: "_" + world.source.id().text,
                issueInstant: World.now.advanced(bySeconds: -10),
                issuer: card.signature.subjectText,
                nameID: person.text,
                authenticatedAt: World.now.advanced(bySeconds: -600),
                authenticationClass: "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
                mode: .direct,
                structure: structure.id,
                sector: structure.sector,
                subject: "Max Essai",
                roles: roles,
                patient: patient,
                software: VIHF.Software(name: "Logiciel", version: "1.2", id: "1.2.3", homologation: "ABC-123")
            )
            return Ask(
                service: service,
                body: SOAPWriter.request(
                    action,
                    messageID: world.source.id().urn,
                    to: "https://essai.example/" + service,
                    security: try card.signature.sign(vihf),
                    version: .v12,
                    payload: payload
                ),
                certificate: card.authentication.der
            )
        }
    }

    private static func roles(_ profession: ProfessionInTraining) -> [[Code]] {
        let specialty: [Code] =
            switch profession {
            case .physician: [Code("SM26", CodeSystem.specialty)]
            // TRE_G05, sections of the pharmacists' register.
            case .pharmacist: [Code("A", "1.2.250.1.71.4.2.6")]
            case .dentist, .midwife: []
            }
        return [[Code(profession.rawValue, CodeSystem.professionInTraining)], [profession.learnt] + specialty]
    }

    /// Whichever table his software writes, he declares the consent, lists and reads what a colleague filed.
    @Test(arguments: ProfessionInTraining.allCases) func heReadsWhatTheProfessionReads(
        profession: ProfessionInTraining
    ) async throws {
        for roles in Self.roles(profession) {
            let desk = try Desk(profession, roles: roles)
            let world = try await World(real: desk.evidence)
            try await world.open("jeanne")
            let gp = try #require(world.population.professional("gp"))
            #expect(try await world.send(try Ask.authorise("gp", "jeanne", world)).text.contains("DMPOk"))
            let document = try #require(try world.documents(of: "jeanne").first)
            try await world.deposit([document], try world.sender())
            let (ins, place) = (try world.patient("jeanne").ins, gp.workplace.structure)
            let query = StoredQueryRequest(
                .findDocuments(FindDocumentsCriteria(patient: PatientIdentifier(ins), statuses: [.approved])),
                returnType: .leafClass
            )
            let leave = try desk.ask("habilitations", .setAuthorization, of: ins, in: place, world) {
                SetAuthorization.authorise.write(&$0)
            }
            let declared = try await world.send(leave)
            #expect(declared.text.contains("DMPOk"), "\(declared.text)")
            let answer = try await world.send(
                try desk.ask("registry", .storedQuery, of: ins, in: place, world) { query.write(into: &$0) }
            ).query()
            #expect(answer.status == .success && answer.items.count == 1, "\(profession) \(roles.map(\.value))")
            let content = try await world.send(
                try desk.ask("repository", .retrieve, of: ins, in: place, world) { writer in
                    RetrieveRequest([DocumentReference(repository: World.repository, document: document.id)])
                        .write(into: &writer)
                }
            )
            #expect(try content.retrieved().documents.count == 1)
            try world.close()
        }
    }
}
