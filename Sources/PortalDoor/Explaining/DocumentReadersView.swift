import PageKit
import Wording

/// Who may read a document, on its page: people one by one, professions gathered by their answer.
struct DocumentReadersView: Sendable {
    let people: [DocumentReaders.Line]
    let professions: [DocumentReaders.Line]

    func node(_ frame: Frame) -> Node {
        section("qui-peut-lire", DocumentPageText.whoMaySee, frame, class: "panel") {
            paragraph(frame(DocumentPageText.whoMaySeeHint))
            tag("ul", .class("plain readers")) { for line in people { item(line, frame) } }
            if !professions.isEmpty {
                tag("details") {
                    tag("summary") { frame(DocumentPageText.byProfession) }
                    paragraph(frame(DocumentPageText.byProfessionHint), class: "hint")
                    tag("ul", .class("plain readers")) {
                        for answer in answers { gathered(answer, frame) }
                    }
                }
            }
        }
    }

    private func item(_ line: DocumentReaders.Line, _ frame: Frame) -> Node {
        tag("li") {
            if line.name.isEmpty {
                tag("span") { frame(line.role.capitalised) }
            } else {
                tag("span") {
                    foreign(line.name)
                    ", " + frame(line.role)
                }
            }
            " "
            badge(line, frame)
            paragraph(frame(line.reason), class: "hint")
        }
    }

    /// Lines with the same answer and reason, those who may read it first.
    private var answers: [[DocumentReaders.Line]] {
        var order: [Answer] = []
        var groups: [Answer: [DocumentReaders.Line]] = [:]
        for line in professions.filter(\.mayRead) + professions.filter({ !$0.mayRead }) {
            let answer = Answer(mayRead: line.mayRead, reason: line.reason)
            if groups[answer] == nil { order.append(answer) }
            groups[answer, default: []].append(line)
        }
        return order.compactMap { groups[$0] }
    }

    private struct Answer: Hashable {
        let mayRead: Bool
        let reason: RightsText
    }

    private func gathered(_ lines: [DocumentReaders.Line], _ frame: Frame) -> Node? {
        lines.first.map { first in
            tag("li") {
                badge(first, frame)
                // A leave is what the question supposes: what is left to say is the law's own answer.
                paragraph(frame(first.mayRead ? .whyProfessionYes : first.reason), class: "hint")
                paragraph(lines.map { frame($0.role) }.joined(separator: ", ") + ".")
            }
        }
    }

    private func badge(_ line: DocumentReaders.Line, _ frame: Frame) -> Node {
        line.mayRead
            ? mark(.eye, frame(DocumentPageText.visibleTo), .good)
            : mark(.hidden, frame(DocumentPageText.hiddenTo), .quiet)
    }
}
