import DMPWire
import RecordService
import SOAPWire

extension ServiceError {
    /// The status and sentence that say it.
    func outcome(_ correlation: String) throws(SOAPFault) -> ServiceOutcome {
        if let fault = exchangeFault { throw fault }
        // No record, and a record that must look like none, are the same to the sender.
        return ServiceOutcome(
            status: dmpCode ?? "DMPUnknownPatient",
            context: (dmpCode == nil ? ServiceError.unknownPatient : self).complaint.sentence(correlation)
        )
    }
}

extension HabilitationsError {
    /// A message that cannot be read is no request.
    var fault: SOAPFault { .malformed(element) }
}
