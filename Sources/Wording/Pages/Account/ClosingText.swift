/// Page 28: close the record; and come back to it.
package enum ClosingText: CatalogueText {
    case title, lead, before, copyFirst, copyLink, directives, consequences, noAccess, kept, reopening, destruction
    case professionals, secret, choice, closeOnly, closeOnlyHint, closeAndErase, closeAndEraseHint, next, summary
    case summaryErase, confirm, confirmErase, cancel, closedTitle, closedLead, closedErase, closedReopen, reopenTitle
    case reopenLead, reopenConfirm, reopened, reopenedLead, eraseTitle, eraseLead, eraseConfirm, eraseAsked, wrong
    case othersSessions, copyAsk, copyPending, requestsTitle, cancelRequest, requestCancelled, tickRead
    case tickFault, choiceFault, undoText, eraseNoUndo, back, notYours, person, personHint

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Fermer mon dossier", "Close my record")
        case .notYours:
            Phrase(
                "Fermer ce dossier ne fait pas partie de votre rôle.",
                "Closing this record is not part of your role."
            )
        case .lead:
            Phrase(
                "Vous pouvez fermer votre dossier à tout moment, sans donner de raison.",
                "You may close your record at any time, without giving a reason."
            )
        case .before: Phrase("Avant de décider", "Before you decide")
        case .copyFirst:
            Phrase(
                "Prenez d'abord une copie : après la fermeture, vous ne pourrez plus lire vos documents ici.",
                "Take a copy first: once the record is closed, you can no longer read your documents here."
            )
        case .copyLink: Phrase("Voir et télécharger mes documents", "See and download my documents")
        case .copyAsk: Phrase("Demander une copie complète", "Ask for a complete copy")
        case .copyPending: Phrase("Une copie est en préparation.", "A copy is being prepared.")
        case .directives:
            Phrase(
                "Vos directives anticipées ne seront plus trouvées. Confiez-les aussi à un proche.",
                "Your advance directives will no longer be found. Give them to somebody close as well."
            )
        case .consequences: Phrase("Ce qui se passe ensuite", "What happens next")
        case .noAccess:
            Phrase(
                "Personne ne lit plus votre dossier : ni vous, ni les professionnels, ni les urgences.",
                "Nobody reads your record any more: neither you, nor professionals, nor emergency services."
            )
        case .kept:
            Phrase(
                "Il est gardé 10 ans dans des archives fermées, puis détruit.",
                "It is kept for 10 years in closed archives, then destroyed."
            )
        case .reopening:
            Phrase(
                "Pendant ces 10 ans, vous pouvez le rouvrir et tout retrouver.",
                "During those 10 years you can reopen it and find everything again."
            )
        case .destruction:
            Phrase(
                "Vous pouvez aussi demander sa destruction. Elle est faite en 3 mois au plus.",
                "You may also ask for its destruction. It is done within 3 months."
            )
        case .professionals:
            Phrase(
                "Les professionnels ne peuvent plus y ajouter de documents.",
                "Professionals can no longer add documents to it."
            )
        case .choice: Phrase("Que voulez-vous faire ?", "What do you want to do?")
        case .closeOnly: Phrase("Fermer, et garder mes documents en archives", "Close, and keep my documents archived")
        case .closeOnlyHint: Phrase("Vous pourrez rouvrir pendant 10 ans.", "You can reopen for 10 years.")
        case .closeAndErase: Phrase("Fermer, et faire détruire mes documents", "Close, and have my documents destroyed")
        case .closeAndEraseHint:
            Phrase(
                "Vous pouvez encore l'annuler en rouvrant, tant que ce n'est pas fait.",
                "You can still cancel by reopening, as long as it has not been done."
            )
        case .next: Phrase("Continuer", "Continue")
        case .summary: Phrase("Confirmer la fermeture", "Confirm the closing")
        case .summaryErase:
            Phrase("Confirmer la fermeture et la destruction", "Confirm the closing and the destruction")
        case .secret: Phrase("Votre code secret", "Your secret code")
        case .confirm: Phrase("Fermer mon dossier", "Close my record")
        case .confirmErase: Phrase("Fermer et faire détruire mon dossier", "Close and have my record destroyed")
        case .cancel: Phrase("Garder mon dossier ouvert", "Keep my record open")
        case .undoText:
            Phrase("Vous pourrez rouvrir votre dossier pendant 10 ans.", "You can reopen your record for 10 years.")
        case .eraseNoUndo:
            Phrase(
                "Une fois détruits, vos documents ne peuvent pas être retrouvés.",
                "Once destroyed, your documents cannot be recovered."
            )
        case .closedTitle: Phrase("Votre dossier est fermé", "Your record is closed")
        case .closedLead:
            Phrase(
                "Plus personne ne peut le lire. Vous êtes déconnecté.",
                "Nobody can read it any more. You are signed out."
            )
        case .closedErase:
            Phrase(
                "Votre demande de destruction est enregistrée. Elle est faite en 3 mois au plus.",
                "Your request for destruction is on file. It is done within 3 months."
            )
        case .closedReopen: Phrase("Rouvrir mon dossier", "Reopen my record")
        case .reopenTitle: Phrase("Rouvrir mon dossier", "Reopen my record")
        case .reopenLead:
            Phrase(
                "Votre dossier a été fermé il y a moins de 10 ans. Vous pouvez le rouvrir et tout retrouver.",
                "Your record was closed less than 10 years ago. You can reopen it and find everything again."
            )
        case .reopenConfirm: Phrase("Oui, rouvrir mon dossier", "Yes, reopen my record")
        case .reopened: Phrase("Votre dossier est rouvert", "Your record is open again")
        case .reopenedLead:
            Phrase(
                "Vos documents sont revenus. Une demande de destruction en cours est annulée.",
                "Your documents are back. A pending request for destruction is cancelled."
            )
        case .eraseTitle: Phrase("Demander la destruction", "Ask for destruction")
        case .eraseLead:
            Phrase(
                "Pour un dossier déjà fermé. La destruction est faite en 3 mois au plus.",
                "For a record already closed. Destruction is done within 3 months."
            )
        case .eraseConfirm: Phrase("Oui, demander la destruction", "Yes, ask for destruction")
        case .eraseAsked: Phrase("Votre demande est enregistrée", "Your request is on file")
        case .wrong:
            Phrase("Ces informations ne permettent pas de continuer.", "These details do not let you go on.")
        case .othersSessions: Phrase("Tous vos appareils seront déconnectés.", "All your devices will be signed out.")
        case .requestsTitle: Phrase("Mes demandes en cours", "My pending requests")
        case .cancelRequest: Phrase("Annuler cette demande", "Cancel this request")
        case .requestCancelled: Phrase("La demande est annulée.", "The request has been cancelled.")
        case .tickRead: Phrase("J'ai lu ce qui va se passer", "I have read what will happen")
        case .tickFault: Phrase("Cochez la case pour continuer.", "Tick the box to go on.")
        case .choiceFault: Phrase("Choisissez l'une des deux possibilités.", "Choose one of the two.")
        case .person: Phrase("Prénom de la personne que vous représentez", "Given name of the person you act for")
        case .personHint:
            Phrase(
                "Laissez vide pour votre propre dossier. Si plusieurs personnes ont ce prénom, ajoutez le nom.",
                "Leave empty for your own record. If several people have this given name, add the family name."
            )
        case .back: Phrase("Revenir à l'accueil", "Back to the first page")
        }
    }
}
