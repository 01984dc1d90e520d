/// Page 19: who can see what.
package enum RightsText: CatalogueText {
    case compareWith, nobodyElse, comparisonCaption
    case title, lead, byProfession, byType, profession, type, show, choose, chooseHint, person, caption, typeCaption
    case personCaption, typeColumn, answerColumn, professionColumn, personColumn, reads, readsNot, everything, print
    case legend, yours, yoursHint, noPerson, all, publicNote, someTypes, categoryColumn, documentsColumn
    case whyLeave, whyTreating, whyAuthor, whyProfessionYes, whyProfession, whyClosedCategory, whyUndefined, whyMasked,
        whyBlocked
    case whyNoLeave, whyExpired, whyBan, whyHidden, whyRole, whyState, whyDefault, whyStructure
    case whyEmergency, whyEmergencyMasked, whyOpposed, whyModeOff, whyHolder, whyActing, whyHost, whyCourt
    case whyClosedToActing
    case never, neverText, sources, whyTeam, whyAdministrator
    case close, reopen, closeTitle, reopenTitle, closeMeaning, reopenMeaning, closeKeeps, reopenLimit, closeConfirm
    case reopenConfirm, nowClosed, nowOpen

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Qui peut voir quoi ?", "Who can see what?")
        case .lead:
            Phrase(
                "Choisissez une profession ou un type de document. La réponse vient des règles qui décident vraiment.",
                "Choose a profession or a type of document. The answer comes from the very rules that decide."
            )
        case .compareWith: Phrase("Comparer avec", "Compare with")
        case .nobodyElse: Phrase("Personne d'autre", "Nobody else")
        case .comparisonCaption:
            Phrase("Ce que chacune des deux professions peut lire", "What each of the two professions may read")
        case .byProfession: Phrase("Par profession", "By profession")
        case .byType: Phrase("Par type de document", "By type of document")
        case .profession: Phrase("Profession", "Profession")
        case .type: Phrase("Type de document", "Type of document")
        case .choose: Phrase("Que voulez-vous savoir ?", "What do you want to know?")
        case .chooseHint:
            Phrase("Choisissez une ligne dans l'une des deux listes.", "Choose a line in one of the two lists.")
        case .show: Phrase("Afficher", "Show")
        case .person: Phrase("Vos professionnels de cette profession", "Your professionals of this profession")
        case .all: Phrase("— Choisir —", "— Choose —")
        case .caption: Phrase("Ce que cette profession peut lire", "What this profession may read")
        case .typeCaption: Phrase("Qui peut lire ce type de document", "Who may read this type of document")
        case .personCaption: Phrase("Vos professionnels", "Your professionals")
        case .typeColumn: Phrase("Type de document", "Type of document")
        case .categoryColumn: Phrase("Catégorie", "Category")
        case .answerColumn: Phrase("Réponse et raison", "Answer and reason")
        case .professionColumn: Phrase("Profession", "Profession")
        case .personColumn: Phrase("Professionnel", "Professional")
        case .documentsColumn: Phrase("Vos documents de ce type", "Your documents of this type")
        case .reads: Phrase("Peut lire", "May read")
        case .readsNot: Phrase("Ne peut pas lire", "May not read")
        case .someTypes: Phrase("Peut lire une partie", "May read some of it")
        case .everything: Phrase("Tous les types", "All types")
        case .print: Phrase("Cette page peut être imprimée.", "This page can be printed.")
        case .legend:
            Phrase(
                "Ces réponses valent pour un professionnel que vous avez autorisé, et pour un document non masqué.",
                "These answers hold for a professional whom you authorised, and for a document that is not hidden."
            )
        case .yours: Phrase("Et chez vos professionnels ?", "And among your professionals?")
        case .yoursHint:
            Phrase(
                "Cette partie tient compte de vos choix : autorisations, blocages, documents masqués.",
                "This part takes your choices into account: authorisations, blocks, hidden documents."
            )
        case .noPerson:
            Phrase("Aucun professionnel n'a de lien avec votre dossier.", "No professional has to do with your record.")
        case .publicNote:
            Phrase(
                "Connectez-vous pour voir la réponse pour vos propres professionnels.",
                "Sign in to see the answer for your own professionals."
            )
        case .whyLeave:
            Phrase(
                "Vous l'avez autorisé, et sa profession le permet.",
                "You authorised him or her, and the profession allows it."
            )
        case .whyTreating: Phrase("C'est votre médecin traitant.", "This is your treating physician.")
        case .whyAuthor: Phrase("C'est l'auteur du document.", "This is the author of the document.")
        case .whyStructure: Phrase("Vous avez autorisé son lieu de soins.", "You authorised the place of care.")
        case .whyTeam:
            Phrase("Cette personne fait partie de votre équipe de soins.", "This person belongs to your care team.")
        case .whyAdministrator:
            Phrase(
                "Vous lui avez donné les droits du médecin traitant.",
                "You gave the rights of the treating physician."
            )
        case .whyProfessionYes: Phrase("La loi l'ouvre à cette profession.", "The law opens it to this profession.")
        case .whyClosedCategory:
            Phrase(
                "Vous avez fermé cette catégorie de documents à cette profession.",
                "You closed this category of documents to this profession."
            )
        case .whyProfession:
            Phrase(
                "La loi ne l'ouvre pas à cette profession : il n'est pas nécessaire à ses soins.",
                "The law does not open it to this profession: its care does not need it."
            )
        case .whyUndefined:
            Phrase(
                "Aucune règle ne le prévoit. Dans ce cas, c'est non.",
                "No rule provides for it. The answer is then no."
            )
        case .whyMasked: Phrase("Il est masqué aux professionnels.", "It is hidden from professionals.")
        case .whyBlocked: Phrase("Vous avez bloqué ce professionnel.", "You blocked this professional.")
        case .whyNoLeave: Phrase("Vous ne l'avez pas autorisé.", "You have not authorised him or her.")
        case .whyExpired: Phrase("Son autorisation a pris fin.", "The authorisation has ended.")
        case .whyBan:
            Phrase(
                "La loi l'interdit toujours, même avec votre accord.",
                "The law always forbids it, even with your agreement."
            )
        case .whyHidden: Phrase("Le document n'est pas encore visible.", "The document is not visible yet.")
        case .whyRole: Phrase("Son rôle ne permet pas de lire.", "The role does not allow reading.")
        case .whyState:
            Phrase("Le document ou le dossier n'est plus actif.", "The document or the record is no longer active.")
        case .whyDefault: Phrase("Les règles ne le permettent pas.", "The rules do not allow it.")
        case .whyEmergency:
            Phrase(
                "La loi le permet dans ce cas. Vous en êtes averti aussitôt.",
                "The law allows it in that case. You are told at once."
            )
        case .whyEmergencyMasked:
            Phrase(
                "Vous avez choisi d'ouvrir vos documents masqués en cas d'urgence.",
                "You chose to open your hidden documents in an emergency."
            )
        case .whyOpposed: Phrase("Vous vous y êtes opposé.", "You have objected to it.")
        case .whyModeOff:
            Phrase("Les règles de ce dossier ne le prévoient pas.", "The rules of this record do not provide for it.")
        case .whyHolder: Phrase("C'est votre dossier.", "This is your record.")
        case .whyActing: Phrase("Cette personne agit pour vous.", "This person acts for you.")
        case .whyHost:
            Phrase(
                "Vous l'avez demandé, et deux personnes ont donné leur accord.",
                "You asked for it, and two persons agreed."
            )
        case .whyCourt: Phrase("Le juge ne le permet pas.", "The court does not allow it.")
        case .whyClosedToActing:
            Phrase(
                "Ce document est fermé aux personnes qui agissent pour vous.",
                "This document is closed to those who act for you."
            )
        case .never: Phrase("Qui ne voit jamais rien", "Who never sees anything")
        case .neverText:
            Phrase(
                "Les assurances, les mutuelles, les employeurs et les banques n'ont jamais accès à votre dossier.",
                "Insurers, mutual insurers, employers and banks never have access to your record."
            )
        case .sources: Phrase("Texte de référence", "Legal source")
        case .close: Phrase("Fermer à cette profession", "Close to this profession")
        case .reopen: Phrase("Rouvrir à cette profession", "Open again to this profession")
        case .closeTitle: Phrase("Fermer une catégorie à une profession", "Close a category to a profession")
        case .reopenTitle: Phrase("Rouvrir une catégorie à une profession", "Open a category to a profession again")
        case .closeMeaning:
            Phrase(
                "Cette profession ne verra plus aucun document de cette catégorie, présent ou à venir. Elle ne saura pas que vous l'avez décidé.",
                "This profession will no longer see any document of this category, present or to come. It will not know that you decided so."
            )
        case .reopenMeaning:
            Phrase(
                "Ceux que vous avez autorisés verront de nouveau les documents de cette catégorie que la loi ouvre à leur profession.",
                "Those whom you authorised will again see the documents of this category that the law opens to their profession."
            )
        case .closeKeeps:
            Phrase(
                "L'auteur d'un document le voit toujours. Votre médecin traitant aussi.",
                "The author of a document still sees it. So does your treating physician."
            )
        case .reopenLimit:
            Phrase("Les documents masqués un par un restent masqués.", "Documents hidden one by one stay hidden.")
        case .closeConfirm: Phrase("Oui, fermer", "Yes, close it")
        case .reopenConfirm: Phrase("Oui, rouvrir", "Yes, open it again")
        case .nowClosed:
            Phrase("La catégorie est fermée à cette profession.", "The category is closed to this profession.")
        case .nowOpen:
            Phrase("La catégorie est rouverte à cette profession.", "The category is open to this profession again.")
        }
    }

    /// What somebody without leave still reads: his own documents.
    package static func ownOnes(_ number: Int, of all: Int) -> Phrase {
        Phrase(
            "Relit seulement ses propres documents : \(number) sur \(all).",
            "Reads only own documents again: \(number) out of \(all)."
        )
    }

    /// Which category for which profession.
    package static func category(_ category: Phrase, for profession: Phrase) -> Phrase {
        Phrase(
            "Catégorie : \(category.french). Profession : \(profession.french).",
            "Category: \(category.english). Profession: \(profession.english)."
        )
    }

    /// How many types stand behind an answer.
    package static func detail(_ count: Int) -> Phrase {
        count == 1
            ? Phrase("Voir le type de document", "See the type of document")
            : Phrase("Voir les \(count) types de documents", "See the \(count) types of documents")
    }
}

extension RightsText {
    /// The two that are compared.
    package static func comparison(_ one: Phrase, _ other: Phrase) -> Phrase {
        Phrase(french: "\(one.french) et \(other.french)", english: "\(one.english) and \(other.english)")
    }
}
