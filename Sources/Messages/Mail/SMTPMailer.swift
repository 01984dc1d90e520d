public import HealthRecord
public import Wording

/// Sends notices as e-mails through a mail server.
public struct SMTPMailer: MessageCarrier {
    private let settings: SMTPSettings
    private let service: ServiceSheet
    private let pool: BlockingPool
    private let now: @Sendable () -> Instant
    private let makeID: @Sendable () -> UniqueID

    /// A mailer; `now` dates the messages and `makeID` names them.
    public init(
        _ settings: SMTPSettings,
        service: ServiceSheet,
        pool: BlockingPool,
        now: @escaping @Sendable () -> Instant,
        makeID: @escaping @Sendable () -> UniqueID
    ) {
        self.settings = settings
        self.service = service
        self.pool = pool
        self.now = now
        self.makeID = makeID
    }

    /// Sends the message; returns once the mail server has accepted it.
    public func carry(_ notice: OutgoingNotice, in language: Language) async throws(MessageError) {
        guard case .email(let address) = notice.channel else { throw .wrongCarrier(notice.channel.kind) }
        guard let recipient = EmailAddress(address) else { throw .addressUnusable(.email) }
        let words = NoticeWords(notice.notice, service: service)
        let mail = MailText(
            head: settings.head(to: recipient, at: now(), makeID()),
            subject: words.subject[language],
            body: words.email.map { $0[language] }.joined(separator: "\n\n"),
            language: language.tag
        ).bytes
        let settings = settings
        // A notice that goes twice does no harm: what may have left is tried again like what has not.
        let failure = try await pool.run { SMTPDelivery.send(mail, to: recipient, settings) }
        if let failure { throw failure.reason }
    }
}
