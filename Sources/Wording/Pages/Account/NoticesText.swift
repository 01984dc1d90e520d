/// Page 23: notifications.
package enum NoticesText: CatalogueText {
    case title, lead, new, earlier, empty, newMark, settings, settingsLead, always, firstAccess, newDocument, emergency
    case accessChanged, bySMS, byEmail, noWay, wayHint, save, saved, toAccount, caption, whatColumn
    case whenColumn, seeHistory, count, channel, profileLead, profileChoice, byNone, thisFirst, thisDocument, thisAlways
    case treatingDeclared, consentStated, teamDeclared, administered, byPost
    case announcementDue, announcementReleased, directivesReminder, majorityReached, recordClosed, recordSuspended
    case recordReopened, erasureAsked, incident, partial

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Notifications", "Notifications")
        case .lead:
            Phrase(
                "Les événements dont le service vous prévient, du plus récent au plus ancien.",
                "The events that the service tells you of, the latest first."
            )
        case .new: Phrase("Depuis votre dernière visite", "Since your last visit")
        case .earlier: Phrase("Avant", "Before")
        case .empty: Phrase("Aucune notification pour le moment.", "No notification at the moment.")
        case .newMark: Phrase("Nouveau", "New")
        case .settings: Phrase("Mes réglages", "My settings")
        case .settingsLead: Phrase("De quoi voulez-vous être prévenu ?", "What do you want to be told of?")
        case .always: Phrase("Toujours envoyé, pour votre sécurité :", "Always sent, for your safety:")
        case .byPost:
            Phrase(
                "Sans téléphone ni e-mail, une lettre vous prévient de ces lectures de votre dossier.",
                "Without a telephone or an e-mail, a letter tells you of these readings of your record."
            )
        case .firstAccess:
            Phrase(
                "Un professionnel lit mon dossier pour la première fois",
                "A professional reads my record for the first time"
            )
        case .newDocument: Phrase("Un document est ajouté à mon dossier", "A document is added to my record")
        case .emergency: Phrase("Mon dossier est ouvert en urgence", "My record is opened in an emergency")
        case .accessChanged: Phrase("Mes moyens de connexion changent", "My means of signing in change")
        case .treatingDeclared:
            Phrase(
                "Un médecin se déclare mon médecin traitant",
                "A physician declares himself my treating physician"
            )
        case .consentStated:
            Phrase("Un professionnel déclare mon accord pour d'autres", "A professional states my consent for others")
        case .teamDeclared:
            Phrase("Un professionnel déclare une équipe de soins", "A professional declares a care team")
        case .administered:
            Phrase("Un professionnel modifie mes choix ou mes données", "A professional changes my choices or my data")
        case .announcementDue:
            Phrase(
                "Mon dossier est mis à jour, à voir avec un professionnel",
                "My record is updated, to be talked about"
            )
        case .announcementReleased:
            Phrase("Un document de mon dossier devient visible", "A document of my record becomes visible")
        case .directivesReminder: Phrase("Mes choix écrits sont à relire", "My written choices are to be read again")
        case .majorityReached:
            Phrase(
                "À ma majorité, mes représentants n'ont plus accès",
                "As I come of age, my representatives have no access any more"
            )
        case .recordClosed: Phrase("Mon dossier est fermé", "My record is closed")
        case .recordSuspended: Phrase("Mon dossier est suspendu", "My record is suspended")
        case .recordReopened: Phrase("Mon dossier est rouvert", "My record is open again")
        case .erasureAsked:
            Phrase("La destruction de mon dossier est demandée", "The destruction of my record is asked for")
        case .incident:
            Phrase("Un incident de sécurité touche mes données", "A security incident touches my data")
        case .channel: Phrase("Par quel moyen ?", "By what means?")
        case .profileLead:
            Phrase(
                "Ces réglages sont les vôtres pour ce dossier seulement. Vos autres dossiers ont les leurs.",
                "These settings are yours for this record alone. Your other records have their own."
            )
        case .profileChoice:
            Phrase("Voulez-vous être prévenu pour ce dossier ?", "Do you want to be told for this record?")
        case .byNone: Phrase("Ne pas me prévenir", "Do not tell me")
        case .thisFirst:
            Phrase(
                "Un professionnel lit ce dossier pour la première fois",
                "A professional reads this record for the first time"
            )
        case .thisDocument: Phrase("Un document est ajouté à ce dossier", "A document is added to this record")
        case .thisAlways:
            Phrase(
                "Si vous êtes prévenu, vous l'êtes toujours d'un accès en urgence.",
                "If you are told, you are always told of an emergency access."
            )
        case .bySMS: Phrase("Par SMS", "By text message")
        case .byEmail: Phrase("Par e-mail", "By e-mail")
        case .noWay: Phrase("Aucun moyen n'est enregistré.", "No means is on file.")
        case .wayHint:
            Phrase(
                "Le message ne contient jamais de titre ni d'information de santé.",
                "The message never holds a title or any health information."
            )
        case .save: Phrase("Enregistrer", "Save")
        case .saved: Phrase("Vos réglages sont enregistrés.", "Your settings are saved.")
        case .toAccount: Phrase("Changer mon téléphone ou mon adresse", "Change my phone or address")
        case .caption: Phrase("Notifications", "Notifications")
        case .whatColumn: Phrase("Événement", "Event")
        case .whenColumn: Phrase("Date", "Date")
        case .partial:
            Phrase(
                "Seules les plus récentes sont ici. L'historique des accès contient aussi les autres.",
                "Only the latest are here. The access history holds the others as well."
            )
        case .seeHistory: Phrase("Voir tout l'historique des accès", "See the whole access history")
        case .count: Phrase("Notifications", "Notifications")
        }
    }

    /// By what means messages go out now.
    package static func told(by means: Phrase) -> Phrase {
        Phrase("Vous êtes prévenu ainsi : \(means.french).", "You are told this way: \(means.english).")
    }

    /// How many are new.
    package static func new(_ number: Int) -> Phrase {
        switch number {
        case 0: Phrase("Aucune nouvelle notification.", "No new notification.")
        case 1: Phrase("1 nouvelle notification.", "1 new notification.")
        default: Phrase("\(number) nouvelles notifications.", "\(number) new notifications.")
        }
    }
}
