import Custody
import PageKit
import Wording

/// A page that needs a script: the browser gives its passkeys to nothing else.
protocol ScriptedPage: Page {}

/// Before a passkey is made: what it is for, and what its owner calls it.
struct PasskeyNamePage: Page {
    var faults: [FieldFault] = []

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: AccountText.title.phrase, path: Paths.account)] }

    func heading(_ language: Language) -> String { PasskeyText.add(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(PasskeyText.lead), class: "lead")
            paragraph(frame(PasskeyText.why))
            paragraph(frame(PasskeyText.loss))
            Forms.post(Paths.passkey, frame) {
                Field(
                    name: FormNames.keyName,
                    label: PasskeyText.name.phrase,
                    hint: PasskeyText.nameHint.phrase,
                    isRequired: false,
                    width: "medium",
                    maximum: Custodian.passkeyNameLimit
                ).node(frame, faults)
                paragraph(frame(AccountText.toldOfKeys), class: "hint")
                tag("div", .class("buttons")) {
                    Forms.submit(frame(PasskeyText.begin))
                    link(frame(AccountText.cancel), to: Paths.account, class: "button quiet")
                }
            }
        }
    }
}

/// Makes a passkey, or uses one: a question for the browser, and a form that takes its answer.
struct PasskeyPage: ScriptedPage {
    enum Ceremony: Sendable {
        case make(PasskeyOffer, name: String)
        case signIn(PasskeyQuestion)
        case stepUp(PasskeyQuestion, StepUpTarget)
    }

    let ceremony: Ceremony

    var place: Place? { if case .signIn = ceremony { .signIn } else { .settings } }
    var trail: [Crumb] {
        switch ceremony {
        case .make: [Crumb(label: AccountText.title.phrase, path: Paths.account)]
        case .signIn: [Crumb(label: SignInText.title.phrase, path: Paths.signIn)]
        case .stepUp: [Crumb(label: SettingsText.title.phrase, path: Paths.settings)]
        }
    }

    func heading(_ language: Language) -> String {
        switch ceremony {
        case .make: PasskeyText.makeTitle(language)
        case .signIn: PasskeyText.signInTitle(language)
        case .stepUp: StepUpText.title(language)
        }
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(isMaking ? PasskeyText.makeLead : PasskeyText.signInLead), class: "lead")
            tag("p", .id("cle-absente")) { frame(PasskeyText.needsScript) }
            tag("p", .id("cle-echec"), .class("fault"), Attribute("role", "alert"), Attribute("hidden")) {
                Icon.alarm.node
                frame(PasskeyText.failed)
            }
            tag("p", .id("cle-deja"), .class("fault"), Attribute("role", "alert"), Attribute("hidden")) {
                Icon.alarm.node
                frame(PasskeyText.already)
            }
            form(frame)
            tag("p") { link(frame(PasskeyText.otherWay), to: otherWay) }
            if let script = frame.site.assets.script { tag("script", Attribute("src", script), Attribute("defer")) }
        }
    }

    private var isMaking: Bool { if case .make = ceremony { true } else { false } }

    private var action: String {
        switch ceremony {
        case .make: Paths.passkeyMade
        case .signIn: Paths.passkeySignInAnswer
        case .stepUp: Paths.passkeyStepUpAnswer
        }
    }

    private var otherWay: String {
        switch ceremony {
        case .make: Paths.account
        case .signIn: Paths.signIn
        case .stepUp(_, let target): Paths.stepUp + "?\(FormNames.next)=\(target.rawValue)"
        }
    }

    /// What the script reads: nothing of it is a secret but the challenge, which is good once.
    private var question: [Attribute] {
        switch ceremony {
        case .make(let offer, _):
            [
                Attribute("data-kind", "create"), Attribute("data-party", offer.party),
                Attribute("data-challenge", Base64URL.text(offer.challenge)),
                Attribute("data-user", Base64URL.text(offer.user)), Attribute("data-label", offer.label),
                Attribute("data-keys", offer.known.map(Base64URL.text).joined(separator: " ")),
            ]
        case .signIn(let question), .stepUp(let question, _):
            [
                Attribute("data-kind", "get"), Attribute("data-party", question.party),
                Attribute("data-challenge", Base64URL.text(question.challenge)),
                Attribute("data-keys", question.allowed.map(Base64URL.text).joined(separator: " ")),
            ]
        }
    }

    private func form(_ frame: Frame) -> Node {
        .element(
            "form",
            [
                Attribute("method", "post"), Attribute("action", action), .class("form"), .id("formulaire-cle"),
                Attribute("novalidate"), Attribute("hidden"),
            ] + question,
            nodes {
                Forms.token(frame)
                for name in PasskeyForm.names(isMaking: isMaking) { Forms.hidden(name, "") }
                switch ceremony {
                case .make(_, let name): Forms.hidden(FormNames.keyName, name)
                case .stepUp(_, let target): Forms.hidden(FormNames.next, target.rawValue)
                case .signIn: nodes {}
                }
                Forms.submit(frame(isMaking ? PasskeyText.make : PasskeyText.use))
            }
        )
    }
}
