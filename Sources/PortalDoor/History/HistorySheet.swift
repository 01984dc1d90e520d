import HealthRecord
import PrintedPages
import Wording

/// The history on paper: a sentence for each event, emergencies marked in words (page 22).
struct HistorySheet: Sendable {
    let events: [TraceEvent]
    let teller: HistoryTeller
    let name: String
    let now: Instant
    /// Whether there are more than these.
    let isPartial: Bool

    /// The file, in one language.
    func printed(_ language: Language) throws(PDFError) -> [UInt8] {
        let pen = PaperPen(title: ShellText.history(language), day: ParisTime.civil(now).date.iso8601)
        pen.put("H1", ShellText.history(language), .sans(17, .bold), after: 4)
        pen.put("P", ShellText.recordOf(String(name.prefix(160)))[language], .sans(12, .bold), after: 2)
        pen.put("P", HistoryText.printed(DateText.moment(now), events.count)[language], .sans(10), after: 2)
        if isPartial { pen.put("P", HistoryText.printedPartly(language), .sans(10), after: 2) }
        pen.skip(6)
        pen.rule()
        for event in events {
            if event.isEmergency { pen.put("P", HistoryText.emergencyMark(language), .sans(10, .bold), after: 0) }
            pen.put("P", teller.tell(event).whole[language], .sans(10), after: 5)
        }
        return try pen.finish()
    }
}
