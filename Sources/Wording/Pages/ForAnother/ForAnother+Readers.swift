/// Who reads another's record, and what his choices change.
extension ForAnother {
    static let readers: [Pair] = [
        (
            DocumentPageText.whoMaySeeHint.phrase,
            Phrase(
                "Voici qui peut le lire, à part vous et la personne elle-même. Chaque réponse vient des règles qui décident.",
                "This is who may read it, beside you and the person. Each answer comes from the rules that decide."
            )
        ),
        (
            DocumentPageText.maskLead.phrase,
            Phrase(
                "Les professionnels ne verront plus ce document dans ce dossier. Ils ne sauront pas qu'il existe.",
                "Professionals will no longer see this document in this record. They will not know that it exists."
            )
        ),
        (
            DocumentPageText.maskPhysician.phrase,
            Phrase("Son médecin traitant, s'il y en a un de déclaré.", "The treating physician, if one is declared.")
        ),
        (
            DocumentPageText.maskYou.phrase,
            Phrase(
                "Cette personne, vous, et les autres personnes qui agissent pour elle.",
                "This person, you, and the others who act for this person."
            )
        ),
        (
            DocumentPageText.maskAdministrators.phrase,
            Phrase("Les administrateurs de ce dossier, s'il y en a.", "The administrators of this record, if any.")
        ),
        (RightsText.whyTreating.phrase, Phrase("C'est son médecin traitant.", "This is the treating physician.")),
        (
            RightsText.whyTeam.phrase,
            Phrase("Cette personne fait partie de son équipe de soins.", "This person belongs to the care team.")
        ),
        (
            RightsText.whyLeave.phrase,
            Phrase(
                "Il a une autorisation, et sa profession le permet.",
                "There is an authorisation, and the profession allows it."
            )
        ),
        (RightsText.whyStructure.phrase, Phrase("Son lieu de soins est autorisé.", "The place of care is authorised.")),
        (RightsText.whyMasked.phrase, Phrase("Il est masqué.", "It is hidden.")),
        (RightsText.whyBlocked.phrase, Phrase("Ce professionnel est bloqué.", "This professional is blocked.")),
        (
            RightsText.whyNoLeave.phrase,
            Phrase("Ce professionnel n'est pas autorisé.", "This professional is not authorised.")
        ),
        (RightsText.whyHolder.phrase, Phrase("C'est son dossier.", "This is the person's own record.")),
        (
            RightsText.whyActing.phrase,
            Phrase("Cette personne agit dans ce dossier comme vous.", "This person acts in this record as you do.")
        ),
    ]

    static let professionals: [Pair] = [
        (
            ProfessionalsText.lead.phrase,
            Phrase(
                "Voici qui peut lire ce dossier. Chaque choix prend effet tout de suite.",
                "This is who may read this record. Every choice takes effect at once."
            )
        ),
        (
            ProfessionalsText.seenHint.phrase,
            Phrase(
                "Ils ont agi sur ce dossier, ou l'ont essayé, sans autorisation en cours : en urgence, pour ajouter un document.",
                "They have acted on this record, or tried to, without a present authorisation: in an emergency, to add a document."
            )
        ),
        (
            ProfessionalsText.noAuthorised.phrase,
            Phrase("Aucun professionnel n'est autorisé.", "No professional is authorised.")
        ),
        (
            ProfessionalsText.authorisedCaption.phrase,
            Phrase("Professionnels autorisés à lire ce dossier", "Professionals authorised to read this record")
        ),
        (ProfessionalText.noAccess.phrase, Phrase("Aucun accès à ce dossier.", "No access to this record.")),
        (
            ProfessionalText.treatingStays.phrase,
            Phrase(
                "C'est son médecin traitant. Les règles de ce dossier ne permettent ni de le bloquer, ni de lui retirer ici son autorisation ou ce rôle.",
                "This is the treating physician. The rules of this record do not let you block this person, or withdraw the authorisation or the role here."
            )
        ),
        (
            ProfessionalText.treatingChangedAt.phrase,
            Phrase(
                "Pour changer, déclarez un autre médecin traitant à la caisse d'assurance maladie de cette personne.",
                "To change, declare another treating physician to this person's health insurance."
            )
        ),
        (ProfessionalText.written.phrase, Phrase("Ses documents dans ce dossier", "Documents by this professional")),
        (
            HistoryText.lead.phrase,
            Phrase(
                "Chaque accès à ce dossier laisse une ligne ici. Personne ne peut l'effacer.",
                "Every access to this record leaves a line here. Nobody can erase it."
            )
        ),
        (HistoryText.family.phrase, Phrase("Ceux qui agissent ici", "Those who act here")),
    ]

    static let choices: [Pair] = [
        (
            SettingsText.professionalsHint.phrase,
            Phrase(
                "Voir la liste, autoriser, bloquer, nommer le médecin traitant.",
                "See the list, authorise, block, name the treating physician."
            )
        ),
        (
            SettingsText.emergencyHint.phrase,
            Phrase(
                "Dire à l'avance ce qui est permis si cette personne ne peut pas répondre.",
                "Say in advance what is allowed if this person cannot answer."
            )
        ),
        (
            SettingsText.copyHint.phrase,
            Phrase(
                "Télécharger tous ses documents, ou les recevoir par la poste.",
                "Download all the documents, or have them sent by post."
            )
        ),
        (
            SettingsText.devicesHint.phrase,
            Phrase(
                "Voir où ce dossier est ouvert et fermer une session.",
                "See where this record is open and end a session."
            )
        ),
        (
            SettingsText.discretionHint.phrase,
            Phrase(
                "Les titres des documents peuvent être cachés dans les listes, sur cet appareil seulement.",
                "The titles of documents may be kept out of lists, on this device only."
            )
        ),
        (
            AccountText.lead.phrase,
            Phrase("Ce qui vous permet, à vous seul, de vous connecter.", "What lets you, and only you, sign in.")
        ),
        (
            AccountText.channelsLead.phrase,
            Phrase(
                "Gardez un téléphone et un e-mail : si l'un manque, l'autre vous permet encore de vous connecter.",
                "Keep a phone and an e-mail: if one is missing, the other still lets you sign in."
            )
        ),
        (ConfidentialityText.maskAll.phrase, Phrase("Masquer tous ses documents", "Hide all the documents")),
        (
            ConfidentialityText.showAll.phrase,
            Phrase("Rendre visibles tous ses documents", "Make all the documents visible")
        ),
    ]

    /// An ordinary access, with the agreement that it rests on.
    package static func agreed(on date: Phrase) -> Phrase {
        Phrase(
            "Accès ordinaire, avec l'accord donné le \(date.french).",
            "Ordinary access, with the agreement given on \(date.english)."
        )
    }

    /// The treating physicians by their names, as those who still see what is hidden.
    package static func treating(_ names: [String]) -> Phrase {
        let all = names.joined(separator: ", ")
        return names.count > 1
            ? Phrase("Ses médecins traitants : \(all).", "The treating physicians: \(all).")
            : Phrase("Son médecin traitant : \(all).", "The treating physician: \(all).")
    }
}
