public import HealthRecord

/// An injection told by a structured document.
public struct Vaccination: Hashable, Sendable {
    /// The vaccine, where it is coded.
    public let code: Code?
    /// Its name in the document.
    public let name: String
    /// When it was given.
    public let time: HL7Time?
    /// Batch.
    public let lot: String?
    /// The document it comes from.
    public let document: OID
}

/// A medicine prescribed, taken or handed out, told by a structured document.
public struct Medication: Hashable, Sendable {
    /// The medicine, where it is coded.
    public let code: Code?
    /// Its name in the document.
    public let name: String
    /// Start of the treatment.
    public let start: HL7Time?
    /// End of the treatment.
    public let stop: HL7Time?
    /// Dose as written.
    public let dose: String?
    /// Unit of the dose.
    public let doseUnit: String?
    /// The document it comes from.
    public let document: OID
}
