internal import HealthRecord
internal import SafeXML

extension AuthorizationListEntry {
    init(_ element: XMLElement) throws(HabilitationsError) {
        let fields = HabilitationsFields(element)
        let code = try fields.text("codeSpeciality")
        let label = try fields.text("libSpeciality")
        self.init(
            subject: try Self.subject(fields),
            name: PersonName(
                family: try fields.text("lastName") ?? "",
                given: try fields.text("firstName") ?? ""
            ),
            specialty: code.map { Code($0, CodeSystem.authorSpecialty, label: label) },
            since: try fields.time("startOfAuthorization"),
            lastAct: try fields.time("lastActionDate"),
            standing: try fields.code("mode"),
            isTreatingPhysician: try fields.isTreatingPhysician("specificRight")
        )
    }

    /// The type of the identifier is the root of its authority (interop sheet § 2.5).
    private static func subject(_ fields: HabilitationsFields) throws(HabilitationsError) -> CareSubject {
        let element = try fields.element("nationalId")
        let type = try fields.element("nationalIdType")
        switch type.trimmedText {
        case ProfessionalID.root.text:
            guard let id = ProfessionalID(element.trimmedText) else { throw .malformed(element.path) }
            return .person(id)
        case StructureID.root.text:
            guard let id = StructureID(element.trimmedText) else { throw .malformed(element.path) }
            return .structure(id)
        default: throw .unknownCode(type.path)
        }
    }

    func write(_ writer: inout XMLWriter) {
        let root =
            switch subject {
            case .person: ProfessionalID.root
            case .structure: StructureID.root
            }
        writer.element("nationalId", text: subject.text)
        writer.element("nationalIdType", text: root.text)
        writer.optional("firstName", name.given.isEmpty ? nil : name.given)
        writer.element("lastName", text: name.family)
        writer.optional("codeSpeciality", specialty?.value)
        writer.optional("libSpeciality", specialty?.label)
        writer.optional("startOfAuthorization", since?.hl7)
        writer.optional("lastActionDate", lastAct?.hl7)
        writer.element("mode", text: standing.rawValue)
        writer.optional("specificRight", isTreatingPhysician ? Habilitations.treatingPhysician : nil)
    }
}
