public import HealthRecord

/// What the custodian keeps of one record beside keys and traces: the holder's decisions, and how to reach the holder.
public struct HolderFile: Sendable, Hashable, Codable {
    /// Decisions and life cycle.
    public var policy: RecordPolicy
    /// Name to greet and to write to.
    public var name: PersonName
    /// Matricules over time, the present one first.
    public var identifiers: [INS]
    /// Mobile number for codes and notices.
    public var phone: String?
    /// E-mail address for codes and notices.
    public var email: String?
    /// Lines of the postal address.
    public var address: [String]
    /// Those who have read the record before, so that a first reading can be told.
    public var knownReaders: [CareSubject]

    /// Joins the parts.
    public init(
        policy: RecordPolicy,
        name: PersonName,
        identifiers: [INS],
        phone: String?,
        email: String?,
        address: [String]
    ) {
        self.policy = policy
        self.name = name
        self.identifiers = identifiers
        self.phone = phone
        self.email = email
        self.address = address
        knownReaders = []
    }

    /// The address of a way to reach the holder, where there is one.
    public func channel(_ kind: ContactKind) -> ContactChannel? {
        switch kind {
        case .sms: phone.map(ContactChannel.sms)
        case .email: email.map(ContactChannel.email)
        case .letter: address.isEmpty ? nil : .letter(address)
        }
    }
}
