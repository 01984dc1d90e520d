public import SafeXML

extension DMPAction {
    /// The operation that a body asks for, by the name of its root; the HTTP action parameter is not to be relied on.
    public init?(payload: XMLElement) {
        let found = Self.allCases.first { action in
            payload.isNamed(action.payloadName.name, in: action.payloadName.namespace)
        }
        guard let found else { return nil }
        self = found
    }

    /// The name that the body's root bears.
    public var payloadName: (name: String, namespace: String) {
        switch self {
        case .patientQuery: ("PRPA_IN201307UV02", Self.hl7)
        case .patientSearch: ("PRPA_IN201305UV02", Self.hl7)
        case .recordCreation: ("PRPA_IN201311UV02", Self.hl7)
        case .recordUpdate: ("PRPA_IN201314UV02", Self.hl7)
        case .setAuthorization: ("setAuthorization", "urn:si-dmp-habilitations")
        case .listAuthorizationByPatient: ("listAuthorizationByPatient", "urn:si-dmp-habilitations")
        case .openWebAccess: ("openWebAccess", "urn:si-dmp-habilitations")
        case .patientList: ("patientList", "urn:si-dmp-patients")
        case .createPatientAccess: ("createPatientAccess", "urn:si-dmp-patients")
        case .patientOTPUpdate: ("patientOTPUpdate", "urn:si-dmp-patients")
        case .updatePatientAccess: ("updatePatientAccess", "urn:si-dmp-patients")
        case .identityCertification: ("identityCertification", "urn:si-dmp-patients")
        case .provideAndRegister: ("ProvideAndRegisterDocumentSetRequest", Self.xds)
        case .storedQuery: ("AdhocQueryRequest", "urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0")
        case .retrieve: ("RetrieveDocumentSetRequest", Self.xds)
        case .updateDocumentSet: ("SubmitObjectsRequest", "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0")
        }
    }

    private static let hl7 = "urn:hl7-org:v3"
    private static let xds = "urn:ihe:iti:xds-b:2007"
}
