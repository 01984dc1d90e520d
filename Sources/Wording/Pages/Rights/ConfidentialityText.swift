/// Page 20: access and confidentiality.
package enum ConfidentialityText: CatalogueText {
    case title, lead, newDocuments, visible, visibleHint, masked, maskedHint, concernedList, existing, save
    case professionals, authorisedCount, feeding, feedingText, feedingRight, summaryVisible, summaryMasked
    case confirmVisible, confirmMasked, cancel, nowVisible, nowMasked, laterOnly, others, unchanged, seeProfessionals
    case notOffered, notOfferedWay, existingToo, maskAll, showAll, summaryMaskedAll, summaryVisibleAll, allMasked
    case allVisible, alsoExisting, oneByOneToo, stepUp

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Accès et confidentialité", "Access and confidentiality")
        case .lead:
            Phrase(
                "Vous décidez de ce que voient les professionnels que vous avez autorisés.",
                "You decide what the professionals whom you authorised can see."
            )
        case .newDocuments: Phrase("Les nouveaux documents", "New documents")
        case .visible: Phrase("Visibles", "Visible")
        case .visibleHint:
            Phrase(
                "Exemple : votre radio d'aujourd'hui sera lue par le kinésithérapeute que vous avez autorisé.",
                "Example: today's X-ray will be read by the physiotherapist whom you authorised."
            )
        case .masked: Phrase("Masqués", "Hidden")
        case .maskedHint:
            Phrase(
                "Exemple : votre radio d'aujourd'hui n'est lue que par son auteur et votre médecin traitant.",
                "Example: today's X-ray is read only by its author and your treating physician."
            )
        case .concernedList:
            Phrase(
                "Sont concernés : comptes rendus, résultats, ordonnances, vaccinations, historique de soins et volontés.",
                "This concerns: reports, results, prescriptions, vaccinations, care history and wishes."
            )
        case .existing:
            Phrase(
                "Les documents déjà présents ne changent pas. Chacun se masque sur sa propre page.",
                "Documents already there do not change. Each one is hidden on its own page."
            )
        case .notOffered:
            Phrase(
                "Les règles de votre dossier ne permettent pas de choisir d'avance : chaque document arrive visible.",
                "The rules of your record do not let you choose beforehand: each document comes in visible."
            )
        case .notOfferedWay:
            Phrase(
                "Vous pouvez masquer un document sur sa page, ou plusieurs à la fois dans Mon histoire de santé.",
                "You can hide a document on its page, or several at once in My health story."
            )
        case .existingToo:
            Phrase(
                "Ce choix vaut pour les prochains documents. Vous pouvez aussi l'appliquer à ceux qui sont déjà là.",
                "This choice is for documents to come. You may also apply it to those already there."
            )
        case .maskAll: Phrase("Masquer tous mes documents", "Hide all my documents")
        case .showAll: Phrase("Rendre visibles tous mes documents", "Make all my documents visible")
        case .summaryMaskedAll:
            Phrase("Masquer les documents présents et à venir", "Hide documents present and to come")
        case .summaryVisibleAll:
            Phrase("Rendre visibles les documents présents et à venir", "Make documents present and to come visible")
        case .allMasked:
            Phrase(
                "Vos documents sont masqués, et les nouveaux le seront.",
                "Your documents are hidden, and new ones will be."
            )
        case .allVisible:
            Phrase(
                "Vos documents sont visibles, et les nouveaux le seront.",
                "Your documents are visible, and new ones will be."
            )
        case .alsoExisting:
            Phrase(
                "Voici ce qui change pour les documents déjà présents. Ceux que vous ajouterez suivront la même règle.",
                "Here is what changes for documents already there. Those to come will follow the same rule."
            )
        case .oneByOneToo:
            Phrase(
                "Les documents que vous avez masqués un par un redeviennent visibles eux aussi.",
                "Documents that you hid one by one become visible again as well."
            )
        case .stepUp:
            Phrase(
                "Pour rendre des documents visibles, un code vous est demandé de nouveau.",
                "To make documents visible, you are asked for a code again."
            )
        case .save: Phrase("Voir ce qui va changer", "See what will change")
        case .professionals: Phrase("Les professionnels", "Professionals")
        case .seeProfessionals: Phrase("Voir et modifier la liste", "See and change the list")
        case .authorisedCount:
            Phrase("Autorisés ou bloqués, vous décidez un par un.", "Authorised or blocked, you decide one by one.")
        case .feeding: Phrase("L'ajout de documents", "Adding documents")
        case .feedingText:
            Phrase(
                "Les professionnels ajoutent ce qui est utile à vos soins. Même bloqués, ils peuvent ajouter leurs documents.",
                "Professionals add what is useful for your care. Even blocked, they may add their documents."
            )
        case .feedingRight:
            Phrase(
                "Vous pouvez vous y opposer pour un motif légitime.",
                "You may object for a legitimate reason."
            )
        case .summaryVisible: Phrase("Rendre visibles les nouveaux documents", "Make new documents visible")
        case .summaryMasked: Phrase("Masquer les nouveaux documents", "Hide new documents")
        case .confirmVisible: Phrase("Oui, les rendre visibles", "Yes, make them visible")
        case .confirmMasked: Phrase("Oui, les masquer", "Yes, hide them")
        case .cancel: Phrase("Non, ne rien changer", "No, change nothing")
        case .nowVisible: Phrase("Les nouveaux documents seront visibles.", "New documents will be visible.")
        case .nowMasked: Phrase("Les nouveaux documents seront masqués.", "New documents will be hidden.")
        case .laterOnly:
            Phrase(
                "Pour un document ajouté demain, voici qui pourrait le lire.",
                "For a document added tomorrow, here is who could read it."
            )
        case .others: Phrase("Autres réglages", "Other settings")
        case .unchanged: Phrase("C'est déjà votre choix.", "This is already your choice.")
        }
    }

    /// How many are authorised and blocked.
    package static func counts(authorised: Int, blocked: Int) -> Phrase {
        Phrase(
            "Professionnels autorisés : \(authorised). Professionnels bloqués : \(blocked).",
            "Professionals authorised: \(authorised). Professionals blocked: \(blocked)."
        )
    }

    /// How many documents the change touches.
    package static func touched(_ count: Int) -> Phrase {
        count == 1
            ? Phrase("Un document déjà présent est concerné.", "One document already there is concerned.")
            : Phrase(
                "\(count) documents déjà présents sont concernés.",
                "\(count) documents already there are concerned."
            )
    }
}
