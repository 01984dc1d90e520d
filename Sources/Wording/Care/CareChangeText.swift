/// Confirmations before a document changes.
package enum CareChangeText: CatalogueText {
    case maskLead, maskStill, unmaskLead, revealLead, revealNotice, archiveLead, restoreLead, deleteLead, deleteKept
    case cancel, maskYes, unmaskYes, revealYes, archiveYes, restoreYes, deleteYes, traced
    case concealLead, concealStill, concealAsked, concealTraced, concealYes, discloseLead, discloseAsked, discloseYes

    package var phrase: Phrase {
        switch self {
        case .maskLead:
            Phrase(
                "Les autres professionnels ne verront plus ce document. Rien ne leur dira qu'il existe.",
                "Other professionals will no longer see this document. Nothing will tell them that it exists."
            )
        case .maskStill:
            Phrase(
                "Son auteur, le médecin traitant et le patient le verront encore.",
                "Its author, the treating physician and the patient will still see it."
            )
        case .unmaskLead:
            Phrase(
                "Les professionnels autorisés pourront de nouveau lire ce document.",
                "Authorised professionals will be able to read this document again."
            )
        case .revealLead:
            Phrase(
                "Le patient verra ce document tout de suite. On ne revient pas en arrière.",
                "The patient will see this document at once. This cannot be undone."
            )
        case .revealNotice:
            Phrase(
                "Confirmez seulement si l'annonce a été faite.",
                "Confirm only if the announcement has been made."
            )
        case .archiveLead:
            Phrase(
                "Le document quitte les listes courantes. Il peut en revenir à tout moment.",
                "The document leaves the current lists. It can come back at any time."
            )
        case .restoreLead:
            Phrase("Le document revient dans les listes courantes.", "The document returns to the current lists.")
        case .deleteLead:
            Phrase(
                "Le document disparaît du dossier pour tous. On ne revient pas en arrière.",
                "The document disappears from the record for all. This cannot be undone."
            )
        case .deleteKept:
            Phrase(
                "La trace de cette suppression reste dans l'historique du patient.",
                "The trace of this deletion stays in the patient's history."
            )
        case .cancel: Phrase("Non, revenir au document", "No, go back to the document")
        case .maskYes: Phrase("Oui, masquer", "Yes, hide")
        case .unmaskYes: Phrase("Oui, rendre visible", "Yes, show")
        case .revealYes: Phrase("Oui, le patient peut le voir", "Yes, the patient may see it")
        case .archiveYes: Phrase("Oui, archiver", "Yes, archive")
        case .restoreYes: Phrase("Oui, sortir de l'archive", "Yes, take it out")
        case .deleteYes: Phrase("Oui, supprimer", "Yes, delete")
        case .concealLead:
            Phrase(
                "Les représentants légaux ne verront plus ce document. Rien ne leur dira qu'il existe.",
                "The legal representatives will no longer see this document. Nothing will tell them that it exists."
            )
        case .concealStill:
            Phrase(
                "Le mineur et les professionnels autorisés le verront encore.",
                "The minor and authorised professionals will still see it."
            )
        case .concealAsked:
            Phrase(
                "Le mineur vous le demande. Il ne pourra pas revenir seul sur ce choix.",
                "The minor asks you for it, and cannot undo it alone."
            )
        case .concealTraced:
            Phrase(
                "Les représentants légaux ne verront pas non plus que vous l'avez fait.",
                "Nor will the legal representatives see that you did so."
            )
        case .concealYes: Phrase("Oui, fermer aux représentants", "Yes, close to representatives")
        case .discloseLead:
            Phrase(
                "Les représentants légaux verront ce document tout de suite. On ne revient pas en arrière.",
                "The legal representatives will see this document at once. This cannot be undone."
            )
        case .discloseAsked:
            Phrase("Confirmez seulement si le patient est d'accord.", "Confirm only if the patient agrees.")
        case .discloseYes: Phrase("Oui, ouvrir aux représentants", "Yes, open to representatives")
        case .traced:
            Phrase("Cet acte est inscrit dans l'historique du patient.", "This act is written in the history.")
        }
    }
}

