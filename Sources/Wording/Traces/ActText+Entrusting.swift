internal import HealthRecord

extension ActText {
    /// The acts by which a holder is represented, and consent is stated by others.
    init(entrusting act: TracedAct) {
        switch act {
        case .declareRepresentative:
            self.init(
                "désigné un représentant",
                "désigner un représentant",
                "named a representative",
                "name a representative"
            )
        case .acceptRepresentation:
            self.init(
                "accepté d'agir pour le titulaire",
                "accepter d'agir pour le titulaire",
                "agreed to act for the holder",
                "agree to act for the holder"
            )
        case .refuseRepresentation:
            self.init(
                "refusé d'agir pour le titulaire",
                "refuser d'agir pour le titulaire",
                "declined to act for the holder",
                "decline to act for the holder"
            )
        case .endRepresentation:
            self.init(
                "mis fin à une représentation",
                "mettre fin à une représentation",
                "ended a representation",
                "end a representation"
            )
        case .declareTeam:
            self.init(
                "déclaré une équipe de soins",
                "déclarer une équipe de soins",
                "declared a care team",
                "declare a care team"
            )
        case .endTeam:
            self.init(
                "mis fin à l'accès d'une équipe de soins",
                "mettre fin à l'accès d'une équipe de soins",
                "ended a care team's access",
                "end a care team's access"
            )
        case .delegateConsent:
            self.init(
                "déclaré votre accord pour un autre professionnel",
                "déclarer votre accord pour un autre professionnel",
                "stated your agreement for another professional",
                "state your agreement for another professional"
            )
        case .expire:
            self.init(
                "constaté la fin d'une autorisation",
                "constater la fin d'une autorisation",
                "noted the end of an authorisation",
                "note the end of an authorisation"
            )
        case .requestPresence:
            self.init(
                "demandé la preuve de votre présence",
                "demander la preuve de votre présence",
                "asked for proof of your presence",
                "ask for proof of your presence"
            )
        case .confirmPresence:
            self.init(
                "confirmé votre présence",
                "confirmer votre présence",
                "confirmed your presence",
                "confirm your presence"
            )
        case .justifyEmergency:
            self.init(
                "justifié un accès en urgence",
                "justifier un accès en urgence",
                "justified an emergency access",
                "justify an emergency access"
            )
        case .reviewEmergency:
            self.init(
                "relu le motif de son propre accès en urgence",
                "relire le motif de son propre accès en urgence",
                "read again the reason for their own emergency access",
                "read again the reason for their own emergency access"
            )
        default: self.init(act)
        }
    }
}
