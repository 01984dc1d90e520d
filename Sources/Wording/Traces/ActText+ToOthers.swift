import HealthRecord

extension ActText {
    /// The acts that speak to the holder, as somebody else reads them: his agreement, his presence.
    init?(toOthers event: TraceEvent) {
        switch (event.act, event.actor) {
        case (.authorise, .care):
            self.init(
                "déclaré l'accord du patient pour lire ce dossier",
                "déclarer l'accord du patient pour lire ce dossier",
                "declared the patient's agreement to read this record",
                "declare the patient's agreement to read this record"
            )
        case (.declareTreatingPhysician, .care):
            self.init(
                "déclaré être le médecin traitant du patient",
                "déclarer être le médecin traitant du patient",
                "stated being the patient's treating physician",
                "state being the patient's treating physician"
            )
        case (.delegateConsent, _):
            self.init(
                "déclaré l'accord du patient pour un autre professionnel",
                "déclarer l'accord du patient pour un autre professionnel",
                "stated the patient's agreement for another professional",
                "state the patient's agreement for another professional"
            )
        case (.requestPresence, _):
            self.init(
                "demandé la preuve de la présence du patient",
                "demander la preuve de la présence du patient",
                "asked for proof of the patient's presence",
                "ask for proof of the patient's presence"
            )
        case (.confirmPresence, _):
            self.init(
                "confirmé la présence du patient",
                "confirmer la présence du patient",
                "confirmed the patient's presence",
                "confirm the patient's presence"
            )
        case (.searchIdentity, _):
            self.init(
                "recherché l'identité du patient",
                "rechercher l'identité du patient",
                "searched for the patient's identity",
                "search for the patient's identity"
            )
        default: return nil
        }
    }
}
