import Custody
import DMPWire
import RecordService
import SOAPWire

extension ServiceError {
    /// What a patient query answers instead: no record, a refusal, or a fault of the exchange.
    func patientOutcome(
        _ correlation: String
    ) throws(SOAPFault) -> (outcome: PatientQueryAnswer.Outcome, details: [HL7Acknowledgement.Detail]) {
        if let fault = exchangeFault { throw fault }
        guard let code = dmpCode else { return (.notFound, []) }
        return (.failed, [HL7Acknowledgement.Detail(code: code, text: complaint.sentence(correlation))])
    }

    /// The code of the HL7 and authorisation layers (interop sheet § 2.13); nil where nothing is there.
    var dmpCode: String? {
        switch self {
        case .refused(let refusal) where refusal.isSilent: nil
        case .refused(let refusal):
            refusal.code == "record-unavailable" ? "DMPClosed" : "DMPAccessDeniedByRightsService"
        case .unknownPatient, .notFound: nil
        case .otherPatient: "DMPPatientIdDoesNotMatch"
        case .incomplete: "DMPRecordIncomplete"
        case .conflict(let what): ConflictMeaning.of(what)?.code ?? "DMPConflict"
        case .unavailable: "DMPUnavailable"
        case .evidence, .replayed, .sessionEnded, .rejected, .notAccepted, .tooManyAttempts, .weakSecret:
            "DMPAccessDeniedByRightsService"
        }
    }
}

extension HL7V3Error {
    /// A message that cannot be read has no head to acknowledge.
    var fault: SOAPFault { .malformed(element) }
}
