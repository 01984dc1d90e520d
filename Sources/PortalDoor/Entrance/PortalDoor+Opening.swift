import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Pages 2 and 3: somebody unknown and somebody known who errs are answered alike.
extension PortalDoor {
    func openingForm(_ turn: Turn) -> Answer { .page(OpeningPage()) }

    func open(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let read = OpeningForm(form, settings.domain)
        func again(_ faults: [FieldFault]) -> Answer {
            .page(OpeningPage(entered: read.entered, faults: faults), status: .unprocessableContent)
        }
        guard let request = read.request else { return again(read.faults) }
        do {
            try await service.open(request)
        } catch {
            switch error {
            case .notAccepted: return again([FieldFault(FormNames.ins, FieldText.notAccepted.phrase)])
            case .weakSecret(let weakness): return again([FieldFault(FormNames.secret, weakness.text.phrase)])
            default: throw error
            }
        }
        return .see(Paths.opened)
    }

    func firstAccessForm(_ turn: Turn) -> Answer { .page(OpeningPage(way: .firstAccess)) }

    /// Activates a record that opened by itself, by a professional, or whose holder came of age: the secret is chosen now.
    func activateOpened(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let read = OpeningForm(form, settings.domain, needsConsent: false)
        func again(_ faults: [FieldFault]) -> Answer {
            .page(
                OpeningPage(way: .firstAccess, entered: read.entered, faults: faults),
                status: .unprocessableContent
            )
        }
        guard let request = read.request else { return again(read.faults) }
        do {
            try await service.activateOpened(request)
        } catch {
            switch error {
            case .notAccepted: return again([FieldFault(FormNames.ins, FieldText.notAccepted.phrase)])
            case .weakSecret(let weakness): return again([FieldFault(FormNames.secret, weakness.text.phrase)])
            default: throw error
            }
        }
        return .see(Paths.activated)
    }

    func activationForm(_ turn: Turn) -> Answer { .page(ActivationPage()) }

    func activate(_ turn: Turn, _ form: FormFields) async throws -> Answer {
        let text = form.only(FormNames.ins)?.trimmed ?? ""
        let codeText = form.only(FormNames.letterCode)?.trimmed ?? ""
        let secret = form.only(FormNames.secret) ?? ""
        func again(_ faults: [FieldFault]) -> Answer {
            .page(ActivationPage(ins: text, code: codeText, faults: faults), status: .unprocessableContent)
        }
        let ins = Entries.ins(text, settings.domain).flatMap { QualifiedINS($0, in: settings.domain) }
        let code = Entries.letterCode(codeText)
        var faults: [FieldFault] = []
        if ins == nil { faults.append(FieldFault(FormNames.ins, FieldText.insFault.phrase)) }
        if code == nil { faults.append(FieldFault(FormNames.letterCode, FieldText.letterCodeFault.phrase)) }
        if secret.isEmpty { faults.append(FieldFault(FormNames.secret, FieldText.secretFault.phrase)) }
        guard faults.isEmpty, let ins, let code else { return again(faults) }
        do {
            try await service.activate(ins: ins, code: code, secret: secret)
        } catch {
            guard error.isNotAccepted else { throw error }
            return again([FieldFault(FormNames.ins, FieldText.notAccepted.phrase)])
        }
        return .see(Paths.activated)
    }
}

extension ServiceError {
    /// Whether a code, an identifier or a secret was not accepted; it says no more than that.
    var isNotAccepted: Bool {
        if case .notAccepted = self { true } else { false }
    }
}
