/// The attributes of a VIHF (CI-SIS *Transport synchrone pour client lourd*), by the names that we write.
public enum VIHFAttribute: String, Hashable, Sendable, CaseIterable {
    /// `VIHF_Version`.
    case version = "VIHF_Version"
    /// `Authentification_mode`.
    case mode = "Authentification_mode"
    /// `Identifiant_Structure`.
    case structure = "Identifiant_Structure"
    /// `Secteur_Activite`.
    case sector = "Secteur_Activite"
    /// The name of the person.
    case subject = "urn:oasis:names:tc:xspa:1.0:subject:subject-id"
    /// Profession, then specialty.
    case role = "urn:oasis:names:tc:xacml:2.0:subject:role"
    /// The patient.
    case patient = "urn:oasis:names:tc:xacml:2.0:resource:resource-id"
    /// `Ressource_URN`.
    case resource = "Ressource_URN"
    /// The mode of access.
    case purpose = "urn:oasis:names:tc:xspa:1.0:subject:purposeofuse"
    /// *Connexion secrète*.
    case confidentiality = "urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code"
    /// `Mode_Acces_Raison`.
    case accessReason = "Mode_Acces_Raison"
    /// `LPS_ID`.
    case softwareID = "LPS_ID"
    /// `LPS_Nom`.
    case softwareName = "LPS_Nom"
    /// `LPS_Version`.
    case softwareVersion = "LPS_Version"
    /// `LPS_ID_HOMOLOGATION_DMP`.
    case homologation = "LPS_ID_HOMOLOGATION_DMP"
    /// `Palier_Authentification`.
    case tier = "Palier_Authentification"

    /// The attribute of that name, letter case aside: the texts disagree on it.
    static func named(_ name: String) -> VIHFAttribute? { byName[name.lowercased()] }

    private static let byName = Dictionary(
        allCases.map { ($0.rawValue.lowercased(), $0) },
        uniquingKeysWith: { first, _ in first }
    )
}
