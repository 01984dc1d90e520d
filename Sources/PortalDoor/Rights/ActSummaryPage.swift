import PageKit
import Wording

/// What an act would change, before it is confirmed (RGAA 11.12; identity and experience § 7.3).
struct ActSummaryPage: Page {
    let title: Phrase
    /// Whom or what it is about, in somebody else's words.
    var about: String?
    /// What it means, sentence by sentence.
    var meaning: [Phrase] = []
    /// Who gains and who loses; nil where that is not what the act changes.
    var effect: PolicyEffect?
    /// What is lost, gained and kept, where that is no matter of documents.
    var lists: [SummaryList] = []
    /// Where what it is about can be read.
    var way: (label: Phrase, path: String)?
    /// How it can be taken back, or that it cannot.
    var undo: Phrase?
    /// Whether it weighs so much that the button says so by its colour as well.
    var isGrave = false
    let action: String
    let confirm: Phrase
    let cancel: Phrase
    let back: String
    /// Values that go along.
    var carried: [(name: String, value: String)] = []
    /// Fields to fill in.
    var fields: [Field] = []
    /// A box to tick.
    var box: (name: String, label: Phrase)?
    var faults: [FieldFault] = []
    var place: Place?
    var trail: [Crumb] = []

    func heading(_ language: Language) -> String { title[language] }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if let about, !about.isEmpty { tag("p", .class("lead")) { foreign(about) } }
            for text in meaning { paragraph(frame(text)) }
            if let way { tag("p") { link(frame(way.label), to: way.path) } }
            if !lists.isEmpty {
                tag("div", .class("changes")) { for list in lists where !list.items.isEmpty { list.node(frame) } }
            }
            if let effect { EffectView.node(effect, frame) }
            if let undo { paragraph(frame(undo), class: "hint") }
            Forms.post(action, frame) {
                for pair in carried { Forms.hidden(pair.name, pair.value) }
                for field in fields { field.node(frame, faults) }
                if let box { Forms.box(box.name, frame(box.label), isTicked: false, faults: faults, frame) }
                tag("div", .class("buttons")) {
                    Forms.submit(frame(confirm), class: isGrave ? "button grave" : "button")
                    link(frame(cancel), to: back, class: "button quiet")
                }
            }
        }
    }
}

/// What an act takes, gives or leaves, sentence by sentence.
struct SummaryList: Sendable {
    enum Kind: String, Sendable { case loses, gains, keeps }

    let kind: Kind
    let title: Phrase
    let items: [Phrase]
    /// Whether the items are somebody else's words.
    var isForeign = false

    func node(_ frame: Frame) -> Node {
        tag("section", .class(kind.rawValue), .labelled(by: "liste-" + kind.rawValue)) {
            tag("h2", .id("liste-" + kind.rawValue)) { frame(title) }
            tag("ul") { for item in items { tag("li") { isForeign ? foreign(frame(item)) : .text(frame(item)) } } }
        }
    }
}

/// Who gains and who loses, side by side.
enum EffectView {
    static func node(_ effect: PolicyEffect, _ frame: Frame) -> [Node] {
        nodes {
            tag("h2") { frame(EffectText.title) }
            for name in effect.formerTreating {
                paragraph(frame(EffectText.endsTreating(name), forAnother: ForAnother.endsTreating(name)))
            }
            tag("div", .class("changes")) {
                list(effect.loses, effect.losing, .loses, .nobodyLoses, .hidden, "loses", frame)
                list(effect.gains, effect.gaining, .gains, .nobodyGains, .eye, "gains", frame)
            }
            if !effect.keeps.isEmpty {
                tag("details") {
                    tag("summary") { frame(EffectText.keeps) }
                    tag("ul") { for line in effect.keeps { item(line, frame) } }
                }
            }
            paragraph(frame(EffectText.computed), class: "hint")
        }
    }

    private static func list(
        _ lines: [PolicyEffect.Line],
        _ kinds: [Phrase],
        _ title: EffectText,
        _ none: EffectText,
        _ icon: Icon,
        _ kind: String,
        _ frame: Frame
    ) -> Node {
        tag("section", .class(kind), .labelled(by: "effet-" + kind)) {
            tag("h3", .id("effet-" + kind)) {
                icon.node
                frame(title)
            }
            if lines.isEmpty, kinds.isEmpty { paragraph(frame(none)) }
            if !lines.isEmpty { tag("ul") { for line in lines { item(line, frame) } } }
            if !kinds.isEmpty {
                tag("details", kinds.count < 4 ? Attribute("open") : nil) {
                    tag("summary") { frame(EffectText.kinds(kinds.count)) }
                    tag("ul") { for kind in kinds { tag("li") { frame(kind) } } }
                }
            }
        }
    }

    private static func item(_ line: PolicyEffect.Line, _ frame: Frame) -> Node {
        tag("li") {
            if line.name.isEmpty {
                tag("strong") { frame(line.role) }
            } else {
                tag("strong") { foreign(line.name) }
                ", " + frame(line.role)
            }
            paragraph(
                frame(
                    line.before == line.after
                        ? EffectText.keeps(line.after, of: line.all)
                        : EffectText.documents(from: line.before, to: line.after, of: line.all)
                ),
                class: "hint"
            )
        }
    }
}
