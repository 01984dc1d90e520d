/// Page 15: those close to me, and my wishes.
package enum WishesText: CatalogueText {
    case title, lead, contacts, contactsHint, contact, name, tie, tieHint, phone, trusted, trustedHint, organs
    case organsHint, organsInformed, organsNotInformed, organsUnsaid, organsRegister, save, saved, none, edit, since
    case document, carerMayNot, nameFault, phoneFault, documentTitle, readers, cancel, noTrusted
    case summary, confirm, summaryLead, replaces, readersText, noContact, carer, carerHint, carerNoAccess, notKept

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Entourage et volontés", "People close to me, and wishes")
        case .lead:
            Phrase(
                "Dites qui prévenir et qui parle pour vous. Les professionnels autorisés peuvent lire cette page.",
                "Say whom to call and who speaks for you. Authorised professionals can read this page."
            )
        case .contacts: Phrase("Personnes à prévenir", "People to call")
        case .contactsHint: Phrase("Trois personnes au plus.", "Three people at most.")
        case .contact: Phrase("Personne à prévenir", "Person to call")
        case .name: Phrase("Prénom et nom", "Given and family name")
        case .tie: Phrase("Lien avec vous", "Tie to you")
        case .tieHint: Phrase("Par exemple : ma fille, mon voisin.", "For example: my daughter, my neighbour.")
        case .phone: Phrase("Téléphone", "Phone")
        case .trusted: Phrase("Ma personne de confiance", "My trusted person")
        case .trustedHint:
            Phrase(
                "Elle dit ce que vous souhaitez si vous ne pouvez plus parler. Vous pouvez en nommer une seule.",
                "This person says what you want if you can no longer speak. You may name only one."
            )
        case .carer: Phrase("Mon proche aidant", "My carer")
        case .carerHint:
            Phrase(
                "La personne qui vous aide au quotidien. La noter ici ne lui ouvre pas votre dossier.",
                "The person who helps you day by day. Noting the name here does not open your record to that person."
            )
        case .carerNoAccess:
            Phrase(
                "Sans accès au dossier. Pour en donner un, allez sur la page « Agir pour un proche, se faire aider ».",
                "Without access to the record. To give access, go to the page “Act for somebody, get help”."
            )
        case .organs: Phrase("Don d'organes", "Organ donation")
        case .organsHint:
            Phrase(
                "Chacun est donneur, sauf refus. Ici, vous notez seulement si vous êtes informé.",
                "Everybody is a donor unless he or she refuses. Here you only note whether you have been informed."
            )
        case .organsInformed:
            Phrase("J'ai été informé des règles du don d'organes", "I have been told the rules of organ donation")
        case .organsNotInformed: Phrase("Je n'ai pas été informé", "I have not been told")
        case .organsUnsaid: Phrase("Je ne souhaite rien noter", "I do not wish to note anything")
        case .organsRegister:
            Phrase(
                "Un refus se note au Registre national des refus, pas ici.",
                "A refusal is noted in the national register of refusals, not here."
            )
        case .save: Phrase("Enregistrer", "Save")
        case .saved: Phrase("Votre entourage et vos volontés sont enregistrés.", "Your people and wishes are saved.")
        case .none: Phrase("Vous n'avez encore rien noté.", "You have not noted anything yet.")
        case .edit: Phrase("Modifier", "Change")
        case .since: Phrase("Mis à jour le", "Updated on")
        case .document: Phrase("Voir le document dans mon dossier", "See the document in my record")
        case .carerMayNot:
            Phrase(
                "Changer cette page ne fait pas partie de votre rôle.",
                "Changing this page is not part of your role."
            )
        case .notKept:
            Phrase(
                "Les règles de votre dossier ne vous permettent pas d'y noter ces informations. Dites-les à vos proches et à un médecin.",
                "The rules of your record do not let you note these details in it. Tell them to the people close to you and to a doctor."
            )
        case .nameFault:
            Phrase("Écrivez le prénom et le nom de cette personne.", "Write this person's given and family name.")
        case .phoneFault:
            Phrase(
                "Écrivez un numéro de téléphone, par exemple 06 39 98 12 34.",
                "Write a phone number, for example 06 39 98 12 34."
            )
        case .documentTitle: Phrase("Volontés et droits", "Wishes and rights")
        case .readers: Phrase("Qui lira cette page", "Who will read this page")
        case .cancel: Phrase("Ne rien changer", "Change nothing")
        case .noTrusted:
            Phrase("Vous n'avez pas nommé de personne de confiance.", "You have not named a trusted person.")
        case .summary: Phrase("Vérifier avant d'enregistrer", "Check before saving")
        case .summaryLead:
            Phrase(
                "Voici ce qui sera inscrit. Rien n'est encore enregistré.",
                "This is what will be written. Nothing is saved yet."
            )
        case .replaces:
            Phrase(
                "Ces informations remplacent les précédentes, qui restent archivées.",
                "These details replace the earlier ones, which stay archived."
            )
        case .readersText:
            Phrase(
                "Les professionnels autorisés, et ceux qui vous soignent en urgence, pourront les lire.",
                "Authorised professionals, and those who treat you in an emergency, will be able to read them."
            )
        case .noContact: Phrase("Vous n'avez nommé personne à prévenir.", "You have named nobody to call.")
        case .confirm: Phrase("Oui, enregistrer", "Yes, save")
        }
    }

    /// The number of a contact.
    package static func contact(_ number: Int) -> Phrase {
        Phrase("Personne à prévenir n° \(number)", "Person to call, no. \(number)")
    }
}

