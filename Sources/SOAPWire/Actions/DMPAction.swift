/// What a client can ask the DMP, named by WS-Addressing (interop sheet § 2.2).
public enum DMPAction: String, Hashable, Sendable, CaseIterable {
    /// TD0.2 and TD1.3a: does a record exist, and what are its administrative data.
    case patientQuery = "urn:hl7-org:v3:PRPA_IN201307UV02"
    /// TD0.5: search by traits, for regulation centres.
    case patientSearch = "urn:hl7-org:v3:PRPA_IN201305UV02"
    /// TD1.1: open a record.
    case recordCreation = "urn:hl7-org:v3:PRPA_IN201311UV02"
    /// TD1.2, TD1.3b, TD1.4: reactivate, change, close a record.
    case recordUpdate = "urn:hl7-org:v3:PRPA_IN201314UV02"
    /// TD0.3: change one's own authorisation.
    case setAuthorization = "urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorization"
    /// TD1.6: who is authorised on a record.
    case listAuthorizationByPatient = "urn:si-dmp-habilitations:HabilitationsEndPoint:listAuthorizationByPatient"
    /// TD0.10: an address that opens the professionals' site once; the name is ours, none being published.
    case openWebAccess = "urn:si-dmp-habilitations:HabilitationsEndPoint:openWebAccess"
    /// TD0.4: which records one is authorised on.
    case patientList = "urn:si-dmp-patients:PatientSpecificEndPoint:patientList"
    /// TD1.5a: create the patient's access.
    case createPatientAccess = "urn:si-dmp-patients:PatientSpecificEndPoint:createPatientAccess"
    /// TD1.5b: the channel of the patient's one-time codes.
    case patientOTPUpdate = "urn:si-dmp-patients:PatientSpecificEndPoint:patientOTPUpdate"
    /// TD1.5d: issue the patient's secrets anew.
    case updatePatientAccess = "urn:si-dmp-patients:PatientSpecificEndPoint:updatePatientAccess"
    /// TD0.0: certify an identity, withdrawn in 2023.
    case identityCertification = "urn:si-dmp-patients:PatientCertificationEndPoint:identityCertification"
    /// TD2.x: ITI-41.
    case provideAndRegister = "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b"
    /// TD3.1: ITI-18.
    case storedQuery = "urn:ihe:iti:2007:RegistryStoredQuery"
    /// TD3.2: ITI-43.
    case retrieve = "urn:ihe:iti:2007:RetrieveDocumentSet"
    /// TD3.3: ITI-57.
    case updateDocumentSet = "urn:ihe:iti:2010:UpdateDocumentSet"

    /// The operation a request's action names.
    public init?(request action: String) { self.init(rawValue: action) }

    /// The action of a request.
    public var request: String { rawValue }

    /// The action of an answer.
    public var response: String {
        switch self {
        case .patientQuery: "urn:hl7-org:v3:PRPA_IN201308UV02"
        case .patientSearch: "urn:hl7-org:v3:PRPA_IN201306UV02"
        case .recordCreation: "urn:hl7-org:v3:PRPA_IN201311ResponseUV02"
        case .recordUpdate: "urn:hl7-org:v3:PRPA_IN201314ResponseUV02"
        // What the DMP sends; the hyphen is not in the IHE text.
        case .updateDocumentSet: rawValue + "-Response"
        case .setAuthorization, .listAuthorizationByPatient, .openWebAccess, .patientList, .createPatientAccess,
            .patientOTPUpdate,
            .updatePatientAccess, .identityCertification, .provideAndRegister, .storedQuery, .retrieve:
            rawValue + "Response"
        }
    }

    /// Whether an action answers this operation; for ITI-57 both spellings do.
    public func isAnswered(by action: String) -> Bool {
        action == response || (self == .updateDocumentSet && action == rawValue + "Response")
    }
}
