public import HealthRecord

/// One record of the list of TD0.4.
public struct PatientListEntry: Hashable, Sendable {
    /// The INS under which the record lives, the present one first.
    public let identifiers: [INS]
    /// Family name in use.
    public let lastName: String?
    /// Family name at birth.
    public let birthName: String?
    /// Given name.
    public let firstName: String?
    /// The form of address, such as `MME`.
    public let civility: String?
    /// Day of birth.
    public let birthDate: CalendarDate?
    /// Whether the sender is a declared treating physician (`MT`).
    public let isTreatingPhysician: Bool
    /// Whether something waits for the sender (`message`).
    public let hasMessage: Bool
    /// The sender's last access.
    public let lastAccess: HL7Time?
    /// The last change.
    public let lastUpdate: HL7Time?
    /// The last document.
    public let lastDeposit: HL7Time?

    /// Joins the parts.
    public init(
        identifiers: [INS],
        lastName: String? = nil,
        birthName: String?,
        firstName: String?,
        civility: String? = nil,
        birthDate: CalendarDate?,
        isTreatingPhysician: Bool,
        hasMessage: Bool = false,
        lastAccess: HL7Time? = nil,
        lastUpdate: HL7Time? = nil,
        lastDeposit: HL7Time? = nil
    ) {
        self.identifiers = identifiers
        self.lastName = lastName
        self.birthName = birthName
        self.firstName = firstName
        self.civility = civility
        self.birthDate = birthDate
        self.isTreatingPhysician = isTreatingPhysician
        self.hasMessage = hasMessage
        self.lastAccess = lastAccess
        self.lastUpdate = lastUpdate
        self.lastDeposit = lastDeposit
    }
}
