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
    /// What stands for the day in France on which something came in: there the law's terms run, at night as well.
    public static func hiddenSince(_ depositedAt: Instant) -> Instant { depositedAt.dayInFrance.midnight }

    /// Where the document stands on a day under a set of rules, in a record with such a respite.
    public func announcement(
        on day: CalendarDate,
        in set: PolicySet,
        grace: AnnouncementGrace? = nil
    ) -> Announcement {
        announcement(on: day, notice: set.switches.announceAfter, release: set.switches.releaseAfter, grace: grace)
    }

    func announcement(
        on day: CalendarDate,
        notice: Period?,
        release: Period?,
        grace: AnnouncementGrace?
    ) -> Announcement {
        guard visibility.contains(.hiddenFromPatient) else { return .notHidden }
        guard let since = hiddenSince?.date else { return .waiting }
        if let release, day >= release.day(from: since, with: grace) { return .released }
        if let notice, day >= notice.end(from: since) { return .noticeDue }
        return .waiting
    }
}

extension PolicySet {
    /// The last day of which nothing can wait to be announced any more (CSP R1111-53); nil where the rules set no term.
    ///
    /// It follows from the rules, the day and the record's own turns alone, and so tells nothing of what a record holds.
    public func announcedThrough(on today: CalendarDate, grace: AnnouncementGrace?) -> CalendarDate? {
        guard let grace, grace.isRunning(on: today) else { return releaseAfter?.lastStart(endingBy: today) }
        return grace.from.flatMap { releaseAfter?.lastStart(endingBy: min($0, today)) }
    }

    /// The day on which what has been hidden since a day becomes visible; nil where the rules set no term.
    public func releaseDay(ofHiddenSince since: CalendarDate, grace: AnnouncementGrace?) -> CalendarDate? {
        releaseAfter?.day(from: since, with: grace)
    }

    /// The respite of a record whose terms begin to come again on a day; nil where none comes.
    public func announcementGrace(from: CalendarDate?, since today: CalendarDate) -> AnnouncementGrace? {
        guard let announceAfter, releaseAfter != nil else { return nil }
        return AnnouncementGrace(from: from, since: today, until: announceAfter.end(from: today))
    }
}

extension RuleBook {
    /// A policy as it stands once its record has passed to another set.
    ///
    /// Where the other set releases at another time, what is due by it at once has a respite first.
    public func moved(_ policy: RecordPolicy, to set: String, on today: CalendarDate) -> RecordPolicy {
        var moved = policy
        moved.policySet = set
        let former = policySets[policy.policySet]?.releaseAfter
        guard let latter = policySets[set], latter.releaseAfter != former else { return moved }
        moved.announcementGrace = latter.announcementGrace(from: nil, since: today)
        return moved
    }
}

extension Period {
    /// The day of the release that this period sets, or the end of the respite that it falls under.
    fileprivate func day(from since: CalendarDate, with grace: AnnouncementGrace?) -> CalendarDate {
        let day = end(from: since)
        guard let grace, grace.covers(day) else { return day }
        return max(day, grace.until)
    }
}
