internal import HealthRecord
public import SafeXML

extension RecordChangeAnswer {
    /// Reads the answer from a body's payload, with its French wrapper or without.
    public init(_ payload: XMLElement) throws(HL7V3Error) {
        let answer = payload.unwrapped
        let message = RecordMessage.allCases.first { [$0.acceptance, $0.refusal].contains(answer.name) }
        guard let message else { throw .unexpectedMessage(answer.path) }
        let header = try HL7MessageHeader(answer, interaction: answer.name)
        let acknowledgement = try HL7Acknowledgement(try answer.one("acknowledgement"))
        // The name and the verdict say the same thing; a contradiction is not ours to settle.
        guard (answer.name == message.acceptance) == (acknowledgement.verdict == .accepted) else {
            throw .unexpectedMessage(answer.path)
        }
        let act = try answer.optional("controlActProcess")
        self.init(
            message: message,
            header: header,
            acknowledgement: acknowledgement,
            reason: act?.child("reasonCode") == nil ? nil : try act?.recordReason(),
            patient: try act.flatMap(Self.patient)
        )
    }

    private static func patient(_ act: XMLElement) throws(HL7V3Error) -> INS? {
        let event = act.first("subject", "registrationEvent")
        guard let id = event?.first("subject1", "patient", "id") else { return nil }
        guard let ins = INS(try id.needed("extension"), root: try id.needed("root")) else { throw .malformed(id.path) }
        return ins
    }

    /// Writes the answer in its French wrapper, as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        writer.start("gdp:" + message.wrapper)
        writer.declare("gdp", GDP.wrapperNamespace)
        header.write(
            &writer,
            interaction: isAccepted ? message.acceptance : message.refusal,
            acknowledgement: "NE"
        )
        acknowledgement.write(&writer)
        writer.start("controlActProcess", ["classCode": "CACT", "moodCode": "EVN"])
        if let reason { writer.element("reasonCode", ["code": reason.rawValue, "codeSystem": GDP.reasonSystem]) }
        if let patient {
            writer.start("subject", ["typeCode": "SUBJ"])
            writer.start("registrationEvent", ["classCode": "REG", "moodCode": "EVN"])
            writer.element("statusCode", ["code": "active"])
            writer.start("subject1", ["typeCode": "SBJ"])
            writer.start("patient", ["classCode": "PAT"])
            writer.element("id", ["root": patient.root.rawValue, "extension": patient.matricule.text])
            writer.element("statusCode", ["code": reason == .closure ? "terminated" : "active"])
            writer.end()
            writer.end()
            header.sender.writeCustodian(&writer)
            writer.end()
            writer.end()
        }
        writer.end()
        writer.end()
        writer.end()
    }
}
