import HealthRecord
import PageKit
import Wording

/// What a refusal by name does, before it is recorded.
struct BlockPage: Page {
    let handle: String
    let who: String
    let name: String
    let profession: Phrase
    let structure: Phrase
    var faults: [FieldFault] = []

    var place: Place? { .chart(handle, .authorisations) }
    var trail: [Crumb] {
        ChartTrail.crumbs(handle) + [
            Crumb(label: CareShellText.authorisations.phrase, path: Paths.chart(handle, .authorisations))
        ]
    }

    func heading(_ language: Language) -> String { CareRequestText.blockTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("big")) { foreign(name) }
            tag("p") { frame(profession) + ", " + frame(structure) }
            tag("div", .class("panel")) {
                tag("ul") {
                    for text in [CareRequestText.blockLead, .blockEffect, .blockFiles, .blockLifts] {
                        tag("li") { frame(text) }
                    }
                    tag("li") { frame(CareChangeText.traced) }
                }
            }
            Forms.post(Paths.block(handle, who), frame) {
                Forms.box(Names.asked, frame(CareRequestText.asked), isTicked: false, faults: faults, frame)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(CareRequestText.blockYes))
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
