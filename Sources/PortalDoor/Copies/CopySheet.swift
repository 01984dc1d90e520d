import HealthRecord
import PrintedPages
import Wording

/// The list of a record's documents on paper.
struct CopySheet: Sendable {
    /// One document, in words.
    struct Line: Sendable {
        let title: String
        let date: Phrase
        let author: String
        let category: Phrase
        let states: [DocumentState]
    }

    let lines: [Line]
    let name: String
    let now: Instant

    /// The file, in one language; the same list gives the same bytes.
    func printed(_ language: Language) throws(PDFError) -> [UInt8] {
        let pen = PaperPen(title: CopyText.copyTitle(language), day: ParisTime.civil(now).date.iso8601)
        pen.put("H1", CopyText.copyTitle(language), .sans(17, .bold), after: 4)
        pen.put("P", String(name.prefix(160)), .sans(12, .bold), after: 2)
        pen.put("P", CopyText.made(DateText.moment(now), lines.count)[language], .sans(10), after: 8)
        pen.rule()
        if lines.isEmpty { pen.put("P", CopyText.copyEmpty(language), .sans(11)) }
        for line in lines {
            let title = line.title.isEmpty ? DocumentsPageText.noTitle(language) : String(line.title.prefix(300))
            pen.put("H2", title, .sans(11, .bold), after: 0)
            let words =
                [line.date[language], String(line.author.prefix(160)), line.category[language]]
                + line.states.map { $0.text(language) }
            pen.put("P", words.filter { !$0.isEmpty }.joined(separator: " — "), .sans(10), after: 6)
        }
        return try pen.finish()
    }
}
