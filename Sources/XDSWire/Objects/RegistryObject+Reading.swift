internal import SafeXML

extension RegistryObject {
    init(_ element: XMLElement) {
        id = element.attribute("id") ?? ""
        logicalID = element.attribute("lid")
        objectType = element.attribute("objectType")
        status = element.attribute("status")
        mimeType = element.attribute("mimeType")
        home = element.attribute("home")
        slots = []
        classifications = []
        identifiers = []
        for child in element.children {
            switch child.name {
            case "Slot": slots.append(RegistrySlot(child))
            case "Name": name = child.localizedText ?? name
            case "Description": description = child.localizedText ?? description
            case "VersionInfo": version = child.attribute("versionName")
            case "Classification": classifications.append(Classification(child))
            case "ExternalIdentifier":
                identifiers.append(
                    Identifier(
                        scheme: child.attribute("identificationScheme")?.lowercased() ?? "",
                        value: child.attribute("value") ?? ""
                    )
                )
            default: continue
            }
        }
    }
}

extension RegistryObject.Classification {
    init(_ element: XMLElement) {
        scheme = element.attribute("classificationScheme")?.lowercased()
        node = element.attribute("classificationNode")?.lowercased()
        value = element.attribute("nodeRepresentation")
        classified = element.attribute("classifiedObject")
        label = element.child("Name", in: EbXML.rim)?.localizedText
        slots = element.children("Slot", in: EbXML.rim).map { RegistrySlot($0) }
    }
}

extension RegistrySlot {
    init(_ element: XMLElement) {
        self.init(
            element.attribute("name") ?? "",
            element.child("ValueList", in: EbXML.rim)?.children("Value", in: EbXML.rim).map(\.trimmedText) ?? []
        )
    }
}

extension XMLElement {
    /// The value of the first `LocalizedString`; the profile has one.
    var localizedText: String? { child("LocalizedString", in: EbXML.rim)?.attribute("value") }
}
