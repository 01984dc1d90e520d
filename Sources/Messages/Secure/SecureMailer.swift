public import HealthRecord

/// Sends documents through the relay of an operator of secured messaging.
public struct SecureMailer: SecureMailCarrier {
    private let settings: SMTPSettings
    private let pool: BlockingPool
    private let now: @Sendable () -> Instant
    private let makeID: @Sendable () -> UniqueID

    /// A mailer; `now` dates the messages and `makeID` names them.
    public init(
        _ settings: SMTPSettings,
        pool: BlockingPool,
        now: @escaping @Sendable () -> Instant,
        makeID: @escaping @Sendable () -> UniqueID
    ) {
        self.settings = settings
        self.pool = pool
        self.now = now
        self.makeID = makeID
    }

    /// Sends the message; returns once the relay has accepted it.
    public func send(_ message: SecureMessage) async throws(MailFailure) {
        guard let recipient = EmailAddress(message.recipient.address) else { throw .unsent(.addressUnusable(.email)) }
        let mail = MailWithFiles(
            head: settings.head(to: recipient, at: now(), makeID()),
            subject: message.subject,
            body: message.body,
            attachments: message.attachments
        ).bytes
        let settings = settings
        let failure: MailFailure?
        do throws(MessageError) {
            failure = try await pool.run { SMTPDelivery.send(mail, to: recipient, settings) }
        } catch {
            throw .unsent(error)
        }
        if let failure { throw failure }
    }
}
