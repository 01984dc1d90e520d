/// What emergencies open in another's record.
extension ForAnother {
    static let emergency: [Pair] = [
        (
            EmergencyText.lead.phrase,
            Phrase(
                "Un jour, cette personne pourrait ne pas pouvoir répondre. Dites à l'avance ce qui est permis.",
                "One day this person might not be able to answer. Say in advance what is allowed."
            )
        ),
        (
            EmergencyText.breakGlass.phrase,
            Phrase(
                "Un professionnel qui soigne cette personne en urgence",
                "A professional who treats this person in an emergency"
            )
        ),
        (
            EmergencyText.breakGlassExample.phrase,
            Phrase(
                "Exemple : cette personne est inconsciente. Le médecin des urgences ouvre son dossier et lit ses allergies.",
                "Example: this person is unconscious. The emergency physician opens the record and reads the allergies."
            )
        ),
        (
            EmergencyText.regulationExample.phrase,
            Phrase(
                "Exemple : un proche appelle le 15 pour cette personne. Le médecin du SAMU lit ses traitements.",
                "Example: somebody calls 15 for this person. The SAMU physician reads the treatments."
            )
        ),
        (EmergencyText.masked.phrase, Phrase("Ses documents masqués", "The hidden documents")),
        (
            EmergencyText.maskedExample.phrase,
            Phrase(
                "Exemple : un traitement est masqué. En urgence, le médecin peut quand même le lire.",
                "Example: a treatment is hidden. In an emergency the physician can read it all the same."
            )
        ),
        (
            EmergencyText.told.phrase,
            Phrase(
                "Chaque accès en urgence est annoncé, à son médecin traitant aussi.",
                "Every emergency access is announced, to the treating physician as well."
            )
        ),
        (
            EmergencyText.summary.phrase,
            Phrase("Confirmer les choix pour l'urgence", "Confirm the choices for emergencies")
        ),
        (
            EmergencyText.done.phrase,
            Phrase("Les choix pour l'urgence sont enregistrés.", "The choices for emergencies are saved.")
        ),
        (EmergencyText.undo.phrase, Phrase("Revenir aux choix d'avant", "Go back to the earlier choices")),
        (
            EmergencyText.undone.phrase,
            Phrase("Les choix d'avant sont de nouveau en place.", "The earlier choices are in place again.")
        ),
        (
            EmergencyText.blockedNote.phrase,
            Phrase(
                "Un professionnel bloqué n'entre pas, même en urgence. Le SAMU, lui, peut entrer.",
                "A blocked professional does not get in, even in an emergency. The SAMU can."
            )
        ),
        (
            EmergencyText.blockedHeld.phrase,
            Phrase(
                "Un professionnel bloqué n'entre pas, même en urgence.",
                "A blocked professional does not get in, even in an emergency."
            )
        ),
        (
            EmergencyText.blockedOpen.phrase,
            Phrase(
                "En urgence, même un professionnel bloqué peut entrer.",
                "In an emergency, even a blocked professional can get in."
            )
        ),
        (
            EmergencyText.notOffered.phrase,
            Phrase(
                "Les règles de ce dossier ne prévoient aucun accès en urgence.",
                "The rules of this record provide for no access in an emergency."
            )
        ),
        (
            EmergencyText.notOfferedWay.phrase,
            Phrase(
                "Même en urgence, il faut une autorisation pour lire ce dossier.",
                "Even in an emergency, an authorisation is needed to read this record."
            )
        ),
        (
            EmergencyText.maskedNotOffered.phrase,
            Phrase(
                "Les documents masqués le restent en urgence. Vous n'avez rien à choisir.",
                "Hidden documents stay hidden in an emergency. There is nothing for you to choose."
            )
        ),
        (
            EmergencyText.impossible.phrase,
            Phrase(
                "Les règles de ce dossier ne permettent pas ce choix. Rien n'a changé.",
                "The rules of this record do not allow this choice. Nothing has changed."
            )
        ),
        (
            EmergencyText.metNone.phrase,
            Phrase("Personne n'a ouvert ce dossier en urgence.", "Nobody has opened this record in an emergency.")
        ),
    ]
}
