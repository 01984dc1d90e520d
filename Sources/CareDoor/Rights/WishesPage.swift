import AccessRules
import ClinicalDocuments
import HealthRecord
import PageKit
import Wording

/// Page 13: wishes and rights.
struct WishesPage: Page {
    let handle: String
    let people: Administration
    let wishes: EmergencyWishes
    /// What the record's set lets the patient decide of emergencies.
    let offered: Set<EmergencyChoice>
    /// Whether the record's set keeps advance directives.
    let keepsDirectives: Bool
    let directives: [DocumentLine]
    /// What was noted, where it can be read.
    let sheet: WishesSheet?
    let document: DocumentLine?
    let mayRecord: Bool
    let mayChangeEmergency: Bool
    var notice: Phrase?

    var place: Place? { .chart(handle, .wishes) }
    var trail: [Crumb] { ChartTrail.crumbs(handle) }

    func heading(_ language: Language) -> String { CareShellText.wishes(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            noted(frame)
            if keepsDirectives || !directives.isEmpty { directivesPanel(frame) }
            WishList.section(wishes, offered: offered, CareWishesText.emergency, frame)
            if !offered.isEmpty { change(frame) }
            people.node(frame)
        }
    }

    private func directivesPanel(_ frame: Frame) -> Node {
        section("directives", CareWishesText.directives, frame, class: "panel") {
            if directives.isEmpty {
                paragraph(frame(CareWishesText.directivesNone))
                paragraph(frame(CareWishesText.patientFills), class: "hint")
            } else {
                tag("ul") {
                    for line in directives {
                        tag("li") {
                            tag("a", .href(Paths.document(handle, line.id))) { line.name(frame) }
                            ", " + frame(line.date)
                        }
                    }
                }
            }
        }
    }

    private func change(_ frame: Frame) -> Node {
        if mayChangeEmergency {
            tag("p", .class("no-print")) {
                link(frame(CareRequestText.emergency), to: Paths.emergencyWishes(handle), class: "button quiet")
            }
        } else {
            paragraph(frame(CareRequestText.patientDecides), class: "hint")
        }
    }

    private func noted(_ frame: Frame) -> Node {
        section("volontes", CareSummaryText.wishesSheet, frame, class: "panel") {
            if let sheet, !sheet.isEmpty {
                tag("dl") {
                    for (label, person) in sheet.people { WishList.pair(label, person, frame) }
                    if sheet.organs != .unsaid {
                        TraitList.pair(CareRequestText.organs, Node.text(frame(sheet.organs.text)), frame)
                    }
                }
            } else if document == nil {
                paragraph(frame(CareRequestText.sheetNone))
            }
            if let document {
                paragraph(frame(CareSummaryText.readsSheet), class: "hint")
                tag("p", .class("hint")) {
                    frame(CareRequestText.since) + " "
                    frame(document.date) + ", "
                    foreign(document.author)
                    ". "
                    tag("a", .href(Paths.document(handle, document.id))) { frame(CareRequestText.readSheet) }
                }
            }
            if mayRecord {
                tag("p", .class("no-print")) {
                    link(frame(CareRequestText.record), to: Paths.recordWishes(handle), class: "button")
                }
            }
        }
    }
}

extension WishesSheet {
    /// People to warn, then the trusted person.
    var people: [(label: CareRequestText, person: Person)] {
        contacts.map { (.contact, $0) } + (trusted.map { [(.trusted, $0)] } ?? [])
    }
}

extension WishesSheet.Organs {
    var text: CareRequestText {
        switch self {
        case .informed: .organsInformed
        case .notInformed: .organsNotInformed
        case .unsaid: .organsUnsaid
        }
    }
}
