import ClinicalDocuments
import PageKit
import Wording

/// Wishes as they are read, on their page and before they are filed.
enum WishesView {
    static func nodes(_ sheet: WishesSheet, _ frame: Frame) -> [Node] {
        PageKit.nodes {
            section("a-prevenir", WishesText.contacts, frame, class: "panel") {
                if sheet.contacts.isEmpty {
                    paragraph(frame(WishesText.noContact))
                } else {
                    tag("ul", .class("plain")) { for person in sheet.contacts { item(person) } }
                }
            }
            section("confiance", WishesText.trusted, frame, class: "panel") {
                if let trusted = sheet.trusted {
                    tag("ul", .class("plain")) { item(trusted) }
                } else {
                    paragraph(frame(WishesText.noTrusted))
                }
            }
            if let carer = sheet.carer {
                section("aidant", WishesText.carer, frame, class: "panel") {
                    tag("ul", .class("plain")) { item(carer) }
                    paragraph(frame(WishesText.carerNoAccess), class: "hint")
                }
            }
            section("organes", WishesText.organs, frame, class: "panel") {
                paragraph(frame(sheet.organs.text))
                paragraph(frame(WishesText.organsRegister), class: "hint")
            }
        }
    }

    private static func item(_ person: WishesSheet.Person) -> Node {
        tag("li") {
            tag("strong") { foreign(person.name) }
            if !person.tie.isEmpty {
                " — "
                foreign(person.tie)
            }
            if !person.phone.isEmpty {
                " — "
                foreign(person.phone)
            }
        }
    }
}

/// Page 15 once more, before it is filed.
struct WishesSummaryPage: Page {
    let sheet: WishesSheet
    let replaces: Bool

    var place: Place? { .settings }
    var trail: [Crumb] {
        [
            Crumb(label: SettingsText.title.phrase, path: Paths.settings),
            Crumb(label: WishesText.title.phrase, path: Paths.wishes),
        ]
    }

    func heading(_ language: Language) -> String { WishesText.summary(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(WishesText.summaryLead), class: "lead")
            WishesView.nodes(sheet, frame)
            if replaces { paragraph(frame(WishesText.replaces)) }
            paragraph(frame(WishesText.readersText))
            paragraph(frame(EffectText.undo), class: "hint")
            Forms.post(Paths.wishesSummary, frame) {
                for pair in pairs { Forms.hidden(pair.name, pair.value) }
                tag("div", .class("buttons")) {
                    Forms.submit(frame(WishesText.confirm))
                    Forms.submit(
                        frame(WishesText.edit),
                        class: "button quiet",
                        Attribute("formaction", Paths.wishesAgain)
                    )
                    link(frame(WishesText.cancel), to: Paths.wishes, class: "button quiet")
                }
            }
        }
    }

    /// The fields of the form again.
    private var pairs: [(name: String, value: String)] {
        var people = sheet.contacts.enumerated().map { ("\($0.offset + 1)", $0.element) }
        if let trusted = sheet.trusted { people.append(("0", trusted)) }
        if let carer = sheet.carer { people.append(("9", carer)) }
        return people.flatMap { suffix, person in
            [
                ("\(FormNames.person)-\(suffix)", person.name), ("lien-\(suffix)", person.tie),
                ("appel-\(suffix)", person.phone),
            ]
        } + [(FormNames.choice, sheet.organs.rawValue)]
    }
}
