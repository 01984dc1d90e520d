public import SafeXML

/// `listAuthorizationByPatient` (TD1.6): who is authorised or blocked on the record that the assertion names.
public enum AuthorizationListQuery: String, Hashable, Sendable, CaseIterable {
    /// Those authorised.
    case active = "ACTIVE"
    /// Those blocked.
    case blocked = "INTERDITE"
    /// Both.
    case all = "TOUTE"

    private static let message = "listAuthorizationByPatient"

    /// Reads the request from a body's payload.
    public init(_ payload: XMLElement) throws(HabilitationsError) {
        let fields = try HabilitationsFields(payload, message: Self.message)
        try fields.only(["mode"])
        self = try fields.code("mode")
    }

    /// Writes the request as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        writer.startHabilitations(Self.message)
        writer.element("mode", text: rawValue)
        writer.end()
    }
}

/// `listAuthorizationByPatientResponse`: the list, and how the operation ended.
public struct AuthorizationListAnswer: Hashable, Sendable {
    /// Those authorised or blocked.
    public let entries: [AuthorizationListEntry]
    /// How it ended.
    public let outcome: ServiceOutcome

    private static let message = "listAuthorizationByPatientResponse"
    private static let entry = "listOfAuthorizationByPatient"

    /// An answer.
    public init(_ entries: [AuthorizationListEntry], outcome: ServiceOutcome = .done) {
        self.entries = entries
        self.outcome = outcome
    }

    /// Reads the answer from a body's payload; the group `output` may be left out.
    public init(_ payload: XMLElement) throws(HabilitationsError) {
        let message = try HabilitationsFields(payload, message: Self.message)
        let fields = try message.optional("output").map { HabilitationsFields($0) } ?? message
        var entries: [AuthorizationListEntry] = []
        for element in fields.all(Self.entry) { entries.append(try AuthorizationListEntry(element)) }
        self.entries = entries
        outcome = try ServiceOutcome(fields)
    }

    /// Writes the answer as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        writer.startHabilitations(Self.message)
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
