/// Who may see what in another's record, and what a choice changes.
extension ForAnother {
    static let rights: [Pair] = [
        (
            RightsText.person.phrase,
            Phrase("Ses professionnels de cette profession", "The professionals of this profession")
        ),
        (
            RightsText.personCaption.phrase,
            Phrase("Ses professionnels", "The professionals of this record")
        ),
        (
            RightsText.documentsColumn.phrase,
            Phrase("Ses documents de ce type", "Documents of this type")
        ),
        (
            RightsText.yours.phrase,
            Phrase("Et chez ses professionnels ?", "And among the professionals of this record?")
        ),
        (
            RightsText.yoursHint.phrase,
            Phrase(
                "Cette partie tient compte des choix de ce dossier : autorisations, blocages, documents masqués.",
                "This part takes the choices of this record into account: authorisations, blocks, hidden documents."
            )
        ),
        (
            RightsText.noPerson.phrase,
            Phrase("Aucun professionnel n'a de lien avec ce dossier.", "No professional has to do with this record.")
        ),
        (
            RightsText.whyBan.phrase,
            Phrase(
                "La loi l'interdit toujours, même avec un accord.",
                "The law always forbids it, even with an agreement."
            )
        ),
        (
            RightsText.whyEmergencyMasked.phrase,
            Phrase(
                "Ce dossier ouvre ses documents masqués en cas d'urgence.",
                "This record opens its hidden documents in an emergency."
            )
        ),
        (
            RightsText.neverText.phrase,
            Phrase(
                "Les assurances, les mutuelles, les employeurs et les banques n'ont jamais accès à ce dossier.",
                "Insurers, mutual insurers, employers and banks never have access to this record."
            )
        ),
        (
            RightsText.closeKeeps.phrase,
            Phrase(
                "L'auteur d'un document le voit toujours. Son médecin traitant aussi.",
                "The author of a document still sees it. So does the treating physician."
            )
        ),
        (
            DocumentPageText.byProfessionHint.phrase,
            Phrase(
                "Si quelqu'un de cette profession était autorisé :",
                "If somebody of this profession were authorised:"
            )
        ),
    ]

    static let confidentiality: [Pair] = [
        (
            ConfidentialityText.visibleHint.phrase,
            Phrase(
                "Exemple : la radio d'aujourd'hui sera lue par le kinésithérapeute autorisé.",
                "Example: today's X-ray will be read by the authorised physiotherapist."
            )
        ),
        (
            ConfidentialityText.maskedHint.phrase,
            Phrase(
                "Exemple : la radio d'aujourd'hui n'est lue que par son auteur et le médecin traitant.",
                "Example: today's X-ray is read only by its author and the treating physician."
            )
        ),
        (
            ConfidentialityText.notOffered.phrase,
            Phrase(
                "Les règles de ce dossier ne permettent pas de choisir d'avance : chaque document arrive visible.",
                "The rules of this record do not let you choose beforehand: each document comes in visible."
            )
        ),
        (
            ConfidentialityText.notOfferedWay.phrase,
            Phrase(
                "Un document se masque sur sa page, ou plusieurs à la fois dans Son histoire de santé.",
                "A document is hidden on its page, or several at once in Health story."
            )
        ),
        (
            ConfidentialityText.allMasked.phrase,
            Phrase(
                "Ses documents sont masqués, et les nouveaux le seront.",
                "The documents are hidden, and new ones will be."
            )
        ),
        (
            ConfidentialityText.allVisible.phrase,
            Phrase(
                "Ses documents sont visibles, et les nouveaux le seront.",
                "The documents are visible, and new ones will be."
            )
        ),
        (
            ConfidentialityText.feedingText.phrase,
            Phrase(
                "Les professionnels ajoutent ce qui est utile aux soins. Même bloqués, ils peuvent ajouter leurs documents.",
                "Professionals add what is useful for care. Even blocked, they may add their documents."
            )
        ),
        (
            ConfidentialityText.unchanged.phrase,
            Phrase("C'est déjà le choix de ce dossier.", "This is already the choice of this record.")
        ),
        (
            EffectText.readsAll.phrase,
            Phrase("tous ses documents", "all the documents")
        ),
        (
            EffectText.emergencyBreakGlass.phrase,
            Phrase(
                "Un professionnel qui soigne cette personne alors qu'elle ne peut pas répondre",
                "A professional who treats this person, who cannot answer"
            )
        ),
        (
            EffectText.emergencyRegulation.phrase,
            Phrase(
                "Le médecin du SAMU que l'on appelle pour cette personne",
                "The SAMU physician called for this person"
            )
        ),
        (
            EffectText.yourself.phrase,
            Phrase("Cette personne", "This person")
        ),
        (
            EffectText.circle.phrase,
            Phrase("Les personnes qui agissent dans ce dossier", "Those who act in this record")
        ),
    ]

    /// Whom another takes the place of.
    package static func endsTreating(_ name: String) -> Phrase {
        Phrase("\(name) ne sera plus son médecin traitant.", "\(name) will no longer be the treating physician.")
    }
}
