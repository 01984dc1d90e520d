internal import HealthRecord

/// An e-mail with files as it goes over the wire (RFC 5322, RFC 2045 to 2047, RFC 2183).
struct MailWithFiles {
    let head: MailHead
    let subject: String
    let body: String
    let attachments: [SecureMessage.Attachment]

    /// Headers, the text, then the files, with CRLF throughout.
    var bytes: [UInt8] {
        let boundary = "partie-" + head.id.text
        let headers =
            head.headers(subject: Self.isPlain(subject) ? subject : EncodedWords.text(subject))
            + ["Content-Type: multipart/mixed; boundary=\"\(boundary)\"", ""]
        let parts = [MailPart(text: body, language: "fr")] + attachments.map(Self.part)
        return MailPart.lines(headers) + parts.flatMap { $0.bytes(after: ["--" + boundary]) }
            + MailPart.lines(["--\(boundary)--"])
    }

    private static func part(_ attachment: SecureMessage.Attachment) -> MailPart {
        let name = token(attachment.name)
        return MailPart(
            [
                "Content-Type: \(mediaType(attachment.mediaType)); name=\"\(name)\"",
                "Content-Disposition: attachment; filename=\"\(name)\"",
            ],
            attachment.bytes
        )
    }

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
