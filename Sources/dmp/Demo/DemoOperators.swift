import Credentials
import Custody
import Foundation
import HealthRecord

/// The sample operators of a demonstration: one for each role, and a second registrar.
enum DemoOperators {
    private static let people: [(key: String, family: String, given: String, role: OperatorRole)] = [
        ("registrar", "Greffe", "Rose", .registrar), ("registrar-2", "Matricule", "Martin", .registrar),
        ("support", "Secours", "Sacha", .support), ("insurer", "Caisse", "Camille", .insurer),
        ("officer", "Coffre", "Omar", .officer), ("dpo", "Donnée", "Dominique", .dataProtection),
        ("auditor", "Preuve", "Pauline", .auditor), ("physician", "Hébergé", "Hector", .hostPhysician),
    ]

    /// Makes their cards where there are none yet, under the authorities of the demonstration.
    static func make(in pki: String, now: Instant) throws {
        let folder = pki + "/operators"
        guard !FileManager.default.fileExists(atPath: folder + "/operators.json") else { return }
        var files: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: pki + "/authorities") {
            files[name] = String(decoding: try DeploymentSettings.read(pki + "/authorities/" + name), as: UTF8.self)
        }
        var authorities = try SamplePKI(
            pemFiles: files,
            keys: .p256,
            validFrom: now.advanced(bySeconds: -86_400),
            nextSerial: 9000
        )
        guard let structure = StructureID("19B0990001") else { throw StartFailure.unreadable("operators' structure") }
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        for (rank, person) in people.enumerated() {
            let name = PersonName(family: person.family, given: person.given)
            let card =
                person.role == .hostPhysician
                ? try authorities.issuePhysician(name)
                : try authorities.issueOperator(name, rank: rank, of: structure)
            try write(card.certificatePEM, folder + "/\(person.key).pem")
            try write(card.privateKeyPEM, folder + "/\(person.key).key")
        }
        // Written last: what is interrupted before is made again.
        let table = OperatorsFile(
            operators: people.map { OperatorsFile.Line(certificate: $0.key + ".pem", role: $0.role.rawValue) }
        )
        try write(String(decoding: try JSONEncoder().encode(table), as: UTF8.self), folder + "/operators.json")
    }

    /// What the manifest tells of them; each gets a desk, the file that `dmp record --desk` takes.
    static func list(in folder: DemoFolder, door: String) throws -> [DemoManifest.Operator] {
        try people.map { person in
            let desk = OperatorDesk(
                door: door,
                certificate: person.key + ".pem",
                key: person.key + ".key",
                ca: "../ca.pem"
            )
            try desk.write(to: folder.pki + "/operators/\(person.key).json")
            let path = "pki/operators/" + person.key
            return DemoManifest.Operator(
                name: person.given + " " + person.family,
                role: person.role.rawValue,
                certificate: path + ".pem",
                key: path + ".key",
                desk: path + ".json"
            )
        }
    }

    private static func write(_ text: String, _ path: String) throws {
        guard
            FileManager.default.createFile(
                atPath: path,
                contents: Data(text.utf8),
                attributes: [.posixPermissions: 0o600]
            )
        else { throw StartFailure.unreadable(path) }
    }
}

extension SamplePKI {
    fileprivate mutating func issueOperator(
        _ name: PersonName,
        rank: Int,
        of structure: StructureID
    ) throws -> SampleCredential {
        guard let id = ProfessionalID("39B0990001/OP\(1000 + rank)") else {
            throw StartFailure.unreadable("operators' identifiers")
        }
        return try issueEmployee(
            SampleEmployee(id: id, name: name, structure: structure, organisation: "Opérateur de démonstration")
        ).authentication
    }

    /// The host's physician comes with a physician's card.
    fileprivate mutating func issuePhysician(_ name: PersonName) throws -> SampleCredential {
        guard let rpps = RPPS("99909900013") else { throw StartFailure.unreadable("operators' identifiers") }
        return try issueProfessional(
            SampleProfessional(
                id: ProfessionalID(rpps),
                name: name,
                title: "Médecin",
                profession: 10,
                specialties: ["SM53"]
            )
        ).authentication
    }
}
