import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Pages 2 and 3: somebody unknown and somebody known who errs are answered alike.
extension PortalDoor {
    func openingForm(_ turn: Turn) -> Answer { .page(OpeningPage(offered: offeredAtOpening)) }

    /// What the set of new records lets a holder choose for emergencies.
    ///
    /// A letter may belong to another set: which one is nobody's to know before the letter is proved.
    var offeredAtOpening: Set<EmergencyChoice> { service.openingTerms?.emergencyChoices ?? [] }

    /// Says at the entrance what every page behind it would say: a minor without an access of his own opens none.
    ///
    /// It is judged by the day that was typed and a public rule, and tells nothing of anybody.
    func tooYoung(_ birthDate: CalendarDate) -> FieldFault? {
        guard !service.givesOwnAccess(born: birthDate, on: ParisTime.civil(clock()).date) else { return nil }
        return FieldFault(FormNames.birthDate, FieldText.minorFault.phrase)
    }

    func open(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let read = OpeningForm(form, settings.domain, offered: offeredAtOpening)
        func again(_ faults: [FieldFault]) -> Answer {
            .page(
                OpeningPage(entered: read.entered, faults: faults, offered: offeredAtOpening),
                status: .unprocessableContent
            )
        }
        guard let request = read.request else { return again(read.faults) }
        if let fault = tooYoung(request.birthDate) { return again([fault]) }
        do {
            try await service.open(request)
        } catch {
            switch error {
            case .notAccepted: return again([FieldFault(FormNames.ins, FieldText.notAccepted.phrase)])
            case .weakSecret(let weakness): return again([FieldFault(FormNames.secret, weakness.text.phrase)])
            case .conflict(let what):
                guard let fault = FieldFault(wish: what) else { throw error }
                return again([fault])
            default: throw error
            }
        }
        return .see(Paths.opened)
    }
}

extension ServiceError {
    /// Whether a minor was refused for want of an access of his own.
    var isOfMinor: Bool {
        if case .refused(let refusal) = self { refusal.rule == RuleID.minorWithoutAccess.rawValue } else { false }
    }

    /// Whether a code, an identifier or a secret was not accepted; it says no more than that.
    var isNotAccepted: Bool {
        if case .notAccepted = self { true } else { false }
    }
}
