import HealthRecord
import Testing
import Wording

/// What the law wants said before a record opens by itself.
@Suite struct AnnouncementLetterTests {
    /// CSP R1111-28: purpose, address of the record, right to object and how, and the rules of closing.
    @Test(
        arguments: [
            (
                Language.french,
                [
                    "documents de santé", "Vous pouvez refuser", "sans donner de raison", "DMP.example",
                    "fermer votre dossier à tout moment", "le rouvrir ou demander sa destruction",
                ]
            ),
            (
                Language.english,
                [
                    "health documents", "You may refuse", "without giving a reason", "DMP.example",
                    "close your record at any time", "open it again or ask for its destruction",
                ]
            ),
        ]
    )
    func theLetterSaysPurposeObjectionAndClosing(language: Language, wanted: [String]) throws {
        let letter = Letter(
            .openingAnnounced("ABCDEFGHJKM", opens: try #require(CalendarDate(year: 2026, month: 5, day: 12))),
            to: PersonName(family: "EXEMPLE", given: "Claire"),
            address: ["12 rue des Lilas", "69003 LYON"],
            at: Instant(milliseconds: 1_775_000_000_000),
            service: ServiceSheet(
                portalAddress: "DMP.example",
                helpPhone: "0 800 00 00 00",
                senderLines: ["Dossier médical partagé"]
            ),
            language: language
        )
        let text = letter.parts.map { part in
            switch part {
            case .paragraph(let words), .heading(let words): words
            case .steps(let steps): steps.joined(separator: "\n")
            case .code(let label, let groups): label + " " + groups
            }
        }.joined(separator: "\n").replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        for words in wanted { #expect(text.contains(words), "\(words)") }
        #expect(letter.parts.contains { if case .code = $0 { true } else { false } })
    }
}
