internal import CCurl
internal import Foundation
public import HealthRecord
public import Wording

/// Sends notices as text messages through a gateway that takes JSON.
public struct SMSGateway: MessageCarrier {
    private let settings: SMSGatewaySettings
    private let service: ServiceSheet
    private let pool: BlockingPool

    /// A gateway.
    public init(_ settings: SMSGatewaySettings, service: ServiceSheet, pool: BlockingPool) {
        self.settings = settings
        self.service = service
        self.pool = pool
    }

    /// Posts the message to the gateway; returns once it has accepted it.
    public func carry(_ notice: OutgoingNotice, in language: Language) async throws(MessageError) {
        guard case .sms(let number) = notice.channel else { throw .wrongCarrier(notice.channel.kind) }
        guard let phone = PhoneNumber(number) else { throw .addressUnusable(.sms) }
        var fields = [
            settings.fields.recipient: phone.text,
            settings.fields.text: NoticeWords(notice.notice, service: service).sms[language],
        ]
        if let name = settings.fields.sender { fields[name] = settings.sender }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let body = try? encoder.encode(fields) else { throw .addressUnusable(.sms) }
        let settings = settings
        let failure = try await pool.run { Self.post(Array(body), settings) }
        if let failure { throw failure }
    }

    private static func post(_ body: [UInt8], _ settings: SMSGatewaySettings) -> MessageError? {
        do throws(MessageError) {
            let transfer = try CurlTransfer(
                .sms,
                schemes: settings.url.hasPrefix("https://") ? "https" : "http",
                timeoutSeconds: settings.timeoutSeconds,
                upload: body
            )
            transfer.set(CURLOPT_URL, settings.url)
            if let authorities = settings.authorities { transfer.set(CURLOPT_CAINFO, authorities) }
            // An empty `Expect:` spares a round trip that small bodies do not need.
            transfer.set(
                CURLOPT_HTTPHEADER,
                lines: [
                    "Content-Type: application/json", "Accept: application/json", "Expect:",
                    "\(settings.token.header): \(settings.token.value)",
                ]
            )
            transfer.postUpload()
            let (failure, status) = transfer.perform()
            if let failure { return failure }
            return (200..<300).contains(status) ? nil : .refused(.sms, status: status)
        } catch {
            return error
        }
    }
}
