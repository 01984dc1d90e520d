import HealthRecord
import PageKit
import Wording

/// Somebody is named for the patient: a colleague, the first member of a team, another one.
struct ColleaguePage: Page {
    enum Purpose: Hashable, Sendable {
        case colleague, newTeam
        case member(of: DeclaredTeam)
    }

    let handle: String
    let purpose: Purpose
    let form: ColleagueForm
    let professions: [(value: String, label: String)]
    let sectors: [(value: String, label: String)]
    /// How long the consent, or the team, lasts.
    let term: Phrase
    /// Whether the patient's consent is asked for.
    let consent: TeamConsent
    /// What the directory has said.
    let directory: ColleagueSearch
    var faults: [FieldFault] = []

    var place: Place? { .chart(handle, .authorisations) }
    var trail: [Crumb] {
        ChartTrail.crumbs(handle) + [
            Crumb(label: CareShellText.authorisations.phrase, path: Paths.chart(handle, .authorisations))
        ]
    }

    func heading(_ language: Language) -> String { texts.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if case .member(let team) = purpose {
                tag("p", .class("big")) { foreign(team.name) }
            } else {
                paragraph(frame(texts.lead), class: "lead")
            }
            tag("div", .class("panel")) {
                tag("ul") {
                    tag("li") { frame(term) }
                    tag("li") { frame(consent == .stated ? CareTeamText.told : CareTeamText.deemedTold) }
                }
            }
            Forms.post(path, frame) {
                if purpose == .newTeam {
                    field(Names.team, .teamName, form.team, hint: .teamHint, frame)
                }
                who(frame)
                if consent == .stated {
                    Forms.box(Names.asked, frame(CareTeamText.asked), isTicked: false, faults: faults, frame)
                }
                tag("div", .class("buttons")) {
                    Forms.submit(frame(texts.confirm))
                    link(
                        frame(CareTeamText.cancel),
                        to: Paths.chart(handle, .authorisations),
                        class: "button quiet"
                    )
                }
            }
        }
    }

    /// By name in the directory, where there is one; else, and for whom it does not list, field by field.
    private func who(_ frame: Frame) -> [Node] {
        nodes {
            if directory == .none {
                tag("fieldset") {
                    tag("legend") {
                        tag("strong") {
                            frame(
                                purpose == .colleague ? CareAuthorisationText.name.phrase : CareTeamText.member.phrase
                            )
                        }
                    }
                    person(frame)
                }
            } else {
                field(Names.sought, .sought, form.sought, hint: .soughtHint, frame)
                tag("p") {
                    Forms.submit(frame(CareTeamText.search), class: "button quiet", .name(Names.search), .value("oui"))
                }
                directory.node(form.listed, faults, frame)
                tag("details", form.isByHand ? Attribute("open") : nil) {
                    tag("summary") { frame(CareTeamText.byHand) }
                    person(frame)
                }
            }
        }
    }

    private func person(_ frame: Frame) -> [Node] {
        nodes {
            field(Names.given, .given, form.given, frame)
            field(Names.family, .family, form.family, frame)
            field(Names.rpps, .rpps, form.rpps, hint: .rppsHint, inputMode: "numeric", width: "medium", frame)
            choice(
                Names.profession,
                .profession,
                [(value: "", label: frame(CareTeamText.chooseProfession))] + professions,
                form.profession,
                frame
            )
            field(Names.place, .place, form.place, hint: .placeHint, width: "medium", isRequired: false, frame)
            choice(
                Names.sector,
                .sector,
                [(value: "", label: frame(CareTeamText.sameSector))] + sectors,
                form.sector,
                frame
            )
        }
    }

    private func field(
        _ name: String,
        _ label: CareTeamText,
        _ value: String,
        hint: CareTeamText? = nil,
        inputMode: String? = nil,
        width: String = "",
        isRequired: Bool = true,
        _ frame: Frame
    ) -> Node {
        Field(
            name: name,
            label: label.phrase,
            hint: hint?.phrase,
            autocomplete: "off",
            inputMode: inputMode,
            value: value,
            isRequired: isRequired,
            width: width,
            maximum: 120
        ).node(frame, faults)
    }

    private func choice(
        _ name: String,
        _ label: CareTeamText,
        _ options: [(value: String, label: String)],
        _ chosen: String,
        _ frame: Frame
    ) -> Node {
        let fault = faults.first { $0.field == name }
        return tag("div", .class(fault == nil ? "field" : "field at-fault")) {
            tag("label", Attribute("for", name)) { frame(label) }
            if let fault {
                tag("p", .class("fault"), .id(name + "-erreur")) {
                    Icon.alarm.node
                    frame(fault.message)
                }
            }
            tag(
                "select",
                .id(name),
                .name(name),
                fault == nil ? nil : Attribute("aria-invalid", "true"),
                .described(by: fault == nil ? [] : [name + "-erreur"])
            ) {
                for option in options {
                    tag("option", .value(option.value), option.value == chosen ? Attribute("selected") : nil) {
                        option.label
                    }
                }
            }
        }
    }

    private var path: String {
        switch purpose {
        case .colleague: Paths.colleague(handle)
        case .newTeam: Paths.newTeam(handle)
        case .member(let team): Paths.teamMember(handle, team.id)
        }
    }

    private var texts: (title: CareTeamText, lead: CareTeamText, confirm: CareTeamText) {
        switch purpose {
        case .colleague: (.colleagueTitle, .colleagueLead, .colleagueYes)
        case .newTeam: (.declareTitle, consent == .stated ? .declareLead : .deemedLead, .declare)
        case .member: (.addTitle, .declareLead, .addYes)
        }
    }
}

/// What ending a team does, before it is done.
struct TeamEndPage: Page {
    let handle: String
    let id: UniqueID
    let name: String

    var place: Place? { .chart(handle, .authorisations) }
    var trail: [Crumb] {
        ChartTrail.crumbs(handle) + [
            Crumb(label: CareShellText.authorisations.phrase, path: Paths.chart(handle, .authorisations))
        ]
    }

    func heading(_ language: Language) -> String { CareTeamText.endTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("big")) { foreign(name) }
            paragraph(frame(CareTeamText.endLead))
            Forms.post(Paths.teamEnd(handle, id), frame, class: "buttons") {
                Forms.submit(frame(CareTeamText.endYes))
                link(
                    frame(CareTeamText.cancel),
                    to: Paths.chart(handle, .authorisations),
                    class: "button quiet"
                )
            }
        }
    }
}
