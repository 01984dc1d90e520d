/// Why a document is not a CDA that a record accepts: the element at fault and the rule it breaks; never its content.
public struct CDAError: Error, Hashable, Sendable {
    /// What is asked of the element.
    public enum Rule: Hashable, Sendable {
        /// The root must be `ClinicalDocument` in `urn:hl7-org:v3`.
        case wrongRoot
        /// The element or attribute must be there.
        case missing
        /// The element may be there only once.
        case repeated
        /// The element must have a value: no null flavour is allowed here.
        case nullFlavorForbidden
        /// Only `UNK NASK ASKU NAV MSK` are null flavours of the French profile.
        case nullFlavorUnknown
        /// The attribute must hold this value.
        case mustBe(String)
        /// The value does not have the form asked for: an OID, a time, a number, a language tag.
        case malformed
        /// The time must say its offset from UTC.
        case offsetMissing
        /// Text may be at most so many characters long.
        case tooLong(limit: Int)
        /// The first identifier must be an INS whose key is right.
        case notAnINS
        /// The end lies before the start.
        case endBeforeStart
        /// The code must belong to this value set.
        case notInSet(ValueSetName)
        /// No format is known for the templates or the media type.
        case noFormat
        /// The body is not what it declares to be.
        case bodyMismatch
    }

    /// The element, such as `/ClinicalDocument/author[2]/time`, or an attribute, such as `…/id/@root`.
    public let path: String
    /// The rule it breaks.
    public let rule: Rule

    /// Names an element and the rule it breaks.
    public init(_ path: String, _ rule: Rule) {
        self.path = path
        self.rule = rule
    }
}
