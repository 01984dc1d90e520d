internal import HealthRecord
public import SafeXML

extension PatientQueryAnswer {
    /// Writes the answer as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        header.write(&writer, interaction: Self.interaction, acknowledgement: "NE")
        if case .found(let file) = outcome { file.writeAttentionLines(&writer) }
        acknowledgement.write(&writer)
        writer.start("controlActProcess", ["classCode": "CACT", "moodCode": "EVN"])
        if let reason {
            writer.element("reasonCode", ["code": reason.rawValue, "codeSystem": GDP.reasonSystem])
        }
        if case .found(let file) = outcome { file.write(&writer, custodian: header.sender) }
        if let queryID {
            writer.start("queryAck")
            writer.id("queryId", queryID)
            writer.element("statusCode", ["code": "deliveredResponse"])
            writer.element("queryResponseCode", ["code": responseCode])
            writer.end()
            if let patient {
                PatientQuery.write(queryID, statusCode: "deliveredResponse", patient: patient, &writer)
            }
        }
        writer.end()
        writer.end()
    }

    private var responseCode: String {
        switch outcome {
        case .found: "OK"
        case .notFound: "NF"
        case .failed: "AE"
        }
    }
}
