import HealthRecord
import PageKit
import Wording

/// What a change does, before it is done.
struct ChangePage: Page {
    let handle: String
    let id: UniqueID
    let title: String
    let choice: DocumentChoice
    /// Where whoever does nothing goes.
    let back: String

    var place: Place? { .chart(handle, .documents) }
    var trail: [Crumb] { ChartTrail.crumbs(handle, documents: true) }

    func heading(_ language: Language) -> String { choice.label(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("big")) {
                if title.isEmpty { frame(DocumentsPageText.noTitle) } else { foreign(title) }
            }
            tag("div", .class("panel")) {
                tag("ul") {
                    for text in choice.explanation { tag("li") { frame(text) } }
                    tag("li") { frame(CareChangeText.traced) }
                }
            }
            Forms.post(Paths.change(handle, id, choice), frame, class: "buttons") {
                Forms.submit(frame(choice.confirmation))
                link(frame(CareChangeText.cancel), to: back, class: "button quiet")
            }
        }
    }
}

extension DocumentChoice {
    fileprivate var explanation: [CareChangeText] {
        switch self {
        case .mask: [.maskLead, .maskStill]
        case .unmask: [.unmaskLead]
        case .reveal: [.revealLead, .revealNotice]
        case .conceal: [.concealLead, .concealStill, .concealAsked, .concealTraced]
        case .disclose: [.discloseLead, .discloseAsked]
        case .archive: [.archiveLead]
        case .restore: [.restoreLead]
        case .delete: [.deleteLead, .deleteKept]
        }
    }

    fileprivate var confirmation: CareChangeText {
        switch self {
        case .mask: .maskYes
        case .unmask: .unmaskYes
        case .reveal: .revealYes
        case .conceal: .concealYes
        case .disclose: .discloseYes
        case .archive: .archiveYes
        case .restore: .restoreYes
        case .delete: .deleteYes
        }
    }
}
