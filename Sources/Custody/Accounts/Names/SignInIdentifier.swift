public import HealthRecord

/// By what somebody says who signs in: both are answered alike, known and unknown.
public enum SignInIdentifier: Sendable, Hashable, Codable {
    /// The matricule.
    case matricule(INS)
    /// A name that the holder has chosen.
    case name(SignInName)

    /// Under what blind tags are made of it; no name has the form of a root of matricules.
    var tagText: String {
        switch self {
        case .matricule(let ins): ins.root.rawValue + "/" + ins.matricule.text
        case .name(let name): "name/" + name.text
        }
    }
}
