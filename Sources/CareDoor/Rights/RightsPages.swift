import AccessRules
import Custody
import HealthRecord
import PageKit
import Wording

/// Page 14: who may read.
struct AuthorisationsPage: Page {
    struct Mine: Sendable {
        let subject: String
        let since: Phrase
        let until: Phrase?
        let origin: CareAuthorisationText
    }

    struct Line: Sendable {
        let name: String
        let profession: Phrase
        let place: Phrase
        /// Since when; nil for a treating physician who reads by the role alone.
        let since: Phrase?
        /// Whether he is a treating physician.
        var isTreating = false
        /// When a leave ends by itself; nil for a refusal.
        var until: Phrase?
        /// The path to a refusal at the patient's request.
        var block: String?
        /// The path to its lifting, where the same physician has recorded it.
        var lift: String?
    }

    let handle: String
    let mine: [Mine]
    let canGiveUp: Bool
    let role: CareRole
    /// Whether he may leave the role: a set may know none for him.
    let canResign: Bool
    let canBeTreating: Bool
    /// Who else may read: whoever may list them is told (TD1.6).
    let authorised: [Line]
    /// Nil for whoever is not told.
    let blocked: [Line]?
    /// Whether refusals are recorded and lifted here at the patient's request.
    let recordsRefusals: Bool
    /// The path to a refusal of somebody who is not on the list.
    var blockAnother: String?
    /// Care teams of his.
    var teams: [Team] = []
    /// For whom else he may state the patient's consent.
    var statesForOthers: Set<ConsentFor> = []
    var notice: Phrase?

    var place: Place? { .chart(handle, .authorisations) }
    var trail: [Crumb] { ChartTrail.crumbs(handle) }

    func heading(_ language: Language) -> String { CareShellText.authorisations(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            own(frame)
            teamSection(frame)
            list(authorised, "autorises", .authorised, .caption, .noneAuthorised, frame)
            if let blocked {
                list(blocked, "bloques", .blocked, .blockedCaption, .noneBlocked, frame)
                paragraph(frame(recordsRefusals ? CareRequestText.lifted : .liftedByPatient), class: "hint")
                if let blockAnother {
                    tag("p", .class("no-print")) {
                        link(frame(CareRequestText.blockAnother), to: blockAnother, class: "button quiet")
                    }
                }
            }
        }
    }

    /// Whether the role that he is kept in would read on without the leave.
    private var mustResignFirst: Bool { canGiveUp && role == .keptTreatingPhysician }

    private func own(_ frame: Frame) -> Node {
        section("mienne", CareAuthorisationText.mine, frame, class: "panel") {
            if mine.isEmpty { paragraph(frame(CareAuthorisationText.emptyMine)) }
            for leave in mine {
                tag("dl") {
                    TraitList.pair(CareAuthorisationText.name, foreign(leave.subject), frame)
                    TraitList.pair(CareAuthorisationText.since, Node.text(frame(leave.since)), frame)
                    TraitList.pair(
                        CareAuthorisationText.until,
                        Node.text(leave.until.map { frame($0) } ?? frame(CareAuthorisationText.noEnd)),
                        frame
                    )
                    TraitList.pair(CareAuthorisationText.origin, Node.text(frame(leave.origin)), frame)
                }
            }
            if let own = role.own {
                tag("p", .class("badges")) { mark(own.icon, frame(own.text), .good) }
            }
            if mustResignFirst { paragraph(frame(CareAuthorisationText.resignFirst)) }
            tag("div", .class("buttons no-print")) {
                if canResign, let own = role.own {
                    link(frame(own.leave), to: Paths.role(handle, own.resign), class: "button quiet")
                }
                if canBeTreating, !role.isTreatingPhysician {
                    link(frame(CareAuthorisationText.take), to: Paths.role(handle, .take), class: "button")
                }
                if canGiveUp, !mustResignFirst {
                    link(frame(CareAuthorisationText.give), to: Paths.role(handle, .giveUp), class: "button quiet")
                }
            }
        }
    }

