public import HealthRecord

extension DerivedMetadata {
    /// Whether two times that may be absent agree.
    public static func agree(_ one: HL7Time?, _ other: HL7Time?) -> Bool {
        switch (one, other) {
        case (nil, nil): true
        case (let one?, let other?): one.agrees(with: other)
        default: false
        }
    }
}

extension HL7Time {
    /// Whether both name the same span at the coarser of their precisions.
    public func agrees(with other: HL7Time) -> Bool {
        let common = min(precision, other.precision).rawValue
        return start.hl7.prefix(common) == other.start.hl7.prefix(common)
    }
}
