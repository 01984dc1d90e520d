internal import CCurl
internal import HealthRecord

/// One mail handed to its server.
enum SMTPDelivery {
    /// Hands it over; nil once the server has taken it.
    static func send(_ mail: [UInt8], to recipient: EmailAddress, _ settings: SMTPSettings) -> MailFailure? {
        do throws(MessageError) {
            let transfer = try CurlTransfer(
                .email,
                schemes: "smtp,smtps",
                timeoutSeconds: settings.timeoutSeconds,
                upload: mail
            )
            transfer.set(CURLOPT_URL, settings.url)
            // CURLUSESSL_ALL or CURLUSESSL_NONE: with the former, a server without STARTTLS gets nothing.
            transfer.set(CURLOPT_USE_SSL, settings.security == .plainOnLoopback ? 0 : 3)
            if let authorities = settings.authorities { transfer.set(CURLOPT_CAINFO, authorities) }
            if let identity = settings.identity {
                transfer.set(CURLOPT_SSLCERT, identity.certificate)
                transfer.set(CURLOPT_SSLKEY, identity.key)
            }
            if let credentials = settings.credentials {
                transfer.set(CURLOPT_USERNAME, credentials.user)
                transfer.set(CURLOPT_PASSWORD, credentials.password)
            }
            transfer.set(CURLOPT_MAIL_FROM, "<\(settings.sender.text)>")
            transfer.set(CURLOPT_MAIL_RCPT, lines: ["<\(recipient.text)>"])
            transfer.sendUpload()
            return transfer.perform().failure.map { failure($0, transfer) }
        } catch {
            return .unsent(error)
        }
    }

    // Before its 354 a server is given nothing of the content; after it, only its refusal says that it has not taken it.
    private static func failure(_ reason: MessageError, _ transfer: CurlTransfer) -> MailFailure {
        if case .refused = reason { return .unsent(reason) }
        return transfer.hasBegunUpload ? .uncertain(reason) : .unsent(reason)
    }
}
