import HealthRecord
import PageKit
import Wording

/// Page 19: a minor's secret connection.
struct SecretPage: Page {
    let handle: String
    let isOpen: Bool
    /// Where whoever changes nothing goes on.
    let back: String

    var place: Place? { .chart(handle, .secret) }
    var trail: [Crumb] { ChartTrail.crumbs(handle) }

    func heading(_ language: Language) -> String { CareShellText.secret(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CareSecretText.lead), class: "lead")
            paragraph(frame(CareSecretText.told))
            tag("div", .class("panel")) {
                tag("h2") { frame(CareSecretText.hidden) }
                paragraph(frame(CareSecretText.hiddenDocuments))
                tag("h2") { frame(CareSecretText.visible) }
                paragraph(frame(CareSecretText.visibleEarlier))
            }
            paragraph(frame(isOpen ? CareSecretText.closeLead : CareSecretText.openLead))
            Forms.post(Paths.chart(handle, .secret), frame, class: "buttons") {
                Forms.submit(frame(isOpen ? CareSecretText.close : CareSecretText.open))
                link(frame(CareTroubleText.toRecord), to: back, class: "button quiet")
            }
        }
    }
}
