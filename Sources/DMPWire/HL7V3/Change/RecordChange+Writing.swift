internal import HealthRecord
public import SafeXML

extension RecordChange {
    /// Writes the request as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        let reason = request.reason
        header.write(&writer, interaction: reason.message.request, acknowledgement: "AL")
        writer.start("controlActProcess", ["classCode": "CACT", "moodCode": "RQO"])
        writer.element("reasonCode", ["code": reason.rawValue, "codeSystem": GDP.reasonSystem])
        writer.start("subject", ["typeCode": "SUBJ"])
        writer.start("registrationRequest", ["classCode": "REG", "moodCode": "RQO"])
        writer.element("statusCode", ["code": "active"])
        writer.start("subject1", ["typeCode": "SBJ"])
        file.writePatient(&writer, observations: consents) { writer in
            if isReadFromCard {
                writer.start("contactParty", ["classCode": "CON"])
                writer.element("code", ["code": GDP.cardOrigin, "codeSystem": GDP.identityOriginSystem])
                writer.end()
            }
        }
        writer.end()
        author?.write(&writer)
        HL7Device.dmp.writeCustodian(&writer)
        writer.end()
        writer.end()
        file.writeReason(&writer)
        writer.end()
        writer.end()
    }

    private var consents: [(code: String, value: Bool?)] {
        switch request {
        case .create(let consent): [("CONSENTEMENT_OUVERTURE_DMP", consent)]
        case .reactivate(let consent): [("CONSENTEMENT_REACTIVATION_DMP", consent)]
        case .modify, .close: []
        }
    }
}
