public import HealthRecord

/// Something that takes a message with its files to a mailbox of secured messaging.
public protocol SecureMailCarrier: Sendable {
    /// Hands the message over; returns when the next hand has taken it.
    ///
    /// It is tried once: whoever sends hears at once what became of it, and tries again himself.
    func send(_ message: SecureMessage) async throws(MailFailure)
}
