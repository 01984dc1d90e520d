import HealthRecord
import PageKit
import Wording

/// Page 6: the record, what is new in it, who has been there.
struct RecordPage: Page {
    let name: PersonName
    let previousVisit: Instant?
    let newDocuments: [DocumentLine]
    let emergencies: [AccessLine]
    let lastAccesses: [AccessLine]
    let steps: [Step]
    /// Whether somebody acts for the holder.
    var isActing = false
    /// Whether documents are open to the one who reads.
    var seesDocuments = true

    /// Since when the record is suspended; nil for one that is not.
    var suspended: Instant?
    /// Whether the one who reads may object to that.
    var mayObject = false
    /// Those who were asked to act for the holder and have not answered.
    var invitations: [String] = []
    /// How many professionals ask whether the holder is with them.
    var presences = 0

    /// Something to set up once.
    struct Step: Sendable {
        let text: Phrase
        let isDone: Bool
        /// Where it is done.
        var path: String?
    }

    var place: Place? { .record }

    func heading(_ language: Language) -> String {
        isActing ? ShellText.recordOf(name.spoken)[language] : RecordPageText.hello(name.spoken)[language]
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if let previousVisit {
                paragraph(frame(RecordPageText.lastVisit(DateText.moment(previousVisit))), class: "lead")
            } else if !isActing {
                paragraph(frame(RecordPageText.firstVisit), class: "lead")
            }
            if let suspended {
                section("suspension", SuspensionText.title, frame, class: "panel alert") {
                    paragraph(frame(SuspensionText.suspended(on: DateText.date(suspended))))
                    if mayObject {
                        tag("p") { link(frame(SuspensionText.toPage), to: Paths.suspension, class: "button") }
                    }
                }
            }
            if presences > 0 {
                section("presence", PresenceText.title, frame, class: "panel alert") {
                    paragraph(frame(PresenceText.lead))
                    tag("p") { link(frame(PresenceText.answer), to: Paths.presence, class: "button") }
                }
            }
            if !emergencies.isEmpty {
                section("urgences", RecordPageText.emergencies, frame, class: "panel alert") {
                    tag("ul", .class("accesses")) { for line in emergencies { line.node(frame) } }
                    paragraph(frame(RecordPageText.emergencyAdvice))
                }
            }
            // Of a suspended record nobody reads what is new.
            if suspended == nil {
                section("nouveau", isFirstVisit ? RecordPageText.inRecord : .whatIsNew, frame, class: "panel") {
                    news(frame)
                }
            }
            section("acces", RecordPageText.lastAccesses, frame, class: "panel") {
                if lastAccesses.isEmpty {
                    paragraph(frame(RecordPageText.noAccess))
                } else {
                    tag("ul", .class("accesses")) { for line in lastAccesses { line.node(frame, actions: false) } }
                }
                tag("p") { link(frame(RecordPageText.allAccesses), to: Paths.history) }
            }
            if !invitations.isEmpty {
                section("invitations", RecordPageText.invitations, frame, class: "panel") {
                    tag("ul", .class("plain")) { for name in invitations { tag("li") { foreign(name) } } }
                    tag("p") { link(frame(FamilyText.title), to: Paths.family) }
                }
            }
            if !isActing {
                section("etapes", RecordPageText.steps, frame, class: "panel") {
                    tag("ul", .class("steps")) { for step in steps { item(step, frame) } }
                }
            }
        }
    }

    /// Nothing is new to whoever comes for the first time.
    private var isFirstVisit: Bool { previousVisit == nil }

    private func news(_ frame: Frame) -> [Node] {
        guard seesDocuments else { return [paragraph(frame(FamilyText.limitDocuments))] }
        return nodes {
            if newDocuments.isEmpty {
                paragraph(frame(isFirstVisit ? RecordPageText.noDocument : .noNewDocument))
            } else {
                paragraph(
                    frame(
                        isFirstVisit
                            ? CountText.documents(newDocuments.count)
                            : RecordPageText.newDocuments(newDocuments.count)
                    ),
                    class: "count"
                )
                tag("ul", .class("plain")) {
                    for document in newDocuments.prefix(5) {
                        tag("li") {
                            tag("a", .href(Paths.document(document.id))) { document.name(frame) }
                            tag("span", .class("muted")) {
                                " — " + frame(document.date) + ", "
                                foreign(document.author)
                            }
                        }
                    }
                }
            }
            tag("p") { link(frame(RecordPageText.allDocuments), to: Paths.documents) }
        }
    }

    private func item(_ step: Step, _ frame: Frame) -> Node {
        tag("li") {
            step.isDone
                ? mark(.check, frame(RecordPageText.done), .good) : mark(.todo, frame(RecordPageText.todo), .plain)
            tag("span") {
                if let path = step.path { link(frame(step.text), to: path) } else { frame(step.text) }
            }
        }
    }
}
