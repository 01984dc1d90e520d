package import HealthRecord

/// What frames every page: menus, ways round, notices.
package enum ShellText: CatalogueText {
    case skipToContent, skipToMenu, menu, closeMenu, mainMenu, footerMenu, trail, home, otherLanguage, errorSummary,
        errorTitle
    case accessibilityStatus, accessibility, siteMap, legal, privacy, help, contact, stayHint, demonstration
    case record, documents, results, professionals, history, optional, chosen, chosenNowhere, clearChoices

    package var phrase: Phrase {
        switch self {
        case .skipToContent: Phrase("Aller au contenu", "Skip to content")
        case .skipToMenu: Phrase("Aller au menu", "Skip to menu")
        case .menu: Phrase("Menu", "Menu")
        case .closeMenu: Phrase("Fermer le menu", "Close the menu")
        case .mainMenu: Phrase("Menu principal", "Main menu")
        case .footerMenu: Phrase("Informations sur le site", "About this site")
        case .trail: Phrase("Vous êtes ici", "You are here")
        case .home: Phrase("Accueil", "Home")
        case .otherLanguage: Phrase("English", "Français")
        case .errorSummary: Phrase("Il y a un problème", "There is a problem")
        case .errorTitle: Phrase("Erreur", "Error")
        case .accessibilityStatus:
            Phrase("Accessibilité : non conforme (audit à faire)", "Accessibility: not compliant (audit to be made)")
        case .accessibility: Phrase("Accessibilité", "Accessibility")
        case .siteMap: Phrase("Plan du site", "Site map")
        case .legal: Phrase("Mentions légales", "Legal notice")
        case .privacy: Phrase("Protection des données", "Data protection")
        case .help: Phrase("Aide", "Help")
        case .contact: Phrase("Contact", "Contact")
        case .stayHint: Phrase("Ouvrir une page prolonge la session.", "Opening any page extends the session.")
        case .demonstration:
            Phrase(
                "Site de démonstration. Les personnes et les documents sont fictifs.",
                "Demonstration site. People and documents are fictitious."
            )
        case .record: Phrase("Mon dossier", "My record")
        case .documents: Phrase("Mes documents", "My documents")
        case .results: Phrase("Mes analyses", "My results")
        case .professionals: Phrase("Mes professionnels de santé", "My health professionals")
        case .history: Phrase("Historique des accès", "Access history")
        case .optional: Phrase("facultatif", "optional")
        case .chosen: Phrase("Choix en cours", "Current choices")
        case .chosenNowhere: Phrase("aucun document lisible", "no readable document")
        case .clearChoices: Phrase("Effacer les choix", "Clear choices")
        }
    }

    /// When the session ends without a further page.
    package static func sessionEnds(_ time: Phrase, minutes: Int) -> Phrase {
        Phrase(
            "Par sécurité, la session prend fin à \(time.french), après \(CountText.minutes(minutes).french) sans action.",
            "For safety, the session ends at \(time.english), after \(CountText.minutes(minutes).english) without action."
        )
    }

    /// Whose record it is.
    package static func recordOf(_ name: String) -> Phrase {
        Phrase(french: "Dossier \(NameText.of(name))", english: "Record of \(name)")
    }

    /// Whose record a printed page is of, and when it was printed.
    package static func sheet(of name: PersonName, born: CalendarDate, on day: CalendarDate) -> Phrase {
        let (birth, today) = (DateText.date(born), DateText.date(day))
        return Phrase(
            "Dossier \(NameText.of(name.spoken)), date de naissance : \(birth.french). Imprimé le \(today.french).",
            "Record of \(name.spoken), date of birth: \(birth.english). Printed on \(today.english)."
        )
    }

    /// The step of a way of several pages.
    package static func step(_ number: Int, of count: Int) -> Phrase {
        Phrase("Étape \(number) sur \(count)", "Step \(number) of \(count)")
    }
}
