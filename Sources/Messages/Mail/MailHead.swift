internal import HealthRecord

/// Who writes to whom, and when: what every mail begins with (RFC 5322).
struct MailHead {
    let sender: EmailAddress
    let senderName: String
    let recipient: EmailAddress
    let date: Instant
    let id: UniqueID

    /// The headers, with a subject that is encoded already where it must be.
    func headers(subject: String) -> [String] {
        [
            "Date: \(MailDate.text(date))",
            "From: \(EncodedWords.text(senderName)) <\(sender.text)>",
            "To: <\(recipient.text)>",
            "Message-ID: <\(id.text)@\(sender.domain)>",
            "Subject: \(subject)",
            "MIME-Version: 1.0",
        ]
    }
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
