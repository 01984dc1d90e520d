internal import HealthRecord
public import SafeXML

extension PatientSearch {
    static let interaction = "PRPA_IN201305UV02"

    /// Reads the request from a body's payload.
    public init(_ payload: XMLElement) throws(HL7V3Error) {
        let message = payload.unwrapped
        header = try HL7MessageHeader(message, interaction: Self.interaction)
        let query = try message.one("controlActProcess").one("queryByParameter")
        queryID = try query.one("queryId").instanceID()
        let status = try query.one("statusCode")
        guard try status.needed("code") == "new" else { throw .unknownCode(status.path) }
        traits = try Traits(try query.one("parameterList"))
    }

    /// Writes the request as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        header.write(&writer, interaction: Self.interaction, acknowledgement: "AL")
        writer.start("controlActProcess", ["classCode": "CACT", "moodCode": "EVN"])
        writer.element("code", ["code": "PRPA_TE201305UV02", "codeSystem": GDP.interactionRoot])
        Self.write(queryID, statusCode: "new", traits, &writer)
        writer.end()
        writer.end()
    }

    static func write(_ queryID: InstanceID, statusCode: String, _ traits: Traits, _ writer: inout XMLWriter) {
        writer.start("queryByParameter")
        writer.id("queryId", queryID)
        writer.element("statusCode", ["code": statusCode])
        writer.element("responseModalityCode", ["code": "R"])
        writer.element("responsePriorityCode", ["code": "I"])
        writer.start("parameterList")
        traits.write(&writer)
        writer.end()
        writer.end()
    }
}

extension PatientSearch.Traits {
    private static let parameters: Set<String> = [
        "livingSubjectAdministrativeGender", "livingSubjectBirthTime", "livingSubjectName", "patientAddress",
    ]

    private static let addressParts: Set<String> = ["city", "postalCode"]

    /// A criterion that would be passed over would find more people than were asked for: it is refused.
    init(_ list: XMLElement) throws(HL7V3Error) {
        for child in list.children where !Self.parameters.contains(child.name) || child.namespace != GDP.namespace {
            throw .unexpectedMessage(child.path)
        }
        let name = try list.one("livingSubjectName").one("value")
        let address = try list.optional("patientAddress").map { (each) throws(HL7V3Error) in try each.one("value") }
        try address?.refuseParts(but: Self.addressParts)
        let gender = try list.optional("livingSubjectAdministrativeGender")
        let birth = try list.optional("livingSubjectBirthTime")
        let use = name.attribute("use")
        guard use == nil || use == "SRCH" || use == "L" else { throw .unknownCode(name.path) }
        let family = try name.one("family")
        let traits = PatientSearch.Traits(
            family: family.shortText ?? "",
            given: try name.optional("given")?.shortText,
            isPartial: use == "SRCH",
            sex: try gender.map { (each) throws(HL7V3Error) in try each.one("value").code() },
            birth: try birth.map { (each) throws(HL7V3Error) in try each.one("value").birth() },
            city: try address?.optional("city")?.shortText,
            postalCode: try address?.optional("postalCode")?.shortText
        )
        guard let traits else { throw .malformed(family.path) }
        self = traits
    }

    func write(_ writer: inout XMLWriter) {
        func parameter(_ name: String, _ semantics: String, _ value: (inout XMLWriter) -> Void) {
            writer.start(name)
            value(&writer)
            writer.element("semanticsText", text: semantics)
            writer.end()
        }
        if let sex {
            parameter("livingSubjectAdministrativeGender", "LivingSubject.administrativeGender") { writer in
                writer.element("value", ["code": sex.rawValue, "codeSystem": GDP.genderSystem])
            }
        }
        if let birth {
            parameter("livingSubjectBirthTime", "LivingSubject.birthTime") { writer in
                writer.element("value", ["value": birth.hl7])
            }
        }
        parameter("livingSubjectName", "LivingSubject.name") { writer in
            writer.start("value", ["use": isPartial ? "SRCH" : nil])
            if let given { writer.element("given", text: given) }
            writer.element("family", text: family)
            writer.end()
        }
        if city != nil || postalCode != nil {
            parameter("patientAddress", "Patient.addr") { writer in
                writer.start("value")
                if let postalCode { writer.element("postalCode", text: postalCode) }
                if let city { writer.element("city", text: city) }
                writer.end()
            }
        }
    }
}

extension XMLElement {
    /// Refuses what is asked of other parts; an empty one asks nothing.
    fileprivate func refuseParts(but known: Set<String>) throws(HL7V3Error) {
        for part in children where !known.contains(part.name) || part.namespace != GDP.namespace {
            let isEmpty = part.trimmedText.isEmpty && part.children.first { _ in true } == nil
            guard isEmpty else { throw .unexpectedMessage(part.path) }
        }
    }

    /// A date of birth, to the day at most: an hour of birth is no criterion.
    fileprivate func birth() throws(HL7V3Error) -> HL7Time {
        guard let text = attribute("value"), text.utf8.count <= 8, let time = HL7Time(text) else {
            throw .malformed(path)
        }
        return time
    }
}
