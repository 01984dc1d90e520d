/// A way to reach a person, such as `tel:` or `mailto:`.
public struct PatientTelecom: Hashable, Sendable {
    /// The URL.
    public let value: String
    /// `HP` at home, `MC` mobile; nil for none.
    public let use: String?

    /// Joins both.
    public init(value: String, use: String? = nil) {
        self.value = value
        self.use = use
    }
}

/// Somebody who acts for the person.
public struct PatientRelationship: Hashable, Sendable {
    /// How they are related, such as `MTH` (HL7 vocabulary 19579).
    public let code: String
    /// Family name.
    public let family: String?
    /// Given name.
    public let given: String?
    /// Ways to reach them.
    public let telecoms: [PatientTelecom]

    /// Joins the parts.
    public init(code: String, family: String?, given: String?, telecoms: [PatientTelecom] = []) {
        self.code = code
        self.family = family
        self.given = given
        self.telecoms = telecoms
    }
}
