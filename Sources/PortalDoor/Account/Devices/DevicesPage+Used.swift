import Custody
import HealthRecord
import PageKit
import Wording

/// Page 26: the kinds of devices that have served, each known again, disowned or forgotten.
extension DevicesPage {
    func devices(_ frame: Frame) -> Node {
        section("appareils", DevicesText.used, frame) {
            paragraph(frame(DevicesText.usedLead))
            tag("table", .class("list stacked")) {
                tag("caption") { frame(DevicesText.usedCaption) }
                columns([DevicesText.deviceColumn, .firstColumn, .lastColumn, .verdictColumn, .actColumn], frame)
                tag("tbody") { for one in used { row(one, frame) } }
            }
            if used.contains(where: { !$0.isThis }) {
                Forms.post(Paths.deviceForgotten, frame, class: "inline") {
                    Forms.submit(frame(DevicesText.forgetAll), class: "button quiet")
                }
                paragraph(frame(DevicesText.forgetHint), class: "hint")
            }
        }
    }

    private func row(_ one: UsedDevice, _ frame: Frame) -> Node {
        tag("tr") {
            tag("th", Attribute("scope", "row")) {
                frame(one.device.spoken)
                if one.isThis {
                    " "
                    mark(.check, frame(DevicesText.thisDevice), .good)
                }
            }
            cell(DevicesText.firstColumn, frame) { frame(DateText.date(one.first)) }
            cell(DevicesText.lastColumn, frame) { frame(DateText.moment(one.last)) }
            cell(DevicesText.verdictColumn, frame) {
                switch one.verdict {
                case .mine: mark(.check, frame(DevicesText.wasMe), .good)
                case .foreign: mark(.alarm, frame(DevicesText.wasNotMe), .warning)
                case nil: "—"
                }
            }
            cell(DevicesText.actColumn, frame) {
                if one.verdict != .mine { act(Paths.deviceVerdict, .sayMe, one, "moi", frame) }
                if one.verdict != .foreign { act(Paths.deviceVerdict, .sayNotMe, one, "pas-moi", frame) }
                if !one.isThis { act(Paths.deviceForgotten, .forget, one, nil, frame) }
            }
        }
    }

    private func act(
        _ path: String,
        _ text: DevicesText,
        _ one: UsedDevice,
        _ choice: String?,
        _ frame: Frame
    ) -> Node {
        Forms.post(path, frame, class: "inline") {
            Forms.hidden(FormNames.device, one.device.text)
            if let choice { Forms.hidden(FormNames.choice, choice) }
            Forms.submit(
                frame(text),
                class: "button quiet",
                Attribute("aria-label", frame(text) + ", " + frame(one.device.spoken))
            )
        }
    }
}
