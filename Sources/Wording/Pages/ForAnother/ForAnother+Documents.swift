internal import HealthRecord

/// What stands in another's record, and what is put there.
extension ForAnother {
    static let documents: [Pair] = [
        (
            DocumentsPageText.empty.phrase,
            Phrase(
                "Ce dossier ne contient pas encore de document. Les professionnels qui soignent cette personne peuvent en ajouter.",
                "This record holds no document yet. The professionals who care for this person may add some."
            )
        ),
        (
            TimelineText.lead.phrase,
            Phrase("Ses soins et ses documents, mois par mois.", "Care and documents, month by month.")
        ),
        (
            TimelineText.empty.phrase,
            Phrase(
                "Cette histoire est encore vide. Elle se remplit quand un professionnel ajoute un document, ou vous-même.",
                "This story is still empty. It fills when a professional adds a document, or you do."
            )
        ),
        (
            ResultsText.lead.phrase,
            Phrase(
                "Les valeurs viennent des comptes rendus de laboratoire de ce dossier.",
                "Values come from the laboratory reports in this record."
            )
        ),
        (
            ResultsText.advice.phrase,
            Phrase(
                "Un résultat se lit avec un professionnel : parlez-en lors de la prochaine consultation.",
                "A result is best read with a professional: talk about it at the next consultation."
            )
        ),
        (
            ResultsText.partial.phrase,
            Phrase(
                "Seuls les comptes rendus les plus récents sont pris en compte. Les autres sont dans ses documents.",
                "Only the latest reports are taken into account. The others are among the documents."
            )
        ),
        (
            DocumentPageText.maskEmergency.phrase,
            Phrase(
                "Les professionnels en cas d'urgence, selon le choix fait pour ce dossier.",
                "Professionals in an emergency, as was chosen for this record."
            )
        ),
        (
            DocumentPageText.maskEmergencyNot.phrase,
            Phrase(
                "En cas d'urgence, il reste masqué, selon le choix fait pour ce dossier.",
                "In an emergency it stays hidden, as was chosen for this record."
            )
        ),
        (
            DocumentPageText.unmaskLead.phrase,
            Phrase(
                "Les professionnels autorisés pourront de nouveau lire ce document.",
                "The authorised professionals will be able to read this document again."
            )
        ),
        (
            FolderText.lead.phrase,
            Phrase(
                "Rangez les documents à votre façon. Vous seul voyez ces classeurs.",
                "Sort the documents your own way. Nobody but you sees these folders."
            )
        ),
        (
            FolderText.removed.phrase,
            Phrase(
                "Le classeur est supprimé. Les documents sont toujours là.",
                "The folder has been deleted. The documents are still there."
            )
        ),
    ]

    static let adding: [Pair] = [
        (
            AddingText.lead.phrase,
            Phrase(
                "Ajoutez un document à ce dossier, par exemple une ancienne ordonnance.",
                "Add a document to this record, such as an old prescription."
            )
        ),
        (
            AddingText.masked.phrase,
            Phrase(
                "Cette personne, ceux qui agissent pour elle, et son médecin traitant",
                "This person, those who act for this person, and the treating physician"
            )
        ),
        (
            AddingText.cancel.phrase,
            Phrase("Revenir à ses documents", "Back to the documents")
        ),
        (
            AddingText.added.phrase,
            Phrase("Le document est ajouté à ce dossier.", "The document has been added to this record.")
        ),
        (
            AddingText.deleteWho.phrase,
            Phrase(
                "Ce qui est supprimé sort de ces documents, avec les versions remplacées. L'historique de ce dossier en garde la trace.",
                "What is deleted leaves these documents, with the versions it replaced. The history of this record keeps a trace of it."
            )
        ),
        (
            AddingText.summaryLead.phrase,
            Phrase(
                "Voici ce qui sera ajouté à ce dossier. Rien n'est encore enregistré.",
                "This is what will be added to this record. Nothing is saved yet."
            )
        ),
    ]

    static let trouble: [Pair] = [
        (
            TroubleText.paused.phrase,
            Phrase(
                "Les documents sont en sécurité. Recommencez dans quelques minutes.",
                "The documents are safe. Try again in a few minutes."
            )
        ),
        (
            TroubleText.tooMany.phrase,
            Phrase(
                "Pour protéger ce dossier, il faut attendre avant de recommencer.",
                "To protect this record, you must wait before trying again."
            )
        ),
        (
            TroubleText.incomplete.phrase,
            Phrase(
                "Une partie de ce dossier a pu être abîmée. Rien n'est affiché tant que ce n'est pas vérifié. Prévenez l'assistance.",
                "A part of this record may be damaged. Nothing is shown until it has been checked. Please tell the help desk."
            )
        ),
        (
            TroubleText.toRecord.phrase,
            Phrase("Aller à ce dossier", "Go to this record")
        ),
        (
            ReportText.never.phrase,
            Phrase(
                "Le service ne lit pas les documents. Il interroge le professionnel ou la structure.",
                "The service does not read the documents. It asks the professional or the organisation."
            )
        ),
        (
            ReportText.wordsHint.phrase,
            Phrase(
                "N'écrivez aucun détail de santé : ce n'est pas nécessaire.",
                "Do not write any detail of health: none is needed."
            )
        ),
        (
            ReportText.reason(.outOfPlace),
            Phrase("Ce document ne devrait pas être dans ce dossier", "This document should not be in this record")
        ),
        (
            ReportText.reason(.noCare),
            Phrase("Ce professionnel ne la soignait pas à ce moment", "This professional gave no care at that time")
        ),
    ]
}
