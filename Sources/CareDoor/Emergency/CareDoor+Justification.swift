import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 6, afterwards: why the glass was broken, in the words of who broke it.
extension CareDoor {
    func justificationForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard let access = turn.document else { return .trouble(.notFound, handle: now.handle) }
        return .page(
            JustificationPage(
                handle: now.handle,
                traits: now.chart.traits,
                review: try await review(access, now)
            )
        )
    }

    func justify(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard let access = turn.document else { return .trouble(.notFound, handle: now.handle) }
        let text = form.text(Names.reason)
        guard (3...4000).contains(text.count) else {
            return .page(
                JustificationPage(
                    handle: now.handle,
                    traits: now.chart.traits,
                    review: try await review(access, now),
                    text: text,
                    faults: [FieldFault(Names.reason, CareNoticeText.justifyFault.phrase)]
                ),
                status: .unprocessableContent
            )
        }
        try await service.justifyEmergency(access, text, now.visit)
        var chart = now.chart
        chart.review = nil
        charts.open(chart, in: now.stay.cookie)
        return .see(Paths.patients)
    }

    /// What was done, read once in a chart: each reading is traced, and the patient reads of it.
    private func review(_ access: UniqueID, _ now: Consultation) async throws -> EmergencyReview {
        if let known = now.chart.review, known.access.id == access { return known }
        let found = try await service.reviewEmergency(access, now.visit)
        var chart = now.chart
        chart.review = found
        charts.open(chart, in: now.stay.cookie)
        return found
    }
}
