import Custody
import HealthRecord
import PageKit
import Wording

/// Page 4, step 1: identifier and secret.
struct SignInPage: Page {
    var ins = ""
    var channel: SecondFactor?
    var offersPasskeys = false
    var faults: [FieldFault] = []

    var step: Phrase? { ShellText.step(1, of: 2) }
    var place: Place? { .signIn }

    func heading(_ language: Language) -> String { SignInText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(SignInText.lead), class: "lead")
            if !faults.isEmpty {
                tag("ul", .class("plain")) {
                    tag("li") { link(frame(ActivationText.title), to: Paths.activation) }
                    tag("li") { link(frame(HelpText.deathTitle), to: Paths.helpAfterDeath) }
                }
            }
            tag("div", .id(FormNames.form)) {
                Forms.post(Paths.signIn, frame) {
                    IdentityFields.identifier(ins).node(frame, faults)
                    IdentityFields.secret(.signInSecret).node(frame, faults)
                    channels(frame)
                    Forms.submit(frame(ActionText.next))
                }
            }
            if offersPasskeys {
                tag("section", .labelled(by: "avec-cle")) {
                    tag("h2", .id("avec-cle")) { frame(PasskeyText.signInTitle) }
                    paragraph(frame(PasskeyText.why))
                    Forms.post(Paths.passkeySignIn, frame) {
                        Forms.submit(frame(PasskeyText.choice), class: "button quiet")
                    }
                }
            }
            tag("ul", .class("plain")) {
                tag("li") { link(frame(SignInText.lost), to: Paths.recovery) }
                tag("li") { link(frame(FamilyText.newAccount), to: Paths.newRepresentative) }
                tag("li") { link(frame(ClosingText.reopenTitle), to: Paths.reopening) }
            }
        }
    }

    private func channels(_ frame: Frame) -> Node {
        tag("fieldset", .class("choices"), .described(by: [FormNames.channel + "-aide"])) {
            tag("legend") { frame(SignInText.channel) }
            choice("", frame(SignInText.anyChannel), isChosen: channel == nil)
            for kind in [SecondFactor.app, .sms, .email] {
                choice(kind.rawValue, frame(kind.label), isChosen: channel == kind)
            }
            tag("p", .class("hint"), .id(FormNames.channel + "-aide")) { frame(SignInText.channelHint) }
        }
    }

    private func choice(_ value: String, _ label: String, isChosen: Bool) -> Node {
        let id = FormNames.channel + (value.isEmpty ? "" : "-" + value)
        return tag("div", .class("box")) {
            Node.void(
                "input",
                [.type("radio"), .id(id), .name(FormNames.channel), .value(value)]
                    + (isChosen ? [Attribute("checked")] : [])
            )
            tag("label", Attribute("for", id)) { label }
        }
    }
}

/// What a one-time code is for.
enum CodeWay: Sendable {
    case signIn
    case stepUp(StepUpTarget)
    case comingBack(ReturnChoice)

    var paths: (code: String, resend: String, start: String) {
        switch self {
        case .signIn: (Paths.code, Paths.resend, Paths.signIn)
        case .stepUp(let target):
            (Paths.stepUpCode, Paths.stepUpResend, Paths.stepUp + "?\(FormNames.next)=\(target.rawValue)")
        case .comingBack(let choice):
            (Paths.returnCode, Paths.returnResend, choice == .reopen ? Paths.reopening : Paths.erasure)
        }
    }
}

/// Why a code can no longer be given.
enum CodeEnd: Sendable {
    case expired, usedUp

    var text: SignInText {
        switch self {
        case .expired: .codeExpired
        case .usedUp: .codeUsedUp
        }
    }

    /// What stands where the field stood: the summary of what is wrong leads there.
    static let anchor = "code-fini"
}

/// Page 4, step 2: the one-time code.
struct CodePage: Page {
    let channel: SecondFactor
    let maskedDestination: String
    let expires: Instant
    let alternatives: [SecondFactor]
    var way = CodeWay.signIn
    var isResent = false
    /// Why no code is asked for any more: another has to be ordered first.
    var end: CodeEnd?
    /// What is wrong with the code that was typed.
    var typing: [FieldFault] = []

    var faults: [FieldFault] { end.map { [FieldFault(CodeEnd.anchor, $0.text.phrase)] } ?? typing }
    var step: Phrase? { end == nil ? ShellText.step(2, of: 2) : nil }
    var place: Place? { if case .stepUp = way { .settings } else { .signIn } }
    var notice: Phrase? { isResent ? SignInText.resent.phrase : nil }

    func heading(_ language: Language) -> String {
        if end != nil { return SignInText.codeOver(language) }
        return isApp ? CodeAppText.codeTitle(language) : SignInText.codeTitle(language)
    }

