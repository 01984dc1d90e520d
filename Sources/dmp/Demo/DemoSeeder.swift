import ClinicalDocuments
import Credentials
import Custody
import DMPWire
import Foundation
import HealthRecord
import LPSKit
import RecordService
import SampleRecords
import XDSWire

/// Makes the demonstration's world through the doors that everybody uses: letters, activation, and the wire of
/// professionals' software.
struct DemoSeeder: Sendable {
    let population: SamplePopulation
    let records: RecordService
    let services: String
    let anchorsPEM: String
    let pairs: [String: SamplePair]
    let codes: CodeCollector
    /// The set to which records pass once they are open; nil where it knows letters itself.
    let era: String?
    /// Whether the records follow another set than today's.
    let isOfEarlierRules: Bool
    /// How many may represent a child in the set of the records.
    let representativesMaximum: Int

    /// A set that opens records by letters.
    static let setWithLetters = "mes2026"
    /// Professionals who ask their patients for leave to read; the others file only.
    private static let readers = ["gp", "cardiologist", "pharmacist", "nurse", "midwife", "dentist", "physiotherapist"]
    /// The one who is somebody's treating physician.
    private static let treating = "gp"

    /// Opens records, files documents, and lets a few people read; the manifest learns codes and treating physicians.
    func seed(_ manifest: inout DemoManifest) async throws {
        let valueSets = try ValueSets.bundled(mode: .strict)
        var software: [String: CareSoftware] = [:]
        for professional in population.professionals { software[professional.key] = try makeSoftware(professional) }
        let documents = Dictionary(grouping: population.documents(), by: \.patient.key)
        let outcome: Result<[String: Bool], any Error>
        do {
            outcome = .success(
                try await withThrowingTaskGroup(of: (String, Bool).self) { group in
                    for patient in population.patients {
                        group.addTask { [software] in
                            let hasTreating = try await seed(
                                patient,
                                documents[patient.key] ?? [],
                                software,
                                valueSets
                            )
                            return (patient.key, hasTreating)
                        }
                    }
                    return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
                }
            )
        } catch { outcome = .failure(error) }
        for program in software.values { await program.shutdown() }
        let treated = try outcome.get()
        let doctor = population.professional(Self.treating)?.id.text
        for (index, patient) in population.patients.enumerated() {
            manifest.patients[index].openingCode = codes.opening(of: patient.ins)
            manifest.patients[index].activationCode = codes.activation(of: patient.ins)
            manifest.patients[index].treatingPhysician = treated[patient.key] == true ? doctor : nil
        }
        let mandated = Set(
            population.patients.flatMap(\.representatives).map(\.ins).filter { codes.mandate(of: $0) != nil }
                .map(\.matricule.text)
        )
        manifest.representatives?.removeAll { !mandated.contains($0.ins) }
    }

    private func seed(
        _ patient: SamplePatient,
        _ documents: [SampleDocument],
        _ software: [String: CareSoftware],
        _ valueSets: ValueSets
    ) async throws -> Bool {
        guard try await open(patient) else { return false }
        var declared: Set<String> = []
        for document in documents {
            guard let program = software[document.author.key] else { continue }
            if Self.readers.contains(document.author.key), declared.insert(document.author.key).inserted {
                try await whereTheEraAllows {
                    try await program.declareAuthorisation(
                        for: patient.ins,
                        asTreatingPhysician: document.author.key == Self.treating
                    )
                }
            }
            try await whereTheEraAllows { try await deposit(document, by: program, valueSets) }
        }
        try await whereTheEraAllows { try await lookAround(patient, documents, declared, software) }
        if patient.standing == .closed, let ins = QualifiedINS(patient.ins, in: .rehearsal) {
            try await records.close(ins, reason: .holderRequest)
        }
        return declared.contains(Self.treating)
    }

    /// Does what a professional of today does; an earlier era lets fewer do it, and its demonstration holds less.
    private func whereTheEraAllows(_ act: () async throws -> Void) async throws {
        do { try await act() } catch let refusal as LPSError where isOfEarlierRules && refusal.isOfTheRules {}
    }

    /// Opens a patient's record with the letters, as far as this patient has gone.
    private func open(_ patient: SamplePatient) async throws -> Bool {
        let first = patient.formerINS.last ?? patient.ins
        // A set without letters invites nobody (C1): the demonstration's people come in under one that has them, and pass.
        if era != nil, patient.standing == .notOpened { return false }
        try await records.invite(
            Invitation(ins: first, traits: patient.traits, policySet: era.map { _ in Self.setWithLetters })
        )
        guard patient.standing != .notOpened, let ins = QualifiedINS(first, in: .rehearsal),
            let code = codes.opening(of: first)
        else { return false }
        try await records.open(
            OpeningRequest(
                ins: ins,
                code: code,
                birthDate: patient.traits.birthDate,
                secret: patient.secretCode,
                phone: patient.phone,
                email: patient.email,
                emergency: EmergencyWishes()
            )
        )
        if patient.standing != .awaitingActivation, let activation = codes.activation(of: first) {
            try await activate(ins, activation, patient)
        }
        if let era { try await records.migrate(ins, to: era) }
        // Matricules that came later, the present one last.
        for later in patient.formerINS.dropLast().reversed() + (patient.formerINS.isEmpty ? [] : [patient.ins]) {
            guard let qualified = QualifiedINS(later, in: .rehearsal) else { continue }
            try await records.addIdentifier(qualified, to: ins)
        }
        for person in patient.representatives.prefix(representativesMaximum) { try await name(person, for: ins) }
        return true
    }

