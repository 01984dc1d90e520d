import HealthRecord
import PageKit
import Wording

/// Page 21: three switches, each with a sentence that shows what it does.
struct EmergencyPage: Page {
    let wishes: EmergencyWishes
    var mayDecide = true
    var notice: Phrase?
    /// The choices before the last ones, to go back to.
    var undo: EmergencyWishes?
    /// Openings in emergencies so far, the newest first.
    var met: [Met] = []

    /// An opening in an emergency, and what was written afterwards to justify it.
    struct Met: Sendable {
        let handle: Handle
        let name: String
        let kind: EmergencyText
        let reason: String?
        let at: Phrase
        let justification: String?
        let moment: Instant
    }

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { EmergencyText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(EmergencyText.lead), class: "lead")
            if let undo { undoing(undo, frame) }
            if mayDecide {
                Forms.post(Paths.emergencySummary, frame) {
                    part(.breakGlass, .breakGlassExample, FormNames.breakGlass, !wishes.refusesBreakGlass, frame)
                    part(.regulation, .regulationExample, FormNames.regulation, !wishes.refusesRegulation, frame)
                    part(.masked, .maskedExample, FormNames.masked, wishes.opensMaskedDocuments, frame, .maskedNote)
                    paragraph(frame(EmergencyText.stepUp), class: "hint")
                    Forms.submit(frame(EmergencyText.save))
                }
            } else {
                tag("ul", .class("plain")) {
                    state(.breakGlass, !wishes.refusesBreakGlass, frame)
                    state(.regulation, !wishes.refusesRegulation, frame)
                    state(.masked, wishes.opensMaskedDocuments, frame)
                }
                paragraph(frame(WishesText.carerMayNot), class: "hint")
            }
            tag("div", .class("panel")) {
                paragraph(frame(EmergencyText.told))
                paragraph(frame(EmergencyText.blockedNote))
            }
            section("passees", EmergencyText.metTitle, frame, class: "panel") {
                if met.isEmpty {
                    paragraph(frame(EmergencyText.metNone))
                } else {
                    tag("ul", .class("accesses")) { for one in met { item(one, frame) } }
                }
                tag("p") { link(frame(RecordPageText.allAccesses), to: Paths.history) }
            }
        }
    }

    private func item(_ one: Met, _ frame: Frame) -> Node {
        tag("li", .class("access emergency")) {
            tag("p", .class("access-text")) {
                frame(one.at) + " — "
                foreign(one.name)
                ", " + frame(one.kind)
            }
            if let reason = one.reason {
                tag("p", .class("access-remark")) {
                    frame(EmergencyText.metReason) + " "
                    foreign(reason)
                }
            }
            tag("p", .class("access-remark")) {
                if let justification = one.justification {
                    frame(EmergencyText.metJustified) + " "
                    foreign(justification)
                } else {
                    frame(EmergencyText.metUnjustified)
                }
            }
            tag("ul", .class("access-actions")) {
                tag("li") {
                    tag("a", .href(Paths.professional(one.handle))) { frame(HistoryText.see(one.name)) }
                }
                tag("li") {
                    tag("a", .href(Paths.reporting(one.handle, at: one.moment))) { frame(HistoryText.report) }
                }
            }
        }
    }

    private func part(
        _ title: EmergencyText,
        _ example: EmergencyText,
        _ name: String,
        _ isAllowed: Bool,
        _ frame: Frame,
        _ note: EmergencyText? = nil
    ) -> Node {
        tag("div", .class("switch")) {
            Forms.radios(
                name,
                frame(title),
                [("oui", frame(EmergencyText.allow)), ("non", frame(EmergencyText.refuse))],
                chosen: isAllowed ? "oui" : "non",
                hint: frame(example) + (note.map { " " + frame($0) } ?? ""),
                frame
            )
        }
    }

    private func state(_ title: EmergencyText, _ isAllowed: Bool, _ frame: Frame) -> Node {
        tag("li") {
            isAllowed
                ? mark(.check, frame(EmergencyText.nowAllowed), .good)
                : mark(.hidden, frame(EmergencyText.nowRefused), .warning)
            " " + frame(title)
        }
    }

    private func undoing(_ undo: EmergencyWishes, _ frame: Frame) -> Node {
        Forms.post(Paths.emergency, frame, class: "inline") {
            for pair in EmergencyForm.pairs(undo) { Forms.hidden(pair.name, pair.value) }
            Forms.hidden(FormNames.undo, "oui")
            Forms.submit(frame(EmergencyText.undo), class: "button quiet")
        }
    }
}

/// The three switches between forms and wishes.
enum EmergencyForm {
    static func pairs(_ wishes: EmergencyWishes) -> [(name: String, value: String)] {
        [
            (FormNames.breakGlass, wishes.refusesBreakGlass ? "non" : "oui"),
            (FormNames.regulation, wishes.refusesRegulation ? "non" : "oui"),
            (FormNames.masked, wishes.opensMaskedDocuments ? "oui" : "non"),
        ]
    }

    /// The wishes that three fields say; nil when one of them says neither yes nor no.
    static func wishes(_ value: (String) -> String?) -> EmergencyWishes? {
        func flag(_ name: String) -> Bool? { ["oui": true, "non": false][value(name) ?? ""] }
        guard let breakGlass = flag(FormNames.breakGlass), let regulation = flag(FormNames.regulation),
            let masked = flag(FormNames.masked)
        else { return nil }
        return EmergencyWishes(
            refusesBreakGlass: !breakGlass,
            refusesRegulation: !regulation,
            opensMaskedDocuments: masked
        )
    }
}

extension EmergencyWishes {
    /// Whether something refused before is allowed now: that asks for a fresh code.
    func opensMore(than before: EmergencyWishes) -> Bool {
        before.refusesBreakGlass && !refusesBreakGlass || before.refusesRegulation && !refusesRegulation
            || !before.opensMaskedDocuments && opensMaskedDocuments
    }
}
