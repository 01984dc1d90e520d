/// A concept of a code system: what metadata, roles and rules are written with.
///
/// Two codes are the same when code and system are; the label is what somebody called it.
public struct Code: Sendable, Codable {
    /// The code, such as `11502-2`.
    public let value: String
    /// The code system: mostly an OID; `URN` and `ASTM` exist in the French sets.
    public let system: String
    /// What the sender or the value set calls it.
    public let label: String?

    /// A code of a system, with its label where one is known.
    public init(_ value: String, _ system: String, label: String? = nil) {
        self.value = value
        self.system = system
        self.label = label
    }

    /// The same concept under another label.
    public func labelled(_ label: String?) -> Code { Code(value, system, label: label) }
}

extension Code: Hashable {
    public static func == (left: Code, right: Code) -> Bool { left.value == right.value && left.system == right.system }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(value)
        hasher.combine(system)
    }
}

/// Code systems that rules and wires name.
public enum CodeSystem {
    /// LOINC, most document types.
    public static let loinc = "2.16.840.1.113883.6.1"
    /// TRE_A05, French document types.
    public static let frenchType = "1.2.250.1.213.1.1.4.12"
    /// TRE_A03, document classes.
    public static let documentClass = "1.2.250.1.213.1.1.4.1"
    /// HL7 confidentiality: `N`, `R`, `V`.
    public static let confidentiality = "2.16.840.1.113883.5.25"
    /// TRE_A07, French visibility codes.
    public static let visibility = "1.2.250.1.213.1.1.4.13"
    /// TRE_G15, professions.
    public static let profession = "1.2.250.1.71.1.2.7"
    /// TRE_G16, professions in training.
    public static let professionInTraining = "1.2.250.1.71.1.2.8"
    /// TRE_R01, specialties.
    public static let specialty = "1.2.250.1.71.4.2.5"
    /// TRE_R02, sectors of activity.
    public static let sector = "1.2.250.1.71.4.2.4"
    /// Author specialties of documents (JDV_J01), `G15_10/SM26`.
    public static let authorSpecialty = "1.2.250.1.213.1.1.4.5"
    /// TRE_A00, roles that are no profession: `EXP_PATIENT`, `ALIM_AM`, `AUTOMATE` and others.
    public static let nonProfession = "1.2.250.1.213.1.1.4.6"
    /// Types of the numbers by which a document is found (JDV_J231).
    public static let referenceIDType = "1.2.250.1.213.1.1.4.347"
}
