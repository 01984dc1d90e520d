/// The first page of a record.
package enum CareSummaryText: CatalogueText {
    case recent, recentEmpty, synthesis, noSynthesis, tasks, add, read, all, toAnnounce, secretOffer
    case consented, more, minor, secret, alerts, wishes, wishesSheet, noDirectives, wishesAll
    case accesses, latestAccesses, recentNone, recentSince, recentSinceNone, readsSheet

    package var phrase: Phrase {
        switch self {
        case .recent: Phrase("Les derniers documents des professionnels", "The latest documents by professionals")
        case .recentNone:
            Phrase(
                "Aucun document d'un professionnel que vous puissiez lire.",
                "No document by a professional that you may read."
            )
        case .recentSince:
            Phrase("Nouveaux documents depuis votre accès précédent", "New documents since your previous access")
        case .recentSinceNone:
            Phrase(
                "Aucun nouveau document d'un professionnel que vous puissiez lire, depuis votre accès précédent.",
                "No new document by a professional that you may read, since your previous access."
            )
        case .recentEmpty:
            Phrase(
                "Aucun document n'est lisible pour vous dans ce dossier. Vous pouvez en ajouter.",
                "No document of this record can be read by you. You may add one."
            )
        case .synthesis: Phrase("Synthèse médicale", "Medical summary")
        case .noSynthesis:
            Phrase(
                "Aucune synthèse que vous puissiez lire. Le médecin traitant peut en ajouter une.",
                "No summary that you may read. The treating physician may add one."
            )
        case .tasks: Phrase("Agir", "Act")
        case .add: Phrase("Ajouter un document", "Add a document")
        case .read: Phrase("Lire", "Read")
        case .all: Phrase("Voir tous les documents", "See all documents")
        case .toAnnounce: Phrase("Vos documents à annoncer", "Your documents to announce")
        case .secretOffer:
            Phrase(
                "Ce patient est mineur. Il peut demander que des soins restent secrets pour ses parents.",
                "This patient is a minor, who may ask for care to stay secret from the parents."
            )
        case .accesses: Phrase("Voir les accès à ce dossier", "See the accesses to this record")
        case .latestAccesses: Phrase("Derniers accès", "Latest accesses")
        case .consented: Phrase("L'accord du patient est enregistré.", "The patient's consent is recorded.")
        case .more: Phrase("Le reste du dossier", "The rest of the record")
        case .minor: Phrase("Patient mineur", "Minor")
        case .secret: Phrase("Ouvrir une connexion secrète", "Open a secret connection")
        case .alerts: Phrase("À savoir", "To know")
        case .wishes: Phrase("Volontés du patient", "The patient's wishes")
        case .wishesSheet: Phrase("Personnes à prévenir et personne de confiance", "People to warn, trusted person")
        case .readsSheet:
            Phrase(
                "Cette page lit la fiche des personnes à prévenir. L'historique du patient le montre.",
                "This page reads the sheet of people to warn. The patient's history shows it."
            )
        case .noDirectives:
            Phrase("Aucune directive anticipée lisible pour vous.", "No advance directive that you may read.")
        case .wishesAll: Phrase("Voir les volontés et les contacts", "See wishes and contacts")
        }
    }

    package static func lastVisit(_ at: Phrase) -> Phrase {
        Phrase("Votre accès précédent : \(at.french)", "Your previous access: \(at.english)")
    }
}

/// The list of documents.
package enum CareListText: CatalogueText {
    case filter, type, allTypes, author, allAuthors, specialty, allSpecialties, from, to, sort, archived, masked, apply
    case caption, date, document, typeColumn, authorColumn, specialtyColumn, stateColumn, empty, emptyFiltered
    case mine, current, unread, hiddenFromPatient, hiddenFromRepresentatives, secret, deleted, noSpecialty

    package var phrase: Phrase {
        switch self {
        case .filter: Phrase("Choisir les documents", "Choose documents")
        case .type: Phrase("Type", "Type")
        case .allTypes: Phrase("Tous les types", "All types")
        case .author: Phrase("Auteur", "Author")
        case .allAuthors: Phrase("Tous les auteurs", "All authors")
        case .specialty: Phrase("Spécialité", "Specialty")
        case .allSpecialties: Phrase("Toutes les spécialités", "All specialties")
        case .from: Phrase("Depuis le", "From")
        case .to: Phrase("Jusqu'au", "Until")
        case .sort: Phrase("Ordre", "Order")
        case .archived: Phrase("Montrer aussi les archivés et les anciennes versions", "Show archived and older ones")
        case .masked: Phrase("Seulement les documents masqués que je peux lire", "Only hidden documents I may read")
        case .apply: Phrase("Afficher", "Show")
        case .caption: Phrase("Documents que vous pouvez lire", "Documents that you may read")
        case .date: Phrase("Date", "Date")
        case .document: Phrase("Document", "Document")
        case .typeColumn: Phrase("Type", "Type")
        case .authorColumn: Phrase("Auteur", "Author")
        case .specialtyColumn: Phrase("Spécialité", "Specialty")
        case .stateColumn: Phrase("État", "State")
        case .empty:
            Phrase(
                "Aucun document n'est lisible pour vous dans ce dossier. Le patient et les professionnels qui le soignent peuvent en ajouter.",
                "No document of this record can be read by you. The patient and the professionals in charge may add some."
            )
        case .emptyFiltered: Phrase("Aucun document ne correspond à ces choix.", "No document matches these choices.")
        case .mine: Phrase("De vous", "Yours")
        case .current: Phrase("En cours", "Current")
        case .unread: Phrase("Nouveau", "New")
        case .hiddenFromPatient: Phrase("Pas encore visible par le patient", "Not yet visible to the patient")
        case .hiddenFromRepresentatives: Phrase("Caché aux représentants légaux", "Kept from representatives")
        case .secret: Phrase("Connexion secrète", "Secret connection")
        case .deleted: Phrase("Supprimé", "Deleted")
        case .noSpecialty: Phrase("Non précisée", "Not stated")
        }
    }
}

