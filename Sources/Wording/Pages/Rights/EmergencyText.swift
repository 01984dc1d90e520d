/// Page 21: access in emergencies.
package enum EmergencyText: CatalogueText {
    case title, lead, breakGlass, breakGlassExample, regulation, regulationExample, masked, maskedExample, allow, refuse
    case save, told, summary, confirm, cancel, done, unchanged, undo, undone, blockedNote, maskedNote
    case nowAllowed, nowRefused, stepUp, notOffered, notOfferedWay, maskedNotOffered, blockedHeld, blockedOpen,
        impossible
    case metTitle, metNone, metReason, metJustified, metUnjustified, metBreakGlass, metRegulation

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Accès en cas d'urgence", "Access in an emergency")
        case .lead:
            Phrase(
                "Un jour, vous pourriez ne pas pouvoir répondre. Dites à l'avance ce que vous permettez.",
                "One day you might not be able to answer. Say in advance what you allow."
            )
        case .breakGlass:
            Phrase("Un professionnel qui vous soigne en urgence", "A professional who treats you in an emergency")
        case .breakGlassExample:
            Phrase(
                "Exemple : vous avez perdu connaissance. Le médecin des urgences ouvre votre dossier et lit vos allergies.",
                "Example: you are unconscious. The emergency physician opens your record and reads your allergies."
            )
        case .regulation: Phrase("Le SAMU (centre 15)", "The SAMU (emergency number 15)")
        case .regulationExample:
            Phrase(
                "Exemple : un proche appelle le 15 pour vous. Le médecin du SAMU lit vos traitements.",
                "Example: somebody calls 15 for you. The SAMU physician reads your treatments."
            )
        case .masked: Phrase("Vos documents masqués", "Your hidden documents")
        case .maskedExample:
            Phrase(
                "Exemple : vous avez masqué un traitement. En urgence, le médecin peut quand même le lire.",
                "Example: you hid a treatment. In an emergency the physician can read it all the same."
            )
        case .allow: Phrase("J'autorise", "I allow it")
        case .refuse: Phrase("Je refuse", "I refuse")
        case .save: Phrase("Voir ce qui va changer", "See what will change")
        case .told:
            Phrase(
                "Vous êtes prévenu de chaque accès en urgence, et votre médecin traitant aussi.",
                "You are told of every emergency access, and so is your treating physician."
            )
        case .summary: Phrase("Confirmer mes choix pour l'urgence", "Confirm my choices for emergencies")
        case .confirm: Phrase("Oui, enregistrer ces choix", "Yes, save these choices")
        case .cancel: Phrase("Non, ne rien changer", "No, change nothing")
        case .done: Phrase("Vos choix pour l'urgence sont enregistrés.", "Your choices for emergencies are saved.")
        case .undo: Phrase("Revenir à mes choix d'avant", "Go back to my earlier choices")
        case .undone: Phrase("Vos choix d'avant sont de nouveau en place.", "Your earlier choices are in place again.")
        case .unchanged: Phrase("Rien n'a changé.", "Nothing has changed.")
        case .blockedNote:
            Phrase(
                "Un professionnel que vous avez bloqué n'entre pas, même en urgence. Le SAMU, lui, peut entrer.",
                "A professional whom you blocked does not get in, even in an emergency. The SAMU can."
            )
        case .blockedHeld:
            Phrase(
                "Un professionnel que vous avez bloqué n'entre pas, même en urgence.",
                "A professional whom you blocked does not get in, even in an emergency."
            )
        case .blockedOpen:
            Phrase(
                "En urgence, même un professionnel que vous avez bloqué peut entrer.",
                "In an emergency, even a professional whom you blocked can get in."
            )
        case .notOffered:
            Phrase(
                "Les règles de votre dossier ne prévoient aucun accès en urgence.",
                "The rules of your record provide for no access in an emergency."
            )
        case .notOfferedWay:
            Phrase(
                "Même en urgence, il faut votre autorisation pour lire votre dossier.",
                "Even in an emergency, your authorisation is needed to read your record."
            )
        case .maskedNotOffered:
            Phrase(
                "Vos documents masqués le restent en urgence. Vous n'avez rien à choisir.",
                "Your hidden documents stay hidden in an emergency. There is nothing for you to choose."
            )
        case .impossible:
            Phrase(
                "Les règles de votre dossier ne permettent pas ce choix. Rien n'a changé.",
                "The rules of your record do not allow this choice. Nothing has changed."
            )
        case .maskedNote:
            Phrase(
                "Ce choix ne sert que si l'un des deux accès ci-dessus est autorisé.",
                "This choice only matters if one of the two accesses above is allowed."
            )
        case .metTitle: Phrase("Les accès en urgence à ce jour", "Emergency accesses so far")
        case .metNone:
            Phrase("Personne n'a ouvert votre dossier en urgence.", "Nobody has opened your record in an emergency.")
        case .metReason: Phrase("Motif donné sur le moment :", "Reason given at the time:")
        case .metJustified: Phrase("Justification écrite ensuite :", "Justification written afterwards:")
        case .metUnjustified: Phrase("Pas encore de justification écrite.", "No written justification yet.")
        case .metBreakGlass: Phrase("accès en urgence", "emergency access")
        case .metRegulation: Phrase("accès du SAMU (centre 15)", "access by the SAMU (number 15)")
        case .nowAllowed: Phrase("Autorisé", "Allowed")
        case .nowRefused: Phrase("Refusé", "Refused")
        case .stepUp:
            Phrase(
                "Pour lever un refus, un nouveau code vous sera demandé.",
                "To lift a refusal, you will be asked for a new code."
            )
        }
    }

    /// What becomes of one of the switches.
    package static func becomes(_ text: EmergencyText, isAllowed: Bool) -> Phrase {
        Phrase(
            "\(text.phrase.french) : \(isAllowed ? "autorisé" : "refusé").",
            "\(text.phrase.english): \(isAllowed ? "allowed" : "refused")."
        )
    }
}
