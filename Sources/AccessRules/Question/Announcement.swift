public import HealthRecord

/// Where a document hidden from the patient stands until it has been announced (CSP R1111-53).
public enum Announcement: String, Hashable, Sendable, CaseIterable {
    /// It is not hidden from the patient.
    case notHidden
    /// It waits for the consultation in which it is told.
    case waiting
    /// The patient is to be told that there is news, and to see a professional.
    case noticeDue
    /// The term has come: it is visible.
    case released
}

extension DocumentFacts {
    /// Where the document stands on a day under a set of rules.
    public func announcement(on day: CalendarDate, in set: PolicySet) -> Announcement {
        announcement(on: day, notice: set.switches.announceAfter, release: set.switches.releaseAfter)
    }

    func announcement(on day: CalendarDate, notice: Period?, release: Period?) -> Announcement {
        guard visibility.contains(.hiddenFromPatient) else { return .notHidden }
        guard let since = hiddenSince?.date else { return .waiting }
        if let release, day >= release.end(from: since) { return .released }
        if let notice, day >= notice.end(from: since) { return .noticeDue }
        return .waiting
    }
}

extension PolicySet {
    /// The last day of which nothing can wait to be announced any more (CSP R1111-53); nil where the rules set no term.
    ///
    /// It follows from the rules and the day alone, and so tells nothing of what a record holds.
    public func announcedThrough(on today: CalendarDate) -> CalendarDate? {
        releaseAfter?.lastStart(endingBy: today)
    }
}
