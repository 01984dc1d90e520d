public import HealthRecord
public import SafeXML

/// `openWebAccess` (TD0.10): an address of the professionals' site for the patient whom the assertion names.
///
/// No text that can be had says what this message looks like: it is built like the others of its service, and says nothing.
public struct OpenWebAccess: Hashable, Sendable {
    private static let message = "openWebAccess"

    /// The request.
    public init() {}

    /// Reads the request from a body's payload.
    public init(_ payload: XMLElement) throws(HabilitationsError) {
        try HabilitationsFields(payload, message: Self.message).only([])
    }

    /// Writes the request as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        writer.startHabilitations(Self.message)
        writer.end()
    }
}

/// `openWebAccessResponse`: the address, good once, or why there is none.
public struct OpenWebAccessAnswer: Hashable, Sendable {
    /// An address and its end.
    public struct Access: Hashable, Sendable {
        /// The address for the professional's browser.
        public let address: String
        /// When it is good no more.
        public let until: HL7Time

        /// Joins both.
        public init(address: String, until: HL7Time) {
            self.address = address
            self.until = until
        }
    }

    /// How it ended.
    public let outcome: ServiceOutcome
    /// The address; nil where there is none.
    public let access: Access?

    private static let message = "openWebAccessResponse"

    /// An address.
    public init(_ access: Access) {
        outcome = .done
        self.access = access
    }

    /// A refusal.
    public init(refused outcome: ServiceOutcome) {
        self.outcome = outcome
        access = nil
    }

    /// Reads the answer from a body's payload.
    public init(_ payload: XMLElement) throws(HabilitationsError) {
        let output = HabilitationsFields(
            try HabilitationsFields(payload, message: Self.message).element("output")
        )
        outcome = try ServiceOutcome(output)
        guard outcome.isSuccess else {
            access = nil
            return
        }
        let (address, until) = (try output.element("address"), try output.element("until"))
        guard let text = try output.text("address") else { throw .malformed(address.path) }
        guard let end = try output.time("until") else { throw .malformed(until.path) }
        access = Access(address: text, until: end)
    }

    /// Writes the answer as a body's payload.
    public func write(_ writer: inout XMLWriter) {
        writer.startHabilitations(Self.message)
        writer.start("output")
        outcome.write(&writer)
        writer.optional("address", access?.address)
        writer.optional("until", access?.until.hl7)
        writer.end()
        writer.end()
    }
}
