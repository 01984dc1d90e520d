import PageKit
import Wording

/// The plan of the site: the second way to its pages beside the menu (RGAA 12.1, 12.3).
///
/// Pages of a record are named and not linked: their addresses last as long as the session that opened it.
struct SiteMapPage: Page {
    func heading(_ language: Language) -> String { CareShellText.siteMap(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CareStaticText.mapLead), class: "lead")
            list("avec-carte", .mapSignedIn, entries(frame), frame)
            section("dossier", CareStaticText.mapRecord, frame, class: "panel") {
                paragraph(frame(CareStaticText.mapNoRecord))
                tag("ul") { for part in Self.parts { tag("li") { frame(part) } } }
            }
            list("site", .helpTitle, [.help], frame, more: [(CareShellText.accessibility.phrase, Paths.accessibility)])
        }
    }

    /// A session that an assertion has opened has one record, and no list of patients.
    private func entries(_ frame: Frame) -> [Place] {
        let isBound = frame.visitor != nil && !frame.site.menu.member.contains(.patients)
        return isBound ? [.connection] : [.connection, .situation, .patients]
    }

    private static let parts: [CareShellText] = [
        .summary, .documents, .add, .announce, .vaccinations, .wishes, .authorisations, .history, .secret, .emergency,
    ]

    private func list(
        _ id: String,
        _ title: CareStaticText,
        _ places: [Place],
        _ frame: Frame,
        more: [(label: Phrase, path: String)] = []
    ) -> Node {
        section(id, title, frame, class: "panel") {
            tag("ul") {
                for place in places { tag("li") { link(frame(place.label), to: place.path) } }
                for entry in more { tag("li") { link(frame(entry.label), to: entry.path) } }
            }
        }
    }
}
