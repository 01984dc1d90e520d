/// Wishes and rights of the patient.
package enum CareWishesText: CatalogueText {
    case emergency, glass, regulation, masked, agrees, refuses, yes, no, contacts, address, phone, email, none, trusted
    case directives, organs, directivesNone, patientFills, representatives, identity
    case noEmergency

    package var phrase: Phrase {
        switch self {
        case .emergency: Phrase("En cas d'urgence", "In an emergency")
        case .glass: Phrase("Bris de glace", "Breaking the glass")
        case .regulation: Phrase("Appel au 15 (Samu)", "Call to the emergency number 15")
        case .masked: Phrase("Documents masqués en urgence", "Hidden documents in an emergency")
        case .agrees: Phrase("Le patient ne s'y oppose pas", "The patient does not object")
        case .refuses: Phrase("Le patient s'y oppose", "The patient objects")
        case .yes: Phrase("Lisibles", "May be read")
        case .no: Phrase("Restent masqués", "Stay hidden")
        case .contacts: Phrase("Personnes à prévenir", "People to warn")
        case .address: Phrase("Adresse", "Address")
        case .phone: Phrase("Téléphone", "Telephone")
        case .email: Phrase("Adresse e-mail", "E-mail address")
        case .none: Phrase("Non renseigné", "Not stated")
        case .trusted: Phrase("Personne de confiance", "Trusted person")
        case .directives: Phrase("Directives anticipées", "Advance directives")
        case .directivesNone:
            Phrase("Aucune directive n'est lisible pour vous.", "No directive can be read by you.")
        case .organs: Phrase("Don d'organes", "Organ donation")
        case .patientFills:
            Phrase(
                "Un patient majeur les écrit sur le site des patients, page « Mes directives anticipées ».",
                "A patient of age writes them on the patients' site, page “My advance directives”."
            )
        case .representatives: Phrase("Représentants légaux", "Legal representatives")
        case .noEmergency:
            Phrase(
                "Les règles de ce dossier ne prévoient aucun accès en urgence.",
                "The rules of this record know no emergency access."
            )
        case .identity: Phrase("Identité et contacts", "Identity and contacts")
        }
    }
}

