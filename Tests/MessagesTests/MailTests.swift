import Foundation
import HealthRecord
import Testing

@testable import Messages

@Suite struct MailTests {
    private func mail(subject: String, name: String = "DMP", body: String = "corps") throws -> String {
        let text = MailText(
            head: MailHead(
                sender: try #require(EmailAddress("dmp@example.fr")),
                senderName: name,
                recipient: try #require(EmailAddress("claire@example.fr")),
                date: Samples.moment,
                id: Samples.id
            ),
            subject: subject,
            body: body,
            language: "fr-FR"
        )
        return String(decoding: text.bytes, as: UTF8.self)
    }

    @Test func aMailIsWrittenAsTheRFCsSay() throws {
        #expect(
            try mail(subject: "Été", body: "Bonjour,\n\nvoilà").replacing("\r\n", with: "\n") == """
                Date: Thu, 12 Mar 2026 13:30:00 +0000
                From: =?utf-8?B?RE1Q?= <dmp@example.fr>
                To: <claire@example.fr>
                Message-ID: <\(Samples.id.text)@example.fr>
                Subject: =?utf-8?B?w4l0w6k=?=
                MIME-Version: 1.0
                Auto-Submitted: auto-generated
                Content-Type: text/plain; charset=utf-8
                Content-Language: fr-FR
                Content-Transfer-Encoding: base64

                Qm9uam91ciwNCg0Kdm9pbMOg

                """
        )
    }

    @Test(arguments: [
        "x\r\nBcc: autre@example.fr", "x\nBcc: a@b.fr", "\r\n\r\ncorps", "?=\r\nX: y", "\u{2028}X: y", "\u{85}X: y",
        "\0",
        String(repeating: "é\r\n", count: 200),
    ])
    func noValueBeginsAHeader(value: String) throws {
        let text = try mail(subject: value, name: value, body: value + "\r\n.\r\nMAIL FROM:<x@y.fr>")
        let parts = text.components(separatedBy: "\r\n\r\n")
        #expect(parts.count == 2)
        let names = parts[0].components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }.map {
            $0.prefix { $0 != ":" }
        }
        #expect(
            names == [
                "Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Auto-Submitted", "Content-Type",
                "Content-Language", "Content-Transfer-Encoding",
            ]
        )
        #expect(text.utf8.allSatisfy { $0 < 127 })
        #expect(!text.contains("\r\n."))
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 998 })
    }

    @Test(arguments: [0, 44, 45, 46, 90, 91, 1000]) func encodedWordsAreShort(count: Int) {
        let words = EncodedWords.text(String(repeating: "a", count: count)).components(separatedBy: "\r\n ")
        #expect(words.allSatisfy { $0.utf8.count <= 75 })
        #expect(words.count == max(1, (count + 44) / 45))
    }

    @Test func datesAreThoseOfMails() throws {
        let first = try #require(Instant(year: 1970, month: 1, day: 1))
        #expect(MailDate.text(first) == "Thu, 1 Jan 1970 00:00:00 +0000")
        let before = try #require(Instant(year: 1969, month: 12, day: 31, hour: 23, minute: 59, second: 59))
        #expect(MailDate.text(before) == "Wed, 31 Dec 1969 23:59:59 +0000")
    }

    @Test func aFileThatIsNoPDFStaysAsItIs() {
        var random = SplitMix64(seed: 7)
        let page = (try? Samples.print(.newDocument(at: Samples.moment))) ?? []
        #expect(PDFLanguage.adding("fr-FR", to: []) == [])
        #expect(PDFLanguage.adding("fr-FR", to: Array("trailer startxref /Root".utf8)).count == 23)
        for _ in 0..<20 {
            var broken = page
            for _ in 0..<50 where !broken.isEmpty {
                let place = Int(random.next() % UInt64(broken.count))
                broken[broken.count - 1 - place % min(broken.count, 1500)] = UInt8(truncatingIfNeeded: random.next())
            }
            #expect(PDFLanguage.adding("fr-FR", to: broken).starts(with: broken))
        }
    }
}

/// A seeded generator (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
