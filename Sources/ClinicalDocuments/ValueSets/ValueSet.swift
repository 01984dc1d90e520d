public import HealthRecord

/// A closed list of codes (*jeu de valeurs*) with its date and its source.
public struct ValueSet: Sendable {
    /// Name at the publisher, such as `JDV_J57-ClassCode-DMP`.
    public let name: String
    /// Identifier of the set.
    public let oid: OID?
    /// The set's own version or date.
    public let version: String?
    /// The file it was read from at the publisher.
    public let source: String
    /// The codes in the order of the source, with their French labels.
    public let codes: [Code]
    private let labels: [Code: Code]
    /// The codes that the publisher dates.
    private let periods: [Code: CodePeriod]

    /// A set whose codes are all different; nil when one is repeated.
    public init?(
        name: String,
        oid: OID?,
        version: String?,
        source: String,
        codes: [Code],
        periods: [Code: CodePeriod] = [:]
    ) {
        var labels: [Code: Code] = [:]
        for code in codes where labels.updateValue(code, forKey: code) != nil { return nil }
        self.name = name
        self.oid = oid
        self.version = version
        self.source = source
        self.codes = codes
        self.labels = labels
        self.periods = periods
    }

    /// Whether the set holds that code of that system.
    public func contains(_ code: Code) -> Bool { labels[code] != nil }

    /// Whether the set holds that code and it is in force on that day.
    public func contains(_ code: Code, on day: CalendarDate) -> Bool {
        contains(code) && period(code)?.contains(day) ?? true
    }

    /// From when until when a code is in force; nil for one that is not dated.
    public func period(_ code: Code) -> CodePeriod? { periods[code] }

    /// The French label of a code; nil outside the set or where the source gives none.
    public func label(_ code: Code) -> String? { labels[code]?.label }
}
