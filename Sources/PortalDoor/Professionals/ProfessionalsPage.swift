import HealthRecord
import PageKit
import Wording

/// Page 17: those who care.
struct ProfessionalsPage: Page {
    /// One of them.
    struct Line: Sendable {
        let handle: Handle
        let name: String
        let profession: Phrase
        let since: Phrase?
        let lastAccess: Phrase?
        var until: Phrase?
        var isTreating = false
        var isAdministrator = false
        var hasEnded = false
    }

    let authorised: [Line]
    let blocked: [Line]
    let others: [Line]
    var teams: [Team] = []
    /// Whether the record's set knows administrators.
    var hasAdministrators = false
    /// Whether the one signed in may look for somebody else.
    var maySearch = false
    var notice: Phrase?

    var place: Place? { .professionals }
    var trail: [Crumb] { [Crumb(label: ShellText.record.phrase, path: Paths.record)] }

    func heading(_ language: Language) -> String { ShellText.professionals(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(ProfessionalsText.lead), class: "lead")
            if maySearch {
                tag("p", .class("no-print")) { link(frame(SearchText.offer), to: Paths.search, class: "button") }
            }
            section("autorises", ProfessionalsText.authorised, frame) {
                if authorised.isEmpty {
                    paragraph(frame(ProfessionalsText.noAuthorised), class: "empty")
                } else {
                    table(authorised, .authorisedCaption, frame)
                }
            }
            section("equipes", TeamText.title, frame) { teams(frame) }
            if hasAdministrators || authorised.contains(where: \.isAdministrator) {
                section("administrateurs", AdministratorText.title, frame) { administrators(frame) }
            }
            section("bloques", ProfessionalsText.blocked, frame) {
                paragraph(frame(ProfessionalsText.blockedHint))
                if blocked.isEmpty {
                    paragraph(frame(ProfessionalsText.noBlocked), class: "empty")
                } else {
                    table(blocked, .blockedCaption, frame)
                }
            }
            if !others.isEmpty {
                section("sans-autorisation", ProfessionalsText.seen, frame) {
                    paragraph(frame(ProfessionalsText.seenHint))
                    table(others, .seenCaption, frame)
                }
            }
        }
    }

    private func table(_ lines: [Line], _ caption: ProfessionalsText, _ frame: Frame) -> Node {
        tag("table", .class("list stacked")) {
            tag("caption") { frame(caption) }
            tag("thead") {
                tag("tr") {
                    for column in [ProfessionalsText.nameColumn, .roleColumn, .sinceColumn, .lastColumn] {
                        tag("th", Attribute("scope", "col")) { frame(column) }
                    }
                }
            }
            tag("tbody") { for line in lines { row(line, frame) } }
        }
    }

    private func row(_ line: Line, _ frame: Frame) -> Node {
        tag("tr") {
            tag("th", Attribute("scope", "row")) {
                tag("a", .href(Paths.professional(line.handle))) { foreign(line.name) }
                if line.isTreating {
                    " "
                    mark(.heart, frame(ProfessionalsText.treating), .plain)
                }
                if line.isAdministrator {
                    " "
                    mark(.gear, frame(AdministratorText.one), .plain)
                }
                if line.hasEnded {
                    " "
                    mark(.clock, frame(ProfessionalsText.ended), .quiet)
                }
            }
            cell(ProfessionalsText.roleColumn, frame) { frame(line.profession) }
            cell(ProfessionalsText.sinceColumn, frame) {
                tag("span") {
                    line.since.map { frame($0) } ?? "—"
                    if let until = line.until {
                        tag("span", .class("hint")) { " " + frame(TeamText.until) + " " + frame(until) }
                    }
                }
            }
            cell(ProfessionalsText.lastColumn, frame) {
                line.lastAccess.map { frame($0) } ?? frame(ProfessionalsText.never)
            }
        }
    }
}
