public import HealthRecord

/// Where a sample patient's record stands.
public enum SampleStanding: String, Hashable, Sendable, CaseIterable {
    /// No record yet.
    case notOpened
    /// Open, the second letter not used yet.
    case awaitingActivation
    /// Open and read on the portal.
    case active
    /// Closed at the holder's request.
    case closed
}

/// Somebody who acts for a sample patient.
public struct SampleRepresentative: Hashable, Sendable {
    /// Names.
    public let name: PersonName
    /// Matricule, on the test root; nobody has a record under it here.
    public let ins: INS
    /// Day of birth.
    public let birthDate: CalendarDate
    /// Lines of the postal address.
    public let address: [String]
    /// In what quality.
    public let kind: RepresentativeKind
    /// What the patient calls them, in French.
    public let tie: String
    /// E-mail address.
    public let email: String
    /// Mobile telephone, in the range kept for fiction.
    public let phone: String
    /// Secret code chosen at activation.
    public let secretCode: String
}

/// A fictitious person with a health record.
public struct SamplePatient: Hashable, Sendable {
    /// Short name for code and tests, such as `jeanne`.
    public let key: String
    /// One sentence on who this is, in French, for demonstrations.
    public let story: String
    /// The matricule in use, on the test root.
    public let ins: INS
    /// Earlier matricules, the latest first.
    public let formerINS: [INS]
    /// Traits.
    public let traits: PatientTraits
    /// E-mail address under a reserved domain.
    public let email: String
    /// Mobile telephone, in the range kept for fiction (06 39 98 xx xx).
    public let phone: String
    /// Secret code chosen at activation, twelve characters or more.
    public let secretCode: String
    /// Where the record stands.
    public let standing: SampleStanding
    /// Those who act for this person.
    public let representatives: [SampleRepresentative]

    /// Whether this is a child on that day.
    public func isMinor(on day: CalendarDate) -> Bool { traits.birthDate.age(on: day) < 18 }
    /// Whether documents may be filed.
    public var isOpen: Bool { standing == .active || standing == .awaitingActivation }
}
