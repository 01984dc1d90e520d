import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 5, by letter, both steps.
extension PortalDoor {
    func lostWayForm(_ turn: Turn) -> Answer { .page(LostWayPage()) }
    func lostWayKept(_ turn: Turn) -> Answer { .page(LostWayDonePage()) }

    func beginLostWay(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        try await begin(
            .lostWay,
            LetterForm(form, settings.domain, ways: .written),
            again: { LostWayPage(entered: $0, faults: $1) },
            { request async throws(ServiceError) in
                try await service.beginWayRecovery(
                    ins: request.ins,
                    code: request.code,
                    secret: request.secret,
                    request.change
                )
            }
        )
    }

    func completeLostWay(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        try await complete(.lostWay, form) { ins, typed, change async throws(ServiceError) in
            try await service.completeWayRecovery(ins: ins, typed, change)
        }
    }
}
