internal import HealthRecord
internal import SafeXML

/// The parts of ebRIM objects. They must stand in an object list, or where ebRIM is the default namespace.
extension XMLWriter {
    mutating func slot(_ name: String, _ value: String?) {
        guard let value else { return }
        openSlot(name)
        slotValue(value)
        closeSlot()
    }

    mutating func slot(_ name: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        openSlot(name)
        for value in values { slotValue(value) }
        closeSlot()
    }

    mutating func localized(_ element: String, _ text: String?) {
        guard let text else { return }
        start(element)
        start("LocalizedString")
        attribute("charset", "UTF-8")
        attribute("xml:lang", "FR")
        attribute("value", text)
        end()
        end()
    }

    mutating func classification(_ code: Code?, scheme: String, of object: String, _ ids: inout PartIDs) {
        guard let code else { return }
        openClassification(scheme, object, code.value, &ids)
        slot("codingScheme", code.system)
        localized("Name", code.label ?? code.value)
        end()
    }

    mutating func authorBlock(_ author: Author, scheme: String, of object: String, _ ids: inout PartIDs) {
        openClassification(scheme, object, "", &ids)
        slot("authorPerson", PersonField(author)?.xcn)
        slot("authorInstitution", author.institutions.map { InstitutionField($0).xon })
        slot("authorRole", author.role)
        slot("authorSpecialty", author.specialty.map { CodedText.text($0) })
        end()
    }

    mutating func externalIdentifier(
        _ value: String?,
        scheme: String,
        name: String,
        of object: String,
        _ ids: inout PartIDs
    ) {
        guard let value else { return }
        start("ExternalIdentifier")
        attribute("id", ids.next())
        attribute("registryObject", object)
        attribute("identificationScheme", scheme)
        attribute("value", value)
        start("Name")
        start("LocalizedString")
        attribute("value", name)
        end()
        end()
        end()
    }

    private mutating func openClassification(
        _ scheme: String,
        _ object: String,
        _ value: String,
        _ ids: inout PartIDs
    ) {
        start("Classification")
        attribute("id", ids.next())
        attribute("classificationScheme", scheme)
        attribute("classifiedObject", object)
        attribute("nodeRepresentation", value)
    }

    private mutating func openSlot(_ name: String) {
        start("Slot")
        attribute("name", name)
        start("ValueList")
    }

    private mutating func slotValue(_ value: String) {
        start("Value")
        text(value)
        end()
    }

    private mutating func closeSlot() {
        end()
        end()
    }
}
