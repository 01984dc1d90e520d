public import Custody
public import Foundation

/// What the door answers: one form for what is done, what waits, what is refused.
public struct OperatorAnswer: Sendable, Hashable, Codable {
    /// What became of an order.
    public enum Standing: String, Sendable, Hashable, Codable {
        /// Carried out.
        case done
        /// Carried out before, under the same name.
        case doneBefore
        /// Waits for a second person, who sends the same under the same name.
        case awaitsSecond
        /// Taken; whether it changed anything is not told to this role.
        case taken
    }

    /// Where the order stands; nil in refusals and lists of the auditor.
    public var standing: Standing?
    /// The order.
    public var order: String?
    /// Until when it waits, ISO 8601.
    public var until: String?
    /// Places of its events in the trace log.
    public var traces: [UInt64]?
    /// The identifier of what came of it: a mandate, a request.
    public var result: String?
    /// What waits for an answer.
    public var requests: [PendingRequest]?
    /// What holders reported.
    public var reports: [OpenReport]?
    /// What another set of rules would change, by kind of reader.
    public var effects: [MigrationEffect]?
    /// Documents of a record, to the host's physician alone.
    public var documents: [HeldDocument]?
    /// The bytes of the one that he asked for, base64.
    public var content: String?
    /// Lines of the journal.
    public var lines: [JournalLine]?
    /// Openings in emergencies by professional.
    public var emergencies: [EmergencyCount]?
    /// Lines of the security log by day and kind.
    public var security: [SecurityCount]?
    /// Lines of the register of incidents.
    public var incidents: [IncidentLine]?
    /// How the custodian's keys stand.
    public var keys: KeyLine?
    /// A proof (C2SP tlog-proof).
    public var proof: String?
    /// Why it was refused.
    public var fault: OperatorFault?

    /// An answer of no content yet.
    public init() {}

    /// A refusal.
    public init(_ fault: OperatorFault) { self.fault = fault }

    /// The answer as JSON, members in order of their names.
    public var json: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return (try? encoder.encode(self)) ?? Data("{}".utf8)
    }
}
