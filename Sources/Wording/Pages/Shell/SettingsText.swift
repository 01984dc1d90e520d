/// The page from which all choices are reached.
package enum SettingsText: CatalogueText {
    case title, lead, access, myself, people, record
    case confidentialityHint, emergencyHint, rightsHint, wishesHint, directivesHint, familyHint, noticesHint
    case devicesHint, accountHint, closingHint, professionalsHint, copyHint
    case discretion, discretionHint, hideTitles, showTitles, titlesHidden, titlesShown

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Mes choix et réglages", "My choices and settings")
        case .lead:
            Phrase(
                "Tout se change à tout moment. Chaque page dit ce qui va changer avant de vous demander votre accord.",
                "Everything can be changed at any time. Each page says what will change before it asks you to agree."
            )
        case .access: Phrase("Qui voit mon dossier", "Who sees my record")
        case .myself: Phrase("Mes volontés", "My wishes")
        case .people: Phrase("Mon compte et mes proches", "My account and those close to me")
        case .record: Phrase("La vie de mon dossier", "The life of my record")
        case .copyHint:
            Phrase(
                "Télécharger tous mes documents, ou les recevoir par la poste.",
                "Download all my documents, or have them sent by post."
            )
        case .professionalsHint:
            Phrase(
                "Voir la liste, autoriser, bloquer, nommer mon médecin traitant.",
                "See the list, authorise, block, name my treating physician."
            )
        case .confidentialityHint:
            Phrase(
                "Choisir si les nouveaux documents sont visibles ou masqués.",
                "Choose whether new documents are visible or hidden."
            )
        case .emergencyHint:
            Phrase(
                "Dire à l'avance ce qui est permis si je ne peux pas répondre.",
                "Say in advance what is allowed if I cannot answer."
            )
        case .rightsHint:
            Phrase(
                "Comprendre ce que chaque profession peut lire, et pourquoi.",
                "Understand what each profession may read, and why."
            )
        case .wishesHint:
            Phrase(
                "Personnes à prévenir, personne de confiance, don d'organes.",
                "People to call, trusted person, organ donation."
            )
        case .directivesHint:
            Phrase("Écrire, remplacer ou retirer mes directives.", "Write, replace or withdraw my directives.")
        case .familyHint:
            Phrase(
                "Dossiers de mes enfants, second représentant, proches aidants.",
                "My children's records, second representative, carers."
            )
        case .noticesHint:
            Phrase(
                "Lire les messages du service et choisir comment les recevoir.",
                "Read messages and choose how to get them."
            )
        case .devicesHint:
            Phrase(
                "Voir où mon dossier est ouvert et fermer une session.",
                "See where my record is open and end a session."
            )
        case .accountHint:
            Phrase("Changer mon code secret, mon téléphone ou mon adresse.", "Change my secret code, phone or address.")
        case .discretion: Phrase("Être discret à l'écran", "Discreet on screen")
        case .discretionHint:
            Phrase(
                "Les titres de vos documents peuvent être cachés dans les listes, sur cet appareil seulement.",
                "The titles of your documents may be kept out of lists, on this device only."
            )
        case .hideTitles: Phrase("Cacher les titres", "Hide titles")
        case .showTitles: Phrase("Montrer les titres", "Show titles")
        case .titlesHidden: Phrase("Les titres sont cachés dans les listes.", "Titles are hidden in lists.")
        case .titlesShown: Phrase("Les titres sont de nouveau montrés.", "Titles are shown again.")
        case .closingHint:
            Phrase("Connaître les conséquences avant de décider.", "Know the consequences before deciding.")
        }
    }
}