    /// Activates with the second letter, and proves every way to be reached.
    private func activate(_ ins: QualifiedINS, _ letter: String, _ patient: SamplePatient) async throws {
        let proofs = try await records.beginActivation(ins: ins, code: letter, secret: patient.secretCode)
        let typed = proofs.compactMap { proof in
            codes.oneTime(to: proof.channel == .sms ? .sms(patient.phone) : .email(patient.email))
                .map { TypedProof(token: proof.token, code: $0) }
        }
        try await records.completeActivation(ins: ins, typed)
    }

    /// Names somebody who acts for a patient, and takes the mandate up with the letter's code.
    private func name(_ person: SampleRepresentative, for patient: QualifiedINS) async throws {
        guard let own = QualifiedINS(person.ins, in: .rehearsal) else { return }
        _ = try await records.declareRepresentative(
            NewRepresentative(
                name: person.name,
                birthDate: person.birthDate,
                ins: own,
                kind: person.kind,
                address: person.address
            ),
            of: patient,
            basis: "Pièce de démonstration"
        )
        guard let code = codes.mandate(of: person.ins) else { return }
        let acceptance = RepresentationAcceptance(
            ins: own,
            code: code,
            birthDate: person.birthDate,
            secret: person.secretCode,
            phone: person.phone,
            email: person.email
        )
        let proofs = try await records.beginRepresentation(acceptance)
        let typed = proofs.compactMap { proof in
            codes.oneTime(to: proof.channel == .sms ? .sms(person.phone) : .email(person.email))
                .map { TypedProof(token: proof.token, code: $0) }
        }
        try await records.acceptRepresentation(acceptance, typed)
    }

    private func deposit(
        _ document: SampleDocument,
        by program: CareSoftware,
        _ valueSets: ValueSets
    ) async throws {
        var replaced: UniqueID?
        if let old = document.replaces {
            let found = try await program.find(
                .getDocuments(.uniqueIDs([old])),
                in: document.patient.ins,
                returning: .leafClass
            )
            for case .entry(let entry) in found.items { replaced = UniqueID(entry.id) }
        }
        let outgoing = try OutgoingDocument(
            cda: try document.bytes(),
            valueSets: valueSets,
            visibility: document.visibility,
            replaces: replaced
        )
        _ = try await program.deposit([outgoing], for: document.patient.ins, contentType: document.contentType)
    }

    /// A few readings, one by a centre 15, and one attempt that is refused: a history worth looking at.
    private func lookAround(
        _ patient: SamplePatient,
        _ documents: [SampleDocument],
        _ declared: Set<String>,
        _ software: [String: CareSoftware]
    ) async throws {
        let open = documents.filter { $0.visibility.isEmpty }
        guard patient.standing == .active, let last = open.last else { return }
        if declared.contains(Self.treating), let doctor = software[Self.treating] {
            _ = try await doctor.documents(of: patient.ins)
            _ = try await doctor.retrieve([last.uniqueID], from: patient.ins)
        }
        if patient.key == "paul", let regulator = software["regulator"] {
            _ = try await regulator.documents(of: patient.ins, mode: .regulation)
            _ = try await regulator.retrieve([last.uniqueID], from: patient.ins, mode: .regulation)
        }
        if patient.key == "jeanne", let dentist = software["dentist"] {
            // Nobody authorised this one: the attempt is refused and the patient sees it.
            do { _ = try await dentist.documents(of: patient.ins) } catch {}
        }
    }

    private func makeSoftware(_ professional: SampleRecords.SampleProfessional) throws -> CareSoftware {
        guard let pair = pairs[professional.key] else {
            throw StartFailure.unreadable("pki/professionals/\(professional.key)")
        }
        return try CareSoftware(
            services: services,
            authorities: [anchorsPEM],
            identity: CareIdentity(
                actor: professional.actor(),
                authentication: PEMPair(
                    certificate: pair.authentication.certificatePEM,
                    privateKey: pair.authentication.privateKeyPEM
                ),
                signature: PEMPair(certificate: pair.signature.certificatePEM, privateKey: pair.signature.privateKeyPEM)
            ),
            product: LPSProduct(
                software: .init(name: "Logiciel de démonstration", version: "1.0", homologation: "DEMO"),
                oid: OID(literal: "1.2.250.1.999.1.1")
            ),
            sources: LPSSources(clock: SystemClock.now, ids: SystemClock.newID),
            connections: 4
        )
    }
}

extension LPSError {
    /// Whether the rules refuse, and nothing else is wrong.
    fileprivate var isOfTheRules: Bool { refusalCode == "DMPAccessDeniedByRightsService" }
}
