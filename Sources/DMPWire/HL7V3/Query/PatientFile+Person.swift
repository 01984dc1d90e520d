internal import HealthRecord
internal import SafeXML

extension PatientFile {
    /// The person, in the order of PRPA_MT201310UV02.
    func writePerson(_ writer: inout XMLWriter) {
        writer.start("patientPerson", ["classCode": "PSN", "determinerCode": "INSTANCE"])
        if let traits { writeName(traits, &writer) }
        for telecom in telecoms { write(telecom, &writer) }
        if let traits {
            writer.element(
                "administrativeGenderCode",
                ["code": traits.sex.rawValue, "codeSystem": GDP.genderSystem]
            )
            writer.element("birthTime", ["value": traits.birthDate.hl7])
        }
        if let isDeceased { writer.flag("deceasedInd", isDeceased) }
        if let address { write(address, &writer) }
        for relationship in relationships { write(relationship, &writer) }
        if let code = traits?.birthPlaceCode {
            // The INSEE code of the place of birth goes where French documents put it.
            writer.start("birthPlace")
            writer.start("addr")
            writer.element("county", text: code)
            writer.end()
            writer.end()
        }
        writer.end()
    }

    private func writeName(_ traits: PatientTraits, _ writer: inout XMLWriter) {
        writer.start("name")
        if let civility { writer.element("prefix", text: civility) }
        for given in traits.birthGivenNames { writer.element("given", text: given) }
        if let given = traits.usedGivenName { writer.element("given", ["qualifier": "CL"], text: given) }
        if let family = traits.usedFamilyName { writer.element("family", ["qualifier": "SP"], text: family) }
        writer.element("family", ["qualifier": "BR"], text: traits.birthFamilyName)
        writer.end()
    }

    private func write(_ address: PostalAddress, _ writer: inout XMLWriter) {
        writer.start("addr")
        for line in address.streetLines { writer.element("streetAddressLine", text: line) }
        let parts = [
            ("additionalLocator", address.additionalLocator), ("postalCode", address.postalCode),
            ("city", address.city), ("country", address.country),
        ]
        for (name, value) in parts {
            if let value { writer.element(name, text: value) }
        }
        writer.end()
    }

    private func write(_ telecom: PatientTelecom, _ writer: inout XMLWriter) {
        writer.element("telecom", ["value": telecom.value, "use": telecom.use])
    }

    private func write(_ relationship: PatientRelationship, _ writer: inout XMLWriter) {
        writer.start("personalRelationship", ["classCode": "PRS"])
        writer.element("code", ["code": relationship.code, "codeSystem": GDP.relationshipSystem])
        for telecom in relationship.telecoms { write(telecom, &writer) }
        if relationship.family != nil || relationship.given != nil {
            writer.start("relationshipHolder1", ["classCode": "PSN", "determinerCode": "INSTANCE"])
            writer.start("name")
            if let given = relationship.given { writer.element("given", text: given) }
            if let family = relationship.family { writer.element("family", text: family) }
            writer.end()
            writer.end()
        }
        writer.end()
    }
}
