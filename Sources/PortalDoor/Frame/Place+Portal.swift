import PageKit
import Wording

/// The entries of the portal's menus.
extension Place {
    static let home = Place(path: Paths.home, label: ShellText.home.phrase, icon: .house)
    static let signIn = Place(path: Paths.signIn, label: SignInText.title.phrase, icon: .key)
    static let help = Place(path: Paths.help, label: ShellText.help.phrase, icon: .question)
    static let record = Place(path: Paths.record, label: ShellText.record.phrase, icon: .heart)
    static let documents = Place(path: Paths.documents, label: ShellText.documents.phrase, icon: .sheet)
    static let results = Place(path: Paths.results, label: ShellText.results.phrase, icon: .curve)
    static let professionals = Place(path: Paths.professionals, label: ShellText.professionals.phrase, icon: .people)
    static let history = Place(path: Paths.history, label: ShellText.history.phrase, icon: .clock)

    static let timeline = Place(path: Paths.timeline, label: TimelineText.title.phrase, icon: .book)
    static let settings = Place(path: Paths.settings, label: SettingsText.title.phrase, icon: .gear)

    static let publicMenu: [Place] = [.home, .signIn, .help]
    static let recordMenu: [Place] = [
        .record, .documents, .timeline, .results, .professionals, .history, .settings,
    ]

    /// The menu of somebody else's record; documents are in it where they are open to the one who acts.
    static func recordMenu(of name: String, seesDocuments: Bool) -> [Place] {
        let ofDocuments = [
            documents.called(ActingText.documents.phrase), timeline.called(ActingText.timeline.phrase),
            results.called(ActingText.results.phrase),
        ]
        return [record.called(ActingText.record(of: name))] + (seesDocuments ? ofDocuments : [])
            + [
                professionals.called(ActingText.professionals.phrase), history,
                settings.called(ActingText.settings.phrase),
            ]
    }

    private func called(_ label: Phrase) -> Place { Place(path: path, label: label, icon: icon) }
}

extension Site {
    /// What all pages of the portal have in common.
    static func portal(_ assets: AssetPaths, isRehearsal: Bool) -> Site {
        let links: [(ShellText, String)] = [
            (.accessibilityStatus, Paths.accessibility), (.legal, Paths.legal), (.privacy, Paths.privacy),
            (.siteMap, Paths.siteMap), (.help, Paths.help), (.contact, Paths.contact),
        ]
        return Site(
            name: HomeText.title.phrase,
            home: (visitor: Paths.home, member: Paths.record),
            menu: (visitor: Place.publicMenu, member: Place.recordMenu),
            footer: links.map { (label: $0.phrase, path: $1) },
            signOut: Paths.signOut,
            assets: assets,
            isRehearsal: isRehearsal
        )
    }
}
