import Custody
import Foundation
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// The first access to a record that opened by itself, by a professional, or whose holder came of age, in two steps.
///
/// Between them what was entered lies sealed under a key that the browser holds: the page carries no secret.
extension PortalDoor {
    func firstAccessForm(_ turn: Turn) -> Answer { .page(OpeningPage(way: .firstAccess, offered: offeredAtOpening)) }

    func beginFirstAccess(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let read = OpeningForm(form, settings.domain, offered: offeredAtOpening, needsConsent: false)
        func again(_ faults: [FieldFault]) -> Answer {
            .page(
                OpeningPage(way: .firstAccess, entered: read.entered, faults: faults, offered: offeredAtOpening),
                status: .unprocessableContent
            )
        }
        guard let request = read.request else { return again(read.faults) }
        if let fault = tooYoung(request.birthDate) { return again([fault]) }
        let proofs: [ChannelProof]
        do {
            proofs = try await service.beginFirstAccess(request)
        } catch {
            switch error {
            case .notAccepted: return again([FieldFault(FormNames.ins, FieldText.notAccepted.phrase)])
            case .weakSecret(let weakness): return again([FieldFault(FormNames.secret, weakness.text.phrase)])
            case .conflict("channel"): return again([FieldFault(FormNames.phone, FieldText.contactFault.phrase)])
            case .conflict(let what):
                guard let fault = FieldFault(wish: what) else { throw error }
                return again([fault])
            default: throw error
            }
        }
        guard
            let key = waiting.put(
                Array(try JSONEncoder().encode(request)),
                for: turn.browser.id.description,
                now: clock()
            )
        else { return .trouble(.paused) }
        return .page(
            ActivationProofPage(way: .firstAccess, proofs: proofs),
            cookies: [cookies.setting(key, in: cookies.shelf)]
        )
    }

    func completeFirstAccess(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let owner = turn.browser.id.description
        let bytes = waiting.look(cookies.text(of: cookies.shelf, in: turn.request), of: owner, now: clock())
        let page = ActivationProofPage(way: .firstAccess, proofs: ProofFields.proofs(form))
        guard !page.proofs.isEmpty, let bytes,
            let request = try? JSONDecoder().decode(OpeningRequest.self, from: Data(bytes))
        else { return .see(Paths.firstAccess) }
        let change = ChannelChange(phone: request.phone, email: request.email)
        return try await prove(page, form, cookies: [cookies.shelf.clearing], change) {
            typed async throws(ServiceError) in
            try await service.completeFirstAccess(request, typed)
            waiting.clear(owner)
        }
    }
}
