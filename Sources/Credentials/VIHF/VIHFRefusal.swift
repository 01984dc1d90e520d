public import DMPWire
public import SafeXML

/// Why an assertion was refused: what is at fault, without anything of its content.
public enum VIHFRefusal: Error, Equatable, Sendable {
    /// V1: not the one assertion of the one security header, or encrypted.
    case misplaced
    /// V6: an element or attribute is absent, repeated or malformed.
    case malformed(VIHFError)
    /// V2: the XML signature does not hold.
    case signature(XMLSignatureError)
    /// V2: SHA-1, which is tolerated no longer.
    case legacySignature
    /// The connection's certificate was not believed.
    case connectionCertificate(CertificateRefusal)
    /// V3: the signer's certificate was not believed.
    case signatureCertificate(CertificateRefusal)
    /// V3: `Issuer` is not the subject of the signer's certificate.
    case issuerMismatch
    /// V3: the connection and the signature belong to different holders.
    case holdersDiffer
    /// V4: `IssueInstant` or `AuthnInstant` is too far ahead.
    case notYetValid(part: String)
    /// V4: `IssueInstant` is too old, or the conditions have ended.
    case expired(part: String)
    /// V4: the assertion is for others.
    case wrongAudience
    /// `Authentification_mode` does not fit the certificates.
    case modeMismatch
    /// Reinforced indirect authentication without its declaration.
    case missingDeclaration
    /// `NameID` is not the holder of the card, or names nobody where somebody must be named.
    case nameMismatch
    /// `Identifiant_Structure` is not the structure of the certificate.
    case structureMismatch
    /// V8: the role is not that of the certificate, or none that its holder may have.
    case roleMismatch
    /// V8: the specialty is not one of the certificate.
    case specialtyMismatch
    /// A physician or pharmacist without specialty or section.
    case missingSpecialty
    /// A role of no accepted code system, or in the wrong place.
    case unknownRole
    /// V7: no patient, where the call concerns one.
    case missingPatient
    /// V7: another patient than that of the body.
    case patientMismatch
    /// A test identifier in production, or a real one in rehearsal.
    case patientDomain
    /// Break-glass without its reason.
    case missingReason
    /// The directory does not know the structure.
    case unknownStructure
    /// The directory says that the structure has closed.
    case closedStructure
    /// The directory knows the structure under another sector.
    case sectorMismatch
    /// The directory does not link the professional and the structure.
    case notLinked
    /// The directory cannot answer now.
    case directoryUnavailable
}
