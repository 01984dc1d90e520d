public import HealthRecord

/// A span that a query asks for: the lower bound is in it, the upper one is not (ITI TF-2 § 3.18.4.1.2.3.7.1).
public struct TimeBounds: Hashable, Sendable {
    /// From, included.
    public var from: HL7Time?
    /// To, excluded.
    public var to: HL7Time?

    /// A span; without bounds it holds everything, an absent time included.
    public init(from: HL7Time? = nil, to: HL7Time? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether a time lies in the span.
    ///
    /// An absent one lies in none that has a bound; without bounds it is not even looked up.
    public func contains(_ time: @autoclosure () -> HL7Time?) -> Bool {
        if from == nil, to == nil { return true }
        guard let time = time() else { return false }
        if let from, time.start < from.start { return false }
        if let to, time.start >= to.start { return false }
        return true
    }
}
