internal import SafeXML

/// What a `RegistryObjectList` holds, by kind.
struct RegistryObjectList {
    var entries: [RegistryObject] = []
    var packages: [RegistryObject] = []
    var associations: [RegistryObject.Link] = []
    var references: [String] = []

    /// Reads a list; anything unknown in it is passed over.
    init(_ list: XMLElement) throws(XDSWireError) {
        var loose: [String: [RegistryObject.Classification]] = [:]
        var count = 0
        for child in list.children {
            count += 1
            guard count <= WireLimits.objects else { throw .tooManyObjects(limit: WireLimits.objects) }
            switch child.name {
            case "ExtrinsicObject": entries.append(RegistryObject(child))
            case "RegistryPackage": packages.append(RegistryObject(child))
            case "Association": associations.append(RegistryObject.Link(child))
            case "ObjectRef": if let id = child.attribute("id") { references.append(id) }
            case "Classification":
                // A classification may stand beside its object instead of inside it.
                let classification = RegistryObject.Classification(child)
                if let object = classification.classified { loose[object, default: []].append(classification) }
            default: continue
            }
        }
        guard !loose.isEmpty else { return }
        for at in packages.indices { packages[at].classifications += loose[packages[at].id] ?? [] }
        for at in entries.indices { entries[at].classifications += loose[entries[at].id] ?? [] }
    }
}

extension RegistryObject {
    /// An association as written.
    struct Link {
        var id: String
        var type: String
        var source: String
        var target: String
        var slots: [RegistrySlot]

        init(_ element: XMLElement) {
            id = element.attribute("id") ?? ""
            type = element.attribute("associationType") ?? ""
            source = element.attribute("sourceObject") ?? ""
            target = element.attribute("targetObject") ?? ""
            slots = element.children("Slot", in: EbXML.rim).map { RegistrySlot($0) }
        }
    }
}
