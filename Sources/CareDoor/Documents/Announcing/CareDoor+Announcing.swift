import AccessRules
import Custody
import HealthRecord
import PageKit
import RecordService
import Wording

/// Page 11: what the professional still has to announce.
extension CareDoor {
    func toAnnounce(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let (entries, grace) = try await entriesAtHand(now)
        let waiting = entries.filter {
            $0.visibility.contains(.hiddenFromPatient) && isMine($0, now.stay) && $0.status == .approved
        }.sorted { $0.depositedAt < $1.depositedAt }
        return .page(
            AnnouncePage(
                handle: now.handle,
                access: announcing(now),
                lines: waiting.map { entry in
                    let terms = announcing(
                        from: ParisTime.civil(entry.depositedAt).date,
                        now.chart,
                        grace: grace
                    )
                    return AnnouncePage.Line(
                        document: line(entry, now),
                        reminder: terms.reminder,
                        release: terms.release,
                        isDue: terms.reminder.map { now.today >= $0 } ?? false
                    )
                },
                notice: turn.asked(Names.done) == DocumentChoice.reveal.rawValue ? DocumentChoice.reveal.done : nil
            )
        )
    }

    /// What the author may do about what he filed: with a leave all of it, without one announce it, refused by name nothing.
    private func announcing(_ now: Consultation) -> AnnouncePage.Access {
        guard !reads(now) else { return .all }
        if now.chart.standing == .blocked { return .refused }
        // Where a leave would open nothing, the law bans him from all but filing.
        return now.ways.acts.contains(.search) ? .announcing : .shut
    }

    /// Whether the list of documents would open, as far as the search has told.
    func reads(_ now: Consultation) -> Bool {
        // A desk files nothing of its own, and is refused as before.
        now.stay.isDesk || now.chart.standing == .valid || now.chart.mode != .normal
    }

    /// Whether he sees documents at all: who files for others, or whose profession a leave would open nothing to, does not.
    func lists(_ now: Consultation) -> Bool {
        !now.stay.isDesk && reads(now) && now.ways.acts.contains(.search)
    }

    /// What he filed himself, which he may refer to without leave to read (TD3.1b).
    func ownEntries(_ now: Consultation) async throws(ServiceError) -> [DocumentEntry] {
        try await service.ownDocuments(now.visit).entries.filter(\.isOnDisplay)
    }

    /// The documents that somebody sees in the list, or, without leave to read it, those that he filed (TD3.1b).
    func entriesAtHand(_ now: Consultation) async throws(ServiceError) -> ([DocumentEntry], AnnouncementGrace?) {
        guard reads(now) else {
            let own = try await service.ownDocuments(now.visit)
            return (own.entries.filter(\.isOnDisplay), own.grace)
        }
        let listing = try await service.list(now.visit)
        return (listing.clinical, listing.policy.announcementGrace)
    }
}
