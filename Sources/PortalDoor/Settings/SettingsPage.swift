import PageKit
import Wording

/// The page from which every choice is reached.
struct SettingsPage: Page {
    /// Whether the one signed in changes here by what he signs in: not whoever acts for another and has a record of his own.
    var ownsAccount = true
    /// Whether the holder is an adult.
    var isAdult = true
    var notice: Phrase?

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: ShellText.record.phrase, path: Paths.record)] }

    func heading(_ language: Language) -> String { SettingsText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(SettingsText.lead), class: "lead")
            for group in groups where !group.cards.isEmpty {
                tag("section", .labelled(by: group.id)) {
                    tag("h2", .id(group.id)) { frame(group.title) }
                    tag("ul", .class("cards")) { for card in group.cards { card.node(frame) } }
                }
            }
            section("ecran", SettingsText.discretion, frame, class: "panel") {
                paragraph(frame(SettingsText.discretionHint))
                Forms.post(Paths.discretion, frame, class: "inline") {
                    Forms.hidden(FormNames.choice, frame.isDiscreet ? "non" : "oui")
                    Forms.submit(
                        frame(frame.isDiscreet ? SettingsText.showTitles : .hideTitles),
                        class: "button quiet"
                    )
                }
            }
        }
    }

    private struct Card {
        let icon: Icon
        let title: Phrase
        let hint: Phrase
        let path: String

        init(_ icon: Icon, _ title: Phrase, _ hint: SettingsText, _ path: String) {
            self.init(icon, title, hint.phrase, path)
        }

        init(_ icon: Icon, _ title: Phrase, _ hint: Phrase, _ path: String) {
            self.icon = icon
            self.title = title
            self.hint = hint
            self.path = path
        }

        func node(_ frame: Frame) -> Node {
            tag("li", .class("card")) {
                icon.node
                tag("a", .href(path), .class("card-link")) { frame(title) }
                paragraph(frame(hint))
            }
        }
    }

    private var groups: [(id: String, title: SettingsText, cards: [Card])] {
        [
            (
                "qui-voit", .access,
                [
                    Card(.people, ShellText.professionals.phrase, .professionalsHint, Paths.professionals),
                    Card(.eye, ConfidentialityText.title.phrase, .confidentialityHint, Paths.confidentiality),
                    Card(.alarm, EmergencyText.title.phrase, .emergencyHint, Paths.emergency),
                    Card(.plus, FeedingText.title.phrase, FeedingText.settingsHint.phrase, Paths.feeding),
                    Card(.question, RightsText.title.phrase, .rightsHint, Paths.rights),
                ]
            ),
            (
                "volontes", .myself,
                [Card(.heart, WishesText.title.phrase, .wishesHint, Paths.wishes)]
                    + (isAdult ? [Card(.pen, DirectivesText.title.phrase, .directivesHint, Paths.directives)] : [])
            ),
            (
                "compte", .people,
                [
                    Card(.child, FamilyText.title.phrase, .familyHint, Paths.family),
                    Card(.bell, NoticesText.title.phrase, .noticesHint, Paths.notices),
                    Card(.device, DevicesText.title.phrase, .devicesHint, Paths.devices),
                ]
                    + (ownsAccount
                        ? [Card(.lock, AccountText.title.phrase, .accountHint, Paths.account)] : [])
            ),
            (
                "vie", .record,
                [
                    Card(.archive, CopyText.title.phrase, .copyHint, Paths.copy),
                    Card(
                        .hospital,
                        HostAccessText.title.phrase,
                        HostAccessText.settingsHint.phrase,
                        Paths.hostAccess
                    ),
                    Card(.door, ClosingText.title.phrase, .closingHint, Paths.closing),
                ]
            ),
        ]
    }
}
