package import HealthRecord

/// In what quality somebody represents a patient.
package enum RepresentativeWords {
    /// `parent`, `tuteur`.
    package static func label(_ kind: RepresentativeKind) -> Phrase {
        switch kind {
        case .parent: Phrase("parent", "parent")
        case .guardian: Phrase("tuteur ou tutrice", "guardian")
        case .representation: Phrase("personne chargée de la protection", "person in charge of protection")
        case .assistance: Phrase("personne chargée de l'assistance", "person in charge of assistance")
        case .carer: Phrase("proche aidant", "carer")
        }
    }
}
