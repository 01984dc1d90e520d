import AccessRules
import HealthRecord
import PageKit
import Wording

/// Page 6: without consent, in the cases of the law.
struct EmergencyPage: Page {
    let handle: String
    let name: String
    /// The ways that the record's set knows and that are open to who asks: calls are regulated at registered centres.
    let kinds: [EmergencyKind]
    /// What the record's set lets the patient decide of emergencies.
    let offered: Set<EmergencyChoice>
    var kind: EmergencyKind?
    var reason = ""
    var faults: [FieldFault] = []

    var trail: [Crumb] { [Crumb(label: CareShellText.patients.phrase, path: Paths.patients)] }

    func heading(_ language: Language) -> String { CareEmergencyText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        kinds.isEmpty ? closed(frame) : open(frame)
    }

    /// Where nobody comes in without consent, the way back is the only one.
    private func closed(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(
                frame(offered.isEmpty ? CareEmergencyText.notProvided : .notForYou),
                class: "lead"
            )
            tag("p") { link(frame(CareEmergencyText.back), to: Paths.chart(handle, .consent), class: "button") }
        }
    }

    private func open(_ frame: Frame) -> [Node] {
        nodes {
            tag("div", .class("panel alert")) {
                tag("p") {
                    Icon.alarm.node
                    " "
                    tag("strong") { frame(CareEmergencyText.warning) }
                }
                paragraph(frame(CareEmergencyText.warned))
                paragraph(frame(CareEmergencyText.opposed))
                paragraph(frame(offered.contains(.masked) ? CareEmergencyText.masked : .maskedStay))
                paragraph(frame(CareEmergencyText.legal), class: "hint")
            }
            Forms.post(Paths.chart(handle, .emergency), frame) {
                Forms.radios(
                    Names.kind,
                    frame(CareEmergencyText.kind),
                    kinds.map { (value: $0.rawValue, label: label($0, frame)) },
                    chosen: kind?.rawValue,
                    faults: faults,
                    frame
                )
                Forms.area(
                    Names.reason,
                    frame(CareEmergencyText.reason),
                    reason,
                    hint: frame(CareEmergencyText.reasonHint),
                    rows: 3,
                    maximum: 500,
                    isRequired: true,
                    faults: faults,
                    frame
                )
                tag("div", .class("buttons")) {
                    Forms.submit(frame(CareEmergencyText.confirm))
                    link(frame(CareEmergencyText.cancel), to: Paths.patients, class: "button quiet")
                }
            }
        }
    }

    private func label(_ kind: EmergencyKind, _ frame: Frame) -> String {
        switch kind {
        case .glass: frame(CareEmergencyText.glass) + " — " + frame(CareEmergencyText.glassHint)
        case .regulation: frame(CareEmergencyText.regulation) + " — " + frame(CareEmergencyText.regulationHint)
        }
    }
}

/// The way out of a record.
struct LeavePage: Page {
    let handle: String
    let isEmergency: Bool
    /// Whether a secret connection ends with it that could be gone on with.
    let endsSecrecy: Bool

    var place: Place? { .chart(handle, .leave) }
    var trail: [Crumb] { ChartTrail.crumbs(handle) }

    func heading(_ language: Language) -> String {
        isEmergency ? CareEmergencyText.end(language) : CareShellText.leave(language)
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if endsSecrecy { paragraph(frame(CareSecretText.leaveLead), class: "lead") }
            Forms.post(Paths.chart(handle, .leave), frame, class: "buttons") {
                Forms.submit(heading(frame.language))
                link(frame(CareTroubleText.toRecord), to: Paths.chart(handle), class: "button quiet")
            }
        }
    }
}

/// The pages above those of a record.
enum ChartTrail {
    static func crumbs(_ handle: String, documents: Bool = false) -> [Crumb] {
        var crumbs = [
            Crumb(label: CareShellText.patients.phrase, path: Paths.patients),
            Crumb(label: CareShellText.summary.phrase, path: Paths.chart(handle)),
        ]
        if documents {
            crumbs.append(Crumb(label: CareShellText.documents.phrase, path: Paths.chart(handle, .documents)))
        }
        return crumbs
    }
}
