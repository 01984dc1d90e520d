import HealthRecord
import PageKit
import Wording

/// A refusal by name of somebody who is not on the list: he is looked for in the directory, and what it does comes first.
struct AnotherRefusalPage: Page {
    let handle: String
    let form: ColleagueForm
    /// What the directory has said.
    let directory: ColleagueSearch
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
            paragraph(frame(CareRequestText.blockWhom), class: "lead")
            tag("div", .class("panel")) {
                tag("ul") {
                    for text in [CareRequestText.blockAnotherEffect, .blockFiles, .blockLifts] {
                        tag("li") { frame(text) }
                    }
                    tag("li") { frame(CareChangeText.traced) }
                }
            }
            Forms.post(Paths.blockAnother(handle), frame) {
                Field(
                    name: Names.sought,
                    label: CareTeamText.sought.phrase,
                    hint: CareTeamText.soughtHint.phrase,
                    autocomplete: "off",
                    value: form.sought,
                    maximum: ProfessionalSearch.mostText
                ).node(frame, faults)
                // The first button is the one that the Enter key presses: it blocks nobody.
                tag("p") {
                    Forms.submit(frame(CareTeamText.search), class: "button quiet", .name(Names.search), .value("oui"))
                }
                directory.node(form.listed, faults, frame)
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
