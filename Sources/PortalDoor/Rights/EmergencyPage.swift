import AccessRules
import HealthRecord
import PageKit
import Wording

/// Page 21: a switch for each wish that the record's set offers, with a sentence that shows what it does.
struct EmergencyPage: Page {
    let wishes: EmergencyWishes
    /// The wishes that decide something under the record's set.
    var offered = Set(EmergencyChoice.allCases)
    /// In which emergencies somebody blocked gets in all the same.
    var despiteBlock: Set<EmergencyChoice> = [.regulation]
    var mayDecide = true
    /// Whether secret and code will be asked for again: what was given a moment ago is not.
    var asksCode = true
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
            if offered.isEmpty {
                paragraph(frame(EmergencyText.notOffered), class: "lead")
                paragraph(frame(EmergencyText.notOfferedWay))
            } else {
                paragraph(frame(EmergencyText.lead), class: "lead")
                if let undo { undoing(undo, frame) }
                choices(frame)
                tag("div", .class("panel")) {
                    paragraph(frame(EmergencyText.told))
                    paragraph(frame(blocked))
                }
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

    private func choices(_ frame: Frame) -> [Node] {
        nodes {
            if mayDecide {
                Forms.post(Paths.emergencySummary, frame) {
                    for choice in shown { part(choice, frame) }
                    if !offered.contains(.masked) { paragraph(frame(EmergencyText.maskedNotOffered)) }
                    if asksCode { paragraph(frame(EmergencyText.stepUp), class: "hint") }
                    Forms.submit(frame(EmergencyText.save))
                }
            } else {
                tag("ul", .class("plain")) { for choice in shown { state(choice, frame) } }
                if !offered.contains(.masked) { paragraph(frame(EmergencyText.maskedNotOffered)) }
                paragraph(frame(WishesText.carerMayNot), class: "hint")
            }
        }
    }

    private var shown: [EmergencyChoice] { EmergencyChoice.allCases.filter(offered.contains) }

    /// What a block does in an emergency.
    private var blocked: EmergencyText {
        if despiteBlock.isEmpty { return .blockedHeld }
        return despiteBlock == [.regulation] ? .blockedNote : .blockedOpen
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

    private func part(_ choice: EmergencyChoice, _ frame: Frame) -> Node {
        tag("div", .class("switch")) {
            Forms.radios(
                choice.field,
                frame(choice.title),
                [("oui", frame(EmergencyText.allow)), ("non", frame(EmergencyText.refuse))],
                chosen: wishes[choice] ? "oui" : "non",
                hint: choice.example.map { frame($0) }.joined(separator: " "),
                frame
            )
        }
    }

    private func state(_ choice: EmergencyChoice, _ frame: Frame) -> Node {
        tag("li") {
            wishes[choice]
                ? mark(.check, frame(EmergencyText.nowAllowed), .good)
                : mark(.hidden, frame(EmergencyText.nowRefused), .warning)
            " " + frame(choice.title)
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

extension EmergencyChoice {
    /// What it is called.
    var title: EmergencyText {
        switch self {
        case .breakGlass: .breakGlass
        case .regulation: .regulation
        case .masked: .masked
        }
    }

    /// What it does, shown on somebody.
    fileprivate var example: [EmergencyText] {
        switch self {
        case .breakGlass: [.breakGlassExample]
        case .regulation: [.regulationExample]
        case .masked: [.maskedExample, .maskedNote]
        }
    }

    /// Its field in a form.
    fileprivate var field: String {
        switch self {
        case .breakGlass: FormNames.breakGlass
        case .regulation: FormNames.regulation
        case .masked: FormNames.masked
        }
    }
}

/// The switches between forms and wishes.
enum EmergencyForm {
    static func pairs(_ wishes: EmergencyWishes) -> [(name: String, value: String)] {
        EmergencyChoice.allCases.map { ($0.field, wishes[$0] ? "oui" : "non") }
    }

    /// The wishes that the fields say; nil when a field says neither yes nor no, or one of those offered is missing.
    ///
    /// What was not asked stays as it was.
    static func wishes(
        over before: EmergencyWishes,
        offered: Set<EmergencyChoice>,
        _ value: (String) -> String?
    ) -> EmergencyWishes? {
        var wishes = before
        for choice in EmergencyChoice.allCases {
            guard let said = value(choice.field) else {
                if offered.contains(choice) { return nil }
                continue
            }
            guard let opens = ["oui": true, "non": false][said] else { return nil }
            wishes[choice] = opens
        }
        return wishes
    }
}

extension EmergencyWishes {
    /// Whether something refused before is allowed now: that asks for a fresh code.
    func opensMore(than before: EmergencyWishes) -> Bool {
        EmergencyChoice.allCases.contains { self[$0] && !before[$0] }
    }
}
