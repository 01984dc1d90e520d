import HealthRecord
import PrintedPages
import Wording

/// Directives written with the guide, as the paper that is filed: a professional reads and prints them like any other.
struct DirectivesSheet: Sendable {
    let answers: DirectiveAnswers
    let name: String
    let now: Instant

    /// The file, in French; the same words on the same day give the same bytes.
    func printed() throws(PDFError) -> [UInt8] {
        let pen = PaperPen(title: DirectivesText.documentTitle(.french), day: ParisTime.civil(now).date.iso8601)
        pen.put("H1", DirectivesText.documentTitle(.french), .sans(17, .bold), after: 12)
        // A name longer than any name leaves the rest of the page its room.
        let name = String(name.prefix(160))
        pen.put("P", DirectivesText.declaration(name, on: DateText.date(now)).french, .sans(12), after: 14)
        for (question, answer) in zip(DirectiveAnswers.questions, answers.texts) where !answer.isEmpty {
            pen.put("H2", question.title(.french), .sans(12, .bold), after: 2)
            for line in answer.split(separator: "\n", omittingEmptySubsequences: false) {
                pen.put("P", line.isEmpty ? " " : String(line), .sans(12), after: 3)
            }
            pen.skip(8)
        }
        return try pen.finish()
    }
}
