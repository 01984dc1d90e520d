/// Where a rule is written: an article of the *code de la santé publique* (CSP), a published reference, or the design.
public struct LegalSource: Hashable, Sendable {
    /// The citation.
    public let text: String

    /// A citation.
    public init(_ text: String) { self.text = text }

    static let undefined = LegalSource("design § 2, law 4: what is not defined is refused")
    static let silence = LegalSource("CSP R1111-49; design § 2, law 5")
    static let insurers = LegalSource("CSP L1111-18; Code pénal 226-13")
    static let foreignRequests = LegalSource("CSP L1111-22; R1111-55 to R1111-61: the holder is asked each time")
    static let digitalServices = LegalSource("CSP R1111-32: a consent for each purpose")
    static let recordLife = LegalSource("CSP R1111-36; R1111-33")
    static let activation = LegalSource("GIP-DMP 2007: the second code activates Internet access")
    static let actorEvidence = LegalSource("CSP L1111-15; R1111-46; DMP VIHF profile")
    static let emergency = LegalSource("CSP L1111-17 I; R1111-48")
    static let regulation = LegalSource(
        "CSP L1111-17 I: the physician who regulates at a centre, which the operator registers"
    )
    static let administration = LegalSource("DMP TD1.2 to TD1.5 (SEL-MP-037): for the patient, with him")
    static let block = LegalSource("CSP L1111-19: the holder edits the list of professionals at any time")
    static let protection = LegalSource("CSP L1111-14; L1111-16; Code civil 459, 469")
    static let directives = LegalSource(
        "CSP L1111-11: whoever protects an adult neither assists nor represents him in it"
    )
    static let hostProcedure = LegalSource("CSP L1111-8: two persons, a written request, a time")
    static let deemed = LegalSource("CSP L1110-12; R1111-46; CE 15/10/2025 n° 490409")
    static let delegation = LegalSource("CSP L1111-17 II; R1111-46")
    static let team = LegalSource("CSP L1111-17 II-III; R1111-46; CE 15/10/2025 n° 490409")
    static let treating = LegalSource("CSP L1111-16 al. 2")
    static let holder = LegalSource("CSP L1111-19")
    static let representative = LegalSource("CSP R1111-28; R1111-50")
    static let carer = LegalSource("Mon espace santé, délégation d'accès 2025")
    static let feeding = LegalSource("CSP R1111-47; L1111-15")
    static let masking = LegalSource("CSP R1111-49")
    static let closing = LegalSource(
        "order of 26/10/2023: unless the holder decides otherwise, by profession or category"
    )
    static let announcement = LegalSource("CSP R1111-53")
    static let minors = LegalSource("CSP L1111-5; R1111-33; R1111-50")
    static let statuses = LegalSource("DMP: rules of archiving, replacing and deleting (SEL-MP-037)")
    static let cumulation = LegalSource("DMP EX_2.1-1050")
    static let functional = LegalSource("GIE SESAM-Vitale PDT-INF-526 v1.8")
    static let service = LegalSource("CSP R1111-36; R1111-53: acts of the service itself")
}
