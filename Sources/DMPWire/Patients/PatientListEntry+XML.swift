internal import HealthRecord
internal import SafeXML

extension PatientListEntry {
    init(_ element: XMLElement) throws(HabilitationsError) {
        let fields = HabilitationsFields(element, in: PatientsService.namespace)
        var identifiers: [INS] = []
        for each in fields.all("patientIdentifier") {
            let parts = HabilitationsFields(each, in: PatientsService.namespace)
            let number = try parts.element("nationalId")
            let type = try parts.element("nationalIdType")
            // Calculated identifiers of the past stand beside the INS; they find nothing here.
            guard INSRoot(rawValue: type.trimmedText) != nil else { continue }
            guard let ins = INS(number.trimmedText, root: type.trimmedText) else { throw .malformed(number.path) }
            identifiers.append(ins)
        }
        self.init(
            identifiers: identifiers,
            lastName: try fields.text("lastName"),
            birthName: try fields.text("patronymicalName"),
            firstName: try fields.text("firstName"),
            civility: try fields.text("civility"),
            birthDate: try Self.day(fields),
            isTreatingPhysician: try fields.flag("MT"),
            hasMessage: try fields.flag("message"),
            lastAccess: try fields.time("lastAccessDate"),
            lastUpdate: try fields.time("lastUpdateDate"),
            lastDeposit: try fields.time("lastAddDate")
        )
    }

    private static func day(_ fields: HabilitationsFields) throws(HabilitationsError) -> CalendarDate? {
        guard let element = try fields.optional("dateOfBirth"), let text = try fields.text("dateOfBirth") else {
            return nil
        }
        guard let day = CalendarDate(text.prefix(8)) else { throw .malformed(element.path) }
        return day
    }

    func write(_ writer: inout XMLWriter) {
        for ins in identifiers {
            writer.start("patientIdentifier")
            writer.element("nationalId", text: ins.matricule.text)
            writer.element("nationalIdType", text: ins.root.rawValue)
            writer.end()
        }
        writer.optional("lastName", lastName)
        writer.optional("patronymicalName", birthName)
        writer.optional("firstName", firstName)
        writer.optional("civility", civility)
        writer.optional("dateOfBirth", birthDate?.hl7)
        writer.element("MT", text: isTreatingPhysician ? "true" : "false")
        writer.element("message", text: hasMessage ? "true" : "false")
        writer.optional("lastAccessDate", lastAccess?.hl7)
        writer.optional("lastUpdateDate", lastUpdate?.hl7)
        writer.optional("lastAddDate", lastDeposit?.hl7)
    }
}
