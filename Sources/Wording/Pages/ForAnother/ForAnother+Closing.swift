/// What closing another's record does.
extension ForAnother {
    static let closing: [Pair] = [
        (ClosingText.title.phrase, Phrase("Fermer ce dossier", "Close this record")),
        (
            ClosingText.lead.phrase,
            Phrase(
                "Vous pouvez fermer ce dossier à tout moment, sans donner de raison.",
                "You may close this record at any time, without giving a reason."
            )
        ),
        (
            ClosingText.copyFirst.phrase,
            Phrase(
                "Prenez d'abord une copie : après la fermeture, les documents ne se lisent plus ici.",
                "Take a copy first: once the record is closed, the documents can no longer be read here."
            )
        ),
        (ClosingText.copyLink.phrase, Phrase("Voir et télécharger ses documents", "See and download the documents")),
        (
            ClosingText.directives.phrase,
            Phrase(
                "Ses directives anticipées ne seront plus trouvées. Confiez-les aussi à un proche.",
                "The advance directives will no longer be found. Give them to somebody close as well."
            )
        ),
        (
            ClosingText.noAccess.phrase,
            Phrase(
                "Personne ne lit plus ce dossier : ni la personne elle-même, ni vous, ni les professionnels, ni les urgences.",
                "Nobody reads this record any more: neither the person, nor you, nor professionals, nor emergency services."
            )
        ),
        (
            ClosingText.reopening.phrase,
            Phrase(
                "Pendant ces 10 ans, il peut être rouvert, et tout s'y retrouve.",
                "During those 10 years it can be reopened, with everything in it."
            )
        ),
        (
            ClosingText.closeOnly.phrase,
            Phrase("Fermer, et garder les documents en archives", "Close, and keep the documents archived")
        ),
        (
            ClosingText.closeOnlyHint.phrase,
            Phrase("Il peut être rouvert pendant 10 ans.", "It can be reopened for 10 years.")
        ),
        (
            ClosingText.closeAndErase.phrase,
            Phrase("Fermer, et faire détruire les documents", "Close, and have the documents destroyed")
        ),
        (
            ClosingText.confirmErase.phrase,
            Phrase("Fermer et faire détruire ce dossier", "Close and have this record destroyed")
        ),
        (ClosingText.cancel.phrase, Phrase("Garder ce dossier ouvert", "Keep this record open")),
        (
            ClosingText.undoText.phrase,
            Phrase("Ce dossier peut être rouvert pendant 10 ans.", "This record can be reopened for 10 years.")
        ),
        (
            ClosingText.eraseNoUndo.phrase,
            Phrase(
                "Une fois détruits, les documents ne peuvent pas être retrouvés.",
                "Once destroyed, the documents cannot be recovered."
            )
        ),
        (
            ClosingText.othersSessions.phrase,
            Phrase(
                "Tous les appareils qui montrent ce dossier seront déconnectés.",
                "All devices that show this record will be signed out."
            )
        ),
        (ClosingText.requestsTitle.phrase, Phrase("Les demandes en cours", "Pending requests")),
        (ClosingText.closedTitle.phrase, Phrase("Ce dossier est fermé", "This record is closed")),
        (ClosingText.closedReopen.phrase, Phrase("Rouvrir ce dossier", "Reopen this record")),
        (ClosingText.reopened.phrase, Phrase("Ce dossier est rouvert", "This record is open again")),
        (
            ClosingText.reopenedLead.phrase,
            Phrase(
                "Les documents sont revenus. Une demande de destruction en cours est annulée.",
                "The documents are back. A pending request for destruction is cancelled."
            )
        ),
    ]
}
