import HealthRecord
import Messages
import Testing

@Suite struct SettingsTests {
    @Test(arguments: ["a@b.fr", "claire.exemple+dmp@mail.example.fr", "o'neil@example.fr"])
    func acceptsAddress(text: String) { #expect(EmailAddress(text)?.text == text) }

    @Test(arguments: [
        "", "a", "@b.fr", "a@", "a@b", "a@@b.fr", "a b@c.fr", "a@b.fr\r\nBcc: x@y.fr", "a@b.fr\n", "a@b.fr>",
        "<a@b.fr>",
        ".a@b.fr", "a.@b.fr", "a..b@c.fr", "é@b.fr", "a@é.fr", "a@b..fr", "a@b.fr.", "a@-b.fr", "\"a b\"@c.fr",
        "a@b.fr,c@d.fr", "a@[127.0.0.1]", "a\u{0}@b.fr", "a\r\nDATA\r\n@b.fr",
    ])
    func refusesAddress(text: String) { #expect(EmailAddress(text) == nil) }

    @Test func addressesHaveALength() {
        let domain = String(repeating: "b.", count: 30) + "fr"
        #expect(EmailAddress(String(repeating: "a", count: 64) + "@" + domain) != nil)
        #expect(EmailAddress(String(repeating: "a", count: 65) + "@" + domain) == nil)
        let long = String(repeating: "b", count: 63) + "."
        #expect(EmailAddress("a@" + long + long + long + String(repeating: "b", count: 57) + ".fr") != nil)
        #expect(EmailAddress("a@" + long + long + long + String(repeating: "b", count: 58) + ".fr") == nil)
    }

    @Test(arguments: [
        ("+33699000000", "+33699000000"), ("+33 6 99 00 00 00", "+33699000000"), ("+1234567", "+1234567"),
        ("+123456789012345", "+123456789012345"),
    ])
    func acceptsPhone(text: String, kept: String) { #expect(PhoneNumber(text)?.text == kept) }

    @Test(arguments: [
        "", "+", "0699000000", "+0699000000", "+123456", "+1234567890123456", "+3369900000a", "+33699000000\r\n",
        "++33699000000", "+٣٣٦٩٩٠٠٠٠", "+33699000000,+33699000001",
    ])
    func refusesPhone(text: String) { #expect(PhoneNumber(text) == nil) }

    @Test(arguments: [
        ("mail.example.fr", SMTPSecurity.plainOnLoopback), ("a b", .startTLS), ("", .startTLS), ("h/x", .implicitTLS),
    ])
    func refusesHost(host: String, security: SMTPSecurity) {
        #expect(throws: MessageSettingsError.host) {
            try SMTPSettings(host: host, port: 25, security: security, sender: "a@b.fr", senderName: "DMP")
        }
    }

    @Test(arguments: [(0, false), (1, true), (65_535, true), (65_536, false)])
    func portsAreBounded(port: Int, good: Bool) {
        let settings = try? SMTPSettings(host: "mail.example.fr", port: port, sender: "a@b.fr", senderName: "DMP")
        #expect((settings != nil) == good)
    }

    @Test(arguments: [(0, false), (1, true), (300, true), (301, false)])
    func timeLimitsAreBounded(seconds: Int, good: Bool) {
        let mail = try? SMTPSettings(
            host: "mail.example.fr",
            port: 587,
            sender: "a@b.fr",
            senderName: "DMP",
            timeoutSeconds: seconds
        )
        #expect((mail != nil) == good)
        let sms = try? SMSGatewaySettings(
            url: "https://sms.example.fr/",
            token: SMSToken(value: "t"),
            timeoutSeconds: seconds
        )
        #expect((sms != nil) == good)
    }

    @Test func credentialsNeverGoWithoutTLS() {
        #expect(throws: MessageSettingsError.credentialsWithoutTLS) {
            try SMTPSettings(
                host: "127.0.0.1",
                port: 25,
                security: .plainOnLoopback,
                credentials: SMTPCredentials(user: "u", password: "p"),
                sender: "a@b.fr",
                senderName: "DMP"
            )
        }
        #expect(throws: MessageSettingsError.credentials) {
            try SMTPSettings(
                host: "mail.example.fr",
                port: 25,
                credentials: SMTPCredentials(user: "u\r\n", password: "p"),
                sender: "a@b.fr",
                senderName: "DMP"
            )
        }
    }

    @Test(arguments: [
        "http://sms.example.fr/", "ftp://sms.example.fr/", "https://", "https://user@sms.example.fr/", "https://a b/",
        "https://sms.example.fr:0/", "https://sms.example.fr:65536/", "https://x/\r\n", "file:///etc/passwd",
        "http://127.0.0.1.example.fr/", "http://localhost@example.fr/", "https://a:1:2/",
    ])
    func refusesGateway(url: String) {
        #expect(throws: MessageSettingsError.url) { try SMSGatewaySettings(url: url, token: SMSToken(value: "t")) }
    }

    @Test func tokensCannotBeginAHeader() {
        #expect(throws: MessageSettingsError.headerValue) {
            try SMSGatewaySettings(url: "https://x/", token: SMSToken(value: "t\r\nX: y"))
        }
        #expect(throws: MessageSettingsError.headerName) {
            try SMSGatewaySettings(url: "https://x/", token: SMSToken(header: "X: y\r\nZ", value: "t"))
        }
        #expect(throws: MessageSettingsError.fieldName) {
            try SMSGatewaySettings(
                url: "https://x/",
                token: SMSToken(value: "t"),
                fields: SMSFieldNames(recipient: "a", text: "a")
            )
        }
    }
}
