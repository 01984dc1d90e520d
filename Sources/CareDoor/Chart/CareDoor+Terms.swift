import AccessRules
import HealthRecord
import PageKit
import RecordService
import Wording

/// When a document that waits to be announced is recalled, and when it shows itself, by the record's own set of rules
/// (CSP R1111-53).
struct AnnouncingTerms: Sendable {
    /// When the patient is told that something waits; nil where no rule says so.
    let reminder: CalendarDate?
    /// When it becomes visible by itself; nil where no rule says so.
    let release: CalendarDate?

    /// Both in a sentence.
    var hint: Phrase? {
        switch (reminder, release) {
        case (let reminder?, let release?):
            CareAddText.release(notice: DateText.date(reminder), release: DateText.date(release))
        case (nil, let release?): CareAddText.release(DateText.date(release))
        case (let reminder?, nil): CareAddText.reminder(DateText.date(reminder))
        case (nil, nil): nil
        }
    }
}

/// What pages take from the set of rules under which a record lives.
extension CareDoor {
    /// The set of an open record; nil before it is known.
    func terms(of chart: Chart) -> PolicySet? { service.policySet(named: chart.policySet) }

    /// What a record's set lets its holder decide of emergencies; nothing before the set is known.
    func emergencies(of chart: Chart) -> Set<EmergencyChoice> { terms(of: chart)?.emergencyChoices ?? [] }

    /// Whether the patient is under age, as the set counts it.
    func isMinor(_ chart: Chart, on day: CalendarDate) -> Bool {
        chart.traits.birthDate.age(on: day) < (terms(of: chart)?.majorityAge ?? 18)
    }

    /// Whether a secret connection can be opened or closed: for minors, where the set has it, from the age that it names.
    func offersSecrecy(_ chart: Chart, on day: CalendarDate) -> Bool {
        guard chart.mode == .normal, chart.bounds == nil, isMinor(chart, on: day),
            let age = terms(of: chart)?.secretConnectionAge
        else {
            return false
        }
        return chart.traits.birthDate.age(on: day) >= age
    }

    /// The days on which something filed on a day is recalled and shown, in a record with such a respite.
    func announcing(
        from day: CalendarDate,
        _ chart: Chart,
        grace: AnnouncementGrace? = nil
    ) -> AnnouncingTerms {
        let set = terms(of: chart)
        return AnnouncingTerms(
            reminder: set?.announceAfter.map { $0.end(from: day) },
            release: set?.releaseDay(ofHiddenSince: day, grace: grace)
        )
    }
}
