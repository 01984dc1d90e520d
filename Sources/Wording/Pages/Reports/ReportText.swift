package import HealthRecord

/// Reports of a document, an access or a professional, and what became of them.
package enum ReportText: CatalogueText {
    case title, lead, reason, reasonFault, words, wordsHint, tooLong, send, cancel, never, read, listTitle, listLead
    case none, sent, reference, when, about, state, pending, done, refused, cancelled, caption, document, access
    case professional, ofDocument, mine, urgent, aDocument, blockFirst

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Signaler", "Report")
        case .lead:
            Phrase(
                "Quelque chose vous paraît anormal ? Le service le vérifie et vous dit ce qu'il en est.",
                "Does something seem wrong? The service checks it and tells you what came of it."
            )
        case .reason: Phrase("Pourquoi le signalez-vous ?", "Why do you report it?")
        case .reasonFault: Phrase("Choisissez une raison.", "Choose a reason.")
        case .words: Phrase("Ce que vous voulez ajouter", "What you want to add")
        case .wordsHint:
            Phrase(
                "N'écrivez pas de détail de santé : ce n'est pas nécessaire.",
                "Do not write details of your health: they are not needed."
            )
        case .tooLong: Phrase("Ce texte dépasse 1 000 caractères.", "This text exceeds 1,000 characters.")
        case .send: Phrase("Envoyer le signalement", "Send the report")
        case .cancel: Phrase("Ne rien signaler", "Report nothing")
        case .never:
            Phrase(
                "Le service ne lit pas vos documents. Il interroge le professionnel ou la structure.",
                "The service does not read your documents. It asks the professional or the organisation."
            )
        case .read:
            Phrase(
                "Le professionnel n'est pas bloqué par un signalement. Vous pouvez le bloquer vous-même.",
                "A report does not block the professional. You can do that yourself."
            )
        case .blockFirst:
            Phrase(
                "Un document qui n'est pas à vous peut être masqué tout de suite, sur sa page.",
                "A document that is not yours can be hidden at once, on its page."
            )
        case .listTitle: Phrase("Mes signalements", "My reports")
        case .listLead:
            Phrase("Ce que vous avez signalé, et où cela en est.", "What you reported, and where it stands.")
        case .none:
            Phrase(
                "Vous n'avez rien signalé. Le lien pour signaler est sur chaque document, chaque accès et chaque professionnel.",
                "You have reported nothing. The link to report is on each document, each access and each professional."
            )
        case .sent:
            Phrase(
                "Votre signalement est enregistré. Gardez sa référence.",
                "Your report is on file. Keep its reference."
            )
        case .reference: Phrase("Référence", "Reference")
        case .when: Phrase("Signalé le", "Reported on")
        case .about: Phrase("Sujet", "Subject")
        case .state: Phrase("État", "State")
        case .pending: Phrase("En cours d'examen", "Being examined")
        case .done: Phrase("Traité", "Dealt with")
        case .refused: Phrase("Non retenu", "Not upheld")
        case .cancelled: Phrase("Retiré par vous", "Withdrawn by you")
        case .caption: Phrase("Mes signalements et leur état", "My reports and their state")
        case .document: Phrase("Signaler ce document", "Report this document")
        case .access: Phrase("Signaler cet accès", "Report this access")
        case .professional: Phrase("Signaler ce professionnel", "Report this professional")
        case .ofDocument: Phrase("Document", "Document")
        case .mine: Phrase("Voir mes signalements", "See my reports")
        case .urgent:
            Phrase(
                "Si quelqu'un utilise votre compte, appelez le service sans attendre.",
                "If somebody uses your account, call the service without waiting."
            )
        case .aDocument: Phrase("Un document que vous ne voyez plus ici", "A document that you no longer see here")
        }
    }

    /// Why something is reported.
    package static func reason(_ reason: ReportReason) -> Phrase {
        switch reason {
        case .notMine:
            Phrase("Ce document concerne une autre personne", "This document is about somebody else")
        case .wrong: Phrase("Ce document est faux ou incomplet", "This document is wrong or incomplete")
        case .outOfPlace:
            Phrase("Ce document ne devrait pas être dans mon dossier", "This document should not be in my record")
        case .unknownPerson: Phrase("Je ne connais pas cette personne", "I do not know this person")
        case .noCare:
            Phrase("Cette personne ne me soignait pas à ce moment", "This person was not treating me at that time")
        case .notUrgent: Phrase("Ce n'était pas une urgence", "It was not an emergency")
        case .other: Phrase("Autre chose", "Something else")
        }
    }

    /// Somebody's access, as the subject of a report.
    package static func access(_ name: String, _ moment: Phrase) -> Phrase {
        Phrase("Accès de \(name), le \(moment.french)", "Access by \(name), on \(moment.english)")
    }
}
