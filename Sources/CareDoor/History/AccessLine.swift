import HealthRecord
import PageKit
import Wording

/// An access as a professional reads of it.
struct AccessLine: Sendable {
    /// When, in France: the page may say the day once for many.
    let at: Instant
    private let sentence: Phrase
    private let untimed: Phrase
    private let remark: Phrase?
    private let isEmergency: Bool
    private let wasRefused: Bool

    init(_ event: TraceEvent) {
        let told = TraceSentence(event, reader: .other)
        at = event.time
        sentence = told.sentence
        untimed = told.untimed
        remark = told.remark
        isEmergency = event.mode != .normal
        wasRefused = event.outcome == .refused
    }

    /// A line that stands alone, with its day.
    func node(_ frame: Frame) -> Node {
        tag("li", .class(isEmergency ? "access emergency" : "access")) { account(sentence, frame) }
    }

    /// A line below its day: the time, then who and what.
    func timed(_ frame: Frame) -> Node {
        tag("li", .class(isEmergency ? "access timed emergency" : "access timed")) {
            tag("p", .class("access-time")) { frame(DateText.time(at)) }
            tag("div") { account(untimed, frame) }
        }
    }

    @HTMLBuilder
    private func account(_ words: Phrase, _ frame: Frame) -> [Node] {
        if isEmergency || wasRefused {
            tag("p", .class("access-mark")) {
                if isEmergency { mark(.alarm, frame(CareShellText.emergency), .warning) }
                if wasRefused { mark(.lock, frame(CareHistoryText.refused), .quiet) }
            }
        }
        tag("p") { foreign(frame(words)) }
        if let remark { tag("p", .class("access-remark")) { foreign(frame(remark)) } }
    }
}

/// The accesses of one day in France.
struct AccessDay: Sendable {
    let day: CalendarDate
    private(set) var lines: [AccessLine]

    /// Lines in their order, those of one day together.
    static func grouped(_ lines: [AccessLine]) -> [AccessDay] {
        var days: [AccessDay] = []
        for line in lines {
            let day = ParisTime.civil(line.at).date
            if days.last?.day == day {
                days[days.count - 1].lines.append(line)
            } else {
                days.append(AccessDay(day: day, lines: [line]))
            }
        }
        return days
    }

    func node(_ frame: Frame) -> Node {
        let id = "jour-\(day.iso8601)"
        return tag("section", .class("day"), .labelled(by: id)) {
            tag("h2", .id(id)) { frame(DateText.date(day)) }
            tag("ul", .class("accesses panel")) { for line in lines { line.timed(frame) } }
        }
    }
}
