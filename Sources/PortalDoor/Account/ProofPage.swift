import Custody
import HealthRecord
import PageKit
import ServerKit
import Wording

/// Asks for the code that went to each new way to be reached, before it takes the place of the old one.
struct ProofPage: Page {
    /// What stood there when the change began.
    let known: ContactWays
    /// What was entered, to go along; each proof is good for these very values alone.
    let phone: String
    let email: String
    let proofs: [ChannelProof]
    var faults: [FieldFault] = []

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: AccountText.title.phrase, path: Paths.account)] }

    func heading(_ language: Language) -> String { AccountText.prove(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(AccountText.proveLead), class: "lead")
            if let until = proofs.map(\.expires).min() {
                paragraph(frame(AccountText.proveUntil(DateText.time(until))))
            }
            Forms.post(Paths.channelProofs, frame) {
                KnownFields.nodes(known)
                Forms.hidden(FormNames.phone, phone)
                Forms.hidden(FormNames.email, email)
                for proof in proofs { ProofFields.nodes(proof, to: destination(proof), frame, faults) }
                paragraph(frame(AccountText.told), class: "hint")
                tag("div", .class("buttons")) {
                    Forms.submit(frame(AccountText.confirmChannels))
                    link(frame(AccountText.cancel), to: Paths.account, class: "button quiet")
                }
            }
            tag("p") { link(frame(AccountText.proveAgain), to: Paths.channels) }
        }
    }

    /// The new way, masked as everywhere on these pages.
    private func destination(_ proof: ChannelProof) -> String {
        let masked =
            proof.channel == .sms
            ? Entries.phone(phone).map(PortalDoor.maskedPhone) : Entries.email(email).map(PortalDoor.maskedEmail)
        return masked ?? proof.maskedDestination
    }
}
