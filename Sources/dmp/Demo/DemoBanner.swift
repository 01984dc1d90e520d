import Foundation
import HealthRecord
import SampleRecords

/// The lines that a demonstration prints when it is ready: where to click, who the people are, and their codes.
enum DemoBanner {
    static func print(
        _ manifest: DemoManifest,
        of population: SamplePopulation,
        folder: DemoFolder,
        seconds: Double
    ) {
        let lines =
            ["", "DMP de démonstration — prêt en \(String(format: "%.1f", seconds)) s", ""]
            + places(manifest, folder) + [""] + patients(manifest, folder) + [""] + others(manifest) + [""]
            + cards(manifest, population, folder) + [""] + warnings(manifest, folder) + [""]
        FileHandle.standardOutput.write(Data(lines.joined(separator: "\n").utf8))
    }

    private static func places(_ manifest: DemoManifest, _ folder: DemoFolder) -> [String] {
        [
            "  Portail des patients    \(manifest.portal)",
            "  Site des professionnels \(manifest.care ?? "")",
            "  Services des logiciels  \(manifest.services)",
            "  Porte des opérateurs    \(manifest.operatorDoor ?? "")",
            "  Messages (SMS, e-mails, lettres)  \(folder.outbox)",
            "  Les mêmes, pour les programmes    \(folder.manifest)",
        ]
    }

    private static func patients(_ manifest: DemoManifest, _ folder: DemoFolder) -> [String] {
        ["  Patients : identifiant, code secret ; puis le code à six chiffres arrive dans les messages"]
            + manifest.patients.map { patient in
                row("\(patient.given) \(patient.family)", patient.ins, entrance(of: patient, manifest))
            }
    }

    /// By which code somebody comes in, or why by none.
    private static func entrance(of patient: DemoManifest.Patient, _ manifest: DemoManifest) -> String {
        let secret = patient.secretCode ?? ""
        switch patient.state {
        case "notOpened":
            let letter = patient.openingCode.map { ", code du courrier \($0)" } ?? ""
            return "à ouvrir : né(e) le \(patient.birthDate)\(letter)"
        case "awaitingActivation":
            return secret.padded(24) + (patient.activationCode.map { "à activer : code du courrier \($0)" } ?? "")
        case "closed": return secret.padded(24) + "dossier fermé"
        default:
            let readers = (manifest.representatives ?? []).filter { $0.actsFor == patient.ins }.map(\.given)
            guard !readers.isEmpty else { return secret }
            return secret.padded(24) + (secret.isEmpty ? "lu par " : "lu aussi par ")
                + readers.joined(separator: " et ")
        }
    }

    private static func others(_ manifest: DemoManifest) -> [String] {
        ["  Pour quelqu’un d’autre : leur propre identifiant, leur propre code secret"]
            + (manifest.representatives ?? []).map { person in
                let holder = manifest.patients.first { $0.ins == person.actsFor }
                let record = holder.map { "dossier de \($0.given) \($0.family)" } ?? ""
                return row("\(person.given) \(person.family)", person.ins, person.secretCode.padded(24) + record)
            }
    }

    private static func cards(
        _ manifest: DemoManifest,
        _ population: SamplePopulation,
        _ folder: DemoFolder
    ) -> [String] {
        ["  Cartes des professionnels, dans \(folder.root)/"]
            + manifest.professionals.map { person in
                let known = population.professionals.first { $0.id.text == person.nationalId }
                let profession = known?.authorSpecialty.label ?? person.profession
                return "    " + "\(person.given) \(person.family)".padded(22)
                    + "\(person.authenticationCertificate.padded(54))\(profession)"
            }
    }

    private static func row(_ name: String, _ number: String, _ rest: String) -> String {
        "    \(name.padded(22))\(number)  \(rest)"
    }

    private static func warnings(_ manifest: DemoManifest, _ folder: DemoFolder) -> [String] {
        [
            "  L’autorité du serveur est \(folder.root)/\(manifest.ca) ; votre navigateur ne la connaît pas et le dira.",
            "  Hébergeur, dépositaire des clés et application partagent ici un seul processus : personnes fictives seulement.",
            "  Ctrl-C pour finir.",
        ]
    }
}

/// Opens the portal in the desktop's browser, where there is a desktop.
enum DemoBrowser {
    static func open(_ address: String) {
        guard
            ProcessInfo.processInfo.environment["DISPLAY"] != nil
                || ProcessInfo.processInfo.environment["WAYLAND_DISPLAY"] != nil
        else { return }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/xdg-open")
        process.arguments = [address]
        try? process.run()
    }
}
