/// The page that opens a record with the first letter, and the one that says so.
package enum OpeningText: CatalogueText {
    case title, lead, who, notice, noticePurpose, noticeReaders, noticeRights, noticeFree, noticeTime, noticeMore
    case consent, secret, reach, reachHint, emergency, emergencyHint, allowsBreakGlass, allowsRegulation, opensMasked
    case wishNotKnown
    case doneTitle, doneLead, doneNext, doneWait, doneSecret

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Ouvrir mon dossier", "Open my record")
        case .lead:
            Phrase(
                "Gardez près de vous votre premier courrier et votre carte Vitale.",
                "Have your first letter and your Vitale card at hand."
            )
        case .who: Phrase("Qui je suis", "Who I am")
        case .notice: Phrase("Ce que j'accepte", "What I agree to")
        case .noticePurpose:
            Phrase(
                "Le dossier médical partagé (DMP) garde les documents utiles à vos soins.",
                "The shared medical record (DMP) keeps the documents useful to your care."
            )
        case .noticeReaders:
            Phrase(
                "Les professionnels de santé qui vous soignent peuvent y ajouter des documents. Ils lisent le dossier avec votre accord.",
                "Health professionals who care for you may add documents. They read the record with your agreement."
            )
        case .noticeRights:
            Phrase(
                "Vous pouvez lire vos documents, les masquer, bloquer un professionnel et fermer le dossier. Vous pouvez aussi demander une copie ou une correction.",
                "You may read your documents, hide them, block a professional and close the record. You may also ask for a copy or a correction."
            )
        case .noticeFree:
            Phrase(
                "Refuser ou fermer le dossier ne change ni vos soins ni vos remboursements.",
                "Refusing or closing the record changes neither your care nor your reimbursements."
            )
        case .noticeTime:
            Phrase(
                "Après la fermeture, les documents sont gardés dix ans, puis détruits.",
                "After closing, documents are kept for ten years, then destroyed."
            )
        case .noticeMore: Phrase("Lire la page Protection des données", "Read the Data protection page")
        case .consent:
            Phrase(
                "J'ai lu ces informations et je consens à l'ouverture de mon dossier médical partagé.",
                "I have read this information and I consent to the opening of my shared medical record."
            )
        case .secret: Phrase("Mon code secret", "My secret code")
        case .reach: Phrase("Comment recevoir mes codes", "How I receive my codes")
        case .reachHint:
            Phrase(
                "Indiquez au moins un moyen. Deux moyens évitent de perdre l'accès.",
                "Give at least one way. Two ways keep you from losing access."
            )
        case .emergency: Phrase("En cas d'urgence", "In an emergency")
        case .emergencyHint:
            Phrase(
                "Ces choix servent si vous ne pouvez pas vous exprimer. Vous pourrez en changer.",
                "These choices serve when you cannot speak. You may change them later."
            )
        case .allowsBreakGlass:
            Phrase(
                "Un professionnel peut ouvrir mon dossier si ma vie est en danger.",
                "A professional may open my record if my life is in danger."
            )
        case .allowsRegulation:
            Phrase(
                "Le médecin du Samu (15) peut ouvrir mon dossier après un appel.",
                "The doctor of the emergency service (15) may open my record after a call."
            )
        case .wishNotKnown:
            Phrase(
                "Les règles de ce dossier ne connaissent pas ce choix. Remettez la case comme elle était.",
                "The rules of this record do not know this choice. Put the box back as it was."
            )
        case .opensMasked:
            Phrase(
                "Dans ces deux cas, mes documents masqués sont visibles aussi.",
                "In both cases, my hidden documents are visible as well."
            )
        case .doneTitle: Phrase("Mon dossier est ouvert", "My record is open")
        case .doneLead:
            Phrase(
                "Les professionnels qui vous soignent peuvent maintenant y ajouter des documents.",
                "The professionals who care for you may now add documents."
            )
        case .doneNext: Phrase("Et maintenant ?", "What next?")
        case .doneWait:
            Phrase(
                "Un second courrier arrive chez vous dans quelques jours. Il contient le code qui active votre accès par Internet.",
                "A second letter will reach you within a few days. It holds the code that activates your Internet access."
            )
        case .doneSecret:
            Phrase(
                "Gardez bien votre code secret : il sera demandé à chaque connexion.",
                "Keep your secret code safe: it is asked for each time you sign in."
            )
        }
    }
}

/// The page that activates Internet access with the second letter.
package enum ActivationText: CatalogueText {
    case title, lead, doneTitle, doneLead, reach, reachHint, prove, proveLead, proveOther, proveOne, needsAnother, again

    package var phrase: Phrase {
        switch self {
        case .reach: Phrase("Mon téléphone ou mon e-mail a changé", "My phone or e-mail has changed")
        case .reachHint:
            Phrase(
                "Rien n'a changé ? Laissez ces champs vides. Un code partira vers le téléphone ou l'e-mail donné à l'ouverture.",
                "Nothing has changed? Leave these fields empty. A code will go to the phone or e-mail given at opening."
            )
        case .prove: Phrase("Vérifier mes moyens de contact", "Check my means of contact")
        case .proveLead:
            Phrase(
                "Un code vient de partir vers chaque moyen de contact : téléphone, e-mail. Écrivez-le ici pour activer votre accès.",
                "A code has just gone to each means of contact: phone, e-mail. Write it here to activate your access."
            )
        case .proveOther:
            Phrase(
                "Un code vient de partir vers chaque moyen de contact : téléphone, e-mail. Écrivez-le ici.",
                "A code has just gone to each means of contact: phone, e-mail. Write it here."
            )
        case .proveOne:
            Phrase(
                "Un code n'arrive pas ? Laissez son champ vide. Ce moyen ne sera pas gardé, et vous pourrez l'ajouter plus tard.",
                "A code does not come? Leave its field empty. This means will not be kept, and you may add it later."
            )
        case .needsAnother:
            Phrase(
                "Ce moyen ne suffit pas pour recevoir vos codes. Vérifiez aussi l'autre.",
                "This means is not enough to receive your codes. Check the other one as well."
            )
        case .again:
            Phrase("Corriger mes moyens de contact ou recevoir d'autres codes", "Correct my details or get other codes")
        case .title: Phrase("Activer mon accès internet", "Activate my Internet access")
        case .lead:
            Phrase(
                "Utilisez le code du second courrier et le code secret choisi à l'ouverture.",
                "Use the code of the second letter and the secret code chosen at opening."
            )
        case .doneTitle: Phrase("Mon accès est activé", "My access is active")
        case .doneLead:
            Phrase(
                "Vous pouvez maintenant lire votre dossier sur ce site.",
                "You can now read your record on this site."
            )
        }
    }
}
