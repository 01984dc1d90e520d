import Credentials
import Custody
import Foundation
import HealthRecord
import OperatorDoor

/// `operators.file`: whose certificates the operators' door knows, and in what role.
struct OperatorsFile: Codable {
    struct Line: Codable {
        /// The operator's certificate, a PEM file; a path is relative to this file's folder.
        var certificate: String
        /// His role.
        var role: String
    }

    var operators: [Line]

    /// Reads the file and the certificates that it names; names are the certificates' own.
    ///
    /// - Parameter domain: whom the deployment serves: a test card opens no door of production.
    static func table(at path: String, for domain: IdentityDomain) throws -> OperatorTable {
        let bytes = try DeploymentSettings.read(path)
        guard let file = try? JSONDecoder().decode(OperatorsFile.self, from: Data(bytes)), !file.operators.isEmpty
        else {
            throw StartFailure.badOperators(path, "it is no list of operators (docs/operations.md)")
        }
        let folder = (path as NSString).deletingLastPathComponent
        let names = try file.operators.map { line in
            guard let role = OperatorRole(rawValue: line.role) else {
                let known = OperatorRole.allCases.map(\.rawValue).joined(separator: ", ")
                throw StartFailure.badOperators(path, "a role is none of \(known)")
            }
            let place = line.certificate.hasPrefix("/") ? line.certificate : folder + "/" + line.certificate
            guard let der = PEMFile.certificates(try DeploymentSettings.read(place)).first,
                let certificate = try? CareCertificate(der: der)
            else { throw StartFailure.badOperators(path, "\(place) is no certificate of a person or an organisation") }
            guard certificate.category.domain == domain else {
                let reason = domain == .production ? "is a test card, which production refuses" : "is no test card"
                throw StartFailure.badOperators(path, "\(place) \(reason): domain is \(domain.rawValue)")
            }
            if domain == .production, let issuer = certificate.testIssuer {
                throw StartFailure.badOperators(
                    path,
                    "\(place) comes from \(issuer), a test authority: production refuses it"
                )
            }
            guard role != .hostPhysician || certificate.holder.isPhysician else {
                throw StartFailure.badOperators(path, "\(place) is no physician's card: the host's physician is one")
            }
            return OperatorName(
                name: certificate.holder.operatorName,
                role: role,
                certificate: certificate.fingerprint
            )
        }
        do { return try OperatorTable(names) } catch { throw StartFailure.badOperators(path, "\(error)") }
    }
}

extension CertificateHolder {
    /// Whether it is a physician's own card (TRE_G15, 10), not that of somebody in training.
    fileprivate var isPhysician: Bool {
        guard case .person(let person) = self, person.kind == .professional else { return false }
        return person.profession?.value == "10"
    }

    /// How the holder of a record reads who acted.
    fileprivate var operatorName: String {
        switch self {
        case .person(let person): person.name.spoken
        case .structure(let structure): structure.service + ", " + structure.organisation
        }
    }
}
