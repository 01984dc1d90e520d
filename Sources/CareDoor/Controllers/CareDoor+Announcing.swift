import HealthRecord
import PageKit
import RecordService
import Wording

/// Page 11: what the professional still has to announce.
extension CareDoor {
    func toAnnounce(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let entries = try await service.list(now.visit).clinical
        let waiting = entries.filter {
            $0.visibility.contains(.hiddenFromPatient) && isMine($0, now.stay) && $0.status == .approved
        }.sorted { $0.depositedAt < $1.depositedAt }
        return .page(
            AnnouncePage(
                handle: now.handle,
                lines: waiting.map { entry in
                    let day = ParisTime.civil(entry.depositedAt).date
                    return AnnouncePage.Line(
                        document: line(entry, now),
                        // CSP R1111-53: an invitation after two weeks, visible after one month.
                        reminder: CalendarDate(daysSinceEpoch: day.daysSinceEpoch + 14),
                        release: CalendarDate(daysSinceEpoch: day.daysSinceEpoch + 31),
                        isDue: now.today.daysSinceEpoch >= day.daysSinceEpoch + 14
                    )
                }
            )
        )
    }
}
