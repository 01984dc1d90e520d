/// How many different records one actor may look into (security design § 2.10, § 5.4).
public struct ReadingQuota: Sendable, Hashable {
    /// In any hour.
    public var hourly: Int
    /// In any twenty-four hours.
    public var daily: Int

    /// Both limits.
    public init(hourly: Int, daily: Int) {
        self.hourly = hourly
        self.daily = daily
    }
}

/// The limits of a deployment on looking records up: far above what care needs, far below what copying a nation needs.
public struct QuotaSettings: Sendable, Hashable {
    /// For a person with a card of his own.
    public var professional = ReadingQuota(hourly: 60, daily: 300)
    /// For a structure that answers for its people by its certificate.
    public var structure = ReadingQuota(hourly: 20_000, daily: 200_000)
    /// Records into which a person with a card of his own files; a laboratory's physician files for a town.
    public var filing = ReadingQuota(hourly: 2_000, daily: 20_000)
    /// Searches of one person by traits, each with the persons that it shows (TD0.5); his own list likewise (TD0.4).
    public var searching = ReadingQuota(hourly: 600, daily: 3_000)
    /// The same for a structure that asks by its certificate.
    public var structureSearching = ReadingQuota(hourly: 20_000, daily: 200_000)
    /// Proofs of presence that one person asks for: each may send a message to somebody's telephone.
    public var presences = ReadingQuota(hourly: 30, daily: 150)
    /// Proofs of presence asked for one matricule, by whomever.
    public var presencesOfOne = ReadingQuota(hourly: 6, daily: 20)
    /// Calls of one person at a regulation centre in an hour before somebody is told; none is ever refused for its number.
    public var regulations = 60
    /// Emergency accesses of one person in an hour before somebody is told; none is ever refused for its number.
    public var emergencies = 5
    /// Neighbouring matricules in a row before it is called a search through the register.
    public var sequence = 5

    /// The limits of the reference.
    public init() {}
}
