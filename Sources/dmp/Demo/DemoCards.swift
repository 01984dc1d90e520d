import Credentials
import Foundation
import HealthRecord
import SampleRecords

/// The cards and certificates of the demonstration's people, structures and server.
struct DemoCards: Sendable {
    /// The authorities.
    let pki: SamplePKI
    /// The server's certificate.
    let server: SampleCredential
    /// Cards by the professional's key.
    let professionals: [String: SamplePair]
    /// Certificates by the structure's key.
    let structures: [String: SamplePair]

    /// Issues everything, on as many threads as there are.
    ///
    /// - Parameters:
    ///   - cardKeys: The kind of keys on somebody's cards; making RSA ones takes most of the time.
    ///   - structureKeys: The kind of keys of structures and of the server.
    static func make(
        for population: SamplePopulation,
        cardKeys: (SampleRecords.SampleProfessional) -> SampleKeys,
        structureKeys: SampleKeys,
        hosts: [String],
        now: Instant
    ) async throws -> DemoCards {
        let validFrom = now.advanced(bySeconds: -86_400)
        // Holders get the keys that cards have; authorities one after the other would take as long as all holders together.
        let pki = try SamplePKI(keys: structureKeys, authorities: .p256, validFrom: validFrom)
        let files = pki.pemFiles
        return try await withThrowingTaskGroup(of: Issued.self) { group in
            // Each holder gets serial numbers of his own from a copy of the same authorities.
            func issue(_ rank: Int, _ keys: SampleKeys, _ make: @escaping @Sendable (inout SamplePKI) throws -> Issued)
            {
                group.addTask {
                    var own = try SamplePKI(
                        pemFiles: files,
                        keys: keys,
                        validFrom: validFrom,
                        nextSerial: 1000 + UInt64(rank) * 10
                    )
                    return try make(&own)
                }
            }
            issue(0, structureKeys) { own in
                guard let id = StructureID("318751275100020") else { throw StartFailure.unreadable("server identity") }
                let holder = Credentials.SampleStructure(
                    id: id,
                    organisation: "DMP de démonstration",
                    service: "localhost"
                )
                return .server(try own.issueServer(holder, hosts: hosts))
            }
            for (rank, professional) in population.professionals.enumerated() {
                issue(1 + rank, cardKeys(professional)) { .professional(professional.key, try $0.issue(professional)) }
            }
            for (rank, structure) in population.structures.enumerated() {
                issue(101 + rank, structureKeys) { .structure(structure.key, try $0.issue(structure)) }
            }
            var server: SampleCredential?
            var professionals: [String: SamplePair] = [:]
            var structures: [String: SamplePair] = [:]
            for try await issued in group {
                switch issued {
                case .server(let credential): server = credential
                case .professional(let key, let pair): professionals[key] = pair
                case .structure(let key, let pair): structures[key] = pair
                }
            }
            guard let server else { throw StartFailure.unreadable("server certificate") }
            return DemoCards(pki: pki, server: server, professionals: professionals, structures: structures)
        }
    }

    private enum Issued: Sendable {
        case server(SampleCredential)
        case professional(String, SamplePair)
        case structure(String, SamplePair)
    }
}

extension SamplePKI {
    fileprivate mutating func issue(_ professional: SampleRecords.SampleProfessional) throws -> SamplePair {
        let structure = professional.workplace.structure
        if professional.holder == .employee {
            return try issueEmployee(
                SampleEmployee(
                    id: professional.id,
                    name: professional.name,
                    structure: structure.id,
                    organisation: structure.name
                )
            )
        }
        let specialty = professional.profession.specialty.flatMap { $0.system == CodeSystem.specialty ? $0.value : nil }
        return try issueProfessional(
            Credentials.SampleProfessional(
                id: professional.id,
                name: professional.name,
                title: professional.profession.role.label ?? "Professionnel de santé",
                profession: Int(professional.profession.role.value) ?? 0,
                specialties: specialty.map { [$0] } ?? [],
                kind: professional.holder == .trainee ? .inTraining : .registered
            )
        )
    }

    fileprivate mutating func issue(_ sample: SampleRecords.SampleStructure) throws -> SamplePair {
        try issueStructure(
            Credentials.SampleStructure(
                id: sample.structure.id,
                organisation: sample.structure.name,
                service: "Logiciel de \(sample.structure.name)"
            )
        )
    }
}