/// Who may read the record.
package enum CareAuthorisationText: CatalogueText {
    case mine, since, until, noEnd, origin, give, giveLead, giveYes, take, takeLead, takeYes, leave, leaveLead, leaveYes
    case authorised, blocked, name, profession, place, state, noneAuthorised, noneBlocked, isTreating
    case isAdministrator, leaveAdministrator, leaveAdministratorLead, leftAdministrator, resignFirst
    case takeMasked, takeRole, leaveKeeps
    case cancel, taken, left, caption, blockedCaption, emptyMine, declared, byHolder, atOpening, team, deemed, delegated

    package var phrase: Phrase {
        switch self {
        case .mine: Phrase("Votre autorisation", "Your authorisation")
        case .since: Phrase("Depuis", "Since")
        case .until: Phrase("Jusqu'au", "Until")
        case .noEnd: Phrase("Sans date de fin", "No end date")
        case .origin: Phrase("Accord", "Consent")
        case .give: Phrase("Renoncer à mon autorisation", "Give up my authorisation")
        case .giveLead:
            Phrase(
                "Vous ne pourrez plus lire ce dossier, et tout rôle que vous y avez prend fin. Il faudra recueillir un nouvel accord pour y revenir.",
                "You will no longer read this record, and any role that you have in it ends. A new consent will be needed to come back."
            )
        case .giveYes: Phrase("Oui, renoncer", "Yes, give it up")
        case .take: Phrase("Devenir médecin traitant", "Become treating physician")
        case .takeLead:
            Phrase(
                "Le médecin traitant lit aussi les documents masqués et tout l'historique. Le patient en est informé.",
                "The treating physician also reads hidden documents and the whole history. The patient is told."
            )
        case .takeMasked:
            Phrase(
                "Le médecin traitant lit aussi les documents masqués. Le patient en est informé.",
                "The treating physician also reads hidden documents. The patient is told."
            )
        case .takeRole:
            Phrase(
                "Dans ce dossier, le médecin traitant ne lit rien de plus que les autres. Le patient en est informé.",
                "In this record the treating physician reads no more than others. The patient is told."
            )
        case .takeYes:
            Phrase("Oui, le patient m'a choisi", "Yes, the patient chose me")
        case .leave: Phrase("Ne plus être médecin traitant", "Stop being treating physician")
        case .leaveLead:
            Phrase(
                "Vous gardez votre autorisation de lire. Les documents masqués ne vous seront plus montrés.",
                "You keep your authorisation. Hidden documents will no longer be shown to you."
            )
        case .leaveKeeps: Phrase("Vous gardez votre autorisation de lire.", "You keep your authorisation.")
        case .leaveYes: Phrase("Oui, quitter ce rôle", "Yes, leave this role")
        case .authorised: Phrase("Professionnels autorisés", "Authorised professionals")
        case .blocked: Phrase("Professionnels bloqués", "Blocked professionals")
        case .name: Phrase("Professionnel", "Professional")
        case .profession: Phrase("Profession", "Profession")
        case .place: Phrase("Lieu", "Place")
        case .state: Phrase("Depuis", "Since")
        case .noneAuthorised: Phrase("Personne d'autre n'est autorisé.", "Nobody else is authorised.")
        case .noneBlocked: Phrase("Personne n'est bloqué.", "Nobody is blocked.")
        case .isTreating: Phrase("Vous êtes son médecin traitant.", "You are the treating physician.")
        case .isAdministrator:
            Phrase("Vous êtes administrateur de ce dossier.", "You are an administrator of this record.")
        case .leaveAdministrator: Phrase("Ne plus être administrateur", "Stop being an administrator")
        case .leaveAdministratorLead:
            Phrase(
                "Votre autorisation de lire ne change pas. Les documents masqués ne vous seront plus montrés.",
                "Your authorisation does not change. Hidden documents will no longer be shown to you."
            )
        case .leftAdministrator:
            Phrase(
                "Vous n'êtes plus administrateur de ce dossier.",
                "You are no longer an administrator of this record."
            )
        case .resignFirst:
            Phrase(
                "Pour renoncer à votre autorisation, quittez d'abord le rôle de médecin traitant.",
                "To give up your authorisation, leave the role of treating physician first."
            )
        case .cancel: Phrase("Non, revenir", "No, go back")
        case .taken: Phrase("Vous êtes maintenant son médecin traitant.", "You are now the treating physician.")
        case .left: Phrase("Vous n'êtes plus son médecin traitant.", "You are no longer the treating physician.")
        case .caption: Phrase("Professionnels autorisés à lire ce dossier", "Professionals authorised to read")
        case .blockedCaption: Phrase("Professionnels que le patient refuse", "Professionals whom the patient refuses")
        case .emptyMine:
            Phrase("Vous n'avez pas d'autorisation à votre nom.", "You have no authorisation in your own name.")
        case .declared: Phrase("Recueilli en consultation", "Obtained in a consultation")
        case .byHolder: Phrase("Donné par le patient sur son site", "Given by the patient on the site")
        case .atOpening: Phrase("Donné à l'ouverture du dossier", "Given when the record was opened")
        case .deemed: Phrase("Membre d'une équipe de soins déclarée", "Member of a declared care team")
        case .team: Phrase("Donné à votre équipe de soins", "Given to your care team")
        case .delegated: Phrase("Recueilli pour vous par un confrère", "Obtained for you by a colleague")
        }
    }
}

/// The history as professionals see it.
package enum CareHistoryText: CatalogueText {
    case all, own, caption, when, who, what, how, empty, older, refused, filter, emergencies, export, exportHint
    case emptyFiltered

    package var phrase: Phrase {
        switch self {
        case .all:
            Phrase(
                "Comme médecin traitant ou administrateur, vous voyez tous les accès.",
                "As treating physician or administrator you see all accesses."
            )
        case .own: Phrase("Vous voyez vos propres actes.", "You see your own acts.")
        case .caption: Phrase("Accès à ce dossier", "Accesses to this record")
        case .when: Phrase("Quand", "When")
        case .who: Phrase("Qui", "Who")
        case .what: Phrase("Acte", "Act")
        case .how: Phrase("Mode", "Mode")
        case .empty:
            Phrase(
                "Aucun accès à montrer. Les accès à ce dossier s'inscrivent ici d'eux-mêmes.",
                "No access to show. Accesses to this record are written here by themselves."
            )
        case .older: Phrase("Voir les accès plus anciens", "See older accesses")
        case .refused: Phrase("Refusé", "Refused")
        case .filter: Phrase("Choisir les accès", "Choose accesses")
        case .emergencies: Phrase("Seulement les accès en urgence", "Only emergency accesses")
        case .export: Phrase("Télécharger en tableau", "Download as a table")
        case .exportHint:
            Phrase(
                "Le fichier CSV contient les mille derniers actes que vous pouvez voir ici.",
                "The CSV file holds the latest thousand acts that you may see here."
            )
        case .emptyFiltered: Phrase("Aucun accès ne correspond à ces choix.", "No access matches these choices.")
        }
    }
}

