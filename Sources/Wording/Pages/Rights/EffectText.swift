/// What a choice would change, before it is confirmed.
package enum EffectText: CatalogueText {
    case title, loses, gains, keeps, nobodyLoses, nobodyGains, nothing, readsAll, readsNone, undo, noUndo
    case computed, emergencyBreakGlass, emergencyRegulation, anyPhysician, regulationPhysician, ofMasked, ofVisible,
        yourself, circle

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Ce qui va changer", "What will change")
        case .loses: Phrase("Ne pourront plus lire", "Will no longer read")
        case .gains: Phrase("Pourront lire", "Will be able to read")
        case .keeps: Phrase("Gardent leur accès", "Keep their access")
        case .nobodyLoses: Phrase("Personne ne perd d'accès.", "Nobody loses access.")
        case .nobodyGains: Phrase("Personne ne gagne d'accès.", "Nobody gains access.")
        case .nothing:
            Phrase("Rien ne change pour les documents déjà présents.", "Nothing changes for documents already there.")
        case .readsAll: Phrase("tous vos documents", "all your documents")
        case .readsNone: Phrase("aucun document", "no document")
        case .undo: Phrase("Vous pourrez revenir sur ce choix à tout moment.", "You can change your mind at any time.")
        case .noUndo: Phrase("Ce choix ne peut pas être annulé.", "This choice cannot be undone.")
        case .computed:
            Phrase(
                "Cette liste vient des règles qui décident vraiment de chaque accès.",
                "This list comes from the very rules that decide each access."
            )
        case .emergencyBreakGlass:
            Phrase(
                "Un professionnel qui vous soigne alors que vous ne pouvez pas répondre",
                "A professional who treats you while you cannot answer"
            )
        case .emergencyRegulation:
            Phrase("Le médecin du SAMU que l'on appelle pour vous", "The SAMU physician called for you")
        case .anyPhysician: Phrase("Tout professionnel, en cas d'urgence", "Any professional, in an emergency")
        case .regulationPhysician: Phrase("Médecin du SAMU, centre 15", "SAMU physician, emergency number 15")
        case .yourself: Phrase("Vous", "You")
        case .circle: Phrase("Les personnes qui agissent pour vous", "Those who act for you")
        case .ofMasked: Phrase("(documents masqués)", "(hidden documents)")
        case .ofVisible: Phrase("(documents visibles)", "(visible documents)")
        }
    }

    /// From how many documents to how many.
    package static func documents(from before: Int, to after: Int, of all: Int) -> Phrase {
        Phrase(
            "Aujourd'hui : \(count(before, all).french). Ensuite : \(count(after, all).french).",
            "Today: \(count(before, all).english). Then: \(count(after, all).english)."
        )
    }

    /// Whom another takes the place of.
    package static func endsTreating(_ name: String) -> Phrase {
        Phrase(
            "\(name) ne sera plus votre médecin traitant.",
            "\(name) will no longer be your treating physician."
        )
    }

    /// How many documents somebody keeps.
    package static func keeps(_ number: Int, of all: Int) -> Phrase {
        guard number > 0 else { return Phrase("Ne lit aucun document.", "Reads no document.") }
        return Phrase("Lit \(count(number, all).french).", "Reads \(count(number, all).english).")
    }

    /// Readers without a name: professions, emergencies, the holder's circle.
    package static func kinds(_ number: Int) -> Phrase {
        number == 1
            ? Phrase("Et, de façon générale :", "And in general:")
            : Phrase("Et, de façon générale (\(number)) :", "And in general (\(number)):")
    }

    private static func count(_ number: Int, _ all: Int) -> Phrase {
        switch number {
        case 0: EffectText.readsNone.phrase
        case 1: Phrase("1 document sur \(all)", "1 document out of \(all)")
        default: Phrase("\(number) documents sur \(all)", "\(number) documents out of \(all)")
        }
    }
}
