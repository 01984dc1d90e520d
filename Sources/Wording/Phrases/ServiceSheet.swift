/// What a deployment says of itself in letters and messages; configuration, not catalogue.
public struct ServiceSheet: Hashable, Sendable {
    /// Address of the portal as people type it, such as `dmp.example.fr`.
    public let portalAddress: String
    /// Telephone number of the help desk, as people read it.
    public let helpPhone: String
    /// Lines of the sender at the head of letters.
    public let senderLines: [String]
    /// For how many days a code sent by post is good.
    public let postalCodeDays: Int

    /// Joins the parts.
    public init(portalAddress: String, helpPhone: String, senderLines: [String], postalCodeDays: Int = 42) {
        self.portalAddress = portalAddress
        self.helpPhone = helpPhone
        self.senderLines = senderLines
        self.postalCodeDays = postalCodeDays
    }
}
