public import HealthRecord

/// What a sample document carries.
public enum CDAContent: Hashable, Sendable {
    /// Level 1: one file.
    case file(mediaType: String, bytes: [UInt8])
    /// Level 1: a page, printed as PDF when the document is built.
    case page(PDFPage)
    /// Level 3: sections under a model; nil for a document without a French model.
    case sections(model: OID?, [CDASection])
}

/// A section: words for people and statements for programs.
public struct CDASection: Hashable, Sendable {
    /// What the section is about, mostly a LOINC code.
    public var code: Code
    /// Title.
    public var title: String
    /// Narrative.
    public var blocks: [CDABlock]
    /// Statements.
    public var entries: [CDAEntry]
    /// Sections inside.
    public var inner: [CDASection]

    /// Joins the parts.
    public init(
        code: Code,
        title: String,
        blocks: [CDABlock],
        entries: [CDAEntry] = [],
        inner: [CDASection] = []
    ) {
        self.code = code
        self.title = title
        self.blocks = blocks
        self.entries = entries
        self.inner = inner
    }
}

/// A part of a narrative.
public enum CDABlock: Hashable, Sendable {
    /// Words.
    case paragraph(String)
    /// Points.
    case list([String])
    /// A table with a caption.
    case table(caption: String, head: [String], rows: [[String]])
}

/// A statement.
public enum CDAEntry: Hashable, Sendable {
    /// Measures taken together.
    case battery(code: Code, time: Instant, [CDAMeasure])
    /// An injection.
    case vaccination(code: Code, name: String, time: Instant, lot: String)
    /// A medicine; `stop` nil while it goes on.
    case medication(code: Code?, name: String, start: Instant, stop: Instant?, dose: String, unit: String)
}

/// One measure of a battery.
public struct CDAMeasure: Hashable, Sendable {
    /// What is measured.
    public var code: Code
    /// The number, with a decimal point.
    public var value: String
    /// Unit (UCUM).
    public var unit: String
    /// Lowest usual value.
    public var low: String?
    /// Highest usual value.
    public var high: String?
    /// HL7 interpretation, such as `N` or `H`.
    public var interpretation: String

    /// Joins the parts.
    public init(
        code: Code,
        value: String,
        unit: String,
        low: String?,
        high: String?,
        interpretation: String
    ) {
        self.code = code
        self.value = value
        self.unit = unit
        self.low = low
        self.high = high
        self.interpretation = interpretation
    }
}