    private func list(
        _ lines: [Line],
        _ id: String,
        _ title: CareAuthorisationText,
        _ caption: CareAuthorisationText,
        _ none: CareAuthorisationText,
        _ frame: Frame
    ) -> Node {
        tag("section", .labelled(by: id)) {
            tag("h2", .id(id)) { frame(title) }
            if lines.isEmpty {
                paragraph(frame(none))
            } else {
                tag("table", .class("list stacked")) {
                    tag("caption") { frame(caption) }
                    tag("thead") {
                        tag("tr") {
                            for text in [CareAuthorisationText.name, .profession, .place, .state]
                                + (lines.contains { $0.until != nil } ? [.until] : [])
                            {
                                tag("th", Attribute("scope", "col")) { frame(text) }
                            }
                            if lines.contains(where: { $0.block != nil || $0.lift != nil }) {
                                tag("th", Attribute("scope", "col")) { frame(CareAnnounceText.act) }
                            }
                        }
                    }
                    tag("tbody") {
                        for line in lines {
                            tag("tr") {
                                tag("th", Attribute("scope", "row")) { foreign(line.name) }
                                cell(CareAuthorisationText.profession, frame) { frame(line.profession) }
                                cell(CareAuthorisationText.place, frame) { frame(line.place) }
                                cell(CareAuthorisationText.state, frame) {
                                    if let since = line.since { frame(since) }
                                    if line.isTreating {
                                        if line.since != nil { " " }
                                        mark(.heart, frame(CarePatientsText.isTreating))
                                    }
                                }
                                if let until = line.until {
                                    cell(CareAuthorisationText.until, frame) { frame(until) }
                                }
                                if let path = line.block ?? line.lift {
                                    cell(CareAnnounceText.act, frame) {
                                        tag("a", .href(path)) {
                                            frame(line.block == nil ? CareRequestText.lift : .block) + " "
                                            tag("span", .class("muted")) { foreign(line.name) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension CareRole {
    /// How a role is shown to who has it, and how he leaves it; nil for none.
    fileprivate var own: (icon: Icon, text: CareAuthorisationText, leave: CareAuthorisationText, resign: RoleChoice)? {
        switch self {
        case .none: nil
        case .administrator: (.gear, .isAdministrator, .leaveAdministrator, .resignAdministrator)
        case .treatingPhysician, .keptTreatingPhysician: (.heart, .isTreating, .leave, .resign)
        }
    }
}

/// What a change of one's own standing does, before it is done.
struct RolePage: Page {
    let handle: String
    let name: String
    let choice: RoleChoice
    /// What the role shows beyond a leave, under the record's set.
    let shows: RoleReach

    var place: Place? { .chart(handle, .authorisations) }
    var trail: [Crumb] {
        ChartTrail.crumbs(handle) + [
            Crumb(label: CareShellText.authorisations.phrase, path: Paths.chart(handle, .authorisations))
        ]
    }

    func heading(_ language: Language) -> String { texts.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(texts.lead), class: "lead")
            Forms.post(Paths.role(handle, choice), frame, class: "buttons") {
                Forms.submit(frame(texts.confirm))
                link(
                    frame(CareAuthorisationText.cancel),
                    to: Paths.chart(handle, .authorisations),
                    class: "button quiet"
                )
            }
        }
    }

    private var texts: (title: CareAuthorisationText, lead: CareAuthorisationText, confirm: CareAuthorisationText) {
        switch choice {
        case .giveUp: (.give, .giveLead, .giveYes)
        case .take: (.take, shows.taking, .takeYes)
        case .resign: (.leave, shows == .nothing ? .leaveKeeps : .leaveLead, .leaveYes)
        case .resignAdministrator: (.leaveAdministrator, .leaveAdministratorLead, .leaveYes)
        }
    }
}

/// What a treating physician sees beyond others, as the record's set says.
enum RoleReach: Sendable {
    case nothing, masked, maskedAndHistory

    /// Without a set nothing is promised: what is undefined is denied.
    init(_ set: PolicySet?) {
        guard let set, set.treatingSeesMasked else {
            self = .nothing
            return
        }
        self = set.treatingReadsTraces ? .maskedAndHistory : .masked
    }

    fileprivate var taking: CareAuthorisationText {
        switch self {
        case .nothing: .takeRole
        case .masked: .takeMasked
        case .maskedAndHistory: .takeLead
        }
    }
}
