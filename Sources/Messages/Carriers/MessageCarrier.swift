public import HealthRecord
public import Wording

/// Something that takes a notice to a person.
public protocol MessageCarrier: Sendable {
    /// Hands a notice over; returns when the next hand (a server, a gateway, a folder) has taken it.
    func carry(_ notice: OutgoingNotice, in language: Language) async throws(MessageError)
}
