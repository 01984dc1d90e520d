/// A profession with its specialty, as cards, assertions and rules name it.
public struct Profession: Hashable, Sendable, Codable {
    /// The profession, mostly of TRE_G15 (`10` physician), or a role that is none (`SECRETARIAT_MEDICAL`).
    public let role: Code
    /// The specialty of TRE_R01, mandatory for physicians and pharmacists.
    public let specialty: Code?

    /// Joins both.
    public init(role: Code, specialty: Code? = nil) {
        self.role = role
        self.specialty = specialty
    }

    /// The key by which matrices and authors name it: `G15_10/SM26`, `G15_60`; a role's own code otherwise.
    public var matrixKey: String {
        guard role.system == CodeSystem.profession else { return role.value }
        return "G15_\(role.value)" + (specialty.map { "/" + $0.value } ?? "")
    }

    /// Whether this is a physician of any specialty.
    public var isPhysician: Bool { role.system == CodeSystem.profession && role.value == "10" }

    /// Whether this is an occupational physician, specialty SM25.
    public var isOccupationalPhysician: Bool { isPhysician && specialty?.value == "SM25" }
}

/// A structure as software states it: an establishment, a practice, a laboratory.
public struct Structure: Hashable, Sendable, Codable {
    /// National identifier.
    public let id: StructureID
    /// Name shown to people; empty where the sender gave none.
    public let name: String
    /// Sector of activity (TRE_R02), such as `SA07`.
    public let sector: Code

    /// Joins the three.
    public init(id: StructureID, name: String, sector: Code) {
        self.id = id
        self.name = name
        self.sector = sector
    }
}