    private var isApp: Bool { channel.channel == nil }

    func content(_ frame: Frame) -> [Node] {
        if let end { over(end, frame) } else { asking(frame) }
    }

    private func over(_ end: CodeEnd, _ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("lead"), .id(CodeEnd.anchor)) { frame(end.text) }
            tag("p") { link(frame(SignInText.newCode), to: way.paths.start, class: "button") }
            tag("p") { link(frame(SignInText.lost), to: Paths.recovery) }
        }
    }

    private func asking(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(
                frame(
                    isApp
                        ? CodeAppText.codeLead.phrase
                        : SignInText.sent(bySMS: channel == .sms, to: maskedDestination, until: DateText.time(expires))
                ),
                class: "lead"
            )
            Forms.post(way.paths.code, frame) {
                Field(
                    name: FormNames.code,
                    label: FieldText.code.phrase,
                    hint: FieldText.codeHint.phrase,
                    autocomplete: "one-time-code",
                    inputMode: "numeric",
                    width: "short code",
                    maximum: 12
                ).node(frame, typing)
                submit(frame)
            }
            tag("section", .labelled(by: "autrement")) {
                tag("h2", .id("autrement")) { frame(isApp ? CodeAppText.otherTitle.phrase : SignInText.noCode.phrase) }
                paragraph(frame(isApp ? CodeAppText.otherHint.phrase : SignInText.noCodeHint.phrase))
                tag("div", .class("buttons")) {
                    if !isApp { resend(frame(SignInText.resend), channel, frame) }
                    for other in alternatives { resend(frame(other.instead), other, frame) }
                }
                tag("ul", .class("plain")) {
                    tag("li") { link(frame(SignInText.startAgain), to: way.paths.start) }
                    tag("li") { link(frame(SignInText.lost), to: Paths.recovery) }
                }
            }
        }
    }

    private func submit(_ frame: Frame) -> Node {
        if case .signIn = way { return Forms.submit(frame(ActionText.signIn)) }
        if case .comingBack(.erase) = way {
            return Forms.submit(frame(ClosingText.eraseConfirm), class: "button grave")
        }
        return Forms.submit(frame(StepUpText.codeSubmit))
    }

    private func resend(_ text: String, _ kind: SecondFactor, _ frame: Frame) -> Node {
        Forms.post(way.paths.resend, frame, class: "inline") {
            Node.void("input", [.type("hidden"), .name(FormNames.channel), .value(kind.rawValue)])
            Forms.submit(text, class: "button quiet")
        }
    }
}

/// After a sign-out.
struct GoodbyePage: Page {
    func heading(_ language: Language) -> String { SignInText.goodbyeTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(SignInText.goodbyeLead), class: "lead")
            paragraph(frame(SignInText.goodbyeAdvice))
            tag("p") { link(frame(TroubleText.signInAgain), to: Paths.signIn, class: "button quiet") }
        }
    }
}

/// Page 5: what to do when access is lost; it says the same to everybody.
struct RecoveryPage: Page {
    /// The help desk's telephone number.
    let phone: String
    /// Who helps whoever would rather be helped.
    let helper: Helper

    enum Helper: Sendable { case professional, helpDesk }

    private var desk: RecoveryText {
        switch helper {
        case .professional: .desk
        case .helpDesk: .helpDesk
        }
    }

    var place: Place? { .signIn }
    var trail: [Crumb] { [Crumb(label: SignInText.title.phrase, path: Paths.signIn)] }

    func heading(_ language: Language) -> String { RecoveryText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(RecoveryText.lead), class: "lead")
            for (title, text) in [
                (RecoveryText.phoneTitle, RecoveryText.phone), (.letterTitle, .letter),
                (.deskTitle, desk),
            ] {
                tag("section", .class("panel")) {
                    tag("h2") { frame(title) }
                    paragraph(frame(text))
                    if title == .phoneTitle {
                        tag("p") { link(frame(LetterOrderText.link), to: Paths.letterOrder) }
                        tag("p") { link(frame(LostWayText.title), to: Paths.lostWay) }
                    }
                    if title == .letterTitle {
                        tag("p") { link(frame(LetterOrderText.link), to: Paths.letterOrder) }
                        tag("p") { link(frame(NewSecretText.title), to: Paths.newSecret) }
                    }
                }
            }
            tag("p") {
                link(frame(ShellText.contact), to: Paths.contact, class: "button quiet")
            }
            tag("p") { link(frame(HelpText.deathTitle), to: Paths.helpAfterDeath) }
            paragraph(frame(RecoveryText.neutral), class: "hint")
        }
    }
}
