internal import HealthRecord
internal import SafeXML

extension XMLElement {
    /// The traits of a person; nil when name, sex or birth is not stated at all.
    func traits() throws(HL7V3Error) -> PatientTraits? {
        guard child("name") != nil, let gender = try optional("administrativeGenderCode"),
            let birth = try optional("birthTime")
        else { return nil }
        let birthName = familyName("BR") ?? familyName(nil)
        let usedName = familyName("SP")
        guard let family = birthName ?? usedName else {
            throw .structure(.missingElement(name: "family", parent: path + "/name"))
        }
        let given = names("given")
        return PatientTraits(
            birthFamilyName: family,
            birthGivenNames: given.filter { $0.qualifier != "CL" }.map(\.text),
            usedFamilyName: birthName == nil ? nil : usedName,
            usedGivenName: given.first { $0.qualifier == "CL" }?.text,
            birthDate: try birth.day(),
            sex: try gender.sex(),
            birthPlaceCode: first("birthPlace", "addr", "county")?.shortText
        )
    }

    private func familyName(_ qualifier: String?) -> String? {
        names("family").first { $0.qualifier == qualifier }?.text
    }

    /// Name parts over all `name` elements; the filler that the DMP writes for an unknown name is none.
    private func names(_ part: String) -> [(qualifier: String?, text: String)] {
        children("name", in: GDP.namespace).flatMap { name in
            name.children(part, in: GDP.namespace).compactMap { element in
                guard let text = element.shortText, text != GDP.unknownName else { return nil }
                return (element.attribute("qualifier"), text)
            }
        }
    }

    /// The day as written: an hour and its offset move nothing.
    private func day() throws(HL7V3Error) -> CalendarDate {
        let text = try needed("value")
        guard let time = HL7Time(text), time.precision >= .day, let day = CalendarDate(text.prefix(8)) else {
            throw .malformed(path)
        }
        return day
    }

    private func sex() throws(HL7V3Error) -> Sex {
        // HL7 writes undetermined as UN; the French set has U.
        if attribute("code") == "UN" || attribute("nullFlavor") != nil { return .unknown }
        return try code()
    }

    /// AD.
    func address() throws(HL7V3Error) -> PostalAddress {
        PostalAddress(
            streetLines: children("streetAddressLine", in: GDP.namespace).compactMap(\.shortText),
            additionalLocator: try optional("additionalLocator")?.shortText,
            postalCode: try optional("postalCode")?.shortText,
            city: try optional("city")?.shortText,
            country: try optional("country")?.shortText
        )
    }

    /// TEL, all of them; empty ones say nothing.
    func telecoms() throws(HL7V3Error) -> [PatientTelecom] {
        var found: [PatientTelecom] = []
        for element in children("telecom", in: GDP.namespace) where element.attribute("nullFlavor") == nil {
            found.append(PatientTelecom(value: try element.needed("value"), use: element.attribute("use")))
        }
        return found
    }

    /// Those who act for the person.
    func relationships() throws(HL7V3Error) -> [PatientRelationship] {
        var found: [PatientRelationship] = []
        for element in children("personalRelationship", in: GDP.namespace) {
            let holder = element.child("relationshipHolder1")
            found.append(
                PatientRelationship(
                    code: try element.one("code").needed("code"),
                    family: holder?.first("name", "family")?.shortText,
                    given: holder?.first("name", "given")?.shortText,
                    telecoms: try element.telecoms()
                )
            )
        }
        return found
    }
}
