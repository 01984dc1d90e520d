/// How to write to a professional: by an address of a secured messaging service, as a directory names it.
public struct CareContact: Hashable, Sendable {
    /// The professional's name; empty where the directory tells none.
    public let name: PersonName
    /// The address.
    public let channel: ContactChannel

    /// Joins the parts.
    public init(name: PersonName, channel: ContactChannel) {
        self.name = name
        self.channel = channel
    }
}
