internal import HealthRecord
public import SafeXML

extension PatientQuery {
    static let interaction = "PRPA_IN201307UV02"

    /// Reads the request from a body's payload.
    public init(_ payload: XMLElement) throws(HL7V3Error) {
        let message = payload.unwrapped
        header = try HL7MessageHeader(message, interaction: Self.interaction)
        let act = try message.one("controlActProcess")
        reason = try act.reason()
        let query = try act.one("queryByParameter")
        queryID = try query.one("queryId").instanceID()
        let status = try query.one("statusCode")
        guard try status.needed("code") == "new" else { throw .unknownCode(status.path) }
        patient = try query.one("parameterList").queriedPatient()
    }

    /// Writes the request as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        header.write(&writer, interaction: Self.interaction, acknowledgement: "AL")
        writer.start("controlActProcess", ["classCode": "CACT", "moodCode": "EVN"])
        writer.element("reasonCode", ["code": reason.rawValue, "codeSystem": GDP.reasonSystem])
        Self.write(queryID, statusCode: "new", patient: patient, &writer)
        writer.end()
        writer.end()
    }

    static func write(_ queryID: InstanceID, statusCode: String, patient: INS, _ writer: inout XMLWriter) {
        writer.start("queryByParameter")
        writer.id("queryId", queryID)
        writer.element("statusCode", ["code": statusCode])
        writer.start("parameterList")
        writer.start("patientIdentifier")
        writer.element("value", ["root": patient.root.rawValue, "extension": patient.matricule.text])
        writer.element("semanticsText", text: "Patient.id")
        writer.end()
        writer.end()
        writer.end()
    }
}

extension XMLElement {
    /// The reason of a control act, in its French code system.
    func reason() throws(HL7V3Error) -> PatientQuery.Reason {
        let element = try one("reasonCode")
        guard element.attribute("codeSystem") == GDP.reasonSystem else { throw .unknownCode(element.path) }
        return try element.code()
    }

    /// The person that a parameter list names.
    func queriedPatient() throws(HL7V3Error) -> INS {
        let parameter = try one("patientIdentifier")
        let value = try parameter.one("value")
        guard let ins = INS(try value.needed("extension"), root: try value.needed("root")) else {
            throw .malformed(value.path)
        }
        if let semantics = try parameter.optional("semanticsText"), semantics.trimmedText != "Patient.id" {
            throw .unknownCode(semantics.path)
        }
        return ins
    }
}
