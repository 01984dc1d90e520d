/// Names, roots and code systems of *gestion du dossier patient* (interop sheet § 2.3).
public enum GDP {
    /// HL7 V3.
    public static let namespace = "urn:hl7-org:v3"
    /// The French wrapper around answers to creations and updates.
    public static let wrapperNamespace = "asip:ci-sis:gdp:2010"
    /// XML Schema instances, for the types of values.
    static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
    /// The root of interaction names.
    static let interactionRoot = "2.16.840.1.113883.1.6"
    /// Reasons of a request.
    static let reasonSystem = "1.2.250.1.213.1.1.4.11"
    /// Consents, oppositions and attachment.
    static let observationSystem = "1.2.250.1.213.4.1.2.3"
    /// Reasons of a closure.
    static let closureSystem = "1.2.250.1.213.4.1.2.4"
    /// Where an identity was read.
    static let identityOriginSystem = "1.2.250.1.213.4.1.2.5"
    /// On the card of an insured person.
    static let cardOrigin = "CARTE_SESAM_VITALE"
    /// How near a person found is to the traits asked for.
    static let matchCode = "POURCENTAGE"
    /// Keys of attention lines: authorisation.
    static let authorisationKeySystem = "1.2.250.1.213.4.1.2.6.1"
    /// Values of the authorisation.
    static let authorisationSystem = "1.2.250.1.213.4.1.2.6.2"
    /// Keys of attention lines: treating physician.
    static let treatingPhysicianKeySystem = "1.2.250.1.213.4.1.2.6.3"
    /// State of the Internet account.
    static let internetAccountSystem = "1.2.250.1.213.4.1.2.9"
    /// Administrative gender of HL7.
    static let genderSystem = "2.16.840.1.113883.5.1"
    /// Relationship of a representative.
    static let relationshipSystem = "2.16.840.1.113883.1.11.19579"
    /// What the DMP writes for a name that it does not have.
    static let unknownName = "NON RENSEIGNE"
    /// Longest text read from an element or attribute.
    static let maximumText = 1024
}
