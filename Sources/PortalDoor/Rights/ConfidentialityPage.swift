import PageKit
import Wording

/// Page 20: what becomes of new documents, and the way to who is authorised or blocked.
struct ConfidentialityPage: Page {
    let isMasked: Bool
    let authorised: Int
    let blocked: Int
    var mayDecide = true
    /// Whether secret and code will be asked for again: what was given a moment ago is not.
    var asksCode = true
    /// Whether the record's set lets the holder choose beforehand.
    var isOffered = true
    /// Documents already there that a decision could hide, or show again.
    var maskable = 0
    var unmaskable = 0
    var notice: Phrase?

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { ConfidentialityText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(ConfidentialityText.lead), class: "lead")
            section("nouveaux", ConfidentialityText.newDocuments, frame, class: "panel") { choice(frame) }
            section("professionnels", ConfidentialityText.professionals, frame, class: "panel") {
                paragraph(frame(ConfidentialityText.authorisedCount))
                paragraph(frame(ConfidentialityText.counts(authorised: authorised, blocked: blocked)), class: "count")
                tag("p") {
                    link(frame(ConfidentialityText.seeProfessionals), to: Paths.professionals, class: "button quiet")
                }
            }
            section("ajout", ConfidentialityText.feeding, frame, class: "panel") {
                paragraph(frame(ConfidentialityText.feedingText))
                paragraph(frame(ConfidentialityText.feedingRight))
                tag("p") { link(frame(FeedingText.title), to: Paths.feeding, class: "button quiet") }
            }
            section("autres", ConfidentialityText.others, frame, class: "panel") {
                tag("ul") {
                    tag("li") { link(frame(EmergencyText.title), to: Paths.emergency) }
                    tag("li") { link(frame(RightsText.title), to: Paths.rights) }
                    tag("li") { link(frame(ShellText.history), to: Paths.history) }
                }
            }
        }
    }

    private func choice(_ frame: Frame) -> [Node] {
        nodes {
            tag("p") {
                isMasked
                    ? mark(.hidden, frame(ConfidentialityText.masked), .warning)
                    : mark(.eye, frame(ConfidentialityText.visible), .good)
            }
            paragraph(
                frame(isMasked ? ConfidentialityText.maskedHint : ConfidentialityText.visibleHint),
                class: "example"
            )
            if !isOffered {
                paragraph(frame(ConfidentialityText.notOffered))
                paragraph(frame(ConfidentialityText.notOfferedWay))
            } else if mayDecide {
                paragraph(frame(ConfidentialityText.concernedList))
                paragraph(frame(ConfidentialityText.existingToo))
                ways(frame)
                if asksCode, isMasked || unmaskable > 0 { paragraph(frame(ConfidentialityText.stepUp), class: "hint") }
            } else {
                paragraph(frame(WishesText.carerMayNot), class: "hint")
            }
        }
    }

    private func ways(_ frame: Frame) -> Node {
        tag("ul", .class("plain actions")) {
            tag("li") {
                link(
                    frame(isMasked ? ConfidentialityText.summaryVisible : .summaryMasked),
                    to: Self.path(masks: !isMasked, existing: false),
                    class: "button"
                )
            }
            if maskable > 0 {
                tag("li") {
                    link(
                        frame(ConfidentialityText.maskAll),
                        to: Self.path(masks: true, existing: true),
                        class: "button quiet"
                    )
                }
            }
            if unmaskable > 0 {
                tag("li") {
                    link(
                        frame(ConfidentialityText.showAll),
                        to: Self.path(masks: false, existing: true),
                        class: "button quiet"
                    )
                }
            }
        }
    }

    static func path(masks: Bool, existing: Bool) -> String {
        Paths.confidentialityChange + "?\(FormNames.masked)=\(masks ? "oui" : "non")"
            + (existing ? "&\(FormNames.existing)=oui" : "")
    }
}
