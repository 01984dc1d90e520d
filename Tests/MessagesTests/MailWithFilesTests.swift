import Foundation
import HealthRecord
import Testing

@testable import Messages

/// A mail that brings files, as it goes over the wire.
@Suite struct MailWithFilesTests {
    private func mail(
        subject: String = "XDM/1.0/DDM+Document transmis par un patient",
        body: String = "Bonjour,\n\nvoilà",
        _ attachments: [SecureMessage.Attachment]
    ) throws -> String {
        let mail = MailWithFiles(
            head: MailHead(
                sender: try #require(EmailAddress("dmp@operateur.mssante.fr")),
                senderName: "DMP",
                recipient: try #require(EmailAddress("anne@chu.mssante.fr")),
                date: Samples.moment,
                id: Samples.id
            ),
            subject: subject,
            body: body,
            attachments: attachments
        )
        return String(decoding: mail.bytes, as: UTF8.self)
    }

    @Test func aMailIsWrittenAsTheRFCsSay() throws {
        let archive = SecureMessage.Attachment(name: "IHE_XDM.ZIP", mediaType: "application/zip", bytes: [1, 2, 3])
        #expect(
            try mail([archive]).replacing("\r\n", with: "\n") == """
                Date: Thu, 12 Mar 2026 13:30:00 +0000
                From: =?utf-8?B?RE1Q?= <dmp@operateur.mssante.fr>
                To: <anne@chu.mssante.fr>
                Message-ID: <\(Samples.id.text)@operateur.mssante.fr>
                Subject: XDM/1.0/DDM+Document transmis par un patient
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="partie-\(Samples.id.text)"

                --partie-\(Samples.id.text)
                Content-Type: text/plain; charset=utf-8
                Content-Language: fr
                Content-Transfer-Encoding: base64

                Qm9uam91ciwNCg0Kdm9pbMOg
                --partie-\(Samples.id.text)
                Content-Type: application/zip; name="IHE_XDM.ZIP"
                Content-Disposition: attachment; filename="IHE_XDM.ZIP"
                Content-Transfer-Encoding: base64

                AQID
                --partie-\(Samples.id.text)--

                """
        )
    }

    @Test(arguments: [
        "x\r\nBcc: autre@example.fr", "x\"\r\n\r\ncorps", "--partie-\(Samples.id.text)--\r\n", "\u{2028}X: y", "\0",
        String(repeating: "é\r\n", count: 200),
    ])
    func noValueBeginsAHeaderOrAPart(value: String) throws {
        let file = SecureMessage.Attachment(name: value, mediaType: value, bytes: Array(value.utf8))
        let text = try mail(subject: value, body: value, [file])
        #expect(text.components(separatedBy: "\r\n--partie-").count == 4)
        let head = try #require(text.components(separatedBy: "\r\n\r\n").first)
        let names = head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(names == ["Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Type"])
        #expect(text.utf8.allSatisfy { $0 < 127 } && !text.contains("Bcc:"))
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 998 })
    }
}
