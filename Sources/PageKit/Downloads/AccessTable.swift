package import HealthRecord
package import Wording

/// Accesses as a table for a spreadsheet (RFC 4180, with the separator that French spreadsheets expect).
package struct AccessTable: Sendable {
    /// Whether lines carry their rank, the oldest first.
    package enum Numbering: Sendable {
        case ranked, none
    }

    /// Whether there is more than the table holds.
    package enum Extent: Sendable {
        case whole, latest
    }

    private let events: [TraceEvent]
    private let extent: Extent
    private let numbering: Numbering
    private let language: Language
    private let sentence: @Sendable (TraceEvent) -> String

    /// A table of these events, the newest first, each told by the sentence; where they are not all, its last line says so.
    package init(
        events: [TraceEvent],
        extent: Extent = .whole,
        numbering: Numbering,
        language: Language,
        sentence: @escaping @Sendable (TraceEvent) -> String
    ) {
        self.events = events
        self.extent = extent
        self.numbering = numbering
        self.language = language
        self.sentence = sentence
    }

    /// The table behind a byte order mark, by which spreadsheets know UTF-8.
    package var text: String {
        let ranks: [HistoryText] = numbering == .ranked ? [.csvRank] : []
        let head: [HistoryText] =
            ranks + [
                .csvWhen, .csvWho, .csvProfession, .csvPlace, .csvMode, .csvReason, .csvOutcome, .csvSentence,
            ]
        let lines = events.enumerated().map { place, event in
            (numbering == .ranked ? ["\(events.count - place)"] : []) + row(event)
        }
        var rows = [head.map { $0(language) }] + lines
        // As wide as the others, so that readers of tables take it.
        if extent == .latest {
            rows.append(Array(repeating: "", count: head.count - 1) + [HistoryText.csvPartly(language)])
        }
        return "\u{FEFF}" + rows.map { $0.map(Self.cell).joined(separator: ";") + "\r\n" }.joined()
    }

    private func row(_ event: TraceEvent) -> [String] {
        let civil = ParisTime.civil(event.time)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        var who = ("", "", "")
        switch event.actor {
        case .holder(let name): who.0 = name.spoken
        case .representative(let name, let capacity): who = (name.spoken, capacity.label[language], "")
        case .care(let care):
            who = (
                NameText.titled(care), ProfessionText.label(care.profession, care.holder)[language],
                NameText.structure(care.structure)[language]
            )
        case .system: who.0 = "DMP"
        }
        var reason = ""
        if case .breakGlass(let typed) = event.mode { reason = typed }
        return [
            "\(civil.date.iso8601) \(two(civil.hour)):\(two(civil.minute))", who.0, who.1, who.2,
            event.mode.label[language], reason, event.outcome.label[language], sentence(event),
        ]
    }

    /// A cell in quotes; one that a spreadsheet would take for a formula is made text (OWASP, CSV injection).
    package static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
    }
}
