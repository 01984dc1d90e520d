/// Copies, sessions, notices and objections of another's record, and the carers who are asked into it.
extension ForAnother {
    static let copies: [Pair] = [
        (
            CopyText.lead.phrase,
            Phrase(
                "La personne a droit à une copie de son dossier quand elle veut, sans donner de raison.",
                "This person is entitled to a copy of the record at any time, without giving a reason."
            )
        ),
        (
            CopyText.notOffered.phrase,
            Phrase(
                "Les règles de ce dossier prévoient une copie par la poste seulement.",
                "The rules of this record provide for a copy by post only."
            )
        ),
        (
            CopyText.notPosted.phrase,
            Phrase(
                "Les règles de ce dossier ne prévoient pas de copie par la poste.",
                "The rules of this record provide for no copy by post."
            )
        ),
        (
            CopyText.postLead.phrase,
            Phrase(
                "Le service prépare la copie et l'envoie à l'adresse de ce dossier.",
                "The service prepares the copy and sends it to the address of this record."
            )
        ),
        (
            CopyText.get.phrase,
            Phrase("Télécharger la copie (ZIP)", "Download the copy (ZIP)")
        ),
        (
            CopyText.requests.phrase,
            Phrase("Les copies par la poste", "Copies by post")
        ),
    ]

    static let sessions: [Pair] = [
        (
            DevicesText.lead.phrase,
            Phrase(
                "Voici où ce dossier est ouvert en ce moment. Fermez ce que vous ne reconnaissez pas.",
                "Here is where this record is open now. End what you do not recognise."
            )
        ),
        (
            DevicesText.caption.phrase,
            Phrase("Sessions ouvertes sur ce dossier", "Sessions open on this record")
        ),
        (
            DevicesText.acting.phrase,
            Phrase("Une personne qui agit dans ce dossier", "Somebody who acts in this record")
        ),
        (
            DevicesText.usedCaption.phrase,
            Phrase("Appareils qui ont ouvert ce dossier", "Devices that have opened this record")
        ),
    ]

    static let notices: [Pair] = [
        (
            NoticesText.firstAccess.phrase,
            Phrase(
                "Un professionnel lit ce dossier pour la première fois",
                "A professional reads this record for the first time"
            )
        ),
        (
            NoticesText.newDocument.phrase,
            Phrase("Un document est ajouté à ce dossier", "A document is added to this record")
        ),
        (
            NoticesText.emergency.phrase,
            Phrase("Ce dossier est ouvert en urgence", "This record is opened in an emergency")
        ),
        (
            NoticesText.accessChanged.phrase,
            Phrase("Des moyens de connexion à ce dossier changent", "Means of signing in to this record change")
        ),
        (
            NoticesText.treatingDeclared.phrase,
            Phrase("Un médecin se déclare son médecin traitant", "A physician declares himself the treating physician")
        ),
        (
            NoticesText.consentStated.phrase,
            Phrase("Un professionnel déclare un accord pour d'autres", "A professional states a consent for others")
        ),
        (
            NoticesText.administered.phrase,
            Phrase(
                "Un professionnel modifie les choix ou les données de ce dossier",
                "A professional changes the choices or the data of this record"
            )
        ),
        (
            NoticesText.announcementDue.phrase,
            Phrase(
                "Ce dossier est mis à jour, à voir avec un professionnel",
                "This record is updated, to be talked about"
            )
        ),
        (
            NoticesText.announcementReleased.phrase,
            Phrase("Un document de ce dossier devient visible", "A document of this record becomes visible")
        ),
        (
            NoticesText.directivesReminder.phrase,
            Phrase("Ses choix écrits sont à relire", "Written choices are to be read again")
        ),
        (
            NoticesText.majorityReached.phrase,
            Phrase(
                "À sa majorité, ses représentants n'ont plus accès",
                "As this person comes of age, the representatives have no access any more"
            )
        ),
        (
            NoticesText.recordClosed.phrase,
            Phrase("Ce dossier est fermé", "This record is closed")
        ),
        (
            NoticesText.recordSuspended.phrase,
            Phrase("Ce dossier est suspendu", "This record is suspended")
        ),
        (
            NoticesText.recordReopened.phrase,
            Phrase("Ce dossier est rouvert", "This record is open again")
        ),
        (
            NoticesText.erasureAsked.phrase,
            Phrase("La destruction de ce dossier est demandée", "The destruction of this record is asked for")
        ),
        (
            NoticesText.incident.phrase,
            Phrase(
                "Un incident de sécurité touche les données de ce dossier",
                "A security incident touches the data of this record"
            )
        ),
    ]

    static let objections: [Pair] = [
        (SuspensionText.waiting.phrase, Phrase("L'opposition est examinée", "The objection is being examined")),
        (
            SuspensionText.refusedTitle.phrase,
            Phrase("L'opposition n'est pas retenue", "The objection was not accepted")
        ),
        (
            SuspensionText.reasonHint.phrase,
            Phrase(
                "Par exemple : la demande ne vient pas de cette personne.",
                "For example: the request does not come from this person."
            )
        ),
        (
            FeedingText.lead.phrase,
            Phrase(
                "Les professionnels qui soignent cette personne ajoutent des documents à ce dossier.",
                "The professionals who care for this person add documents to this record."
            )
        ),
        (
            FeedingText.refuses.phrase,
            Phrase(
                "L'opposition est retenue. Aucun professionnel n'ajoute de document à ce dossier.",
                "The objection was accepted. No professional adds a document to this record."
            )
        ),
        (
            FeedingText.reasonHint.phrase,
            Phrase(
                "Par exemple : un de ses proches travaille dans l'établissement qui soigne cette personne.",
                "For example: a relative works where this person is treated."
            )
        ),
        (
            HostAccessText.lead.phrase,
            Phrase(
                "L'hébergeur garde les données sans pouvoir les lire. Seul son médecin le peut, à votre demande.",
                "The host keeps the data and cannot read them. Only its physician can, at your request."
            )
        ),
        (
            HostAccessText.when.phrase,
            Phrase(
                "Par exemple pour vérifier qu'un document de ce dossier n'est pas abîmé.",
                "For example to check that a document of this record is not damaged."
            )
        ),
        (
            HostAccessText.traced.phrase,
            Phrase(
                "Tout ce qu'il lit est dans l'historique de ce dossier.",
                "All that is read stands in the history of this record."
            )
        ),
    ]

    static let carers: [Pair] = [
        (
            FamilyText.inviteCarerLead.phrase,
            Phrase(
                "Un proche aidant aide cette personne à suivre sa santé. Elle peut en avoir trois.",
                "A carer helps this person to follow matters of health. There may be three."
            )
        )
    ]
}
