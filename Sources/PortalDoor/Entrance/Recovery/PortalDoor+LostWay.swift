import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 5, by letter, both steps; an unknown person, a wrong code and a wrong secret are answered alike.
extension PortalDoor {
    func lostWayForm(_ turn: Turn) -> Answer { .page(LostWayPage()) }
    func lostWayKept(_ turn: Turn) -> Answer { .page(LostWayDonePage()) }

    func beginLostWay(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let text = form.only(FormNames.ins)?.trimmed ?? ""
        let codeText = form.only(FormNames.letterCode)?.trimmed ?? ""
        let secret = form.only(FormNames.secret) ?? ""
        let reach = Reach(form)
        func again(_ faults: [FieldFault]) -> Answer {
            .page(
                LostWayPage(ins: text, code: codeText, phone: reach.phone, email: reach.email, faults: faults),
                status: .unprocessableContent
            )
        }
        let ins = Entries.ins(text, settings.domain).flatMap { QualifiedINS($0, in: settings.domain) }
        let code = Entries.letterCode(codeText)
        var faults: [FieldFault] = []
        if ins == nil { faults.append(FieldFault(FormNames.ins, FieldText.insFault.phrase)) }
        if code == nil { faults.append(FieldFault(FormNames.letterCode, FieldText.letterCodeFault.phrase)) }
        if secret.isEmpty { faults.append(FieldFault(FormNames.secret, FieldText.secretFault.phrase)) }
        faults += reach.faults
        if reach.isEmpty { faults.append(FieldFault(FormNames.phone, FieldText.contactFault.phrase)) }
        guard faults.isEmpty, let ins, let code else { return again(faults) }
        do {
            let proofs = try await service.beginWayRecovery(ins: ins, code: code, secret: secret, reach.change)
            return .page(
                ActivationProofPage(way: .lostWay, ins: text, phone: reach.phone, email: reach.email, proofs: proofs)
            )
        } catch {
            switch error {
            case .notAccepted: return again([FieldFault(FormNames.ins, FieldText.notAccepted.phrase)])
            case .conflict("channel"): return again([FieldFault(FormNames.phone, FieldText.contactFault.phrase)])
            default: throw error
            }
        }
    }

    func completeLostWay(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let text = form.only(FormNames.ins)?.trimmed ?? ""
        let reach = Reach(form)
        let proofs = ProofFields.proofs(form)
        guard !proofs.isEmpty, reach.faults.isEmpty,
            let ins = Entries.ins(text, settings.domain).flatMap({ QualifiedINS($0, in: settings.domain) })
        else { return .see(Paths.lostWay) }
        let page = ActivationProofPage(
            way: .lostWay,
            ins: text,
            phone: reach.phone,
            email: reach.email,
            proofs: proofs
        )
        return try await prove(page, form, of: ins, reach.change) { typed async throws(ServiceError) in
            try await service.completeWayRecovery(ins: ins, typed, reach.change)
        }
    }
}
