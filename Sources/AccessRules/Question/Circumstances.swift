public import HealthRecord

/// What a decision may depend on beside the policy; nothing of it is the case unless it is said.
public struct Circumstances: Hashable, Sendable, Codable {
    /// The terms under which a representative acts; nil where nothing but the law says them.
    public var mandate: Mandate?
    /// The care team in which the record is opened.
    public var team: CareTeam?
    /// Those to whom the holder gave the treating physician's rights, beside those whom the policy names.
    public var administrators: [ProfessionalID]
    /// When the emergency session began; nil where the act is its first.
    public var emergencySince: Instant?
    /// Whether the actor's structure is one that the operator registered as a regulation centre, *centre 15*.
    public var isRegulationCentre: Bool
    /// The procedure under which the host's physician comes.
    public var hostProcedure: HostProcedure?
    /// How many carers the holder has.
    public var carers: Int
    /// How many persons the invited carer helps.
    public var helped: Int
    /// How many legal representatives have access.
    public var representatives: Int

    /// Joins the parts.
    public init(
        mandate: Mandate? = nil,
        team: CareTeam? = nil,
        administrators: [ProfessionalID] = [],
        emergencySince: Instant? = nil,
        hostProcedure: HostProcedure? = nil,
        carers: Int = 0,
        helped: Int = 0,
        representatives: Int = 1,
        isRegulationCentre: Bool = false
    ) {
        self.mandate = mandate
        self.team = team
        self.administrators = administrators
        self.emergencySince = emergencySince
        self.hostProcedure = hostProcedure
        self.carers = carers
        self.helped = helped
        self.representatives = representatives
        self.isRegulationCentre = isRegulationCentre
    }

    /// Reads them; what facts of before do not say was not asked then.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        mandate = try values.decodeIfPresent(Mandate.self, forKey: .mandate)
        team = try values.decodeIfPresent(CareTeam.self, forKey: .team)
        administrators = try values.decode([ProfessionalID].self, forKey: .administrators)
        emergencySince = try values.decodeIfPresent(Instant.self, forKey: .emergencySince)
        hostProcedure = try values.decodeIfPresent(HostProcedure.self, forKey: .hostProcedure)
        carers = try values.decode(Int.self, forKey: .carers)
        helped = try values.decode(Int.self, forKey: .helped)
        representatives = try values.decode(Int.self, forKey: .representatives)
        isRegulationCentre = try values.decodeIfPresent(Bool.self, forKey: .isRegulationCentre) ?? false
    }
}
