/// The access of the host's physician to a record (CSP L1111-8).
package enum HostAccessText: CatalogueText {
    case title, settingsHint, lead, when, two, traced, none, ask, waiting, waitingHint, cancel, underWay, end, endHint
    case asked, cancelled, ended

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Médecin de l'hébergeur", "The host's physician")
        case .settingsHint:
            Phrase("Demander son aide, ou mettre fin à son accès.", "Ask for help, or end that access.")
        case .lead:
            Phrase(
                "L'hébergeur garde vos données sans pouvoir les lire. Seul son médecin le peut, à votre demande.",
                "The host keeps your data and cannot read them. Only its physician can, at your request."
            )
        case .when:
            Phrase(
                "Par exemple pour vérifier qu'un document de votre dossier n'est pas abîmé.",
                "For example to check that a document of your record is not damaged."
            )
        case .two:
            Phrase(
                "Deux personnes du service doivent approuver votre demande. L'accès ne dure qu'un temps.",
                "Two people of the service must approve your request. The access lasts only for a time."
            )
        case .traced:
            Phrase("Tout ce qu'il lit est dans votre historique.", "All that is read stands in your history.")
        case .none: Phrase("Aucun accès n'est demandé ni ouvert.", "No access is asked for or open.")
        case .ask: Phrase("Demander cet accès", "Ask for this access")
        case .waiting: Phrase("Votre demande attend d'être approuvée", "Your request awaits approval")
        case .waitingHint: Phrase("Rien n'est encore ouvert.", "Nothing is open yet.")
        case .cancel: Phrase("Retirer ma demande", "Withdraw my request")
        case .underWay: Phrase("Un accès est ouvert", "An access is open")
        case .end: Phrase("Mettre fin à cet accès", "End this access")
        case .endHint:
            Phrase(
                "La fin est immédiate. Vous pourrez demander un autre accès.",
                "It ends at once. You can ask for another."
            )
        case .asked: Phrase("Votre demande est enregistrée.", "Your request is on file.")
        case .cancelled: Phrase("Votre demande est retirée.", "Your request has been withdrawn.")
        case .ended: Phrase("L'accès est terminé.", "The access has ended.")
        }
    }

    /// Who keeps the record.
    package static func keeper(_ host: String) -> Phrase {
        Phrase("Hébergeur de ce dossier : \(host).", "Host of this record: \(host).")
    }

    /// Until when it is open.
    package static func until(_ moment: Phrase) -> Phrase {
        Phrase("Il prend fin le \(moment.french).", "It ends on \(moment.english).")
    }

    /// Since when it is asked for.
    package static func askedOn(_ day: Phrase) -> Phrase {
        Phrase("Envoyée le \(day.french).", "Sent on \(day.english).")
    }
}