/// A document added on a page.
package enum CareAddText: CatalogueText {
    case file, fileHint, text, textHint, what, kind, kindHint, title, titleHint, actDate, actDateHint, who, visible
    case notYet, masked, secret, send, unsigned, fileFault, kindFaultText, titleFault, typeFault, bothFault
    case sizeFault, replaceTitle, reminder, day, rejected, either, chooseType, content, activeFault, representatives
    case acts, actsHint, actsFault, notYetFault

    package var phrase: Phrase {
        switch self {
        case .file: Phrase("Fichier PDF", "PDF file")
        case .fileHint:
            Phrase("PDF de 5 Mo au plus, sans programme ni mot de passe.", "PDF of at most 5 MB, without program.")
        case .text: Phrase("Ou texte du document", "Or text of the document")
        case .textHint: Phrase("Texte simple, sans mise en forme.", "Plain text, without layout.")
        case .what: Phrase("De quoi s'agit-il ?", "What is it?")
        case .content: Phrase("Contenu", "Content")
        case .kind: Phrase("Type de document", "Type of document")
        case .chooseType: Phrase("Choisir un type", "Choose a type")
        case .kindHint:
            Phrase("Le type décide quelles professions peuvent le lire.", "The type decides which professions read it.")
        case .title: Phrase("Titre", "Title")
        case .titleHint: Phrase("128 caractères au plus.", "At most 128 characters.")
        case .actDate: Phrase("Date du soin", "Date of care")
        case .actDateHint:
            Phrase("Exemple : 12/04/2026. Vide : aujourd'hui.", "Example: 12/04/2026. Empty: today.")
        case .who: Phrase("Qui le voit ?", "Who sees it?")
        case .visible: Phrase("Le patient et les professionnels autorisés", "The patient and authorised professionals")
        case .notYet:
            Phrase(
                "Non visible par le patient tant que l'annonce n'est pas faite",
                "Not visible to the patient until it has been announced"
            )
        case .notYetFault:
            Phrase(
                "Le patient voit la version à remplacer : il devinerait la nouvelle. Ajoutez-la comme un document à part.",
                "The patient sees the version to replace, and would guess the new one. Add it as a document of its own."
            )
        case .masked: Phrase("Masqué aux autres professionnels", "Hidden from other professionals")
        case .secret: Phrase("Caché aux représentants légaux", "Kept from the legal representatives")
        case .representatives:
            Phrase(
                "Caché aux représentants légaux, à la demande du mineur",
                "Kept from the legal representatives, at the minor's request"
            )
        case .send: Phrase("Ajouter au dossier", "Add to the record")
        case .unsigned:
            Phrase(
                "Un navigateur ne sait pas signer avec votre carte. Le document entre sous votre nom, avec la preuve de votre connexion. Sa fiche dit qu'il n'est pas signé.",
                "A browser cannot sign with your card. The document is filed under your name with the proof of your connection. Its entry says that it is not signed."
            )
        case .fileFault:
            Phrase("Choisissez un fichier PDF, ou écrivez le texte.", "Choose a PDF file, or write the text.")
        case .kindFaultText: Phrase("Ce fichier n'est pas un PDF. Choisissez un PDF.", "This is no PDF. Choose a PDF.")
        case .activeFault:
            Phrase(
                "Ce PDF contient un programme, un fichier joint ou un mot de passe. Enregistrez-le sans, puis recommencez.",
                "This PDF holds a program, an attachment or a password. Save it without, then try again."
            )
        case .titleFault: Phrase("Écrivez un titre de 1 à 128 caractères.", "Write a title of 1 to 128 characters.")
        case .typeFault: Phrase("Choisissez un type dans la liste.", "Choose a type of the list.")
        case .bothFault:
            Phrase("Gardez le fichier ou le texte, pas les deux.", "Keep the file or the text, not both.")
        case .sizeFault: Phrase("Le fichier dépasse 5 Mo. Réduisez-le.", "The file is over 5 MB. Make it smaller.")
        case .replaceTitle: Phrase("Remplacer un document", "Replace a document")
        case .reminder: Phrase("Date de rappel", "Reminder date")
        case .day: Phrase("jour", "day")
        case .rejected:
            Phrase(
                "Le document n'a pas été accepté. Rien n'a été enregistré. Vérifiez le type et la date.",
                "The document was not accepted. Nothing was saved. Check the type and the date."
            )
        case .acts: Phrase("Codes des actes", "Codes of the acts")
        case .actsHint:
            Phrase(
                "Codes CCAM ou CIM-10, séparés par une espace. Exemple : DEQP003 I10.",
                "CCAM or ICD-10 codes, separated by a space. Example: DEQP003 I10."
            )
        case .actsFault:
            Phrase(
                "Écrivez cinq codes CCAM ou CIM-10 au plus, par exemple DEQP003 ou I10.",
                "Write five CCAM or ICD-10 codes at most, such as DEQP003 or I10."
            )
        case .either: Phrase("Un fichier, ou un texte", "A file, or a text")
        }
    }

    /// When it becomes visible, where nobody is reminded before.
    package static func release(_ release: Phrase) -> Phrase {
        Phrase(
            "Visible par le patient le \(release.french) au plus tard.",
            "Visible to the patient on \(release.english) at the latest."
        )
    }

    /// When the patient is told, where it does not become visible by itself.
    package static func reminder(_ notice: Phrase) -> Phrase {
        Phrase(
            "Rappel le \(notice.french). Le document reste caché jusqu'à l'annonce.",
            "Reminder on \(notice.english). The document stays hidden until announced."
        )
    }

    /// When the patient will see it by himself.
    package static func release(notice: Phrase, release: Phrase) -> Phrase {
        Phrase(
            "Rappel le \(notice.french). Visible par le patient le \(release.french) au plus tard.",
            "Reminder on \(notice.english). Visible to the patient on \(release.english) at the latest."
        )
    }
}
