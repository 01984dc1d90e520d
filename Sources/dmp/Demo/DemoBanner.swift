import Foundation
import HealthRecord

/// The lines that a demonstration prints when it is ready.
enum DemoBanner {
    static func print(_ manifest: DemoManifest, folder: DemoFolder, seconds: Double) {
        let active = manifest.patients.first { $0.state == "active" }
        let toOpen = manifest.patients.first { $0.openingCode != nil && $0.state == "notOpened" }
        let doctor = manifest.professionals.first
        var lines = [
            "", "DMP de démonstration — prêt en \(String(format: "%.1f", seconds)) s", "",
            "  Portail des patients    \(manifest.portal)",
            "  Site des professionnels \(manifest.care ?? "")",
            "  Services des logiciels  \(manifest.services)",
            "  Porte des opérateurs    \(manifest.operatorDoor ?? "")",
            "  Messages (SMS, e-mails, lettres)  \(folder.outbox)",
            "  Tout le monde, cartes et codes      \(folder.manifest)", "",
        ]
        if let active {
            lines += [
                "  \(active.given) \(active.family) lit son dossier :",
                "    identifiant \(active.ins)   code secret \(active.secretCode ?? "")",
                "    puis le code à six chiffres arrive dans \(folder.outbox)", "",
            ]
        }
        if let parent = manifest.representatives?.first,
            let child = manifest.patients.first(where: { $0.ins == parent.actsFor })
        {
            lines += [
                "  \(parent.given) \(parent.family) lit le dossier de \(child.given) \(child.family) :",
                "    identifiant \(parent.ins)   code secret \(parent.secretCode)", "",
            ]
        }
        if let toOpen {
            lines += [
                "  \(toOpen.given) \(toOpen.family), dossier à ouvrir :",
                "    identifiant \(toOpen.ins)   né(e) le \(toOpen.birthDate)   code reçu par courrier \(toOpen.openingCode ?? "")",
                "",
            ]
        }
        if let doctor {
            lines += [
                "  Carte du médecin \(doctor.given) \(doctor.family) : \(folder.root)/\(doctor.authenticationCertificate)",
                "",
            ]
        }
        lines += [
            "  L’autorité du serveur est \(folder.root)/\(manifest.ca) ; votre navigateur ne la connaît pas et le dira.",
            "  Hébergeur, dépositaire des clés et application partagent ici un seul processus : personnes fictives seulement.",
            "  Ctrl-C pour finir.", "",
        ]
        FileHandle.standardOutput.write(Data(lines.joined(separator: "\n").utf8))
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
