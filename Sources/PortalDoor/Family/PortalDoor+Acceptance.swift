import Custody
import Foundation
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Taking an invitation up, or refusing it, without a record of one's own: letter and secret, then the codes that prove the ways
/// to be reached.
///
/// Between the two steps what was entered lies sealed under a key that the browser holds: the page carries no secret.
extension PortalDoor {
    func newRepresentativeForm(_ turn: Turn) -> Answer { .page(NewRepresentativePage()) }

    func newRepresentativeDone(_ turn: Turn) -> Answer {
        .page(NewRepresentativeDonePage(isAccepted: turn.asked("fait") != "refuse"))
    }

    /// Somebody unknown, a wrong code and a wrong day are answered alike.
    func beginAcceptance(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let read = OpeningForm(representative: form, settings.domain)
        func again(_ faults: [FieldFault]) -> Answer {
            .page(NewRepresentativePage(entered: read.entered, faults: faults), status: .unprocessableContent)
        }
        guard let request = read.request else { return again(read.faults) }
        let acceptance = RepresentationAcceptance(request)
        let (offer, proofs): (OfferedMandate, [ChannelProof])
        do {
            // What is accepted is seen before it is.
            (offer, proofs) = (
                try await service.offeredMandate(acceptance), try await service.beginRepresentation(acceptance)
            )
        } catch {
            switch error {
            case .notAccepted, .notFound: return again([FieldFault(FormNames.ins, FieldText.notAccepted.phrase)])
            case .weakSecret(let weakness): return again([FieldFault(FormNames.secret, weakness.text.phrase)])
            case .conflict("channel"): return again([FieldFault(FormNames.phone, FieldText.contactFault.phrase)])
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
            ActivationProofPage(way: .representation, proofs: proofs, offer: offer),
            cookies: [cookies.setting(key, in: cookies.shelf)]
        )
    }

    func completeAcceptance(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let owner = turn.browser.id.description
        let bytes = waiting.look(cookies.text(of: cookies.shelf, in: turn.request), of: owner, now: clock())
        guard let bytes, let request = try? JSONDecoder().decode(OpeningRequest.self, from: Data(bytes)) else {
            return .see(Paths.newRepresentative)
        }
        let acceptance = RepresentationAcceptance(request)
        var page = ActivationProofPage(way: .representation, proofs: ProofFields.proofs(form))
        guard !page.proofs.isEmpty else { return try await acceptUnproved(acceptance, owner) }
        page.offer = try? await service.offeredMandate(acceptance)
        let change = ChannelChange(phone: request.phone, email: request.email)
        return try await prove(page, form, cookies: [cookies.shelf.clearing], change) {
            typed async throws(ServiceError) in
            try await service.acceptRepresentation(acceptance, typed)
            waiting.clear(owner)
        }
    }

    /// Whoever acts for somebody already has an account, and no way to prove.
    private func acceptUnproved(_ acceptance: RepresentationAcceptance, _ owner: String) async throws -> Answer {
        do {
            try await service.acceptRepresentation(acceptance, [])
        } catch {
            guard error.isNotAccepted else { throw error }
            return .see(Paths.newRepresentative)
        }
        waiting.clear(owner)
        return .see(Paths.newRepresentativeDone, cookies: [cookies.shelf.clearing])
    }

    func refuseAnew(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let read = OpeningForm(representative: form, settings.domain)
        let needed = [FormNames.ins, FormNames.letterCode, FormNames.birthDate]
        let faults = read.faults.filter { needed.contains($0.field) }
        func again(_ faults: [FieldFault]) -> Answer {
            .page(NewRepresentativePage(entered: read.entered, faults: faults), status: .unprocessableContent)
        }
        let ins = Entries.ins(read.entered.ins, settings.domain).flatMap { QualifiedINS($0, in: settings.domain) }
        guard faults.isEmpty, let ins, let code = Entries.letterCode(read.entered.code),
            let birthDate = Entries.date(read.entered.birthDate)
        else { return again(faults) }
        do {
            try await service.refuseRepresentation(ins: ins, code: code, birthDate: birthDate)
        } catch {
            guard error.isNotAccepted else { throw error }
            return again([FieldFault(FormNames.ins, FieldText.notAccepted.phrase)])
        }
        return .see(Paths.newRepresentativeDone + "?fait=refuse")
    }
}

extension RepresentationAcceptance {
    /// From the same fields as an opening has.
    fileprivate init(_ request: OpeningRequest) {
        self.init(
            ins: request.ins,
            code: request.code,
            birthDate: request.birthDate,
            secret: request.secret,
            phone: request.phone,
            email: request.email
        )
    }
}
