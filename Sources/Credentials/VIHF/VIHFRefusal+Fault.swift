internal import DMPWire
internal import SafeXML

extension VIHFRefusal {
    /// The element or attribute at fault.
    public var part: String {
        switch self {
        case .misplaced: "Security/Assertion"
        case .malformed(let error): error.part
        case .signature, .legacySignature: "Assertion/Signature"
        case .connectionCertificate: "TLS"
        case .signatureCertificate: "Signature/KeyInfo"
        case .issuerMismatch: "Issuer"
        case .holdersDiffer: "Signature/KeyInfo"
        case .notYetValid(let part), .expired(let part): part
        case .wrongAudience: "AudienceRestriction"
        case .modeMismatch: VIHFAttribute.mode.rawValue
        case .missingDeclaration: "AuthnContextDecl"
        case .nameMismatch: "NameID"
        case .structureMismatch, .unknownStructure, .closedStructure, .notLinked, .directoryUnavailable:
            VIHFAttribute.structure.rawValue
        case .sectorMismatch: VIHFAttribute.sector.rawValue
        case .roleMismatch, .specialtyMismatch, .missingSpecialty, .unknownRole: VIHFAttribute.role.rawValue
        case .missingPatient, .patientMismatch, .patientDomain: VIHFAttribute.patient.rawValue
        case .missingReason: VIHFAttribute.accessReason.rawValue
        }
    }

    /// The subcode of the SOAP fault.
    ///
    /// `DMPInvalidCertificate` is the field's; the exhaustive list is not public, so the
    /// others are ours.
    public var subcode: String {
        switch self {
        case .connectionCertificate, .signatureCertificate, .holdersDiffer: "DMPInvalidCertificate"
        case .signature(.unanswered(.noWorker)): "DMPUnavailable"
        case .signature, .legacySignature: "DMPInvalidSignature"
        case .unknownStructure, .closedStructure, .notLinked, .sectorMismatch: "DMPInvalidStructure"
        case .directoryUnavailable: "DMPUnavailable"
        case .misplaced, .malformed, .issuerMismatch, .notYetValid, .expired, .wrongAudience, .modeMismatch,
            .missingDeclaration, .nameMismatch, .structureMismatch, .roleMismatch, .specialtyMismatch,
            .missingSpecialty, .unknownRole, .missingPatient, .patientMismatch, .patientDomain, .missingReason:
            "DMPInvalidVIHF"
        }
    }

    /// Whose fault SOAP calls it: ours only where the directory is silent, or nobody is there to compute a signature.
    public var isSenderFault: Bool { self != .directoryUnavailable && self != .signature(.unanswered(.noWorker)) }
}
