public import HealthRecord
public import SafeXML

/// `patientList` (TD0.4): which records changed, among those that the sender is authorised on.
public struct PatientListQuery: Hashable, Sendable {
    /// What the date is compared with.
    public enum DateKind: String, Hashable, Sendable, CaseIterable {
        /// The last authorisation.
        case authorisation = "LASTAUTORIZATION"
        /// The last document.
        case document = "LASTDOC"
    }

    /// Since when; the sender's UTC.
    public let since: HL7Time
    /// What the date is compared with.
    public let kind: DateKind
    /// The professional of the sender's structure whose list is asked for; his own where nil.
    public let owner: ProfessionalID?

    private static let message = "patientList"

    /// Joins the parts.
    public init(since: HL7Time, kind: DateKind, owner: ProfessionalID? = nil) {
        self.since = since
        self.kind = kind
        self.owner = owner
    }

    /// Reads the request from a body's payload.
    public init(_ payload: XMLElement) throws(HabilitationsError) {
        let fields = try HabilitationsFields(payload, message: Self.message, in: PatientsService.namespace)
        try fields.only(["startDate", "dateType", "psOwnerId"])
        let start = try fields.element("startDate")
        guard let since = try fields.time("startDate"), since.precision >= .day else { throw .malformed(start.path) }
        self.since = since
        kind = try fields.code("dateType")
        if let element = try fields.optional("psOwnerId"), let text = try fields.text("psOwnerId") {
            guard let owner = ProfessionalID(text) else { throw .malformed(element.path) }
            self.owner = owner
        } else {
            owner = nil
        }
    }

    /// Writes the request as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        writer.startHabilitations(Self.message, in: PatientsService.namespace)
        writer.element("startDate", text: since.hl7)
        writer.element("dateType", text: kind.rawValue)
        writer.optional("psOwnerId", owner?.text)
        writer.end()
    }
}
