/// The authorities of the sample hierarchy, after those of IGC-Santé TEST.
enum SampleAuthority: String, CaseIterable, Sendable {
    case elementaryRoot = "AC RACINE IGC-SANTE ELEMENTAIRE"
    case standardRoot = "AC RACINE IGC-SANTE STANDARD"
    case strongRoot = "AC RACINE IGC-SANTE FORT"
    case organisations = "AC IGC-SANTE ELEMENTAIRE ORGANISATIONS"
    case standardPersons = "AC IGC-SANTE STANDARD PERSONNES"
    case strongPersons = "AC IGC-SANTE FORT PERSONNES"

    /// The root above; nil for a root.
    var parent: SampleAuthority? {
        switch self {
        case .elementaryRoot, .standardRoot, .strongRoot: nil
        case .organisations: .elementaryRoot
        case .standardPersons: .standardRoot
        case .strongPersons: .strongRoot
        }
    }

    var fileName: String {
        switch self {
        case .elementaryRoot: "root-elementaire"
        case .standardRoot: "root-standard"
        case .strongRoot: "root-fort"
        case .organisations: "ca-elementaire-organisations"
        case .standardPersons: "ca-standard-personnes"
        case .strongPersons: "ca-fort-personnes"
        }
    }
}
