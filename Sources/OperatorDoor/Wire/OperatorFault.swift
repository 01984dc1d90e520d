/// Why an operator's request is not done: a code, the element at fault, what to do; never a value of what was sent.
public struct OperatorFault: Error, Hashable, Sendable, Codable {
    /// A stable code.
    public let code: Code
    /// The field or the state at fault; empty for the body as a whole.
    public let element: String
    /// What to do.
    public let remedy: String

    /// The codes, with the status under which each goes out.
    public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        /// The body is no JSON object of texts and lists of texts.
        case badJSON
        /// A field that the verb does not have.
        case unknownField
        /// A field that the verb needs is not there.
        case missingField
        /// A field's value cannot be read.
        case badField
        /// The role of the certificate may not order this.
        case roleRefused
        /// It takes another person, with another certificate, in a role that may be second.
        case secondRefused
        /// Under the order's name something else was asked before.
        case orderTaken
        /// No record stands under the matricule.
        case unknownRecord
        /// It does not apply to what is there; the element says in what.
        case conflict
        /// Not now; the same may be sent again.
        case unavailable

        /// The status of the answer.
        public var status: Int {
            switch self {
            case .badJSON, .unknownField, .missingField, .badField: 400
            case .roleRefused, .secondRefused: 403
            case .unknownRecord: 404
            case .orderTaken, .conflict: 409
            case .unavailable: 503
            }
        }
    }

    /// Joins the parts.
    public init(_ code: Code, _ element: String = "", remedy: String) {
        self.code = code
        self.element = element
        self.remedy = remedy
    }

    /// The body is no flat JSON object.
    public static let badJSON = OperatorFault(
        .badJSON,
        remedy: "send one JSON object of texts and lists of texts, no member twice (docs/operations.md)"
    )

    /// The role may not.
    public static let role = OperatorFault(
        .roleRefused,
        remedy: "let a colleague order it whose role has this verb (docs/operations.md)"
    )
}
