internal import HealthRecord
public import SafeXML

extension PatientSearchAnswer {
    static let interaction = "PRPA_IN201306UV02"

    /// Reads the answer from a body's payload.
    public init(_ payload: XMLElement) throws(HL7V3Error) {
        let message = payload.unwrapped
        let header = try HL7MessageHeader(message, interaction: Self.interaction)
        let acknowledgement = try HL7Acknowledgement(try message.one("acknowledgement"))
        let act = try message.optional("controlActProcess")
        self.init(
            header: header,
            acknowledgement: acknowledgement,
            queryID: try act?.first("queryAck", "queryId")?.instanceID(),
            traits: try act?.first("queryByParameter", "parameterList").map { (list) throws(HL7V3Error) in
                try PatientSearch.Traits(list)
            },
            outcome: acknowledgement.verdict == .accepted
                ? try Self.outcome(try message.one("controlActProcess")) : .failed
        )
    }

    private static func outcome(_ act: XMLElement) throws(HL7V3Error) -> Outcome {
        let code = try act.one("queryAck").one("queryResponseCode")
        var candidates: [Candidate] = []
        for subject in act.children("subject", in: GDP.namespace) {
            let patient = try subject.one("registrationEvent").one("subject1").one("patient")
            candidates.append(
                Candidate(
                    file: try PatientFile(patient: patient, act: subject),
                    percentage: try Self.percentage(patient)
                )
            )
        }
        switch try code.needed("code") {
        case "OK": return .found(candidates)
        case "NF": return .found([])
        case "AE", "QE": return .failed
        default: throw .unknownCode(code.path)
        }
    }

    private static func percentage(_ patient: XMLElement) throws(HL7V3Error) -> Int? {
        for subject in patient.children where subject.name.hasPrefix("subjectOf") {
            guard let match = subject.child("queryMatchObservation"),
                match.child("code")?.attribute("code") == GDP.matchCode
            else { continue }
            let value = try match.one("value")
            guard let number = Int(try value.needed("value")), (0...100).contains(number) else {
                throw .malformed(value.path)
            }
            return number
        }
        return nil
    }

    /// Writes the answer as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        header.write(&writer, interaction: Self.interaction, acknowledgement: "NE")
        acknowledgement.write(&writer)
        writer.start("controlActProcess", ["classCode": "CACT", "moodCode": "EVN"])
        writer.element("code", ["code": "PRPA_TE201306UV02", "codeSystem": GDP.interactionRoot])
        var count = 0
        if case .found(let candidates) = outcome {
            count = candidates.count
            for candidate in candidates { candidate.write(&writer, custodian: header.sender) }
        }
        if let queryID {
            writer.start("queryAck")
            writer.id("queryId", queryID)
            writer.element("statusCode", ["code": "deliveredResponse"])
            writer.element(
                "queryResponseCode",
                ["code": outcome == .failed ? "AE" : count == 0 ? "NF" : "OK"]
            )
            writer.element("resultTotalQuantity", ["value": String(count)])
            writer.element("resultCurrentQuantity", ["value": String(count)])
            writer.element("resultRemainingQuantity", ["value": "0"])
            writer.end()
            if let traits { PatientSearch.write(queryID, statusCode: "deliveredResponse", traits, &writer) }
        }
        writer.end()
        writer.end()
    }
}

extension PatientSearchAnswer.Candidate {
    fileprivate func write(_ writer: inout XMLWriter, custodian: HL7Device) {
        writer.start("subject", ["typeCode": "SUBJ"])
        writer.start("registrationEvent", ["classCode": "REG", "moodCode": "EVN"])
        writer.element("statusCode", ["code": "active"])
        writer.start("subject1", ["typeCode": "SBJ"])
        file.writePatient(&writer) { writer in
            guard let percentage else { return }
            writer.start("subjectOf1", ["typeCode": "SBJ"])
            writer.start("queryMatchObservation", ["classCode": "OBS", "moodCode": "EVN"])
            writer.element("code", ["code": GDP.matchCode])
            writer.element("value", ["xsi:type": "INT", "value": String(percentage)])
            writer.end()
            writer.end()
        }
        writer.end()
        custodian.writeCustodian(&writer)
        writer.end()
        writer.end()
    }
}
