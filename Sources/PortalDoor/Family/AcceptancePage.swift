import Custody
import PageKit
import Wording

/// Step 1 of an invitation's answer, signed in on one's own record: the letter's code.
struct AcceptancePage: Page {
    var faults: [FieldFault] = []

    var step: Phrase? { ShellText.step(1, of: 2) }
    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: FamilyText.title.phrase, path: Paths.family)] }

    func heading(_ language: Language) -> String { FamilyText.accept(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(FamilyText.acceptLead), class: "lead")
            Forms.post(Paths.acceptInvitation, frame) {
                IdentityFields.letterCode("").node(frame, faults)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(ActionText.next))
                    link(frame(FamilyText.back), to: Paths.family, class: "button quiet")
                }
            }
        }
    }
}

/// Step 2: what is offered, to accept or to refuse.
struct OfferPage: Page {
    let offer: OfferedMandate
    /// The letter's code, which goes along.
    let code: String

    var step: Phrase? { ShellText.step(2, of: 2) }
    var place: Place? { .settings }
    var trail: [Crumb] {
        [
            Crumb(label: FamilyText.title.phrase, path: Paths.family),
            Crumb(label: FamilyText.accept.phrase, path: Paths.acceptInvitation),
        ]
    }

    func heading(_ language: Language) -> String { FamilyText.offer(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            OfferView.nodes(offer, frame)
            Forms.post(Paths.acceptOffer, frame) {
                Forms.hidden(FormNames.letterCode, code)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(FamilyText.acceptConfirm))
                    Forms.submit(
                        frame(FamilyText.refuseInvitation),
                        class: "button quiet",
                        Attribute("formaction", Paths.refuseOffer)
                    )
                }
            }
            tag("p") { link(frame(FamilyText.back), to: Paths.family) }
        }
    }
}

/// Accepts or refuses an invitation without an account of one's own: a first access, to somebody else's record.
struct NewRepresentativePage: Page {
    var entered = OpeningForm.Entered()
    var faults: [FieldFault] = []

    var step: Phrase? { ShellText.step(1, of: 2) }
    var trail: [Crumb] { [Crumb(label: ShellText.home.phrase, path: Paths.home)] }

    func heading(_ language: Language) -> String { FamilyText.newAccount(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(FamilyText.newAccountLead), class: "lead")
            Forms.post(Paths.newRepresentative, frame) {
                IdentityFields.ins(entered.ins).node(frame, faults)
                IdentityFields.letterCode(entered.code).node(frame, faults)
                IdentityFields.birthDate(entered.birthDate).node(frame, faults)
                IdentityFields.newSecret.node(frame, faults)
                IdentityFields.secretAgain.node(frame, faults)
                IdentityFields.phone(entered.phone).node(frame, faults)
                IdentityFields.email(entered.email).node(frame, faults)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(ActionText.next))
                    Forms.submit(
                        frame(FamilyText.refuseInvitation),
                        class: "button quiet",
                        Attribute("formaction", Paths.newRepresentativeRefusal)
                    )
                }
            }
        }
    }
}

/// After the acceptance or the refusal.
struct NewRepresentativeDonePage: Page {
    let isAccepted: Bool

    func heading(_ language: Language) -> String {
        isAccepted ? FamilyText.accepted(language) : FamilyText.refused(language)
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if isAccepted {
                paragraph(frame(FamilyText.mineHint), class: "lead")
                tag("p") { link(frame(ActionText.signIn), to: Paths.signIn, class: "button") }
            }
            tag("p") { link(frame(ClosingText.back), to: Paths.home) }
        }
    }
}
