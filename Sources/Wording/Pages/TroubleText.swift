/// Pages that say what went wrong, and one way out.
package enum TroubleText: CatalogueText {
    case endedTitle, ended, neededTitle, needed, notFoundTitle, notFound, tooManyTitle, tooMany, pausedTitle, paused
    case refusedTitle, refused, minorTitle, minor, staleTitle, stale, incompleteTitle, incomplete, badTitle, bad,
        conflictTitle, conflict, tooMuchTitle, tooMuch, partTitle, keptTitle, part, kept
    case toHome, toRecord, signInAgain, back, written, writtenHint

    package var phrase: Phrase {
        switch self {
        case .endedTitle: Phrase("Votre session a pris fin", "Your session has ended")
        case .ended:
            Phrase(
                "Par sécurité, le site vous déconnecte après un temps sans rien faire, quand l'accès change, ou quand le dossier est fermé. Rien de ce qui était enregistré n'est perdu.",
                "For safety, the site signs you out after some time without action, when the access changes, or when the record is closed. Nothing that was saved is lost."
            )
        case .neededTitle: Phrase("Connexion nécessaire", "Please sign in")
        case .needed:
            Phrase(
                "Cette page montre votre dossier. Connectez-vous pour la lire.",
                "This page shows your record. Sign in to read it."
            )
        case .notFoundTitle: Phrase("Page introuvable", "Page not found")
        case .notFound:
            Phrase("Cette page n'existe pas, ou n'existe plus.", "This page does not exist, or no longer does.")
        case .tooManyTitle: Phrase("Trop d'essais", "Too many attempts")
        case .tooMany:
            Phrase(
                "Pour protéger votre dossier, il faut attendre avant de recommencer.",
                "To protect your record, you must wait before trying again."
            )
        case .pausedTitle: Phrase("Service momentanément indisponible", "Service paused")
        case .paused:
            Phrase(
                "Vos documents sont en sécurité. Recommencez dans quelques minutes.",
                "Your documents are safe. Try again in a few minutes."
            )
        case .refusedTitle: Phrase("Ce n'est pas possible", "Not possible")
        case .refused:
            Phrase(
                "Cette action n'est pas permise sur ce dossier. L'assistance peut vous expliquer pourquoi.",
                "This action is not allowed on this record. The help desk can explain why."
            )
        case .minorTitle: Phrase("Dossier d'une personne mineure", "Record of a minor")
        case .minor:
            Phrase(
                "Avant 18 ans, un parent ou un tuteur lit le dossier et agit pour vous. Demandez-lui de se connecter, ou d'écrire à l'assistance s'il n'a pas encore d'accès. À 18 ans, un courrier vous donnera le vôtre.",
                "Before the age of 18, a parent or guardian reads the record and acts for you. Ask them to sign in, or to write to the help desk if they have no access yet. At 18, a letter will give you yours."
            )
        case .staleTitle: Phrase("Formulaire périmé", "Form out of date")
        case .stale:
            Phrase(
                "Ce formulaire n'est plus valable. Revenez à la page, puis recommencez.",
                "This form is no longer valid. Go back to the page, then try again."
            )
        case .incompleteTitle: Phrase("Dossier en cours de vérification", "Record being checked")
        case .incomplete:
            Phrase(
                "Une partie de votre dossier a pu être abîmée. Rien n'est affiché tant que ce n'est pas vérifié. Prévenez l'assistance.",
                "A part of your record may be damaged. Nothing is shown until it has been checked. Please tell the help desk."
            )
        case .badTitle: Phrase("Demande non comprise", "Request not understood")
        case .bad:
            Phrase(
                "La demande n'a pas pu être comprise. Revenez à la page, puis recommencez.",
                "The request could not be understood. Go back to the page, then try again."
            )
        case .conflictTitle: Phrase("C'est déjà fait", "Already done")
        case .conflict:
            Phrase(
                "Le dossier a changé entre-temps. Regardez son état actuel, puis recommencez si besoin.",
                "The record has changed meanwhile. Look at its present state, then try again if needed."
            )
        case .tooMuchTitle: Phrase("Rien n'a été changé", "Nothing was changed")
        case .tooMuch:
            Phrase(
                "Il y en a trop. Soit la liste est pleine : retirez-en d'abord quelque chose. Soit la demande touche trop de documents à la fois, anciennes versions comprises : choisissez-en moins.",
                "There is too much of it. Either the list is full: first take something off it. Or the request touches too many documents at once, older versions included: choose fewer."
            )
        case .partTitle: Phrase("Une partie seulement est faite", "Only a part is done")
        case .keptTitle:
            Phrase("Le choix est enregistré, le reste s'est arrêté", "The choice is saved, the rest stopped")
        case .part:
            Phrase(
                "L'opération s'est arrêtée en route. Ce qui est fait reste fait.",
                "The operation stopped on its way. What is done stays done."
            )
        case .kept:
            Phrase(
                "Le choix pour les prochains documents est enregistré.",
                "The choice for documents to come is saved."
            )
        case .written: Phrase("Ce que vous aviez écrit", "What you had written")
        case .writtenHint:
            Phrase(
                "Ce texte n'est pas enregistré. Copiez-le, puis reconnectez-vous pour l'envoyer.",
                "This text is not saved. Copy it, then sign in again to send it."
            )
        case .toHome: Phrase("Aller à l'accueil", "Go to the home page")
        case .toRecord: Phrase("Aller à mon dossier", "Go to my record")
        case .back: Phrase("Revenir à la page", "Back to the page")
        case .signInAgain: Phrase("Me reconnecter", "Sign in again")
        }
    }

    /// How long to wait.
    package static func wait(seconds: Int) -> Phrase {
        let text =
            seconds < 120
            ? CountText.count(max(1, seconds), one: Phrase("seconde", "second"), many: Phrase("secondes", "seconds"))
            : CountText.minutes((seconds + 59) / 60)
        return Phrase("Recommencez dans \(text.french).", "Try again in \(text.english).")
    }

    /// How many documents an order over many has changed before it stopped.
    ///
    /// - Parameter orMore: whether the last of them are uncertain.
    package static func stopped(after changed: Int, of asked: Int, orMore: Bool) -> Phrase {
        guard changed > 0 else {
            return orMore
                ? Phrase(
                    "On ne sait pas si des documents déjà présents ont été changés. Regardez leur état, puis recommencez si besoin.",
                    "Whether documents already there were changed is not known. Look at their state, then try again if needed."
                )
                : Phrase(
                    "Aucun document déjà présent n'a été changé.",
                    "None of the documents already there was changed."
                )
        }
        let least = orMore ? Phrase("au moins ", "at least ") : Phrase(verbatim: "")
        let count = Phrase(
            french: CountText.documents(changed).french + " sur " + CountText.number(asked).french,
            english: CountText.number(changed).english + " of " + CountText.documents(asked).english
        )
        let verb = changed == 1 ? Phrase("a été changé", "was changed") : Phrase("ont été changés", "were changed")
        return Phrase(
            "Avant l'arrêt, \(least.french)\(count.french) \(verb.french). Si vous recommencez, seul le reste est concerné.",
            "Before it stopped, \(least.english)\(count.english) \(verb.english). If you try again, only the rest is concerned."
        )
    }

    /// The name of an incident.
    package static func incident(_ name: String) -> Phrase {
        Phrase("Référence à donner à l'assistance : \(name)", "Reference for the help desk: \(name)")
    }
}
