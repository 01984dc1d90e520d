internal import Foundation
internal import HealthRecord

/// A plain-text e-mail as it goes over the wire (RFC 5322, RFC 2045 to 2047).
///
/// Every value is of a type, or encoded, so that none can begin a header of its own.
struct MailText {
    let sender: EmailAddress
    let senderName: String
    let recipient: EmailAddress
    let subject: String
    let body: String
    let language: String
    let date: Instant
    let id: UniqueID

    /// Headers, an empty line, and the body in base64, with CRLF throughout.
    var bytes: [UInt8] {
        let headers = [
            "Date: \(MailDate.text(date))",
            "From: \(Self.words(senderName)) <\(sender.text)>",
            "To: <\(recipient.text)>",
            "Message-ID: <\(id.text)@\(sender.domain)>",
            "Subject: \(Self.words(subject))",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "Content-Language: \(language.filter { $0.isASCII && ($0.isLetter || $0 == "-") })",
        ]
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let coded = Data(lines.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + coded + "\r\n").utf8)
    }

    /// Encoded words of at most 75 characters each, folded (RFC 2047 § 2); whole characters in each.
    static func words(_ text: String) -> String {
        var words: [String] = []
        var piece: [UInt8] = []
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            // 45 bytes make 60 characters, and the frame 12 more.
            if piece.count + bytes.count > 45 {
                words.append(word(piece))
                piece = []
            }
            piece += bytes
        }
        words.append(word(piece))
        return words.joined(separator: "\r\n ")
    }

    private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }
}

/// Dates of e-mails.
enum MailDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Thu, 12 Mar 2026 13:30:00 +0000` (RFC 5322 § 3.3).
    static func text(_ instant: Instant) -> String {
        let date = instant.date
        let time = instant.timeOfDay
        // 1970-01-01 was a Thursday.
        let day = days[(date.daysSinceEpoch % 7 + 7) % 7]
        let clock = [time.hour, time.minute, time.second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        let year = String(repeating: "0", count: 4 - "\(date.year)".count) + "\(date.year)"
        return "\(day), \(date.day) \(months[date.month - 1]) \(year) \(clock) +0000"
    }
}
