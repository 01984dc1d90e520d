/// What somebody wants to be told of a record, and by what way; emergencies and changes of access are always told.
public struct NoticeChoices: Hashable, Sendable, Codable {
    /// A professional's first access (order of 26/10/2023).
    ///
    /// A choice of those who act for the holder: the holder is told wherever the set tells of it.
    public var firstAccess: Bool
    /// A document that came in.
    public var newDocument: Bool
    /// The way preferred; nil for the first that there is.
    public var channel: ContactKind?

    /// Everything is told unless the holder says otherwise.
    public init(firstAccess: Bool = true, newDocument: Bool = true, channel: ContactKind? = nil) {
        self.firstAccess = firstAccess
        self.newDocument = newDocument
        self.channel = channel
    }
}
