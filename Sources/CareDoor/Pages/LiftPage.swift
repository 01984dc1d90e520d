import HealthRecord
import PageKit
import Wording

/// What the lifting of a refusal does, before it is recorded.
struct LiftPage: Page {
    let handle: String
    let who: String
    let name: String
    let profession: Phrase?
    let since: Phrase
    var faults: [FieldFault] = []

    var place: Place? { .chart(handle, .authorisations) }
    var trail: [Crumb] {
        ChartTrail.crumbs(handle) + [
            Crumb(label: CareShellText.authorisations.phrase, path: Paths.chart(handle, .authorisations))
        ]
    }

    func heading(_ language: Language) -> String { CareRequestText.liftTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("big")) { foreign(name) }
            if let profession { paragraph(frame(profession)) }
            tag("dl") { TraitList.pair(CareAuthorisationText.since, Node.text(frame(since)), frame) }
            tag("div", .class("panel")) {
                tag("ul") {
                    for text in [CareRequestText.liftLead, .liftEffect, .liftTold] { tag("li") { frame(text) } }
                    tag("li") { frame(CareChangeText.traced) }
                }
            }
            Forms.post(Paths.lift(handle, who), frame) {
                Forms.box(Names.asked, frame(CareRequestText.asked), isTicked: false, faults: faults, frame)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(CareRequestText.liftYes))
                    link(
                        frame(CareRequestText.cancel),
                        to: Paths.chart(handle, .authorisations),
                        class: "button quiet"
                    )
                }
            }
        }
    }
}
