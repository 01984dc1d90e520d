import HealthRecord
import PageKit
import Wording

/// An access as a professional reads of it.
struct AccessLine: Sendable {
    private let sentence: Phrase
    private let remark: Phrase?
    private let isEmergency: Bool
    private let wasRefused: Bool

    init(_ event: TraceEvent) {
        let told = TraceSentence(event, reader: .other)
        sentence = told.sentence
        remark = told.remark
        isEmergency = event.mode != .normal
        wasRefused = event.outcome == .refused
    }

    func node(_ frame: Frame) -> Node {
        tag("li", .class(isEmergency ? "access emergency" : "access")) {
            if isEmergency || wasRefused {
                tag("p", .class("access-mark")) {
                    if isEmergency { mark(.alarm, frame(CareShellText.emergency), .warning) }
                    if wasRefused { mark(.lock, frame(CareHistoryText.refused), .quiet) }
                }
            }
            tag("p") { foreign(frame(sentence)) }
            if let remark { tag("p", .class("access-remark")) { foreign(frame(remark)) } }
        }
    }
}
