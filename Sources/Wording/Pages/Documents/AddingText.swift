/// Page 9: add a document; and delete one's own.
package enum AddingText: CatalogueText {
    case title, lead, formats, file, fileHint, name, nameHint, kind, kindHint, visibility, visible, visibleHint, masked
    case maskedHint, add, cancel, added, undo, undone, fileMissing, fileTooLarge, fileKind, fileActive,
        nameMissing
    case kindMissing, malformed, delete, deleteLead, deleteWho, deleteConfirm, deleteCancel, deleted, notNow
    case yours, date, dateHint, today, check, summary, summaryLead, preview, correct, correctHint, fileGone, fileAgain

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Ajouter un document", "Add a document")
        case .lead:
            Phrase(
                "Ajoutez un document à votre dossier, par exemple une ancienne ordonnance.",
                "Add a document to your record, such as an old prescription."
            )
        case .formats:
            Phrase(
                "Formats acceptés : PDF, texte (TXT ou RTF), image JPEG, PNG ou TIFF. Taille : 5 Mo au plus.",
                "Accepted formats: PDF, text (TXT or RTF), JPEG, PNG or TIFF picture. Size: 5 MB at most."
            )
        case .file: Phrase("Fichier", "File")
        case .fileHint:
            Phrase(
                "PDF, TXT, RTF, JPEG, PNG ou TIFF, 5 Mo au plus.",
                "PDF, TXT, RTF, JPEG, PNG or TIFF, 5 MB at most."
            )
        case .name: Phrase("Titre", "Title")
        case .nameHint:
            Phrase("Par exemple : Ordonnance de lunettes de 2019.", "For example: Prescription for glasses, 2019.")
        case .kind: Phrase("Catégorie", "Category")
        case .kindHint: Phrase("Elle décide de qui peut le lire.", "It decides who may read it.")
        case .visibility: Phrase("Qui peut le lire", "Who may read it")
        case .visible: Phrase("Les professionnels que j'ai autorisés", "The professionals whom I authorised")
        case .visibleHint: Phrase("Selon leur profession.", "According to their profession.")
        case .masked: Phrase("Moi seul, et mon médecin traitant", "Only me, and my treating physician")
        case .maskedHint: Phrase("Le document est masqué aux autres.", "The document is hidden from others.")
        case .add: Phrase("Ajouter ce document", "Add this document")
        case .cancel: Phrase("Revenir à mes documents", "Back to my documents")
        case .added: Phrase("Le document est ajouté à votre dossier.", "The document has been added to your record.")
        case .undo: Phrase("Annuler cet ajout", "Undo this addition")
        case .undone: Phrase("L'ajout est annulé.", "The addition has been undone.")
        case .fileMissing: Phrase("Choisissez un fichier.", "Choose a file.")
        case .fileTooLarge:
            Phrase(
                "Le fichier dépasse 5 Mo. Choisissez-en un plus petit, ou réduisez l'image.",
                "The file is larger than 5 MB. Choose a smaller one, or reduce the picture."
            )
        case .fileKind:
            Phrase(
                "Ce format n'est pas accepté. Choisissez un PDF, un texte ou une image JPEG, PNG ou TIFF.",
                "This format is not accepted. Choose a PDF, a text, or a JPEG, PNG or TIFF picture."
            )
        case .fileActive:
            Phrase(
                "Ce fichier contient des éléments actifs. Imprimez-le en PDF simple, puis choisissez-le.",
                "This file holds active elements. Print it as a plain PDF, then choose that."
            )
        case .nameMissing:
            Phrase("Donnez un titre, de 100 caractères au plus.", "Give a title of 100 characters at most.")
        case .kindMissing: Phrase("Choisissez une catégorie.", "Choose a category.")
        case .malformed: Phrase("L'envoi est incomplet. Recommencez.", "The upload is incomplete. Try again.")
        case .delete: Phrase("Supprimer ce document", "Delete this document")
        case .deleteLead:
            Phrase(
                "Vous avez ajouté ce document. Vous seul pouvez le supprimer.",
                "You added this document. Only you can delete it."
            )
        case .deleteWho:
            Phrase(
                "Ce qui est supprimé sort de vos documents, avec les versions remplacées. Votre historique en garde la trace.",
                "What is deleted leaves your documents, with the versions it replaced. Your history keeps a trace of it."
            )
        case .deleteConfirm: Phrase("Oui, supprimer ce document", "Yes, delete this document")
        case .deleteCancel: Phrase("Non, le garder", "No, keep it")
        case .deleted: Phrase("Le document est supprimé.", "The document has been deleted.")
        case .notNow:
            Phrase("L'ajout n'a pas pu se faire. Recommencez plus tard.", "It could not be added. Try again later.")
        case .date: Phrase("Date de l'acte", "Date of the act")
        case .dateHint:
            Phrase(
                "Le jour de la consultation ou de l'examen. Par exemple 12/04/2026. Vide : aujourd'hui.",
                "The day of the visit or the test. For example 12/04/2026. Empty: today."
            )
        case .today: Phrase("Aujourd'hui", "Today")
        case .check: Phrase("Voir l'aperçu", "See the preview")
        case .summary: Phrase("Vérifier avant d'ajouter", "Check before adding")
        case .summaryLead:
            Phrase(
                "Voici ce qui sera ajouté à votre dossier. Rien n'est encore enregistré.",
                "This is what will be added to your record. Nothing is saved yet."
            )
        case .preview: Phrase("Aperçu du document", "Preview of the document")
        case .correct: Phrase("Corriger", "Correct")
        case .correctHint:
            Phrase(
                "Pour corriger, il faudra choisir le fichier une seconde fois.",
                "To correct it, you will have to choose the file once more."
            )
        case .fileAgain:
            Phrase(
                "Choisissez de nouveau le fichier : le navigateur ne l'a pas gardé.",
                "Choose the file again: the browser has not kept it."
            )
        case .fileGone:
            Phrase(
                "Le fichier n'est plus en attente. Choisissez-le une seconde fois.",
                "The file is no longer waiting. Choose it once more."
            )
        case .yours: Phrase("Ajouté par vous", "Added by you")
        }
    }
}
