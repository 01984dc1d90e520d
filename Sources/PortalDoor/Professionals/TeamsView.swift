import HealthRecord
import PageKit
import Wording

extension ProfessionalsPage {
    /// A care team, with the holder's consent or without.
    struct Team: Sendable {
        /// Somebody whom it covers, or not: a block and a leave of his own stand before it.
        struct Member: Sendable {
            let handle: Handle
            let name: String
            let profession: Phrase
            let isCovered: Bool
        }

        let id: UniqueID
        let name: String
        let declaredBy: String
        let since: Phrase
        let until: Phrase?
        let members: [Member]
        let mayEnd: Bool
        var consent: TeamConsent = .stated
    }

    func teams(_ frame: Frame) -> [Node] {
        nodes {
            if teams.isEmpty {
                paragraph(frame(TeamText.none), class: "empty")
            } else {
                if teams.contains(where: { $0.consent == .stated }) { paragraph(frame(TeamText.lead)) }
                for (rank, team) in teams.enumerated() { panel(team, rank + 1, frame) }
            }
        }
    }

    private func panel(_ team: Team, _ rank: Int, _ frame: Frame) -> Node {
        tag("div", .class("panel")) {
            tag("h3", .id("equipe-\(rank)")) { foreign(team.name) }
            tag("p") {
                frame(TeamText.since) + " " + frame(team.since) + ", "
                if let until = team.until {
                    frame(TeamText.until) + " " + frame(until)
                } else {
                    frame(TeamText.noEnd)
                }
                ". " + frame(TeamText.declaredBy) + " "
                foreign(team.declaredBy)
                "."
            }
            if team.consent == .notAsked { paragraph(frame(TeamText.deemed)) }
            tag("h4") { frame(TeamText.members) }
            tag("ul") {
                for member in team.members {
                    tag("li") {
                        tag("a", .href(Paths.professional(member.handle))) { foreign(member.name) }
                        ", " + frame(member.profession)
                        if !member.isCovered { tag("span", .class("hint")) { " — " + frame(TeamText.notCovered) } }
                    }
                }
            }
            if team.mayEnd {
                tag("p") {
                    tag(
                        "a",
                        .href(Paths.team + "?\(FormNames.team)=\(team.id.text)"),
                        .class("button quiet"),
                        .described(by: ["equipe-\(rank)"])
                    ) { frame(TeamText.end) }
                }
            }
        }
    }

    func administrators(_ frame: Frame) -> [Node] {
        let named = authorised.filter(\.isAdministrator)
        return nodes {
            paragraph(frame(AdministratorText.lead))
            if named.isEmpty {
                paragraph(frame(AdministratorText.none), class: "empty")
            } else {
                tag("ul") {
                    for line in named {
                        tag("li") {
                            tag("a", .href(Paths.professional(line.handle))) { foreign(line.name) }
                            ", " + frame(line.profession)
                        }
                    }
                }
            }
            paragraph(frame(AdministratorText.how), class: "hint")
        }
    }
}

extension TeamConsent {
    /// What ending a team means, and how it could be undone.
    var texts: (end: TeamText, undo: TeamText) {
        switch self {
        case .stated: (.endLead, .undo)
        case .notAsked: (.endDeemed, .undoDeemed)
        }
    }
}
