/// What the letter to somebody who is asked to act for a holder says of the mandate.
///
/// It goes to an address that the holder has written, and may reach another: the holder's family name is but a letter.
public struct MandateInvitation: Hashable, Sendable, Codable {
    /// Given name of the holder, and the first letter of the family name.
    public let holder: String
    /// In what quality.
    public let kind: RepresentativeKind

    /// Of a mandate for a holder.
    public init(for holder: PersonName, as kind: RepresentativeKind) {
        self.holder = [holder.given, holder.family.prefix(1).map { "\($0)." }.joined()].filter { !$0.isEmpty }
            .joined(separator: " ")
        self.kind = kind
    }
}
