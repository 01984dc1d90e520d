public import HealthRecord

/// Whether a record is open, as the wire says it.
public enum PatientFileStatus: Hashable, Sendable {
    /// `active`.
    case active
    /// `terminated`.
    case terminated(PatientFileClosure)

    /// The wire knows no suspension: nothing goes in or out, and no reason is given.
    public init(_ state: RecordState, closureText: String? = nil) {
        switch state {
        case .open: self = .active
        case .suspended(let since): self = .terminated(PatientFileClosure(at: HL7Time(since)))
        case .closed(let moment, let reason):
            self = .terminated(PatientFileClosure(at: HL7Time(moment), reasonCode: reason.rawValue, text: closureText))
        }
    }
}

/// When and why a record was closed.
public struct PatientFileClosure: Hashable, Sendable {
    /// When.
    public let at: HL7Time?
    /// Why; the code of an open set.
    public let reasonCode: String?
    /// Why, in words.
    public let text: String?

    /// Joins the three.
    public init(at moment: HL7Time?, reasonCode: String? = nil, text: String? = nil) {
        at = moment
        self.reasonCode = reasonCode
        self.text = text
    }

    /// Why, where the code is one that the house knows.
    public var reason: ClosureReason? { reasonCode.flatMap(ClosureReason.init(rawValue:)) }
}
