internal import HealthRecord
public import SafeXML

extension PatientQueryAnswer {
    static let interaction = "PRPA_IN201308UV02"

    /// Reads the answer from a body's payload.
    public init(_ payload: XMLElement) throws(HL7V3Error) {
        let message = payload.unwrapped
        let header = try HL7MessageHeader(message, interaction: Self.interaction)
        let acknowledgement = try HL7Acknowledgement(try message.one("acknowledgement"))
        guard acknowledgement.verdict == .accepted else {
            try self.init(refusal: message, header: header, acknowledgement: acknowledgement)
            return
        }
        let act = try message.one("controlActProcess")
        let queryAck = try act.one("queryAck")
        self.init(
            header: header,
            acknowledgement: acknowledgement,
            reason: try act.reason(),
            queryID: try queryAck.one("queryId").instanceID(),
            patient: try Self.queriedPatient(act),
            outcome: try Self.outcome(try queryAck.one("queryResponseCode"), message: message, act: act)
        )
    }

    /// A refusal may say no more than why.
    private init(
        refusal message: XMLElement,
        header: HL7MessageHeader,
        acknowledgement: HL7Acknowledgement
    ) throws(HL7V3Error) {
        let act = try message.optional("controlActProcess")
        self.init(
            header: header,
            acknowledgement: acknowledgement,
            reason: act?.child("reasonCode") == nil ? nil : try act?.reason(),
            queryID: try act?.first("queryAck", "queryId")?.instanceID(),
            patient: try act.flatMap(Self.queriedPatient),
            outcome: .failed
        )
    }

    private static func queriedPatient(_ act: XMLElement) throws(HL7V3Error) -> INS? {
        try act.first("queryByParameter", "parameterList")?.queriedPatient()
    }

    private static func outcome(
        _ code: XMLElement,
        message: XMLElement,
        act: XMLElement
    ) throws(HL7V3Error) -> Outcome {
        switch try code.needed("code") {
        case "OK": .found(try PatientFile(message: message, act: act))
        case "NF": .notFound
        case "AE", "QE": .failed
        default: throw .unknownCode(code.path)
        }
    }
}
