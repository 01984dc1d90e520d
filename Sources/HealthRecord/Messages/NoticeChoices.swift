/// Of what a holder wants to be told, and how.
///
/// Emergencies and changes of the means of access are told in any case: they are what a stolen access would show by.
public struct NoticeChoices: Hashable, Sendable, Codable {
    /// Whether the first reading by each professional is told.
    public var firstAccess: Bool
    /// By which way first; nil for e-mail where there is an address.
    public var channel: ContactKind?

    /// Choices; by default everything is told.
    public init(firstAccess: Bool = true, channel: ContactKind? = nil) {
        self.firstAccess = firstAccess
        self.channel = channel
    }
}
