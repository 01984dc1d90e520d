import HealthRecord
import PageKit
import Wording

/// Page 24: the records that one may open, and who may open this one.
struct FamilyPage: Page {
    /// A record entrusted to the one signed in.
    struct Profile: Sendable {
        let mandate: UniqueID
        let name: String
        let kind: FamilyText
        let until: Phrase?
        /// Whether it is the record on the screen.
        let isOpen: Bool
    }

    /// Somebody who may open this record, or could.
    struct Mandate: Sendable {
        let id: UniqueID
        let name: String
        let kind: FamilyText
        let standing: FamilyText
        let since: Phrase
        let until: Phrase?
        let limits: [FamilyText]
        let mayEnd: Bool
        /// Whether its certificate may be printed by the one who reads this.
        var mayShow = false
        var note: FamilyText?
    }

    let profiles: [Profile]
    let mandates: [Mandate]
    /// Whose closed records the one who reads may have opened again, or destroyed.
    var closed: [String] = []
    /// Whether a record of one's own waits behind somebody else's.
    var mayGoBack = false
    var isActing = false
    var mayInviteCarer = false
    var mayInviteParent = false
    var notice: Phrase?

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { FamilyText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(FamilyText.lead), class: "lead")
            section("dossiers", FamilyText.mine, frame, class: "panel") { records(frame) }
            if !closed.isEmpty {
                section("fermes", FamilyText.closed, frame, class: "panel") {
                    paragraph(frame(FamilyText.closedHint))
                    tag("ul", .class("plain")) { for name in closed { tag("li") { foreign(name) } } }
                    tag("div", .class("buttons")) {
                        link(frame(FamilyText.reopen), to: Paths.reopening, class: "button quiet")
                        link(frame(ClosingText.eraseTitle), to: Paths.erasure, class: "button quiet")
                    }
                }
            }
            section("personnes", FamilyText.mandates, frame) {
                paragraph(frame(FamilyText.mandatesHint))
                if mandates.isEmpty {
                    paragraph(frame(FamilyText.noMandate), class: "empty")
                } else {
                    table(frame)
                }
            }
            if mayInviteCarer || mayInviteParent {
                section("inviter", FamilyText.invite, frame, class: "panel no-print") {
                    tag("div", .class("buttons")) {
                        if mayInviteCarer {
                            link(frame(FamilyText.inviteCarer), to: Paths.inviteCarer, class: "button quiet")
                        }
                        if mayInviteParent {
                            link(frame(FamilyText.inviteParent), to: Paths.inviteParent, class: "button quiet")
                        }
                    }
                }
            }
            if !isActing {
                section("recue", FamilyText.receive, frame, class: "panel no-print") {
                    tag("p") { link(frame(FamilyText.accept), to: Paths.acceptInvitation, class: "button quiet") }
                }
            }
        }
    }

    private func records(_ frame: Frame) -> [Node] {
        nodes {
            if profiles.isEmpty, !mayGoBack {
                paragraph(frame(FamilyText.noProfile))
            } else {
                paragraph(frame(FamilyText.mineHint))
                tag("ul", .class("plain actions")) {
                    if mayGoBack {
                        tag("li") {
                            Forms.post(Paths.ownProfile, frame, class: "inline") {
                                Forms.submit(frame(FamilyText.backToOwn), class: "button")
                            }
                        }
                    }
                    for profile in profiles { tag("li") { item(profile, frame) } }
                }
            }
        }
    }

    private func item(_ profile: Profile, _ frame: Frame) -> [Node] {
        nodes {
            tag("p") {
                tag("strong") { foreign(profile.name) }
                " — " + frame(profile.kind)
                if let until = profile.until { ", " + frame(FamilyText.untilWord) + " " + frame(until) }
            }
            if profile.isOpen {
                tag("p") { mark(.check, frame(FamilyText.standingActive), .good) }
            } else {
                Forms.post(Paths.switchProfile, frame, class: "inline") {
                    Forms.hidden(FormNames.person, profile.mandate.text)
                    Forms.submit(frame(FamilyText.open(profile.name)), class: "button quiet")
                }
            }
        }
    }

    private func table(_ frame: Frame) -> Node {
        tag("table", .class("list stacked")) {
            tag("caption") { frame(FamilyText.caption) }
            columns([FamilyText.nameColumn, .kindColumn, .standingColumn, .actColumn], frame)
            tag("tbody") { for mandate in mandates { row(mandate, frame) } }
        }
    }

    private func row(_ mandate: Mandate, _ frame: Frame) -> Node {
        tag("tr") {
            tag("th", Attribute("scope", "row")) { foreign(mandate.name) }
            cell(FamilyText.kindColumn, frame) {
                tag("span") {
                    frame(mandate.kind)
                    if let note = mandate.note { tag("span", .class("hint")) { " " + frame(note) } }
                    for limit in mandate.limits { tag("span", .class("hint")) { " " + frame(limit) } }
                }
            }
            cell(FamilyText.standingColumn, frame) {
                tag("span") {
                    frame(mandate.standing) + ", " + frame(FamilyText.sinceWord) + " " + frame(mandate.since)
                    if let until = mandate.until { ", " + frame(FamilyText.untilWord) + " " + frame(until) }
                }
            }
            cell(FamilyText.actColumn, frame) {
                if mandate.mayShow {
                    tag("p") {
                        tag(
                            "a",
                            .href(Paths.mandateSheet + "?\(FormNames.person)=\(mandate.id.text)"),
                            Attribute("aria-label", frame(MandateText.get(mandate.name))),
                            Attribute("download")
                        ) { frame(MandateText.get) }
                    }
                }
                if mandate.mayEnd {
                    tag(
                        "a",
                        .href(Paths.endMandate + "?\(FormNames.person)=\(mandate.id.text)"),
                        Attribute("aria-label", frame(FamilyText.end(mandate.name)))
                    ) { frame(FamilyText.end) }
                } else if !mandate.mayShow {
                    "—"
                }
            }
        }
    }
}
