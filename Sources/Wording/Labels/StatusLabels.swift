public import HealthRecord

extension AvailabilityStatus {
    /// The status of a document in words.
    public var label: Phrase {
        switch self {
        case .approved: Phrase("En cours de validité", "Current")
        case .deprecated: Phrase("Remplacé par une version plus récente", "Replaced by a newer version")
        case .archived: Phrase("Archivé", "Archived")
        case .deleted: Phrase("Supprimé", "Deleted")
        }
    }
}

extension SignatureStanding {
    /// What is known of the author's signature.
    public var label: Phrase {
        switch self {
        case .advanced: Phrase("Signature électronique vérifiée", "Electronic signature verified")
        case .legacy:
            Phrase("Signature électronique ancienne, vérifiée au dépôt", "Older signature, verified on arrival")
        case .authenticatedOnly:
            Phrase("Sans signature, déposé après identification", "Unsigned, filed by somebody identified")
        }
    }
}

extension Visibility {
    /// What hides a document, one sentence each; one that says so where nothing does.
    public var labels: [Phrase] {
        var labels: [Phrase] = []
        if contains(.maskedToProfessionals) {
            labels.append(Phrase("Masqué aux professionnels", "Hidden from professionals"))
        }
        if contains(.hiddenFromPatient) {
            labels.append(Phrase("Pas encore visible par le patient", "Not yet visible to the patient"))
        }
        if contains(.hiddenFromRepresentatives) {
            labels.append(Phrase("Masqué aux représentants légaux", "Hidden from legal representatives"))
        }
        if contains(.secretConnection) {
            labels.append(Phrase("Déposé en connexion secrète", "Filed in a secret connection"))
        }
        return labels.isEmpty ? [Phrase("Visible", "Visible")] : labels
    }
}

extension TracedOutcome {
    /// Whether it was let happen.
    public var label: Phrase {
        switch self {
        case .permitted: Phrase("Accès accordé", "Access given")
        case .refused: Phrase("Accès refusé", "Access refused")
        }
    }
}
