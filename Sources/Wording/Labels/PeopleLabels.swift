public import HealthRecord

extension Representation {
    /// In what capacity somebody acts for the holder.
    public var label: Phrase {
        switch self {
        case .legalRepresentative: Phrase("représentant légal", "legal representative")
        case .guardian: Phrase("personne chargée de la protection", "person in charge of protection")
        case .carer: Phrase("proche aidant", "carer")
        }
    }
}

extension AuthenticationMode {
    /// How somebody proved who he is.
    public var label: Phrase {
        switch self {
        case .direct: Phrase("Carte du professionnel", "The professional's card")
        case .indirect: Phrase("Certificat de la structure", "The organisation's certificate")
        case .reinforcedIndirect:
            Phrase("Personne identifiée par sa structure", "Person identified by the organisation")
        }
    }
}

extension HolderKind {
    /// What a card or certificate makes of its holder.
    public var label: Phrase {
        switch self {
        case .professional: Phrase("Professionnel", "Professional")
        case .trainee: Phrase("Professionnel en formation", "Professional in training")
        case .employee: Phrase("Personnel d'établissement", "Staff member")
        case .structure: Phrase("Structure", "Organisation")
        }
    }
}

extension AccessMode {
    /// The mode of an access.
    public var label: Phrase {
        switch self {
        case .normal: Phrase("Accès ordinaire", "Ordinary access")
        case .breakGlass: Phrase("Accès en urgence", "Emergency access")
        case .regulation: Phrase("Appel au 15 (Samu)", "Call to the emergency number 15")
        }
    }
}

extension Sex {
    /// Administrative sex.
    public var label: Phrase {
        switch self {
        case .female: Phrase("Féminin", "Female")
        case .male: Phrase("Masculin", "Male")
        case .unknown: Phrase("Non renseigné", "Not stated")
        }
    }
}

extension ContactKind {
    /// A way to reach a person.
    public var label: Phrase {
        switch self {
        case .sms: Phrase("SMS", "Text message")
        case .email: Phrase("E-mail", "E-mail")
        case .letter: Phrase("Courrier postal", "Letter")
        }
    }
}
