/// A person's family and given names as shown to others.
public struct PersonName: Hashable, Sendable, Codable {
    /// Family name in use.
    public let family: String
    /// Given name or names.
    public let given: String

    /// Joins both.
    public init(family: String, given: String) {
        self.family = family
        self.given = given
    }

    /// Given name, then family name.
    public var spoken: String { given.isEmpty ? family : given + " " + family }
}

/// Administrative sex (JDV_J143).
public enum Sex: String, Hashable, Sendable, Codable, CaseIterable {
    /// Female.
    case female = "F"
    /// Male.
    case male = "M"
    /// Unknown or undetermined.
    case unknown = "U"
}

/// The traits of a person that the INS carries with it, and how to reach that person.
public struct PatientTraits: Hashable, Sendable, Codable {
    /// Family name at birth.
    public var birthFamilyName: String
    /// All given names at birth, in order.
    public var birthGivenNames: [String]
    /// Family name in use, where it differs.
    public var usedFamilyName: String?
    /// Given name in use, where it differs.
    public var usedGivenName: String?
    /// Day of birth.
    public var birthDate: CalendarDate
    /// Administrative sex.
    public var sex: Sex
    /// INSEE code of the place of birth.
    public var birthPlaceCode: String?
    /// Lines of the postal address.
    public var address: [String]
    /// The same address in parts, where it was told so.
    public var addressParts: PostalAddress?

    /// Joins the traits.
    public init(
        birthFamilyName: String,
        birthGivenNames: [String],
        usedFamilyName: String? = nil,
        usedGivenName: String? = nil,
        birthDate: CalendarDate,
        sex: Sex,
        birthPlaceCode: String? = nil,
        address: [String] = [],
        addressParts: PostalAddress? = nil
    ) {
        self.birthFamilyName = birthFamilyName
        self.birthGivenNames = birthGivenNames
        self.usedFamilyName = usedFamilyName
        self.usedGivenName = usedGivenName
        self.birthDate = birthDate
        self.sex = sex
        self.birthPlaceCode = birthPlaceCode
        self.address = address
        self.addressParts = addressParts
    }

    /// The name this person goes by.
    public var name: PersonName {
        PersonName(family: usedFamilyName ?? birthFamilyName, given: usedGivenName ?? birthGivenNames.first ?? "")
    }
}
