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
    /// Emergency accesses of one person in an hour before somebody is told; none is ever refused for its number.
    public var emergencies = 5
    /// Neighbouring matricules in a row before it is called a search through the register.
    public var sequence = 5

    /// The limits of the reference.
    public init() {}
}
