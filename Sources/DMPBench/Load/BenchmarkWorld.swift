internal import ClinicalDocuments
internal import DMPWire
internal import HealthRecord
internal import LPSKit
internal import SampleRecords
internal import XDSWire

/// The people of the demonstration who take part: physicians who file and read, patients whose records they use.
struct BenchmarkWorld: Sendable {
    /// One software for each client.
    let clients: [CareSoftware]
    /// Whose record is listed.
    private(set) var listed: SamplePatient
    /// Whose records take the deposits.
    private(set) var others: [SamplePatient]
    private let doctors: [SampleProfessional]
    private let sources: LPSSources
    let valueSets: ValueSets
    /// What sets this run's documents apart from those of others.
    private let run: UInt64

    /// Those who may file the type of document that is used here, and whom patients let read.
    private static let senders = ["gp", "cardiologist"]

    /// Leaves out patients whose records cannot be used.
    mutating func keep(_ patients: [SamplePatient]) throws(BenchmarkError) {
        guard let first = patients.first, patients.count > 1 else { throw .nobody }
        listed = first
        others = Array(patients.dropFirst())
    }

    /// Reads the demonstration and makes the clients' software.
    init(_ options: BenchmarkOptions, _ tools: BenchmarkTools) throws {
        let manifest = try BenchmarkManifest.read(options.manifest)
        let population = SamplePopulation(seed: 0, now: tools.sources.clock())
        let open = manifest.patients.filter { $0.state == "active" }.compactMap { INS($0.ins, root: $0.insOID) }
        let patients = population.patients.filter { open.contains($0.ins) }
        guard let first = patients.first, patients.count > 1 else { throw BenchmarkError.nobody }
        listed = first
        others = Array(patients.dropFirst())
        var doctors: [SampleProfessional] = []
        var identities: [CareIdentity] = []
        for person in manifest.professionals {
            let known = population.professionals.first { $0.id.text == person.nationalId }
            guard let known, Self.senders.contains(known.key) else { continue }
            func text(_ file: String) throws(BenchmarkError) -> String {
                try BenchmarkManifest.text(file, beside: options.manifest)
            }
            doctors.append(known)
            identities.append(
                CareIdentity(
                    actor: known.actor(),
                    authentication: PEMPair(
                        certificate: try text(person.authenticationCertificate),
                        privateKey: try text(person.authenticationKey)
                    ),
                    signature: PEMPair(
                        certificate: try text(person.signatureCertificate),
                        privateKey: try text(person.signatureKey)
                    )
                )
            )
        }
        guard !identities.isEmpty else { throw BenchmarkError.nobody }
        let authorities = [try BenchmarkManifest.text(manifest.ca, beside: options.manifest)]
        let product = LPSProduct(
            software: VIHF.Software(name: "Mesure", version: "1", id: "1.2.250.1.999.9", homologation: "MESURE"),
            oid: OID(literal: "1.2.250.1.999.9")
        )
        clients = try (0..<max(1, options.clients)).map { rank in
            try CareSoftware(
                services: manifest.services,
                authorities: authorities,
                identity: identities[rank % identities.count],
                product: product,
                sources: tools.sources,
                connections: 1
            )
        }
        self.doctors = (0..<max(1, options.clients)).map { doctors[$0 % doctors.count] }
        sources = tools.sources
        valueSets = try ValueSets.bundled()
        run = tools.sources.ids().bytes.prefix(6).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The time, as the software that sends knows it.
    var now: Instant { sources.clock() }

    /// The author of the documents that a client files.
    func doctor(_ client: Int) -> SampleProfessional { doctors[client % doctors.count] }

    /// The identifier of the document of a rank in this run.
    func id(_ rank: Int) throws(BenchmarkError) -> OID {
        guard let id = OID("1.2.250.1.999.9.\(run).\(rank)") else { throw .document }
        return id
    }

    /// A document of that rank in this run, of so many bytes at least.
    func document(
        _ rank: Int,
        of patient: SamplePatient,
        by client: Int,
        bytes: Int
    ) throws -> OutgoingDocument {
        let id = try id(rank)
        let type = Code("11488-4", CodeSystem.loinc, label: "CR ou fiche de consultation ou de visite")
        let line = "Examen clinique sans particularité, constantes stables, traitement poursuivi ; ligne "
        var builder = CDABuilder(
            id: id,
            type: type,
            title: "Consultation de mesure \(rank)",
            createdAt: now.advanced(bySeconds: -60),
            patient: patient,
            author: doctor(client),
            content: .sections(model: nil, [])
        )
        func content(_ paragraphs: Int) -> CDAContent {
            let texts = (0..<paragraphs).map { at in
                (0..<4).map { line + "\(at * 4 + $0 + 100_000)." }.joined(separator: " ")
            }
            let section = CDASection(
                code: type,
                title: "Consultation",
                blocks: texts.map { .paragraph($0) }
            )
            return .sections(model: nil, [section])
        }
        builder.content = content(1)
        let least = try builder.bytes().count
        builder.content = content(2)
        let step = max(1, try builder.bytes().count - least)
        builder.content = content(1 + max(0, (bytes - least + step - 1) / step))
        return try OutgoingDocument(cda: try builder.bytes(), valueSets: valueSets)
    }

    /// A query for all documents of a patient.
    func list(_ patient: SamplePatient) -> StoredQuery {
        .findDocuments(FindDocumentsCriteria(patient: PatientIdentifier(patient.ins), statuses: [.approved]))
    }

    func shutdown() async { for client in clients { await client.shutdown() } }
}
