import Custody
import PageKit
import ServerKit
import Wording

/// Telephone and e-mail of a form; what is left empty stays as it is on file.
struct Reach: Sendable {
    let phone: String
    let email: String
    let change: ChannelChange
    var faults: [FieldFault] = []

    init(_ form: FormFields) {
        phone = form.only(FormNames.phone)?.trimmed ?? ""
        email = form.only(FormNames.email)?.trimmed ?? ""
        change = ChannelChange(phone: Entries.phone(phone), email: Entries.email(email))
        if !phone.isEmpty, change.phone == nil {
            faults.append(FieldFault(FormNames.phone, FieldText.phoneFault.phrase))
        }
        if !email.isEmpty, change.email == nil {
            faults.append(FieldFault(FormNames.email, FieldText.emailFault.phrase))
        }
    }

    /// Whether neither was written.
    var isEmpty: Bool { phone.isEmpty && email.isEmpty }
}
