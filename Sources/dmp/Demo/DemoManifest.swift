import Foundation
import HealthRecord
import SampleRecords

/// `demo.json`: what programs need to drive a demonstration; paths are relative to its folder.
struct DemoManifest: Codable {
    struct Patient: Codable {
        var ins: String
        var insOID: String
        var family: String
        var given: String
        var birthDate: String
        var sex: String
        var secretCode: String?
        var email: String?
        var phone: String?
        var treatingPhysician: String?
        var state: String
        var openingCode: String?
        var activationCode: String?
    }

    struct Representative: Codable {
        var ins: String
        var insOID: String
        var family: String
        var given: String
        var birthDate: String
        var kind: String
        var secretCode: String
        var email: String
        var phone: String
        /// The matricule of the patient for whom this person acts.
        var actsFor: String
    }

    struct Structure: Codable {
        var nationalId: String
        var name: String
        var sector: String
        var authenticationCertificate: String?
        var authenticationKey: String?
        var sealCertificate: String?
        var sealKey: String?
    }

    struct Professional: Codable {
        struct Workplace: Codable {
            var nationalId: String
            var name: String
            var sector: String
        }

        var nationalId: String
        var family: String
        var given: String
        var profession: String
        var specialty: String?
        var structure: Workplace
        var authenticationCertificate: String
        var authenticationKey: String
        var signatureCertificate: String
        var signatureKey: String
    }

    struct Operator: Codable {
        var name: String
        var role: String
        var certificate: String
        var key: String
        var desk: String
    }

    var portal: String
    var services: String
    /// The professionals' web site; a world of an earlier release does not tell it.
    var care: String?
    /// The operators' door, and sample operators; a world of an earlier release does not tell them.
    var operatorDoor: String?
    var operators: [Operator]?
    var ca: String
    var outbox: String
    var patients: [Patient]
    /// Those who act for patients and have no record of their own; a world of an earlier release has none.
    var representatives: [Representative]?
    var professionals: [Professional]
    var structures: [Structure]

    /// Reads a manifest; nil where there is none yet.
    static func read(from path: String) throws -> DemoManifest? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return try JSONDecoder().decode(DemoManifest.self, from: data)
    }

    /// Writes it whole: programs wait for the file to appear.
    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}

// Absent values are written as null: a program that reads the file finds every key.
extension DemoManifest.Patient {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(ins, forKey: .ins)
        try container.encode(insOID, forKey: .insOID)
        try container.encode(family, forKey: .family)
        try container.encode(given, forKey: .given)
        try container.encode(birthDate, forKey: .birthDate)
        try container.encode(sex, forKey: .sex)
        try container.encode(secretCode, forKey: .secretCode)
        try container.encode(email, forKey: .email)
        try container.encode(phone, forKey: .phone)
        try container.encode(treatingPhysician, forKey: .treatingPhysician)
        try container.encode(state, forKey: .state)
        try container.encode(openingCode, forKey: .openingCode)
        try container.encode(activationCode, forKey: .activationCode)
    }
}

extension DemoManifest.Structure {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(nationalId, forKey: .nationalId)
        try container.encode(name, forKey: .name)
        try container.encode(sector, forKey: .sector)
        try container.encode(authenticationCertificate, forKey: .authenticationCertificate)
        try container.encode(authenticationKey, forKey: .authenticationKey)
        try container.encode(sealCertificate, forKey: .sealCertificate)
        try container.encode(sealKey, forKey: .sealKey)
    }
}

extension DemoManifest.Professional {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(nationalId, forKey: .nationalId)
        try container.encode(family, forKey: .family)
        try container.encode(given, forKey: .given)
        try container.encode(profession, forKey: .profession)
        try container.encode(specialty, forKey: .specialty)
        try container.encode(structure, forKey: .structure)
        try container.encode(authenticationCertificate, forKey: .authenticationCertificate)
        try container.encode(authenticationKey, forKey: .authenticationKey)
        try container.encode(signatureCertificate, forKey: .signatureCertificate)
        try container.encode(signatureKey, forKey: .signatureKey)
    }
}
