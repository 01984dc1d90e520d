import HealthRecord
import PageKit
import ServerKit
import Wording

/// To whom a document is to go, as a form says it.
struct SendingEntry: Sendable {
    /// What comes of it.
    enum Recipient: Sendable {
        /// A mailbox to which documents go.
        case mailbox(SecureMailbox)
        /// What is wrong with what was given.
        case fault(FieldFault)
    }

    /// The value of the choice that leaves the address to be written.
    static let elsewhere = "autre"

    /// What is chosen among the mailboxes known; nil for nothing.
    var chosen: String?
    /// What is written.
    var typed = ""

    init() {}

    init(_ form: FormFields) {
        chosen = form.only(FormNames.choice).flatMap { $0.isEmpty ? nil : String($0.prefix(Self.mostText)) }
        typed = String((form.only(FormNames.mailbox)?.trimmed ?? "").prefix(Self.mostText))
    }

    private static let mostText = SecureMailbox.maximumLength + 1

    /// The mailbox, or what is wrong with what was given.
    func recipient(in domains: SecureDomains) -> Recipient {
        let listed = chosen == Self.elsewhere ? nil : chosen
        if let listed, !typed.isEmpty, typed != listed { return .fault(Self.fault(.both)) }
        let text = listed ?? typed
        guard !text.isEmpty else { return .fault(Self.fault(.missing)) }
        guard let mailbox = SecureMailbox(text) else { return .fault(Self.fault(.malformed)) }
        guard domains.admits(mailbox) else {
            return .fault(FieldFault(FormNames.mailbox, SendingText.notSecured(domains)))
        }
        return .mailbox(mailbox)
    }

    static func fault(_ text: SendingText) -> FieldFault { FieldFault(FormNames.mailbox, text.phrase) }
}
