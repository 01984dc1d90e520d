import HealthRecord
import PageKit
import Wording

extension AuthorisationsPage {
    /// A care team, as its members see it.
    struct Team: Sendable {
        let name: String
        /// Names of who declared it and of its members; nil for one without a leave.
        let members: [String?]
        let isMine: Bool
        let since: Phrase
        let until: Phrase?
        /// The path to another member.
        let add: String?
        /// The path to its end.
        let end: String?
    }

    /// The teams, and the ways to state consent for others.
    func teamSection(_ frame: Frame) -> Node? {
        guard !teams.isEmpty || !statesForOthers.isEmpty else { return nil }
        return section("equipes", CareTeamText.teams, frame, class: "panel") {
            if teams.isEmpty { paragraph(frame(CareTeamText.noTeams)) }
            for (rank, team) in teams.enumerated() { entry(team, rank, frame) }
            tag("div", .class("buttons no-print")) {
                if statesForOthers.contains(.team) {
                    link(frame(CareTeamText.declareTeam), to: Paths.newTeam(handle), class: "button quiet")
                }
                if statesForOthers.contains(.colleague) {
                    link(frame(CareTeamText.declareColleague), to: Paths.colleague(handle), class: "button quiet")
                }
            }
        }
    }

    private func entry(_ team: Team, _ rank: Int, _ frame: Frame) -> Node {
        let id = "equipe-\(rank + 1)"
        return tag("section", .labelled(by: id)) {
            tag("h3", .id(id)) { foreign(team.name) }
            if team.isMine { tag("p", .class("badges")) { mark(.pen, frame(CareTeamText.declaredByYou), .plain) } }
            tag("dl") {
                TraitList.pair(CareTeamText.since, Node.text(frame(team.since)), frame)
                if let until = team.until { TraitList.pair(CareTeamText.until, Node.text(frame(until)), frame) }
            }
            paragraph(frame(CareTeamText.members))
            tag("ul") {
                for member in team.members {
                    tag("li") { if let member { foreign(member) } else { frame(CareTeamText.notKnown) } }
                }
            }
            tag("p", .class("no-print")) {
                if let add = team.add { named(add, .add, team, frame) }
                if team.add != nil, team.end != nil { " " }
                if let end = team.end { named(end, .end, team, frame) }
            }
        }
    }

    /// A link that says of which team.
    private func named(_ path: String, _ label: CareTeamText, _ team: Team, _ frame: Frame) -> Node {
        tag("a", .href(path)) {
            frame(label) + " "
            tag("span", .class("muted")) { foreign(team.name) }
        }
    }
}
