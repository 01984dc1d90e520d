import HealthRecord
import PageKit
import Wording

/// A refusal by name that a treating physician records, or lifts, at the patient's request; what it does comes first.
struct RefusalPage: Page {
    let handle: String
    let who: String
    let name: String
    let gesture: Gesture
    var faults: [FieldFault] = []

    /// What is done about somebody, with what is known of him.
    enum Gesture {
        /// Recorded: what he exercises, and where.
        case record(Phrase, Phrase)
        /// Lifted: what he exercises, where it was noted, and since when he is refused.
        case lift(Phrase?, since: Phrase)
    }

    var place: Place? { .chart(handle, .authorisations) }
    var trail: [Crumb] {
        ChartTrail.crumbs(handle) + [
            Crumb(label: CareShellText.authorisations.phrase, path: Paths.chart(handle, .authorisations))
        ]
    }

    func heading(_ language: Language) -> String { gesture.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("big")) { foreign(name) }
            facts(frame)
            tag("div", .class("panel")) {
                tag("ul") {
                    for text in gesture.effects { tag("li") { frame(text) } }
                    tag("li") { frame(CareChangeText.traced) }
                }
            }
            Forms.post(gesture.path(handle, who), frame) {
                Forms.box(Names.asked, frame(CareRequestText.asked), isTicked: false, faults: faults, frame)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(gesture.confirm))
                    link(
                        frame(CareRequestText.cancel),
                        to: Paths.chart(handle, .authorisations),
                        class: "button quiet"
                    )
                }
            }
        }
    }

    private func facts(_ frame: Frame) -> [Node] {
        switch gesture {
        case .record(let profession, let structure):
            nodes { tag("p") { frame(profession) + ", " + frame(structure) } }
        case .lift(let profession, let since):
            nodes {
                if let profession { paragraph(frame(profession)) }
                tag("dl") { TraitList.pair(CareAuthorisationText.since, Node.text(frame(since)), frame) }
            }
        }
    }
}

extension RefusalPage.Gesture {
    fileprivate var title: CareRequestText {
        switch self {
        case .record: .blockTitle
        case .lift: .liftTitle
        }
    }

    fileprivate var effects: [CareRequestText] {
        switch self {
        case .record: [.blockLead, .blockEffect, .blockFiles, .blockLifts]
        case .lift: [.liftLead, .liftEffect, .liftTold]
        }
    }

    fileprivate var confirm: CareRequestText {
        switch self {
        case .record: .blockYes
        case .lift: .liftYes
        }
    }

    fileprivate func path(_ handle: String, _ who: String) -> String {
        switch self {
        case .record: Paths.block(handle, who)
        case .lift: Paths.lift(handle, who)
        }
    }
}
