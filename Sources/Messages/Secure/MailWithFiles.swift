internal import Foundation
internal import HealthRecord

/// An e-mail with files as it goes over the wire (RFC 5322, RFC 2045 to 2047, RFC 2183).
///
/// Every part is in base64, which holds no hyphen: none can hold the line that parts it from the next.
struct MailWithFiles {
    let sender: EmailAddress
    let senderName: String
    let recipient: EmailAddress
    let subject: String
    let body: String
    let attachments: [SecureMessage.Attachment]
    let date: Instant
    let id: UniqueID

    /// Headers, the text, then the files, with CRLF throughout.
    var bytes: [UInt8] {
        let boundary = "partie-" + id.text
        var bytes = Array(lines(headers(boundary)).utf8)
        let text = body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        append(
            ["Content-Type: text/plain; charset=utf-8", "Content-Language: fr"],
            Array(text.utf8),
            boundary,
            to: &bytes
        )
        for attachment in attachments {
            let name = Self.token(attachment.name)
            append(
                [
                    "Content-Type: \(Self.mediaType(attachment.mediaType)); name=\"\(name)\"",
                    "Content-Disposition: attachment; filename=\"\(name)\"",
                ],
                attachment.bytes,
                boundary,
                to: &bytes
            )
        }
        bytes += Array("--\(boundary)--\r\n".utf8)
        return bytes
    }

    private func headers(_ boundary: String) -> [String] {
        [
            "Date: \(MailDate.text(date))",
            "From: \(MailText.words(senderName)) <\(sender.text)>",
            "To: <\(recipient.text)>",
            "Message-ID: <\(id.text)@\(sender.domain)>",
            "Subject: \(Self.isPlain(subject) ? subject : MailText.words(subject))",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=\"\(boundary)\"",
            "",
        ]
    }

    private func append(_ headers: [String], _ content: [UInt8], _ boundary: String, to bytes: inout [UInt8]) {
        bytes += Array(lines(["--" + boundary] + headers + ["Content-Transfer-Encoding: base64", ""]).utf8)
        let coded = Data(content).base64EncodedData(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        bytes += coded
        bytes += Array("\r\n".utf8)
    }

    private func lines(_ lines: [String]) -> String { lines.map { $0 + "\r\n" }.joined() }

    // Receivers look for the mark of XDM at the head of the subject, which stays as it is where it can.
    private static func isPlain(_ subject: String) -> Bool {
        subject.utf8.count <= 70 && subject.utf8.allSatisfy { (32...126).contains($0) } && !subject.contains("=?")
    }

    private static func token(_ name: String) -> String {
        name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_") }
    }

    private static func mediaType(_ type: String) -> String {
        let kept = type.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "/.+-".contains($0)) }
        return kept.split(separator: "/").count == 2 ? kept : "application/octet-stream"
    }
}
