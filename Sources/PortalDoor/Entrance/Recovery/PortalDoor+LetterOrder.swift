import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Orders a lost letter anew; somebody known and somebody unknown are answered alike.
extension PortalDoor {
    func letterForm(_ turn: Turn) -> Answer { .page(LetterOrderPage()) }
    func letterOrdered(_ turn: Turn) -> Answer { .page(LetterOrderedPage(phone: settings.sheet.helpPhone)) }

    func orderLetter(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let text = form.only(FormNames.ins)?.trimmed ?? ""
        let dateText = form.only(FormNames.birthDate)?.trimmed ?? ""
        let ins = Entries.ins(text, settings.domain).flatMap { QualifiedINS($0, in: settings.domain) }
        let birthDate = Entries.date(dateText)
        var faults: [FieldFault] = []
        if ins == nil { faults.append(FieldFault(FormNames.ins, FieldText.insFault.phrase)) }
        if birthDate == nil { faults.append(FieldFault(FormNames.birthDate, FieldText.birthDateFault.phrase)) }
        guard faults.isEmpty, let ins, let birthDate else {
            let page = LetterOrderPage(ins: text, birthDate: dateText, faults: faults)
            return .page(page, status: .unprocessableContent)
        }
        // That it was taken says nothing, and so it says so no sooner to anybody.
        try await settings.refusalFloor.hold(by: settings.refusalClock, when: { _ in true }) {
            try await service.orderLetter(ins: ins, birthDate: birthDate)
        }
        return .see(Paths.letterOrdered)
    }
}
