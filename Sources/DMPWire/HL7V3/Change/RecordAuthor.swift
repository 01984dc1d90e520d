public import HealthRecord
internal import SafeXML

/// Who asks for a change: the professional and the structure, as the message repeats them beside the assertion.
public struct RecordAuthor: Hashable, Sendable {
    /// The professional; nil where a structure asks.
    public let person: ProfessionalID?
    /// The structure.
    public let structure: StructureID

    /// Joins both.
    public init(person: ProfessionalID?, structure: StructureID) {
        self.person = person
        self.structure = structure
    }

    /// Reads an `author` element.
    init(_ element: XMLElement) throws(HL7V3Error) {
        let entity = try element.one("assignedEntity")
        if let id = try entity.optional("id") {
            guard try id.needed("root") == ProfessionalID.root.text,
                let person = ProfessionalID(try id.needed("extension"))
            else { throw .malformed(id.path) }
            self.person = person
        } else {
            person = nil
        }
        let id = try entity.one("representedOrganization").one("id")
        guard try id.needed("root") == StructureID.root.text, let structure = StructureID(try id.needed("extension"))
        else { throw .malformed(id.path) }
        self.structure = structure
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("author", ["typeCode": "AUT"])
        writer.start("assignedEntity", ["classCode": "ASSIGNED"])
        if let person { writer.id("id", InstanceID(ProfessionalID.root, person.text)) }
        writer.start("representedOrganization", ["classCode": "ORG", "determinerCode": "INSTANCE"])
        writer.id("id", InstanceID(StructureID.root, structure.text))
        writer.end()
        writer.end()
        writer.end()
    }
}
