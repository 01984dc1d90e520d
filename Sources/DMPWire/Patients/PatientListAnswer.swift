public import SafeXML

/// `patientListResponse`: the records, and how the operation ended.
public struct PatientListAnswer: Hashable, Sendable {
    /// The records.
    public let entries: [PatientListEntry]
    /// How it ended.
    public let outcome: ServiceOutcome

    private static let message = "patientListResponse"
    private static let entry = "patientlistData"

    /// An answer.
    public init(_ entries: [PatientListEntry], outcome: ServiceOutcome = .done) {
        self.entries = entries
        self.outcome = outcome
    }

    /// Reads the answer from a body's payload; the group `output` may be left out.
    public init(_ payload: XMLElement) throws(HabilitationsError) {
        let message = try HabilitationsFields(payload, message: Self.message, in: PatientsService.namespace)
        let fields =
            try message.optional("output").map { HabilitationsFields($0, in: PatientsService.namespace) } ?? message
        var entries: [PatientListEntry] = []
        for element in fields.all(Self.entry) { entries.append(try PatientListEntry(element)) }
        self.entries = entries
        outcome = try ServiceOutcome(fields)
    }

    /// Writes the answer as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        writer.startHabilitations(Self.message, in: PatientsService.namespace)
        writer.start("output")
        for entry in entries {
            writer.start(Self.entry)
            entry.write(&writer)
            writer.end()
        }
        outcome.write(&writer)
        writer.end()
        writer.end()
    }
}
