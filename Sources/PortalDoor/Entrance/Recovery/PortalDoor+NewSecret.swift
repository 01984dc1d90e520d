import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 5, by letter; an unknown person, a wrong code and a wrong day of birth are answered alike.
extension PortalDoor {
    func newSecretForm(_ turn: Turn) -> Answer { .page(NewSecretPage()) }
    func newSecretKept(_ turn: Turn) -> Answer { .page(NewSecretDonePage()) }

    func chooseNewSecret(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        func text(_ name: String) -> String { form.only(name)?.trimmed ?? "" }
        let (insText, codeText, dateText) = (
            text(FormNames.ins), text(FormNames.letterCode), text(FormNames.birthDate)
        )
        let secret = form.only(FormNames.secret) ?? ""
        let ins = Entries.ins(insText, settings.domain).flatMap { QualifiedINS($0, in: settings.domain) }
        let (code, birthDate) = (Entries.letterCode(codeText), Entries.date(dateText))
        func again(_ faults: [FieldFault]) -> Answer {
            .page(
                NewSecretPage(ins: insText, code: codeText, birthDate: dateText, faults: faults),
                status: .unprocessableContent
            )
        }
        var faults: [FieldFault] = []
        if ins == nil { faults.append(FieldFault(FormNames.ins, FieldText.insFault.phrase)) }
        if code == nil { faults.append(FieldFault(FormNames.letterCode, FieldText.letterCodeFault.phrase)) }
        if birthDate == nil { faults.append(FieldFault(FormNames.birthDate, FieldText.birthDateFault.phrase)) }
        if secret.unicodeScalars.count < SecretRule.minimumLength {
            faults.append(FieldFault(FormNames.secret, FieldText.tooShort.phrase))
        }
        if secret != form.only(FormNames.secretAgain) ?? "" {
            faults.append(FieldFault(FormNames.secretAgain, FieldText.secretAgainFault.phrase))
        }
        guard faults.isEmpty, let ins, let code, let birthDate else { return again(faults) }
        do {
            try await service.recoverSecret(ins: ins, code: code, birthDate: birthDate, secret: secret)
        } catch {
            switch error {
            case .notAccepted: return again([FieldFault(FormNames.ins, FieldText.notAccepted.phrase)])
            case .weakSecret(let weakness): return again([FieldFault(FormNames.secret, weakness.text.phrase)])
            default: throw error
            }
        }
        return .see(Paths.newSecretKept)
    }
}
