/// How to write to a professional: by his mailbox of a secured messaging service, as a directory names it.
public struct CareContact: Hashable, Sendable {
    /// The professional's name; empty where the directory tells none.
    public let name: PersonName
    /// The mailbox.
    public let mailbox: SecureMailbox

    /// Joins the parts.
    public init(name: PersonName, mailbox: SecureMailbox) {
        self.name = name
        self.mailbox = mailbox
    }
}