/// One document.
package enum CareDocumentText: CatalogueText {
    case warnPatient, warnRepresentatives, replace, mask, unmask, reveal, archive, restore, delete, noAct, webSigned
    case revealed, maskedNow, unmaskedNow, archivedNow, restoredNow, deletedNow, added, replacedNow, digest, actions
    case download, author, specialty, unsigned, conceal, disclose, concealedNow, disclosedNow
    case acts, printOut, receipt

    package var phrase: Phrase {
        switch self {
        case .warnPatient:
            Phrase(
                "Le patient ne voit pas encore ce document. N'en parlez pas avant la consultation d'annonce.",
                "The patient does not see this document yet. Do not mention it before the announcement."
            )
        case .warnRepresentatives:
            Phrase(
                "Les représentants légaux ne voient pas ce document. Gardez ce secret.",
                "The legal representatives do not see this document. Keep this secret."
            )
        case .replace: Phrase("Remplacer par une nouvelle version", "Replace with a new version")
        case .mask: Phrase("Masquer aux autres professionnels", "Hide from other professionals")
        case .unmask: Phrase("Rendre visible aux professionnels", "Show to professionals")
        case .reveal: Phrase("Rendre visible par le patient", "Make visible to the patient")
        case .conceal: Phrase("Fermer aux représentants légaux", "Close to the legal representatives")
        case .disclose: Phrase("Ouvrir aux représentants légaux", "Open to the legal representatives")
        case .concealedNow:
            Phrase(
                "Les représentants légaux ne voient plus ce document.",
                "Representatives no longer see this document."
            )
        case .disclosedNow:
            Phrase(
                "Les représentants légaux voient maintenant ce document.",
                "The legal representatives now see this document."
            )
        case .archive: Phrase("Archiver", "Archive")
        case .restore: Phrase("Sortir de l'archive", "Take out of the archive")
        case .delete: Phrase("Supprimer", "Delete")
        case .noAct: Phrase("Vous pouvez lire ce document, sans le modifier.", "You may read this document only.")
        case .webSigned:
            Phrase(
                "Déposé sur ce site sous carte, sans signature de l'auteur. Le journal du DMP en garde la preuve.",
                "Filed on this site with a card, without the author's signature. The DMP's log keeps the proof."
            )
        case .unsigned: Phrase("Sans signature de l'auteur", "Without the author's signature")
        case .revealed: Phrase("Le patient voit maintenant ce document.", "The patient now sees this document.")
        case .maskedNow: Phrase("Le document est masqué.", "The document is hidden.")
        case .unmaskedNow: Phrase("Le document est visible.", "The document is visible.")
        case .archivedNow: Phrase("Le document est archivé.", "The document is archived.")
        case .restoredNow: Phrase("Le document est sorti de l'archive.", "The document is out of the archive.")
        case .deletedNow: Phrase("Le document est supprimé.", "The document is deleted.")
        case .added: Phrase("Le document est dans le dossier.", "The document is in the record.")
        case .replacedNow:
            Phrase("La nouvelle version est dans le dossier.", "The new version is in the record.")
        case .acts: Phrase("Actes", "Acts")
        case .printOut: Phrase("Ouvrir seul pour imprimer", "Open alone to print")
        case .receipt: Phrase("Voir le reçu du dépôt", "See the receipt")
        case .digest: Phrase("Empreinte SHA-256 du fichier reçu", "SHA-256 digest of the file received")
        case .actions: Phrase("Ce que vous pouvez faire", "What you can do")
        case .download: Phrase("Télécharger l'original", "Download the original")
        case .author: Phrase("Auteur", "Author")
        case .specialty: Phrase("Spécialité", "Specialty")
        }
    }
}
