/// The first page after signing in.
package enum RecordPageText: CatalogueText {
    case whatIsNew, noNewDocument, inRecord, noDocument, firstVisit, lastAccesses, noAccess, allAccesses, emergencies,
        emergencyAdvice
    case steps, done, todo, stepActive, stepChannels, stepChannelsTodo, stepPhysician, stepPhysicianTodo, allDocuments,
        invitations

    package var phrase: Phrase {
        switch self {
        case .invitations: Phrase("Invitations sans réponse", "Invitations without an answer")
        case .whatIsNew: Phrase("Depuis ma dernière visite", "Since my last visit")
        case .noNewDocument: Phrase("Aucun nouveau document.", "No new document.")
        case .inRecord: Phrase("Dans ce dossier", "In this record")
        case .noDocument: Phrase("Aucun document.", "No document.")
        case .firstVisit:
            Phrase(
                "Bienvenue. C'est votre première visite : voici l'essentiel.",
                "Welcome. This is your first visit: here is what matters."
            )
        case .lastAccesses:
            Phrase("Les trois derniers accès de professionnels", "The last three accesses by professionals")
        case .noAccess:
            Phrase(
                "Aucun professionnel n'a encore ouvert votre dossier.",
                "No professional has opened your record yet."
            )
        case .allAccesses: Phrase("Voir tout l'historique", "See the whole history")
        case .allDocuments: Phrase("Voir tous les documents", "See all documents")
        case .emergencies: Phrase("Accès en urgence", "Emergency accesses")
        case .emergencyAdvice:
            Phrase(
                "Vous ne comprenez pas un accès ? Contactez l'assistance.",
                "You do not understand an access? Contact the help desk."
            )
        case .steps: Phrase("Bien démarrer", "Getting started")
        case .done: Phrase("Fait", "Done")
        case .todo: Phrase("À faire", "To do")
        case .stepActive: Phrase("Mon accès par Internet est activé.", "My Internet access is active.")
        case .stepChannels: Phrase("J'ai deux moyens de recevoir mes codes.", "I have two ways to receive my codes.")
        case .stepChannelsTodo:
            Phrase(
                "Ajouter un second moyen de recevoir mes codes",
                "Add a second way to receive my codes"
            )
        case .stepPhysician: Phrase("Mon médecin traitant est déclaré.", "My treating physician is declared.")
        case .stepPhysicianTodo:
            Phrase(
                "Déclarer mon médecin traitant : sur sa fiche, ou avec lui à la prochaine consultation.",
                "Declare my treating physician: on the physician's page, or together at the next consultation."
            )
        }
    }

    /// A greeting.
    package static func hello(_ name: String) -> Phrase { Phrase("Bonjour \(name)", "Hello \(name)") }

    /// When the last visit was.
    package static func lastVisit(_ moment: Phrase) -> Phrase {
        Phrase("Votre visite précédente : le \(moment.french).", "Your visit before: \(moment.english).")
    }

    /// How many new documents.
    package static func newDocuments(_ count: Int) -> Phrase {
        CountText.count(
            count,
            one: Phrase("nouveau document", "new document"),
            many: Phrase("nouveaux documents", "new documents")
        )
    }
}
