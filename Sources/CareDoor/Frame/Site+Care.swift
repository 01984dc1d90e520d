import HealthRecord
import PageKit
import Wording

extension Place {
    static let connection = Place(path: Paths.home, label: CareShellText.connection.phrase, icon: .key)
    static let help = Place(path: Paths.help, label: CareShellText.help.phrase, icon: .question)
    static let patients = Place(path: Paths.patients, label: CareShellText.patients.phrase, icon: .people)
    static let situation = Place(path: Paths.situation, label: CareShellText.situation.phrase, icon: .hospital)

    /// A page of an open record.
    static func chart(_ handle: String, _ part: Paths.Part?) -> Place {
        guard let part else {
            return Place(path: Paths.chart(handle), label: CareShellText.summary.phrase, icon: .heart)
        }
        let (text, icon): (CareShellText, Icon) =
            switch part {
            case .documents: (.documents, .sheet)
            case .add: (.add, .plus)
            case .announce: (.announce, .bell)
            case .vaccinations: (.vaccinations, .shield)
            case .wishes: (.wishes, .pen)
            case .authorisations: (.authorisations, .lock)
            case .history: (.history, .clock)
            case .secret: (.secret, .hidden)
            case .emergency: (.emergency, .alarm)
            case .leave: (.leave, .door)
            case .consent: (.consent, .check)
            case .presence: (.presence, .people)
            }
        return Place(path: Paths.chart(handle, part), label: text.phrase, icon: icon)
    }

    static let careParts: [Paths.Part] = [
        .documents, .add, .announce, .vaccinations, .wishes, .authorisations, .history,
    ]
}

extension Site {
    /// What all pages of the site have in common; the menu of somebody signed in depends on the record that is open.
    static func care(_ assets: AssetPaths, isRehearsal: Bool, menu: [Place]) -> Site {
        Site(
            name: CareShellText.siteName.phrase,
            home: (visitor: Paths.home, member: Paths.patients),
            menu: (visitor: [.connection, .help], member: menu),
            footer: [
                (label: CareShellText.accessibility.phrase, path: Paths.accessibility),
                (label: CareShellText.help.phrase, path: Paths.help),
                (label: CareShellText.siteMap.phrase, path: Paths.siteMap),
            ],
            signOut: Paths.signOut,
            assets: assets,
            isRehearsal: isRehearsal
        )
    }
}
