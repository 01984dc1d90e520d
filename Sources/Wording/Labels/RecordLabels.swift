public import HealthRecord

extension AuthorisationStatus {
    /// What a professional learns of his own standing.
    public var label: Phrase {
        switch self {
        case .valid: Phrase("Autorisé", "Authorised")
        case .expired: Phrase("Autorisation terminée", "Authorisation ended")
        case .blocked: Phrase("Bloqué par le patient", "Blocked by the patient")
        case .none: Phrase("Pas d'autorisation", "No authorisation")
        }
    }
}

extension AuthorisationOrigin {
    /// How an authorisation came to be.
    public var label: Phrase {
        switch self {
        case .declaredInConsultation:
            Phrase("Votre accord donné en consultation", "Your agreement given in a consultation")
        case .givenByHolder: Phrase("Votre accord donné sur ce site", "Your agreement given on this site")
        case .givenAtOpening: Phrase("Votre accord donné à l'ouverture", "Your agreement given at opening")
        case .careTeam: Phrase("Votre accord donné à l'équipe de soins", "Your agreement given to the care team")
        case .deemedOfTeam:
            Phrase(
                "Membre d'une équipe de soins, sans que votre accord soit demandé",
                "Member of a care team, without your agreement being asked"
            )
        case .delegatedConsent:
            Phrase("Votre accord déclaré par un autre professionnel", "Your agreement stated by another professional")
        }
    }
}

extension RecordState {
    /// Where the record stands.
    public var label: Phrase {
        switch self {
        case .open(let access): access.label
        case .suspended: Phrase("Dossier suspendu", "Record suspended")
        case .closed(_, let reason): Phrase("Dossier fermé", "Record closed") + reason.label.inBrackets
        }
    }
}

extension InternetAccess {
    /// Whether the holder reads the record on the portal.
    public var label: Phrase {
        switch self {
        case .awaitingActivation: Phrase("Dossier ouvert, accès Internet à activer", "Record open, access to activate")
        case .active: Phrase("Dossier ouvert, accès Internet actif", "Record open, access active")
        }
    }
}

extension ClosureReason {
    /// Why a record was closed.
    public var label: Phrase {
        switch self {
        case .holderRequest: Phrase("à la demande du titulaire", "at the holder's request")
        case .death: Phrase("après le décès du titulaire", "after the holder's death")
        case .authority: Phrase("par l'autorité responsable", "by the authority in charge")
        }
    }
}

extension Phrase {
    fileprivate var inBrackets: Phrase { Phrase("(\(french))", "(\(english))") }
}
