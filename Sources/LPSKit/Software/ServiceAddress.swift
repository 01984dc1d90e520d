internal import SOAPWire

/// Where the services are: one base, a path for each (interop sheet § 1.1).
struct ServiceAddress: Sendable {
    private let base: String

    /// Accepts an `https` URL with a host, with or without its last slash.
    init?(_ text: String) {
        let scheme = "https://"
        guard text.hasPrefix(scheme), text.utf8.count <= 512, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let first = text.dropFirst(scheme.count).first, first != "/"
        else { return nil }
        base = text.hasSuffix("/") ? text : text + "/"
    }

    func endpoint(_ action: DMPAction) -> String { base + Self.path(action) }

    private static func path(_ action: DMPAction) -> String {
        switch action {
        case .patientQuery, .recordCreation, .recordUpdate: "patients"
        case .patientSearch: "patientsPDQ"
        case .setAuthorization, .listAuthorizationByPatient, .openWebAccess: "habilitations"
        case .patientList, .createPatientAccess, .patientOTPUpdate, .updatePatientAccess: "patientsSpecific"
        case .identityCertification: "patientCertif"
        case .provideAndRegister, .retrieve: "repository"
        case .storedQuery, .updateDocumentSet: "registry"
        }
    }
}
