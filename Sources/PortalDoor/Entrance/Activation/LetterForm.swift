import Custody
import HealthRecord
import PageKit
import ServerKit
import Wording

/// What the first step of a road by letter has been given; no secret is among it.
struct LetterEntry: Sendable {
    var ins = ""
    var code = ""
    var phone = ""
    var email = ""

    /// The fields of the page, with what was entered.
    func fields(
        secret label: FieldText,
        reach: some CatalogueText,
        hint: some CatalogueText,
        _ frame: Frame,
        _ faults: [FieldFault]
    ) -> [Node] {
        nodes {
            IdentityFields.ins(ins).node(frame, faults)
            IdentityFields.letterCode(code).node(frame, faults)
            IdentityFields.secret(label).node(frame, faults)
            tag("fieldset") {
                tag("legend") { tag("h2") { frame(reach) } }
                paragraph(frame(hint))
                IdentityFields.phone(phone).node(frame, faults)
                IdentityFields.email(email).node(frame, faults)
            }
        }
    }
}

/// The same, from its fields to a request or to what is wrong with it.
struct LetterForm: Sendable {
    /// Whose letter it is, its code, the secret beside it, and the ways for codes.
    struct Request: Sendable {
        let ins: QualifiedINS
        let code: String
        let secret: String
        let change: ChannelChange
    }

    /// Whether other ways have to be written, or those on file will do.
    enum Ways: Sendable { case asOnFile, written }

    let entered: LetterEntry
    let faults: [FieldFault]
    let request: Request?

    init(_ form: FormFields, _ domain: IdentityDomain, ways: Ways) {
        let reach = Reach(form)
        let entered = LetterEntry(
            ins: form.only(FormNames.ins)?.trimmed ?? "",
            code: form.only(FormNames.letterCode)?.trimmed ?? "",
            phone: reach.phone,
            email: reach.email
        )
        let secret = form.only(FormNames.secret) ?? ""
        let ins = Entries.ins(entered.ins, domain).flatMap { QualifiedINS($0, in: domain) }
        let code = Entries.letterCode(entered.code)
        var faults: [FieldFault] = []
        if ins == nil { faults.append(FieldFault(FormNames.ins, FieldText.insFault.phrase)) }
        if code == nil { faults.append(FieldFault(FormNames.letterCode, FieldText.letterCodeFault.phrase)) }
        if secret.isEmpty { faults.append(FieldFault(FormNames.secret, FieldText.secretFault.phrase)) }
        faults += reach.faults
        if ways == .written, reach.isEmpty { faults.append(FieldFault(FormNames.phone, FieldText.contactFault.phrase)) }
        self.entered = entered
        self.faults = faults
        guard faults.isEmpty, let ins, let code else {
            request = nil
            return
        }
        request = Request(ins: ins, code: code, secret: secret, change: reach.change)
    }
}
