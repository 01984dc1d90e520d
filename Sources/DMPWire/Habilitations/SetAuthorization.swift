public import SafeXML

/// `setAuthorization` (TD0.3): what a professional asks for himself on the record that his assertion names.
public enum SetAuthorization: Hashable, Sendable, CaseIterable {
    /// Authorise me.
    case authorise
    /// Authorise me and declare me treating physician.
    case becomeTreatingPhysician
    /// Take my authorisation away.
    case withdraw
    /// I am no longer the treating physician; the authorisation stays.
    case stopBeingTreatingPhysician

    private enum Action: String {
        case add = "AJOUT"
        case remove = "SUPPRESSION"
    }

    private static let message = "setAuthorization"

    /// Reads the request from a body's payload.
    public init(_ payload: XMLElement) throws(HabilitationsError) {
        let fields = try HabilitationsFields(payload, message: Self.message)
        try fields.only(["action", "role"])
        let action: Action = try fields.code("action")
        self =
            switch (action, try fields.isTreatingPhysician("role")) {
            case (.add, false): .authorise
            case (.add, true): .becomeTreatingPhysician
            case (.remove, false): .withdraw
            case (.remove, true): .stopBeingTreatingPhysician
            }
    }

    /// Writes the request as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        let (action, isTreatingPhysician): (Action, Bool) =
            switch self {
            case .authorise: (.add, false)
            case .becomeTreatingPhysician: (.add, true)
            case .withdraw: (.remove, false)
            case .stopBeingTreatingPhysician: (.remove, true)
            }
        writer.startHabilitations(Self.message)
        writer.element("action", text: action.rawValue)
        writer.optional("role", isTreatingPhysician ? Habilitations.treatingPhysician : nil)
        writer.end()
    }
}

/// `setAuthorizationResponse`: how it ended.
public struct SetAuthorizationAnswer: Hashable, Sendable {
    /// How it ended.
    public let outcome: ServiceOutcome

    private static let message = "setAuthorizationResponse"

    /// An answer.
    public init(_ outcome: ServiceOutcome) { self.outcome = outcome }

    /// Reads the answer from a body's payload.
    public init(_ payload: XMLElement) throws(HabilitationsError) {
        let fields = try HabilitationsFields(payload, message: Self.message)
        outcome = try ServiceOutcome(HabilitationsFields(try fields.element("output")))
    }

    /// Writes the answer as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        writer.startHabilitations(Self.message)
        writer.start("output")
        outcome.write(&writer)
        writer.end()
        writer.end()
    }
}
