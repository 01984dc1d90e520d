internal import SafeXML

/// Why an assertion is not a VIHF; names the element or attribute at fault, never its content.
public struct VIHFError: Error, Hashable, Sendable {
    /// What is wrong with it.
    public enum Reason: String, Hashable, Sendable {
        /// It is absent.
        case missing
        /// It is there more than once.
        case repeated
        /// It is not of its form.
        case malformed
        /// It has a value that this profile does not know.
        case unknownValue
    }

    /// The XML element or VIHF attribute at fault.
    public let part: String
    /// What is wrong with it.
    public let reason: Reason

    /// Joins both.
    public init(_ part: String, _ reason: Reason) {
        self.part = part
        self.reason = reason
    }
}
