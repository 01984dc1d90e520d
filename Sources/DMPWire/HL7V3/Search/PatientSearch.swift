public import HealthRecord

/// PRPA_IN201305UV02: who has these traits (TD0.5, ITI-47), for regulation centres alone.
public struct PatientSearch: Hashable, Sendable {
    /// What is known of the person.
    public struct Traits: Hashable, Sendable {
        /// A family name, at birth or in use.
        public var family: String
        /// A given name.
        public var given: String?
        /// Whether the names may be only the beginning of the real ones (`use="SRCH"`).
        public var isPartial: Bool
        /// Administrative sex.
        public var sex: Sex?
        /// Date of birth, as precise as it is known.
        public var birth: HL7Time?
        /// City of the address.
        public var city: String?
        /// Postal code of the address.
        public var postalCode: String?

        /// Joins the traits; nil without a family name of at least two characters, which alone would find everybody.
        public init?(
            family: String,
            given: String? = nil,
            isPartial: Bool = false,
            sex: Sex? = nil,
            birth: HL7Time? = nil,
            city: String? = nil,
            postalCode: String? = nil
        ) {
            guard family.count >= 2 else { return nil }
            self.family = family
            self.given = given
            self.isPartial = isPartial
            self.sex = sex
            self.birth = birth
            self.city = city
            self.postalCode = postalCode
        }
    }

    /// The head.
    public let header: HL7MessageHeader
    /// The query's own identifier, repeated in the answer.
    public let queryID: InstanceID
    /// What is known of the person.
    public let traits: Traits

    /// Joins the parts.
    public init(header: HL7MessageHeader, queryID: InstanceID, traits: Traits) {
        self.header = header
        self.queryID = queryID
        self.traits = traits
    }
}
