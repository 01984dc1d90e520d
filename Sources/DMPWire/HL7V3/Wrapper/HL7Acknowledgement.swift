internal import SafeXML

/// What became of a message (interop sheet § 2.3, § 2.13).
public struct HL7Acknowledgement: Hashable, Sendable {
    /// The verdict.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// Accepted.
        case accepted = "AA"
        /// Understood and refused.
        case error = "AE"
        /// Not processed.
        case rejected = "AR"
    }

    /// How much a reason weighs.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// The message was not carried out.
        case error = "E"
        /// The message was carried out but for what is said.
        case warning = "W"
        /// Said for information.
        case information = "I"
    }

    /// One reason.
    public struct Detail: Hashable, Sendable {
        /// The code, such as `DMPClosed`.
        public let code: String
        /// The French sentence.
        public let text: String
        /// How much it weighs.
        public let severity: Severity

        /// Joins the parts.
        public init(code: String, text: String, severity: Severity = .error) {
            self.code = code
            self.text = text
            self.severity = severity
        }
    }

    /// The verdict.
    public let verdict: Verdict
    /// The message that is answered.
    public let target: InstanceID?
    /// Why; when accepted, what was not kept of the message.
    public let details: [Detail]

    /// Acceptance of a message, with what was not kept of it.
    public init(accepting target: InstanceID, _ remarks: [Detail] = []) {
        verdict = .accepted
        self.target = target
        details = remarks
    }

    /// Refusal of a message.
    public init(refusing target: InstanceID, _ details: [Detail]) {
        verdict = .error
        self.target = target
        self.details = details
    }

    init(_ element: XMLElement) throws(HL7V3Error) {
        // The verdict is an attribute in some official samples and an element in others (interop sheet § 2.6).
        if let text = element.attribute("typeCode") {
            guard let verdict = Verdict(rawValue: text) else { throw .unknownCode(element.path) }
            self.verdict = verdict
        } else {
            verdict = try element.one("typeCode").code()
        }
        target = try element.optional("targetMessage").map { (message) throws(HL7V3Error) in
            try message.one("id").instanceID()
        }
        var details: [Detail] = []
        for detail in element.children("acknowledgementDetail", in: GDP.namespace) {
            details.append(
                Detail(
                    code: detail.child("code")?.attribute("code") ?? "",
                    text: detail.child("text")?.shortText ?? "",
                    severity: detail.attribute("typeCode").flatMap(Severity.init(rawValue:)) ?? .error
                )
            )
        }
        self.details = details
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("acknowledgement", ["typeCode": verdict.rawValue])
        if let target {
            writer.start("targetMessage")
            writer.id("id", target)
            writer.end()
        }
        for detail in details {
            writer.start("acknowledgementDetail", ["typeCode": detail.severity.rawValue])
            writer.element("code", ["code": detail.code])
            writer.element("text", text: detail.text)
            writer.end()
        }
        writer.end()
    }
}