/// Page 16: advance directives.
package enum DirectivesText: CatalogueText {
    case title, lead, current, none, noneHint, write, replace, upload, earlier, noEarlier, revoke, guided, question1
    case hint1, question2, hint2, question3, hint3, keep, keepConfirm, cancel, saved, revoked, revokeLead, revokeWho
    case revokeConfirm, revokeCancel, empty, readers, readersText, see, summary, documentTitle, replaced
    case uploadHint, date, revokeTitle, back, guidedLead, tooLong
    case notKept, notKeptWay, placeOnly, placeHint, placeLead, place, placeExample, keeper, keeperPhone,
        keeperPhoneFault
    case placeSaved, placeMissing, placeCheck, placeConfirm, placeTitle, placeHead, placeMark, keeperMark, phoneMark
    case ownAct

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Mes directives anticipées", "My advance directives")
        case .lead:
            Phrase(
                "Vous écrivez ce que vous voulez pour votre fin de vie. Le médecin doit les suivre si vous ne pouvez plus parler.",
                "You write what you want at the end of your life. The physician must follow them if you can no longer speak."
            )
        case .current: Phrase("Mes directives en vigueur", "My directives in force")
        case .none:
            Phrase("Vous n'avez pas de directives dans votre dossier.", "There are no directives in your record.")
        case .noneHint:
            Phrase(
                "C'est un choix libre. Vous pouvez en parler avec votre médecin.",
                "You are free to choose. You may talk about it with your physician."
            )
        case .write: Phrase("Écrire mes directives", "Write my directives")
        case .replace: Phrase("Écrire une nouvelle version", "Write a new version")
        case .upload: Phrase("Ajouter un document déjà écrit", "Add a document already written")
        case .uploadHint:
            Phrase("Un PDF ou une photo de vos directives signées.", "A PDF or a photograph of your signed directives.")
        case .earlier: Phrase("Versions précédentes", "Earlier versions")
        case .noEarlier: Phrase("Il n'y a pas d'autre version.", "There is no other version.")
        case .revoke: Phrase("Retirer mes directives", "Withdraw my directives")
        case .guided: Phrase("Écrire avec un guide", "Write with a guide")
        case .guidedLead:
            Phrase(
                "Répondez aux questions que vous voulez. Chaque réponse peut rester vide.",
                "Answer the questions that you want. Any answer may stay empty."
            )
        case .question1: Phrase("Ce qui compte le plus pour moi", "What matters most to me")
        case .hint1:
            Phrase("Par exemple : être chez moi, ne pas souffrir.", "For example: to be at home, not to suffer.")
        case .question2:
            Phrase("Les soins que je veux, et ceux que je refuse", "The care that I want, and that I refuse")
        case .hint2:
            Phrase(
                "Par exemple : réanimation, aide à respirer, alimentation par sonde.",
                "For example: resuscitation, help with breathing, tube feeding."
            )
        case .question3: Phrase("Ce que je veux ajouter", "What I want to add")
        case .hint3:
            Phrase(
                "Par exemple : à qui en parler, où se trouve l'original.",
                "For example: whom to ask, where the original is."
            )
        case .keep: Phrase("Vérifier mes directives", "Check my directives")
        case .summary: Phrase("Vérifier mes directives", "Check my directives")
        case .keepConfirm: Phrase("Oui, ce sont mes directives", "Yes, these are my directives")
        case .cancel: Phrase("Non, revenir", "No, go back")
        case .saved: Phrase("Vos directives sont dans votre dossier.", "Your directives are in your record.")
        case .revoked: Phrase("Vos directives sont retirées.", "Your directives have been withdrawn.")
        case .revokeTitle: Phrase("Retirer mes directives", "Withdraw my directives")
        case .revokeLead:
            Phrase(
                "Vos directives ne s'appliqueront plus. Aucune autre ne les remplace.",
                "Your directives will no longer apply. Nothing replaces them."
            )
        case .revokeWho:
            Phrase(
                "Les médecins ne les trouveront plus dans votre dossier, même en urgence.",
                "Physicians will no longer find them in your record, even in an emergency."
            )
        case .revokeConfirm: Phrase("Oui, retirer mes directives", "Yes, withdraw my directives")
        case .revokeCancel: Phrase("Non, les garder", "No, keep them")
        case .empty: Phrase("Écrivez au moins une réponse.", "Write at least one answer.")
        case .readers: Phrase("Qui les lira", "Who will read them")
        case .readersText:
            Phrase(
                "Les médecins que vous avez autorisés, et ceux qui vous soignent en urgence.",
                "The physicians whom you authorised, and those who treat you in an emergency."
            )
        case .see: Phrase("Lire mes directives", "Read my directives")
        case .documentTitle: Phrase("Directives anticipées", "Advance directives")
        case .replaced:
            Phrase(
                "Cette version remplacera celle d'aujourd'hui, qui sera archivée.",
                "This version will replace today's, which will be archived."
            )
        case .notKept:
            Phrase(
                "Les règles de votre dossier ne prévoient pas d'y garder des directives anticipées.",
                "The rules of your record do not provide for advance directives in it."
            )
        case .notKeptWay:
            Phrase(
                "Écrivez-les sur papier, datez et signez. Dites à un proche et à votre médecin où elles se trouvent.",
                "Write them on paper, date and sign them. Tell somebody close and your physician where they are."
            )
        case .placeOnly: Phrase("Dire seulement où elles sont", "Say only where they are")
        case .placeHint:
            Phrase(
                "Vos directives restent chez vous ou chez un proche : notez le lieu et la personne.",
                "Your directives stay with you or with somebody close: note the place and the person."
            )
        case .placeLead:
            Phrase(
                "Les médecins sauront que vos directives existent, et à qui les demander.",
                "Physicians will know that your directives exist, and whom to ask for them."
            )
        case .place: Phrase("Où se trouvent mes directives", "Where my directives are")
        case .placeExample:
            Phrase("Par exemple : chez moi, dans le tiroir du bureau.", "For example: at home, in the desk drawer.")
        case .keeper: Phrase("Qui les garde", "Who keeps them")
        case .keeperPhone: Phrase("Téléphone de cette personne", "That person's phone")
        case .keeperPhoneFault:
            Phrase(
                "Écrivez un numéro de téléphone, par exemple 06 39 98 12 34.",
                "Write a phone number, for example 06 39 98 12 34."
            )
        case .placeSaved: Phrase("Le lieu est noté dans votre dossier.", "The place is noted in your record.")
        case .placeMissing: Phrase("Écrivez où se trouvent vos directives.", "Write where your directives are.")
        case .placeCheck: Phrase("Vérifier avant d'enregistrer", "Check before saving")
        case .placeConfirm: Phrase("Oui, enregistrer ce lieu", "Yes, save this place")
        case .placeTitle:
            Phrase("Directives anticipées : lieu de conservation", "Advance directives: where they are kept")
        case .placeHead:
            Phrase("DIRECTIVES ANTICIPÉES : LIEU DE CONSERVATION", "ADVANCE DIRECTIVES: WHERE THEY ARE KEPT")
        case .ownAct:
            Phrase(
                "Seule la personne elle-même écrit ou retire ses directives : personne ne peut le faire pour elle.",
                "Only the person may write or withdraw directives: nobody can do it instead."
            )
        case .placeMark: Phrase("Lieu", "Place")
        case .keeperMark: Phrase("Personne qui les garde", "Person who keeps them")
        case .phoneMark: Phrase("Téléphone", "Phone")
        case .date: Phrase("Déposées le", "Filed on")
        case .tooLong:
            Phrase(
                "Cette réponse dépasse 3 000 caractères. Raccourcissez-la.",
                "This answer exceeds 3,000 characters. Shorten it."
            )
        case .back: Phrase("Modifier mes réponses", "Change my answers")
        }
    }

    /// Who declares what, at the head of a guided form.
    package static func declaration(_ name: String, on day: Phrase) -> Phrase {
        Phrase(
            "Moi, \(name), j'écris mes directives anticipées le \(day.french).",
            "I, \(name), write my advance directives on \(day.english)."
        )
    }
}
