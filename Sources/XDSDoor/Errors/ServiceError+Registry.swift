import Custody
import RecordService
import SOAPWire
import XDSWire

/// Where a registry error is answered: the same failure has other codes in other transactions.
enum RegistryTransaction {
    /// ITI-41.
    case submission
    /// ITI-43.
    case retrieval
    /// ITI-18.
    case query
    /// ITI-57.
    case update

    fileprivate var isRepository: Bool { self == .submission || self == .retrieval }

    /// What the message is about, named where nothing more precise is at fault.
    fileprivate var subject: String {
        switch self {
        case .submission: "SubmissionSet"
        case .retrieval: "DocumentRequest"
        case .query: "AdhocQuery"
        case .update: "Association.targetObject"
        }
    }
}

extension ServiceError {
    /// The registry errors that say it; what concerns the exchange itself is thrown as a fault.
    func problems(
        _ transaction: RegistryTransaction,
        _ correlation: String
    ) throws(SOAPFault) -> [RegistryProblem] {
        if let fault = exchangeFault { throw fault }
        if case .rejected(let faults) = self {
            return faults.map {
                RegistryProblem($0.code, context: $0.context + " [\(correlation)]", location: $0.element)
            }
        }
        var complaint = complaint
        if complaint.element == nil { complaint.element = transaction.subject }
        return [
            RegistryProblem(
                code(transaction),
                context: complaint.sentence(correlation),
                location: complaint.element
            )
        ]
    }

    private func code(_ transaction: RegistryTransaction) -> RegistryErrorCode {
        switch self {
        case .refused(let refusal) where refusal.code == "document-state" && transaction == .update:
            .metadataUpdateError
        case .refused(let refusal) where !refusal.isSilent: .accessDeniedByRightsService
        case .refused, .notFound: transaction == .retrieval ? .documentUniqueIDError : .unresolvedReference
        case .unknownPatient: .unknownPatientID
        case .otherPatient: .patientIDDoesNotMatch
        case .conflict("moved"), .unavailable: transaction.isRepository ? .repositoryBusy : .registryBusy
        case .conflict(CustodyError.tooManyChanges): transaction.isRepository ? .repositoryError : .registryError
        case .conflict("sameDocument"): .metadataUpdateOperationError
        case .conflict("hiddenOverSeen"): .accessDeniedByRightsService
        case .conflict: transaction == .submission ? .registryDeprecatedDocumentError : .metadataUpdateError
        case .incomplete: transaction.isRepository ? .repositoryError : .registryError
        case .evidence, .replayed, .sessionEnded, .rejected, .notAccepted, .tooManyAttempts, .weakSecret:
            .accessDeniedByRightsService
        }
    }
}

extension RegistryProblem {
    /// A finding of the wire, under the identifier of the request.
    init(_ finding: RegistryFinding, _ correlation: String) {
        self.init(
            finding.code,
            context: finding.context + " [\(correlation)]",
            location: finding.element,
            severity: finding.severity
        )
    }

    /// An error of this door's own.
    init(
        _ code: RegistryErrorCode,
        _ element: String,
        _ text: String,
        remedy: String,
        _ correlation: String
    ) {
        let complaint = Complaint(text, remedy: remedy, element: element)
        self.init(code, context: complaint.sentence(correlation), location: element)
    }
}

extension XDSWireError {
    /// A message that cannot be read is answered by a fault: there is nothing to list errors on.
    var fault: SOAPFault {
        switch self {
        case .notTheMessage(let name), .missingElement(let name): .malformed("/Envelope/Body/" + name)
        case .tooManyObjects: .tooLarge
        case .unknownStatus: .malformed("/Envelope/Body")
        case .unreadableDocument: .malformed("/Envelope/Body/Document")
        }
    }
}
