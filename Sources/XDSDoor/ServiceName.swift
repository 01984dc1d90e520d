import SOAPWire

/// The services behind this door, each an address of its own (interop sheet § 1.1).
enum ServiceName: String, CaseIterable {
    /// TD0.2, TD1.1 – TD1.4.
    case patients
    /// TD0.4, TD1.5.
    case patientsSpecific
    /// TD0.5.
    case patientsPDQ
    /// TD0.3, TD0.10, TD1.6.
    case habilitations
    /// TD2.1, TD3.2.
    case repository
    /// TD3.1, TD3.3.
    case registry

    /// All of them, as a French sentence lists them.
    static var listed: String {
        let names = allCases.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " ou " + (names.last ?? "")
    }

    /// What can be asked here; all else is refused by its action.
    var operations: Set<Operation> {
        switch self {
        case .patients: [.patientQuery, .changeRecord]
        case .patientsSpecific: [.listPatients, .changeAccess]
        case .patientsPDQ: [.searchPatient]
        case .habilitations: [.setAuthorisation, .listAuthorisations, .openWebAccess]
        case .repository: [.deposit, .retrieve]
        case .registry: [.query, .update]
        }
    }
}

/// What this door does.
enum Operation {
    /// TD0.2, TD1.3a.
    case patientQuery
    /// TD0.4.
    case listPatients
    /// TD0.5.
    case searchPatient
    /// TD1.1, TD1.2, TD1.3b, TD1.4.
    case changeRecord
    /// TD1.5.
    case changeAccess
    /// TD0.3.
    case setAuthorisation
    /// TD1.6.
    case listAuthorisations
    /// TD0.10.
    case openWebAccess
    /// TD2.1, ITI-41.
    case deposit
    /// TD3.2, ITI-43.
    case retrieve
    /// TD3.1, ITI-18.
    case query
    /// TD3.3, ITI-57.
    case update

    /// Whether its body names no patient, so that the assertion must (VIHF, `resource-id`).
    var takesPatientFromAssertion: Bool {
        switch self {
        case .changeAccess, .setAuthorisation, .listAuthorisations, .openWebAccess: true
        case .patientQuery, .listPatients, .searchPatient, .changeRecord, .deposit, .retrieve, .query, .update: false
        }
    }

    /// The operation that an action asks for; nil for those of the DMP that are not served.
    init?(_ action: DMPAction) {
        switch action {
        case .patientQuery: self = .patientQuery
        case .setAuthorization: self = .setAuthorisation
        case .listAuthorizationByPatient: self = .listAuthorisations
        case .openWebAccess: self = .openWebAccess
        case .provideAndRegister: self = .deposit
        case .retrieve: self = .retrieve
        case .storedQuery: self = .query
        case .updateDocumentSet: self = .update
        case .patientSearch: self = .searchPatient
        case .recordCreation, .recordUpdate: self = .changeRecord
        case .patientList: self = .listPatients
        case .createPatientAccess, .patientOTPUpdate, .updatePatientAccess: self = .changeAccess
        // Withdrawn in 2023: the INSi service certifies identities.
        case .identityCertification: return nil
        }
    }
}
