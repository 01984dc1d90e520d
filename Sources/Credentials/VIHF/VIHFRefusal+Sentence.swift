internal import SafeXML

extension VIHFRefusal {
    /// What the sender's user reads, in French: what is at fault and the remedy, never a value.
    public var sentence: String {
        switch self {
        case .misplaced: "Le message doit porter une seule assertion VIHF, seule dans l'en-tête de sécurité."
        case .malformed: "Le VIHF est incomplet ou mal formé : vérifiez l'élément « \(part) »."
        case .signature(.unanswered(.noWorker)):
            "Le contrôle des signatures ne répond pas : recommencez dans quelques minutes."
        case .signature: "La signature du VIHF n'est pas valide."
        case .legacySignature: "La signature du VIHF emploie SHA-1, qui n'est plus accepté : employez SHA-256."
        case .connectionCertificate: "Le certificat de connexion n'est pas accepté."
        case .signatureCertificate:
            "Le certificat de signature du VIHF n'est pas accepté : employez la clé de signature de la carte ou le cachet."
        case .issuerMismatch: "L'émetteur du VIHF n'est pas le sujet du certificat de signature."
        case .holdersDiffer: "Le certificat de connexion et celui de signature n'ont pas le même titulaire."
        case .notYetValid: "Le VIHF est daté dans le futur : vérifiez l'horloge du poste."
        case .expired: "Le VIHF est périmé : vérifiez l'horloge du poste et recommencez."
        case .wrongAudience: "Le VIHF est destiné à un autre service."
        case .modeMismatch: "Le mode d'authentification ne correspond pas aux certificats."
        case .missingDeclaration: "L'authentification indirecte renforcée doit déclarer son moyen d'authentification."
        case .nameMismatch: "L'identifiant du VIHF n'est pas celui de la carte."
        case .structureMismatch: "La structure du VIHF n'est pas celle du certificat."
        case .roleMismatch: "La profession du VIHF n'est pas celle du professionnel."
        case .specialtyMismatch: "La spécialité du VIHF n'est pas une de celles du professionnel."
        case .missingSpecialty: "La spécialité est obligatoire pour un médecin ou un pharmacien."
        case .unknownRole: "Le rôle du VIHF n'est pas admis."
        case .missingPatient: "Le VIHF doit désigner le patient."
        case .patientMismatch: "Le patient du VIHF n'est pas celui de la demande."
        case .patientDomain: "Cet identifiant de patient n'est pas admis sur cette plateforme."
        case .missingReason: "Le bris de glace doit être motivé."
        case .unknownStructure: "La structure est inconnue de l'annuaire."
        case .closedStructure: "La structure n'est plus active."
        case .sectorMismatch: "Le secteur d'activité n'est pas celui de la structure."
        case .notLinked: "Le professionnel n'est pas rattaché à cette structure dans l'annuaire."
        case .directoryUnavailable: "L'annuaire ne répond pas : recommencez dans quelques minutes."
        }
    }
}
