import Credentials
import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// Somebody in training on the site, from the certificate of his card to the documents (access and life cycle § 1.2).
@Suite struct TraineeTests {
    /// Reads a trainee's card as the program does: certificate, then directory.
    private struct Reader: Sendable {
        static let name = "card:trainee"
        let certificate: [UInt8]
        let cards: CardVerifier

        init(_ profession: ProfessionInTraining, at place: Structure) throws {
            let person = try #require(ProfessionalID("899700000047"))
            var pki = try SamplePKI(keys: .p256, validFrom: CareStack.start.advanced(bySeconds: -86_400))
            certificate = try pki.issueProfessional(
                Credentials.SampleProfessional(
                    id: person,
                    name: PersonName(family: "Apprenti", given: "Max"),
                    title: "En formation",
                    profession: try #require(Int(profession.rawValue)),
                    kind: .inTraining
                )
            ).authentication.der
            let anchors = try pki.anchors()
            let lists = try pki.revocationLists(at: CareStack.start).map { try RevocationList($0, anchors: anchors) }
            let directory = """
                {"structures": {"\(place.id.text)": {"name": "\(place.name)", "sector": "\(place.sector.value)"}},
                 "professionals": {"\(person.text)": {"structures": ["\(place.id.text)"]}}}
                """
            cards = CardVerifier(
                certificates: CertificateVerifier(
                    anchors: anchors,
                    domain: .rehearsal,
                    revocation: .strict,
                    lists: RevocationLists(lists)
                ),
                directory: try DirectoryTable(json: Array(directory.utf8)).directory
            )
        }

        @Sendable func holder(_ card: String, _ now: Instant) async throws(CardFault) -> CareHolder? {
            guard card == Self.name else { return nil }
            do throws(CardRefusal) {
                let holder = try await cards.holder(of: certificate, at: now)
                return CareHolder(
                    person: holder.person.id,
                    name: holder.person.name,
                    kind: holder.person.kind,
                    situations: holder.situations
                )
            } catch {
                throw .notACard
            }
        }
    }

    /// He reads what his profession reads, files as one in training, and takes no role of the patient's.
    @Test(arguments: ProfessionInTraining.allCases) func heReadsAndFiles(profession: ProfessionInTraining) async throws
    {
        let place = try #require(SamplePopulation(seed: 1, now: CareStack.start).professional("gp")).workplace.structure
        let stack = try CareStack(real: try Reader(profession, at: place).holder)
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            _ = try await Walk.add(doctor, try await Walk.consult(doctor, patient), title: "Avis du médecin")
            let trainee = Browser(client, card: Reader.name)
            try await trainee.enter()
            #expect(trainee.last?.body.contains("Max Apprenti") == true)
            #expect(trainee.last?.body.contains("Dr\u{A0}Max Apprenti") == false)
            let found = try await trainee.find(patient.ins.matricule.text)
            let consent = try await trainee.follow(found)
            let handle = try Walk.handle(consent.path)
            #expect(consent.path == "/dossiers/\(handle)/accord" && !consent.body.contains("name=\"traitant\""))
            try await trainee.follow(try await trainee.post("/dossiers/\(handle)/accord"))
            let list = try await trainee.get("/dossiers/\(handle)/documents")
            #expect(list.status == .ok && list.body.contains("Avis du médecin"))
            let rights = try await trainee.get("/dossiers/\(handle)/autorisations")
            #expect(rights.status == .ok && !rights.body.contains("devenir-medecin-traitant"))
            let (page, _) = try await Walk.add(trainee, handle, title: "Notes du stage")
            #expect(page.status == .ok && page.body.contains("Le document est dans le dossier."))
        }
        let own = try await stack.signIn(patient)
        let filed = try await stack.service.list(own).entries.first { $0.title == "Notes du stage" }
        #expect(try #require(filed).authors.map(\.specialty) == [profession.authorSpecialty])
        let leaves = try await stack.service.file(own).policy.authorisations
        #expect(leaves.filter { $0.holder == .trainee }.map(\.profession.role) == [profession.learnt])
    }
}
