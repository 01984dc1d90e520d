import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// A road by letter in two steps: letter and secret, then the codes that prove the ways to be reached.
extension PortalDoor {
    /// First step; an unknown person, a wrong code and a wrong secret are answered alike.
    func begin(
        _ way: ActivationProofPage.Way,
        _ read: LetterForm,
        again page: (LetterEntry, [FieldFault]) -> any Page,
        _ send: (LetterForm.Request) async throws(ServiceError) -> [ChannelProof]
    ) async throws -> Answer {
        func again(_ faults: [FieldFault]) -> Answer {
            .page(page(read.entered, faults), status: .unprocessableContent)
        }
        guard let request = read.request else { return again(read.faults) }
        do {
            let proofs = try await send(request)
            return .page(
                ActivationProofPage(
                    way: way,
                    ins: read.entered.ins,
                    phone: read.entered.phone,
                    email: read.entered.email,
                    proofs: proofs
                )
            )
        } catch {
            switch error {
            case .notAccepted: return again([FieldFault(FormNames.ins, FieldText.notAccepted.phrase)])
            case .conflict("channel"): return again([FieldFault(FormNames.phone, FieldText.contactFault.phrase)])
            default: throw error
            }
        }
    }

    /// Second step; whoever comes to it without the first begins with that.
    func complete(
        _ way: ActivationProofPage.Way,
        _ form: FormFields,
        _ complete: (QualifiedINS, [TypedProof], ChannelChange) async throws(ServiceError) -> Void
    ) async throws -> Answer {
        let text = form.only(FormNames.ins)?.trimmed ?? ""
        let reach = Reach(form)
        let proofs = ProofFields.proofs(form)
        guard !proofs.isEmpty, reach.faults.isEmpty,
            let ins = Entries.ins(text, settings.domain).flatMap({ QualifiedINS($0, in: settings.domain) })
        else { return .see(way.paths.start) }
        let page = ActivationProofPage(way: way, ins: text, phone: reach.phone, email: reach.email, proofs: proofs)
        return try await prove(page, form, of: ins, reach.change) { typed async throws(ServiceError) in
            try await complete(ins, typed, reach.change)
        }
    }

    /// Takes the codes of a page of proofs: a way whose code does not come is left empty, and one at least is proved.
    func prove(
        _ page: ActivationProofPage,
        _ form: FormFields,
        cookies: [String] = [],
        of ins: QualifiedINS? = nil,
        _ change: ChannelChange,
        _ complete: ([TypedProof]) async throws(ServiceError) -> Void
    ) async throws -> Answer {
        func again(_ wrong: [ChannelProof], _ fault: Phrase) -> Answer {
            var page = page
            page.faults = wrong.map { FieldFault(ProofFields.codeName($0.channel), fault) }
            return .page(page, status: .unprocessableContent)
        }
        let given = page.proofs.map { (proof: $0, typed: ProofFields.typed($0, form)) }
            .filter { !$0.typed.code.isEmpty }
        guard !given.isEmpty else { return again(page.proofs, FieldText.codeFault.phrase) }
        let short = given.filter { $0.typed.code.utf8.count != 6 }.map(\.proof)
        guard short.isEmpty else { return again(short, FieldText.codeFault.phrase) }
        do {
            try await complete(given.map(\.typed))
        } catch {
            switch error {
            case .notAccepted:
                guard try await service.areProofsOver(page.proofs.map(\.token), of: ins, change) else {
                    let isOver = try await service.areProofsOver(given.map(\.typed.token), of: ins, change)
                    return again(given.map(\.proof), isOver ? SignInText.codeUsedUp.phrase : FieldText.codeFault.phrase)
                }
                var page = page
                page.end = page.proofs.allSatisfy { $0.expires <= clock() } ? .expired : .usedUp
                return .page(page, status: .unprocessableContent)
            case .conflict("channel"): return again(given.map(\.proof), ActivationText.needsAnother.phrase)
            default: throw error
            }
        }
        return .see(page.way.paths.done, cookies: cookies)
    }
}