/// A minor's secret connection.
package enum CareSecretText: CatalogueText {
    case lead, hidden, hiddenDocuments, visible, visibleEarlier, told, open, close, banner, bannerHint, end, notMinor
    case openLead, closeLead, leaveLead, consentShown, consentHidden

    package var phrase: Phrase {
        switch self {
        case .lead:
            Phrase(
                "Un mineur peut demander que des soins restent secrets pour ses représentants légaux.",
                "A minor may ask for care to stay secret from the legal representatives."
            )
        case .hidden: Phrase("Ce qui devient invisible pour eux", "What becomes invisible to them")
        case .hiddenDocuments:
            Phrase(
                "Les documents que vous ajoutez pendant la connexion secrète, et vos accès.",
                "The documents that you add during the secret connection, and your accesses."
            )
        case .visible: Phrase("Ce qui reste visible", "What stays visible")
        case .visibleEarlier:
            Phrase(
                "Les documents déjà présents et les autres accès.",
                "Documents already there and other accesses."
            )
        case .told:
            Phrase(
                "Dites au mineur qu'il a ce droit, et cherchez son accord pour en parler à ses parents.",
                "Tell the minor of this right, and seek agreement to involve the parents."
            )
        case .consentShown:
            Phrase(
                "Sans connexion secrète, ils voient l'accord que vous enregistrez : ouvrez-la d'abord.",
                "Without a secret connection they see the consent that you record: open it first."
            )
        case .consentHidden:
            Phrase(
                """
                Les représentants légaux ne voient ni cet accord ni vos accès suivants, et personne n'est prévenu. Ils voient que vous \
                avez cherché le dossier.
                """,
                """
                The legal representatives see neither this consent nor your accesses from now on, and nobody is told. They see that \
                you have looked for the record.
                """
            )
        case .openLead:
            Phrase(
                "La connexion reste secrète jusqu'à ce que vous la fermiez, quittiez le dossier ou vous déconnectiez.",
                "It lasts until you close it, leave the record or sign out."
            )
        case .closeLead:
            Phrase(
                "La connexion secrète est ouverte. Une fois fermée, vos accès suivants seront visibles par les représentants légaux.",
                "The secret connection is open. Once it is closed, the representatives will see your later accesses."
            )
        case .leaveLead:
            Phrase(
                "La connexion secrète prend fin aussi : si vous rouvrez ce dossier, les représentants légaux verront cet accès.",
                "The secret connection ends as well: if you open this record again, the representatives will see it."
            )
        case .open: Phrase("Le mineur le demande : ouvrir", "The minor asks for it: open")
        case .close: Phrase("Fermer la connexion secrète", "Close the secret connection")
        case .banner: Phrase("Connexion secrète", "Secret connection")
        case .bannerHint:
            Phrase(
                "Ce que vous ajoutez reste caché aux représentants légaux.",
                "What you add stays hidden from the legal representatives."
            )
        case .end: Phrase("Fermer", "Close")
        case .notMinor: Phrase("Ce patient est majeur.", "This patient is an adult.")
        }
    }
}

/// The desk of an establishment, with an employee's card.
package enum CareDeskText: CatalogueText {
    case lead, standing, structure, declare, declareLead, declared, wishes, noContent, contactsWithLeave
    case since, until, ends

    package var phrase: Phrase {
        switch self {
        case .lead:
            Phrase(
                "Avec une carte CPE, vous voyez l'identité, les contacts et les choix pour l'urgence.",
                "With a CPE card you see identity, contacts and wishes for emergencies."
            )
        case .standing: Phrase("Autorisation de votre structure", "Authorisation of your organisation")
        case .structure: Phrase("Structure", "Organisation")
        case .since: Phrase("Début de l'autorisation", "Authorised since")
        case .until: Phrase("Fin de l'autorisation", "Authorised until")
        case .ends:
            Phrase(
                "Une carte CPE ne change pas cette autorisation. Le patient peut la retirer plus tôt, sur le site des patients.",
                "A CPE card does not change this authorisation. The patient may withdraw it earlier, on the patients' site."
            )
        case .declare:
            Phrase(
                "Le patient autorise notre structure",
                "The patient authorises our organisation"
            )
        case .declareLead:
            Phrase(
                "Les professionnels de votre structure pourront lire ce que leur profession permet. Confirmez que le patient en a été informé et qu'il est d'accord.",
                "The professionals of your organisation will be able to read what their profession allows. Confirm that the patient was informed of it and agrees."
            )
        case .contactsWithLeave:
            Phrase(
                "Le téléphone, l'adresse électronique et les représentants s'affichent une fois votre structure autorisée.",
                "Telephone, e-mail and representatives are shown once your organisation is authorised."
            )
        case .declared:
            Phrase("L'accord est enregistré pour votre structure.", "Consent is recorded for your organisation.")
        case .wishes: Phrase("Choix du patient pour l'urgence", "The patient's wishes for emergencies")
        case .noContent:
            Phrase("Le contenu des documents ne s'affiche pas ici.", "The content of documents is not shown here.")
        }
    }
}
