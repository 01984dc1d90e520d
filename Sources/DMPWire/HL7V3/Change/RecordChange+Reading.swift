internal import HealthRecord
public import SafeXML

extension RecordChange {
    /// Reads either message from a body's payload.
    public init(_ payload: XMLElement) throws(HL7V3Error) {
        let message = payload.unwrapped
        let kind: RecordMessage = message.name == RecordMessage.creation.request ? .creation : .update
        let header = try HL7MessageHeader(message, interaction: kind.request)
        let act = try message.one("controlActProcess")
        let reason = try act.recordReason()
        guard reason.message == kind else { throw .unknownCode(try act.one("reasonCode").path) }
        let registration = try act.one("subject").registration()
        let patient = try registration.one("subject1").one("patient")
        let file = try PatientFile(patient: patient, act: act)
        let observations = try PatientObservations(patient)
        var author = try registration.optional("author")
        if author == nil { author = try act.optional("author") }
        let change = RecordChange(
            header: header,
            request: try Self.request(reason, file, observations, patient),
            author: try author.map { (element) throws(HL7V3Error) in try RecordAuthor(element) },
            file: file,
            isReadFromCard: try Self.isReadFromCard(patient)
        )
        guard let change else {
            let missing = file.identifiers.isEmpty ? "id" : "patientPerson"
            throw .structure(.missingElement(name: missing, parent: patient.path))
        }
        self = change
    }

    private static func request(
        _ reason: RecordReason,
        _ file: PatientFile,
        _ observations: PatientObservations,
        _ patient: XMLElement
    ) throws(HL7V3Error) -> Request {
        switch (reason, file.status) {
        case (.creation, .active): return .create(consent: observations["CONSENTEMENT_OUVERTURE_DMP"])
        case (.reactivation, .active): return .reactivate(consent: observations["CONSENTEMENT_REACTIVATION_DMP"])
        case (.modification, .active): return .modify
        case (.closure, .terminated(let closure)): return .close(closure)
        default: throw .unknownCode(try patient.one("statusCode").path)
        }
    }

    /// Where the traits come from; the one origin that the profile knows (`1.2.250.1.213.4.1.2.5`).
    private static func isReadFromCard(_ patient: XMLElement) throws(HL7V3Error) -> Bool {
        var party = try patient.optional("contactParty")
        if party == nil { party = try patient.optional("patientPerson")?.optional("contactParty") }
        guard let party else { return false }
        let code = try party.one("code")
        guard code.attribute("codeSystem") == GDP.identityOriginSystem, try code.needed("code") == GDP.cardOrigin
        else { throw .unknownCode(code.path) }
        return true
    }
}

extension XMLElement {
    /// The registration of a request or of an event: the interactions differ in the name alone.
    func registration() throws(HL7V3Error) -> XMLElement {
        if let request = try optional("registrationRequest") { return request }
        return try one("registrationEvent")
    }

    /// The reason of a change, in its French code system.
    func recordReason() throws(HL7V3Error) -> RecordReason {
        let element = try one("reasonCode")
        guard element.attribute("codeSystem") == GDP.reasonSystem else { throw .unknownCode(element.path) }
        return try element.code()
    }
}
