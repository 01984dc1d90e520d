import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 3: letter and secret, then the codes that prove the ways to be reached.
extension PortalDoor {
    func activationForm(_ turn: Turn) -> Answer { .page(ActivationPage()) }

    func beginActivation(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        try await begin(
            .activation,
            LetterForm(form, settings.domain, ways: .asOnFile),
            again: { ActivationPage(entered: $0, faults: $1) },
            { request async throws(ServiceError) in
                try await service.beginActivation(
                    ins: request.ins,
                    code: request.code,
                    secret: request.secret,
                    request.change
                )
            }
        )
    }

    func completeActivation(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        try await complete(.activation, form) { ins, typed, change async throws(ServiceError) in
            try await service.completeActivation(ins: ins, typed, change)
        }
    }
}
