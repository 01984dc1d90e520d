import Custody
import Foundation
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// An objection to a record that would open by itself: a wrong code, a wrong date of birth and somebody to whom nothing was
/// announced are answered alike.
extension PortalDoor {
    func objectionForm(_ turn: Turn) -> Answer { .page(ObjectionPage()) }

    func object(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        func text(_ name: String) -> String { form.only(name)?.trimmed ?? "" }
        let entered = ObjectionPage.Entered(
            ins: text(FormNames.ins),
            code: text(FormNames.letterCode),
            birthDate: text(FormNames.birthDate)
        )
        func again(_ faults: [FieldFault]) -> Answer {
            .page(ObjectionPage(entered: entered, faults: faults), status: .unprocessableContent)
        }
        let ins = Entries.ins(entered.ins, settings.domain).flatMap { QualifiedINS($0, in: settings.domain) }
        let code = Entries.letterCode(entered.code)
        let birthDate = Entries.date(entered.birthDate)
        var faults: [FieldFault] = []
        if ins == nil { faults.append(FieldFault(FormNames.ins, FieldText.insFault.phrase)) }
        if code == nil { faults.append(FieldFault(FormNames.letterCode, FieldText.letterCodeFault.phrase)) }
        if birthDate == nil { faults.append(FieldFault(FormNames.birthDate, FieldText.birthDateFault.phrase)) }
        if form.only(FormNames.consent) != "oui" {
            faults.append(FieldFault(FormNames.consent, ObjectionText.tickFault.phrase))
        }
        guard faults.isEmpty, let ins, let code, let birthDate else { return again(faults) }
        do {
            let proof = try await service.oppose(ins: ins, code: code, birthDate: birthDate)
            guard let state = try? JSONEncoder().encode(proof) else { return .trouble(.paused) }
            let kept = cookies.setting(seal.sealed(Array(state)), in: cookies.proof)
            return .see(Paths.objectionDone, cookies: [kept])
        } catch {
            guard error.isNotAccepted else { throw error }
            return again([FieldFault(FormNames.ins, FieldText.notAccepted.phrase)])
        }
    }

    func objected(_ turn: Turn) -> Answer { .page(ObjectionDonePage(hasProof: proof(turn) != nil)) }

    func objectionSheet(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        guard let proof = proof(turn) else { return .see(Paths.objectionDone, cookies: [cookies.proof.clearing]) }
        let sheet = ObjectionSheet(proof: proof, service: settings.sheet)
        guard let bytes = try? sheet.printed(turn.language) else { return .trouble(.paused) }
        return .raw(FileResponse.saved(bytes, named: "attestation-opposition-dmp.pdf", type: "application/pdf"))
    }

    /// The proof that this browser was given half an hour ago at most: others may sit there after.
    private func proof(_ turn: Turn) -> OppositionProof? {
        guard let bytes = cookies.text(of: cookies.proof, in: turn.request).flatMap(seal.opened),
            let proof = try? JSONDecoder().decode(OppositionProof.self, from: Data(bytes)),
            (0..<1800).contains(clock().seconds(since: proof.at))
        else { return nil }
        return proof
    }
}
