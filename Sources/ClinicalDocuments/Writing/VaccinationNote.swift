public import HealthRecord

/// One injection as a professional notes it on a page: what a vaccination note (LOINC 87273-9) tells.
public struct VaccinationNote: Hashable, Sendable {
    /// The vaccine's name.
    public let name: String
    /// What it is, by class (ATC J07), where that is known.
    public let code: Code?
    /// When it was given.
    public let day: CalendarDate
    /// Batch.
    public let lot: String?
    /// Whether somebody else gave it, and the author vouches for it.
    public let confirms: Bool

    /// Joins the parts.
    public init(name: String, code: Code?, day: CalendarDate, lot: String?, confirms: Bool) {
        self.name = name
        self.code = code
        self.day = day
        self.lot = lot
        self.confirms = confirms
    }

    /// The French model of the vaccination note (CI-SIS, VAC).
    static let template = OID(literal: "1.2.250.1.213.1.1.1.46")
}
