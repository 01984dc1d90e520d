public import HealthRecord

/// One measure of a structured document, such as a glucose level.
public struct LabResult: Hashable, Sendable {
    /// What was measured, mostly a LOINC code.
    public let code: Code
    /// Its name in the document.
    public let label: String
    /// The number, where the result is one.
    public let value: Double?
    /// The result as written.
    public let valueText: String
    /// Unit (UCUM); empty where there is none.
    public let unit: String
    /// When it was measured: of the observation, else of what holds it, else of the act.
    public let time: HL7Time
    /// Usual values.
    public let range: ReferenceRange?
    /// What the laboratory says of it.
    public let interpretation: Interpretation?
    /// The document it comes from.
    public let document: OID

    /// Joins the parts.
    public init(
        code: Code,
        label: String,
        value: Double?,
        valueText: String,
        unit: String,
        time: HL7Time,
        range: ReferenceRange?,
        interpretation: Interpretation?,
        document: OID
    ) {
        self.code = code
        self.label = label
        self.value = value
        self.valueText = valueText
        self.unit = unit
        self.time = time
        self.range = range
        self.interpretation = interpretation
        self.document = document
    }
}

/// The values between which a result is usual.
public struct ReferenceRange: Hashable, Sendable {
    /// Lowest.
    public let low: Double?
    /// Highest.
    public let high: Double?
    /// As written, where it is.
    public let text: String?

    /// Joins the bounds.
    public init(low: Double?, high: Double?, text: String? = nil) {
        self.low = low
        self.high = high
        self.text = text
    }
}

/// A laboratory's reading of a result (HL7 ObservationInterpretation).
public enum Interpretation: String, Hashable, Sendable, CaseIterable {
    /// Usual.
    case normal = "N"
    /// Low.
    case low = "L"
    /// High.
    case high = "H"
    /// Dangerously low.
    case criticalLow = "LL"
    /// Dangerously high.
    case criticalHigh = "HH"
    /// Not usual.
    case abnormal = "A"
    /// Not usual to a high degree.
    case criticalAbnormal = "AA"
}

/// All values of one measure in one unit through time: a curve.
public struct LabSeries: Hashable, Sendable {
    /// What is measured.
    public let code: Code
    /// Its name in the latest document.
    public let label: String
    /// Unit.
    public let unit: String
    /// Values that are numbers, from the oldest.
    public let points: [LabResult]

    /// The usual values of the latest result that has any.
    public var range: ReferenceRange? { points.last { $0.range != nil }?.range }
}
