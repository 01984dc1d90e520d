import HealthRecord
import PageKit
import RecordService
import Wording

/// Page 11: what the professional still has to announce.
extension CareDoor {
    func toAnnounce(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let listing = try await service.list(now.visit)
        let waiting = listing.clinical.filter {
            $0.visibility.contains(.hiddenFromPatient) && isMine($0, now.stay) && $0.status == .approved
        }.sorted { $0.depositedAt < $1.depositedAt }
        return .page(
            AnnouncePage(
                handle: now.handle,
                lines: waiting.map { entry in
                    let terms = announcing(
                        from: ParisTime.civil(entry.depositedAt).date,
                        now.chart,
                        grace: listing.policy.announcementGrace
                    )
                    return AnnouncePage.Line(
                        document: line(entry, now),
                        reminder: terms.reminder,
                        release: terms.release,
                        isDue: terms.reminder.map { now.today >= $0 } ?? false
                    )
                }
            )
        )
    }
}
