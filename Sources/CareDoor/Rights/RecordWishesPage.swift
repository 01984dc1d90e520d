import AccessRules
import ClinicalDocuments
import HealthRecord
import PageKit
import Wording

/// Page 13, the form: what the patient says, written by a professional.
struct RecordWishesPage: Page {
    let handle: String
    let sheet: WishesSheet
    var faults: [FieldFault] = []

    var place: Place? { .chart(handle, .wishes) }
    var trail: [Crumb] { ChartTrail.wishes(handle) }

    func heading(_ language: Language) -> String { CareRequestText.record(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CareRequestText.recordLead), class: "lead")
            Forms.post(Paths.recordWishes(handle), frame) {
                for rank in 1...WishesSheet.most {
                    let known = sheet.contacts.dropFirst(rank - 1).first ?? WishesSheet.Person()
                    part(CareRequestText.contact(rank), "\(rank)", known, frame)
                }
                part(CareRequestText.trusted.phrase, "0", sheet.trusted ?? WishesSheet.Person(), frame)
                tag("div", .class("panel")) {
                    Forms.radios(
                        Names.organs,
                        frame(CareRequestText.organs),
                        WishesSheet.Organs.allCases.map { (value: $0.rawValue, label: frame($0.text)) },
                        chosen: sheet.organs.rawValue,
                        frame
                    )
                }
                Forms.box(Names.asked, frame(CareRequestText.asked), isTicked: false, faults: faults, frame)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(CareRequestText.save))
                    link(frame(CareRequestText.cancel), to: Paths.chart(handle, .wishes), class: "button quiet")
                }
            }
        }
    }

    private func part(_ title: Phrase, _ suffix: String, _ person: WishesSheet.Person, _ frame: Frame) -> Node {
        tag("fieldset") {
            tag("legend") { tag("strong") { frame(title) } }
            field(Names.person, suffix, .name, nil, person.name, frame)
            field(Names.tie, suffix, .tie, .tieHint, person.tie, frame)
            field(Names.phone, suffix, .phone, nil, person.phone, frame)
        }
    }

    private func field(
        _ name: String,
        _ suffix: String,
        _ label: CareRequestText,
        _ hint: CareRequestText?,
        _ value: String,
        _ frame: Frame
    ) -> Node {
        Field(
            name: "\(name)-\(suffix)",
            label: label.phrase,
            hint: hint?.phrase,
            autocomplete: "off",
            inputMode: name == Names.phone ? "tel" : nil,
            value: value,
            isRequired: false,
            width: "medium",
            maximum: WishesSheet.mostEntry
        ).node(frame, faults)
    }
}

/// The patient's objections to emergency accesses, recorded by a professional where the record's set provides for it (TD1.3b).
struct EmergencyWishesPage: Page {
    let handle: String
    let wishes: EmergencyWishes
    /// The wishes that decide something under the record's set.
    let offered: Set<EmergencyChoice>
    var faults: [FieldFault] = []

    var place: Place? { .chart(handle, .wishes) }
    var trail: [Crumb] { ChartTrail.wishes(handle) }

    func heading(_ language: Language) -> String { CareRequestText.emergency(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CareRequestText.emergencyLead), class: "lead")
            Forms.post(Paths.emergencyWishes(handle), frame) {
                tag("fieldset") {
                    tag("legend") { tag("strong") { frame(CareWishesText.emergency) } }
                    box(.breakGlass, Names.refusesGlass, .refusesGlass, wishes.refusesBreakGlass, frame)
                    box(.regulation, Names.refusesRegulation, .refusesRegulation, wishes.refusesRegulation, frame)
                    box(.masked, Names.opensMasked, .opensMasked, wishes.opensMaskedDocuments, frame)
                }
                Forms.box(Names.asked, frame(CareRequestText.asked), isTicked: false, faults: faults, frame)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(CareRequestText.emergencySave))
                    link(frame(CareRequestText.cancel), to: Paths.chart(handle, .wishes), class: "button quiet")
                }
            }
        }
    }
}

extension EmergencyWishesPage {
    /// A box; what the set does not offer goes along as it stands, and unseen.
    private func box(
        _ choice: EmergencyChoice,
        _ name: String,
        _ label: CareRequestText,
        _ isTicked: Bool,
        _ frame: Frame
    ) -> Node? {
        if offered.contains(choice) { return Forms.box(name, frame(label), isTicked: isTicked, frame) }
        return isTicked ? Forms.hidden(name, "oui") : nil
    }
}

extension ChartTrail {
    static func wishes(_ handle: String) -> [Crumb] {
        crumbs(handle) + [Crumb(label: CareShellText.wishes.phrase, path: Paths.chart(handle, .wishes))]
    }
}
