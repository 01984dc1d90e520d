import HealthRecord
import PageKit
import Wording

/// One line of the history, or several like ones of the same day.
struct AccessLine: Sendable {
    /// What stands behind a line that stands for several.
    enum Gathering: Sendable {
        /// The same act again.
        case repetitions
        /// The documents of one act.
        case documents
    }

    /// Who, what, when, where.
    let sentence: Phrase
    /// What is out of the ordinary, or the agreement that it rests on.
    let remark: Phrase?
    let isEmergency: Bool
    let wasRefused: Bool
    /// The one document concerned, where there is one that still is in the list.
    let document: UniqueID?
    /// The professional, where one acted.
    let professional: (handle: Handle, name: String)?
    /// Whether the reader may block that professional.
    var mayBlock = false
    /// The same act by the same person on the same day, the newest first; empty for a single one.
    var others: [Phrase] = []
    /// What those are.
    var gathering = Gathering.repetitions
    /// When it was, by which it is reported.
    var moment: Instant?

    /// The line as an item of a list.
    func node(_ frame: Frame, actions: Bool = true) -> Node {
        tag("li", .class(isEmergency ? "access emergency" : "access")) {
            if isEmergency || wasRefused {
                tag("p", .class("access-mark")) {
                    if isEmergency { mark(.alarm, frame(RecordPageText.emergencies), .warning) }
                    if wasRefused { mark(.hidden, frame(TracedOutcome.refused.label), .quiet) }
                }
            }
            paragraph(frame(sentence), class: "access-text")
            if let remark { paragraph(frame(remark), class: "access-remark") }
            if !others.isEmpty { repeated(frame) }
            if actions { buttons(frame) }
        }
    }

    private func repeated(_ frame: Frame) -> Node {
        tag("details") {
            tag("summary") {
                switch gathering {
                case .repetitions: frame(HistoryText.times(others.count + 1)) + " — " + frame(HistoryText.exact)
                case .documents: frame(HistoryText.eachDocument)
                }
            }
            tag("ul", .class("plain")) { for other in others { tag("li") { frame(other) } } }
        }
    }

    private func buttons(_ frame: Frame) -> Node? {
        guard document != nil || professional != nil else { return nil }
        return tag("ul", .class("access-actions")) {
            if let document { tag("li") { link(frame(HistoryText.seeDocument), to: Paths.document(document)) } }
            if let professional {
                tag("li") {
                    tag("a", .href(Paths.professional(professional.handle))) {
                        frame(HistoryText.see(professional.name))
                    }
                }
                if mayBlock {
                    tag("li") { link(frame(HistoryText.block), to: Paths.choice(.block, professional.handle)) }
                }
                tag("li") {
                    tag("a", .href(Paths.reporting(professional.handle, at: moment))) { frame(HistoryText.report) }
                }
            }
        }
    }
}
