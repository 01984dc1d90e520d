/// An ebRIM object as written, before anything is understood of it.
///
/// Children are taken in any order.
struct RegistryObject {
    struct Classification {
        var scheme: String?
        var node: String?
        var value: String?
        var label: String?
        var classified: String?
        var slots: [RegistrySlot]
    }

    struct Identifier {
        var scheme: String
        var value: String
    }

    var id: String
    var logicalID: String?
    var objectType: String?
    var status: String?
    var mimeType: String?
    var home: String?
    var slots: [RegistrySlot]
    var name: String?
    var description: String?
    var version: String?
    var classifications: [Classification]
    var identifiers: [Identifier]

    func slots(_ name: String) -> [RegistrySlot] { slots.filter { $0.name == name } }

    func isClassified(by node: String) -> Bool { classifications.contains { $0.node == node } }
}
