import AccessRules
import Custody
import HealthRecord
import PageKit
import ServerKit
import Wording

/// The form of page 2, from its fields to a request or to what is wrong with it.
struct OpeningForm: Sendable {
    /// What was entered and is shown again; no secret is among it.
    struct Entered: Equatable, Sendable {
        var ins = ""
        var code = ""
        var birthDate = ""
        var phone = ""
        var email = ""
        var consents = false
        var allowsBreakGlass = true
        var allowsRegulation = true
        var opensMasked = false
    }

    let entered: Entered
    let faults: [FieldFault]
    let request: OpeningRequest?

    /// The same fields, from somebody who accepts to act for another: no notice to consent to.
    init(representative form: FormFields, _ domain: IdentityDomain) {
        self.init(form, domain, offered: [], needsConsent: false)
    }

    /// - Parameter offered: the wishes for emergencies that the page asked for; of others nothing is said.
    init(
        _ form: FormFields,
        _ domain: IdentityDomain,
        offered: Set<EmergencyChoice>,
        needsConsent: Bool = true
    ) {
        func text(_ name: String) -> String { form.only(name)?.trimmed ?? "" }
        func isTicked(_ name: String) -> Bool { form.only(name) == "oui" }
        let entered = Entered(
            ins: text(FormNames.ins),
            code: text(FormNames.letterCode),
            birthDate: text(FormNames.birthDate),
            phone: text(FormNames.phone),
            email: text(FormNames.email),
            consents: isTicked(FormNames.consent),
            allowsBreakGlass: isTicked(FormNames.breakGlass),
            allowsRegulation: isTicked(FormNames.regulation),
            opensMasked: isTicked(FormNames.masked)
        )
        let secret = form.only(FormNames.secret) ?? ""
        let ins = Entries.ins(entered.ins, domain).flatMap { QualifiedINS($0, in: domain) }
        let code = Entries.letterCode(entered.code)
        let birthDate = Entries.date(entered.birthDate)
        let phone = Entries.phone(entered.phone)
        let email = Entries.email(entered.email)
        var faults: [FieldFault] = []
        func fault(_ field: String, _ text: FieldText, unless isRight: Bool) {
            if !isRight { faults.append(FieldFault(field, text.phrase)) }
        }
        fault(FormNames.ins, .insFault, unless: ins != nil)
        fault(FormNames.letterCode, .letterCodeFault, unless: code != nil)
        fault(FormNames.birthDate, .birthDateFault, unless: birthDate != nil)
        fault(FormNames.consent, .consentFault, unless: entered.consents || !needsConsent)
        fault(FormNames.secret, .tooShort, unless: secret.unicodeScalars.count >= SecretRule.minimumLength)
        fault(FormNames.secretAgain, .secretAgainFault, unless: secret == form.only(FormNames.secretAgain) ?? "")
        fault(FormNames.phone, .phoneFault, unless: entered.phone.isEmpty || phone != nil)
        fault(FormNames.email, .emailFault, unless: entered.email.isEmpty || email != nil)
        fault(FormNames.phone, .contactFault, unless: !(entered.phone.isEmpty && entered.email.isEmpty))
        self.entered = entered
        self.faults = faults
        guard faults.isEmpty, let ins, let code, let birthDate else {
            request = nil
            return
        }
        request = OpeningRequest(
            ins: ins,
            code: code,
            birthDate: birthDate,
            secret: secret,
            phone: phone,
            email: email,
            stating: StatedWishes(
                EmergencyWishes(
                    refusesBreakGlass: !entered.allowsBreakGlass,
                    refusesRegulation: !entered.allowsRegulation,
                    opensMaskedDocuments: entered.opensMasked
                ),
                about: offered
            )
        )
    }
}

extension FieldFault {
    /// A wish for emergencies that the record's own set does not know; nil for another conflict.
    init?(wish conflict: String) {
        guard let choice = EmergencyChoice.allCases.first(where: { $0.key.rawValue == conflict }) else { return nil }
        self.init(choice.field, OpeningText.wishNotKnown.phrase)
    }
}

extension EmergencyChoice {
    /// The box by which it is chosen.
    fileprivate var field: String {
        switch self {
        case .breakGlass: FormNames.breakGlass
        case .regulation: FormNames.regulation
        case .masked: FormNames.masked
        }
    }
}

extension String {
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

extension SecretWeakness {
    var text: FieldText {
        switch self {
        case .tooShort: .tooShort
        case .tooLong: .tooLong
        case .digitsOnly: .digitsOnly
        case .common: .common
        case .personal: .personal
        }
    }
}
