public import HealthRecord

/// A system that sends or receives.
public struct HL7Device: Hashable, Sendable {
    /// The DMP.
    public static let dmp = HL7Device(id: OID(literal: "1.2.250.1.213.4.1.1.1"), softwareName: "DMP")

    /// Its OID.
    public let id: OID
    /// What it is called.
    public let softwareName: String?

    /// Joins both.
    public init(id: OID, softwareName: String?) {
        self.id = id
        self.softwareName = softwareName
    }
}

/// Whether a message is meant in earnest (HL7 table 0103).
public enum HL7Processing: String, Hashable, Sendable, CaseIterable {
    /// Real people.
    case production = "P"
    /// Tests.
    case debugging = "D"
    /// Training.
    case training = "T"
}
