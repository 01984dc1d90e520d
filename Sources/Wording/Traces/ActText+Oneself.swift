import HealthRecord

extension ActText {
    /// What a professional does about his own leave or role: he declares the holder's agreement, or gives it back.
    init?(ofOneself event: TraceEvent) {
        guard case .care = event.actor else { return nil }
        switch event.act {
        case .authorise:
            self.init(
                "déclaré votre accord pour lire ce dossier",
                "déclarer votre accord pour lire ce dossier",
                "declared your agreement to read this record",
                "declare your agreement to read this record"
            )
        case .revoke:
            self.init(
                "renoncé à lire ce dossier",
                "renoncer à lire ce dossier",
                "gave up reading this record",
                "give up reading this record"
            )
        case .declareTreatingPhysician:
            self.init(
                "déclaré être votre médecin traitant",
                "déclarer être votre médecin traitant",
                "stated being your treating physician",
                "state being your treating physician"
            )
        case .resignTreatingPhysician:
            self.init(
                "renoncé au rôle de médecin traitant",
                "renoncer au rôle de médecin traitant",
                "gave up the role of treating physician",
                "give up the role of treating physician"
            )
        default: return nil
        }
    }
}
