import Custody
import HealthRecord
import PageKit
import Wording

/// Whose accesses are shown; the raw value stands in the address.
enum HistoryWho: String, CaseIterable, Sendable {
    case professionals = "professionnels"
    case family = "proches"
    case me = "moi"
    case service = "service"
    case everybody = "tous"

    var label: Phrase {
        switch self {
        case .professionals: HistoryText.professionals.phrase
        case .family: HistoryText.family.phrase
        case .me: HistoryText.me.phrase
        case .service: HistoryText.service.phrase
        case .everybody: HistoryText.everybody.phrase
        }
    }

    /// Whether somebody belongs to the choice.
    func includes(_ actor: Actor) -> Bool {
        switch (self, actor) {
        case (.everybody, _), (.professionals, .care), (.me, .holder), (.family, .representative), (.service, .system):
            true
        default: false
        }
    }
}

/// Which accesses are shown.
struct HistoryChoice: Equatable, Sendable {
    var who = HistoryWho.professionals
    var from = ""
    var to = ""
    var onlyEmergencies = false
    var document: UniqueID?

    var isDefault: Bool { self == HistoryChoice() }

    /// The address of the page that goes on where one ended.
    func path(before: HistoryCursor) -> String {
        var pairs = [(FormNames.who, who.rawValue)]
        if !from.isEmpty { pairs.append((FormNames.from, AddressText.encoded(from))) }
        if !to.isEmpty { pairs.append((FormNames.to, AddressText.encoded(to))) }
        if onlyEmergencies { pairs.append((FormNames.emergencies, "oui")) }
        if let document { pairs.append((FormNames.document, document.text)) }
        pairs.append((FormNames.before, before.text))
        return Paths.history + "?" + pairs.map { "\($0)=\($1)" }.joined(separator: "&")
    }
}

/// Page 22: who did what, and when.
struct AccessHistoryPage: Page {
    let emergencies: [AccessLine]
    let others: [AccessLine]
    let choice: HistoryChoice
    /// Where older ones start.
    let next: HistoryCursor?
    /// How far the proofs go that the reader may take with him.
    let proofs: ProofReach
    var faults: [FieldFault] = []

    var place: Place? { .history }
    var trail: [Crumb] { [Crumb(label: ShellText.record.phrase, path: Paths.record)] }

    func heading(_ language: Language) -> String { ShellText.history(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(HistoryText.lead), class: "lead")
            filter(frame)
            if emergencies.isEmpty, others.isEmpty {
                tag("p", .class("empty"), Attribute("role", "status")) {
                    choice.isDefault ? frame(HistoryText.empty) : frame(HistoryText.emptyFiltered)
                }
            }
            if !emergencies.isEmpty {
                section("liste-urgences", HistoryText.emergencies, frame, class: "panel alert") {
                    tag("ul", .class("accesses")) { for line in emergencies { line.node(frame) } }
                }
            }
            if !others.isEmpty {
                section("autres", emergencies.isEmpty ? HistoryText.alone : .ordinary, frame, class: "panel") {
                    tag("ul", .class("accesses")) { for line in others { line.node(frame) } }
                }
            }
            if let next {
                tag("p", .class("no-print")) {
                    link(frame(HistoryText.older), to: choice.path(before: next), class: "button quiet")
                }
            }
            tag("p", .class("no-print")) { link(frame(ReportText.mine), to: Paths.reports) }
            copies(frame)
        }
    }

    private func filter(_ frame: Frame) -> Node {
        Forms.get(Paths.history, legend: frame(HistoryText.filter)) {
            Forms.select(
                FormNames.who,
                frame(HistoryText.who),
                HistoryWho.allCases.map { ($0.rawValue, frame($0.label)) },
                chosen: choice.who.rawValue
            )
            Field.filterDate(FormNames.from, HistoryText.from, choice.from).node(frame, faults)
            Field.filterDate(FormNames.to, HistoryText.to, choice.to).node(frame, faults)
            Forms.box(
                FormNames.emergencies,
                frame(HistoryText.onlyEmergencies),
                isTicked: choice.onlyEmergencies,
                frame
            )
            if let document = choice.document {
                tag("p", .class("hint")) {
                    frame(HistoryText.ofDocument)
                    Node.void("input", [.type("hidden"), .name(FormNames.document), .value(document.text)])
                }
            }
            tag("div", .class("filter-end")) {
                Forms.submit(frame(HistoryText.apply))
                if !choice.isDefault { link(frame(HistoryText.reset), to: Paths.history) }
            }
        }
    }

    private func copies(_ frame: Frame) -> Node {
        section("copies", HistoryText.exportTitle, frame, class: "panel no-print") {
            paragraph(frame(HistoryText.exportCSVHint))
            if let words = proofs.words { paragraph(frame(words)) }
            tag("div", .class("buttons")) {
                Forms.post(Paths.historyCSV, frame, class: "inline") {
                    Forms.submit(frame(HistoryText.exportCSV), class: "button quiet")
                }
                Forms.post(Paths.historySheet, frame, class: "inline") {
                    Forms.submit(frame(HistoryText.exportPDF), class: "button quiet")
                }
                if proofs.isSomewhere {
                    Forms.post(Paths.historyProof, frame, class: "inline") {
                        Forms.submit(frame(HistoryText.exportProof), class: "button quiet")
                    }
                }
            }
        }
    }
}
