/// Names of SAML 2.0 and its surroundings.
enum SAML {
    static let assertion = "urn:oasis:names:tc:SAML:2.0:assertion"
    static let x509SubjectName = "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName"
    static let unspecifiedName = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
    static let hl7 = "urn:hl7-org:v3"
    static let schema = "http://www.w3.org/2001/XMLSchema"
    static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
    static let signature = "http://www.w3.org/2000/09/xmldsig#"
}

/// The code systems that a VIHF names for the mode of access.
enum AccessModeSystem {
    /// The one on the wire everywhere.
    static let wire = "1.2.250.1.213.1.1.4.248"
    /// TRE_R248.
    static let nomenclature = "1.2.250.1.213.1.1.4.336"
}
