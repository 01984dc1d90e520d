import ClinicalDocuments
import HealthRecord
import PageKit
import Wording

/// Page 15: those to call, the trusted person, organ donation.
struct WishesPage: Page {
    let sheet: WishesSheet
    /// The document that holds them, and since when.
    var document: (id: UniqueID, date: Phrase)?
    var changing = Changing.offered
    /// Whether heirs' access is objected to.
    var refusesHeirs = false
    /// Whether the one who reads this may decide that.
    var mayDecideOnHeirs = true
    var notice: Phrase?

    /// Whether the one who reads this may change what is noted, or why not.
    enum Changing: Sendable {
        /// He may.
        case offered
        /// It is not part of his role.
        case notOfRole
        /// The record's set takes no document from its holder.
        case notKept
    }

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { WishesText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(WishesText.lead), class: "lead")
            if sheet.isEmpty {
                paragraph(frame(WishesText.none), class: "empty")
            } else {
                WishesView.nodes(sheet, frame)
            }
            if let document {
                paragraph(frame(WishesText.since) + " " + frame(document.date), class: "hint")
                tag("p") { link(frame(WishesText.document), to: Paths.document(document.id)) }
            }
            change(frame)
            section("apres", HeirsText.title, frame, class: "panel") { heirs(frame) }
        }
    }

    private func change(_ frame: Frame) -> Node {
        switch changing {
        case .offered: tag("p") { link(frame(WishesText.edit), to: Paths.wishesChange, class: "button") }
        case .notOfRole: paragraph(frame(WishesText.carerMayNot), class: "hint")
        case .notKept: paragraph(frame(WishesText.notKept), class: "hint")
        }
    }

    private func heirs(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(HeirsText.lead))
            paragraph(frame(HeirsText.purposes))
            tag("p") {
                refusesHeirs
                    ? mark(.hidden, frame(HeirsText.refused), .warning) : mark(.check, frame(HeirsText.allowed), .plain)
            }
            if mayDecideOnHeirs {
                tag("p", .class("no-print")) {
                    link(
                        frame(refusesHeirs ? HeirsText.allow : .refuse),
                        to: Paths.heirs + "?\(FormNames.refuses)=\(refusesHeirs ? "non" : "oui")",
                        class: "button quiet"
                    )
                }
            } else {
                paragraph(frame(HeirsText.oldMandates), class: "hint")
            }
        }
    }
}

extension WishesSheet.Organs {
    var text: WishesText {
        switch self {
        case .informed: .organsInformed
        case .notInformed: .organsNotInformed
        case .unsaid: .organsUnsaid
        }
    }
}

/// The form of page 15.
struct WishesFormPage: Page {
    let sheet: WishesSheet
    var faults: [FieldFault] = []

    var place: Place? { .settings }
    var trail: [Crumb] {
        [
            Crumb(label: SettingsText.title.phrase, path: Paths.settings),
            Crumb(label: WishesText.title.phrase, path: Paths.wishes),
        ]
    }

    func heading(_ language: Language) -> String { WishesText.edit(language) + " — " + WishesText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            Forms.post(Paths.wishesChange, frame) {
                for rank in 0..<WishesSheet.most {
                    let person = sheet.contacts.indices.contains(rank) ? sheet.contacts[rank] : .init()
                    part(WishesText.contact(rank + 1), rank == 0 ? .contactsHint : nil, frame) {
                        fields("\(rank + 1)", person, frame)
                    }
                }
                part(WishesText.trusted.phrase, .trustedHint, frame) {
                    fields("0", sheet.trusted ?? .init(), frame)
                }
                part(WishesText.carer.phrase, .carerHint, frame) {
                    fields("9", sheet.carer ?? .init(), frame)
                }
                part(WishesText.organs.phrase, .organsHint, frame) {
                    Forms.radios(
                        FormNames.choice,
                        frame(WishesText.organs),
                        WishesSheet.Organs.allCases.map { ($0.rawValue, frame($0.text)) },
                        chosen: sheet.organs.rawValue,
                        hint: frame(WishesText.organsRegister),
                        frame
                    )
                }
                tag("div", .class("buttons")) {
                    Forms.submit(frame(WishesText.summary))
                    link(frame(WishesText.cancel), to: Paths.wishes, class: "button quiet")
                }
            }
        }
    }

    private func part(
        _ title: Phrase,
        _ hint: WishesText?,
        _ frame: Frame,
        @HTMLBuilder content: () -> [Node]
    ) -> Node {
        tag("fieldset") {
            tag("legend") { tag("h2") { frame(title) } }
            if let hint { paragraph(frame(hint), class: "hint") }
            content()
        }
    }

    private func fields(_ suffix: String, _ person: WishesSheet.Person, _ frame: Frame) -> [Node] {
        nodes {
            field(FormNames.person, suffix, .name, nil, person.name, frame)
            field("lien", suffix, .tie, .tieHint, person.tie, frame)
            field("appel", suffix, .phone, nil, person.phone, frame)
        }
    }

    private func field(
        _ name: String,
        _ suffix: String,
        _ label: WishesText,
        _ hint: WishesText?,
        _ value: String,
        _ frame: Frame
    ) -> Node {
        Field(
            name: "\(name)-\(suffix)",
            label: label.phrase,
            hint: hint?.phrase,
            autocomplete: "off",
            value: value,
            isRequired: false,
            width: "medium",
            maximum: WishesSheet.mostEntry
        ).node(frame, faults)
    }
}
