import Custody
import HealthRecord
import PageKit
import RecordService
import Wording

/// Page 17: the treating physician sees all, everybody else his own acts.
extension CareDoor {
    private static let historyCount = 50

    func history(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let before = HistoryCursor(turn.asked(Names.before))
        let page = try await service.history(before: before, limit: Self.historyCount, now.visit)
        return .page(
            HistoryPage(
                handle: now.handle,
                showsAll: page.events.contains { $0.actor != now.visit.actor } || now.chart.isTreating,
                lines: page.events.map { event in
                    let told = TraceSentence(event, reader: .other)
                    return HistoryPage.Line(
                        sentence: told.sentence,
                        remark: told.remark,
                        isEmergency: event.mode != .normal,
                        wasRefused: event.outcome == .refused
                    )
                },
                next: page.next
            )
        )
    }
}
