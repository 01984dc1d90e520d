/// How grave a finding is (ITI TF-3 § 4.2.4).
public enum FindingSeverity: String, Hashable, Sendable, CaseIterable {
    /// The message is refused.
    case error = "urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"
    /// The message is taken all the same.
    case warning = "urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Warning"
}

/// One thing wrong in a message: a code, the element at fault, why, and the remedy.
///
/// It quotes no value that was sent but the id of the object, cut and freed of odd characters.
public struct RegistryFinding: Hashable, Sendable {
    /// The code that the answer carries.
    public let code: RegistryErrorCode
    /// Where, such as `DocumentEntry[d1].typeCode`.
    public let element: String
    /// Why.
    public let reason: FindingReason
    /// Whether it refuses the message.
    public let severity: FindingSeverity

    /// A finding; its severity follows from its code unless stated.
    public init(
        _ code: RegistryErrorCode,
        _ element: String,
        _ reason: FindingReason,
        severity: FindingSeverity? = nil
    ) {
        self.code = code
        self.element = element
        self.reason = reason
        self.severity = severity ?? (code.isWarning ? .warning : .error)
    }

    /// What is wrong, in French.
    public var text: String { reason.text }
    /// What to do, in English.
    public var remedy: String { reason.remedy }

    /// The sentence that the answer carries.
    public var context: String { "\(element) : \(text) / \(remedy)" }
}

extension [RegistryFinding] {
    /// Whether any of them refuses the message.
    public var refuse: Bool { contains { $0.severity == .error } }
}
