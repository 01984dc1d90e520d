import HealthRecord

extension ActText {
    /// What a professional does about his own leave: he declares the holder's agreement, or gives it back.
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
        default: return nil
        }
    }
}
