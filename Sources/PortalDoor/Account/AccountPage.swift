import Custody
import HealthRecord
import PageKit
import Wording

/// Page 27: what lets its owner, and nobody else, sign in.
struct AccountPage: Page {
    /// Masked, as codes name them.
    let phone: String?
    let email: String?
    let means: SignInMeans
    /// Whether it is of somebody who acts for another.
    var isActing = false
    /// Whether secret and code will be asked for again: what was given a moment ago is not.
    var asksCode = true
    var notice: Phrase?

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { AccountText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(AccountText.lead), class: "lead")
            section("identifiant", AccountText.identifier, frame, class: "panel") {
                paragraph(frame(AccountText.identifierHint))
                ownName(frame)
            }
            section("code-secret", AccountText.secret, frame, class: "panel") {
                paragraph(frame(AccountText.secretLead))
                tag("p") { link(frame(AccountText.changeSecret), to: Paths.secret, class: "button") }
            }
            section("moyens", AccountText.channels, frame, class: "panel") {
                paragraph(frame(AccountText.channelsLead))
                tag("dl") {
                    channel(.phone, phone, .noPhone, .strengthSMS, frame)
                    channel(.email, email, .noEmail, .strengthEmail, frame)
                }
                tag("p") { link(frame(AccountText.changeChannels), to: Paths.channels, class: "button") }
            }
            if !isActing { codeApp(frame) }
            if means.offersPasskeys || !means.passkeys.isEmpty { passkeys(frame) }
            if asksCode { paragraph(frame(AccountText.stepUpNote), class: "hint") }
        }
    }

    private func channel(
        _ label: AccountText,
        _ value: String?,
        _ none: AccountText,
        _ strength: AccountText,
        _ frame: Frame
    ) -> Node {
        tag("div") {
            tag("dt") { frame(label) }
            tag("dd") {
                if let value {
                    electronicAddress(value)
                    paragraph(frame(strength), class: "hint")
                } else {
                    frame(none)
                }
            }
        }
    }
}

/// Changes the secret.
struct SecretPage: Page {
    var faults: [FieldFault] = []

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: AccountText.title.phrase, path: Paths.account)] }

    func heading(_ language: Language) -> String { AccountText.changeSecret(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(AccountText.secretOthers), class: "lead")
            Forms.post(Paths.secret, frame) {
                secret(FormNames.oldSecret, AccountText.oldSecret.phrase, nil, "current-password", frame)
                secret(
                    FormNames.newSecret,
                    FieldText.newSecret.phrase,
                    FieldText.newSecretHint.phrase,
                    "new-password",
                    frame
                )
                secret(FormNames.secretAgain, AccountText.secretAgain.phrase, nil, "new-password", frame)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(AccountText.secretConfirm))
                    link(frame(AccountText.cancel), to: Paths.account, class: "button quiet")
                }
            }
        }
    }

    private func secret(_ name: String, _ label: Phrase, _ hint: Phrase?, _ complete: String, _ frame: Frame) -> Node {
        Field(name: name, label: label, hint: hint, kind: .password, autocomplete: complete, width: "medium")
            .node(frame, faults)
    }
}

/// Changes the ways by which codes come.
struct ChannelsPage: Page {
    /// What stood there when it was drawn.
    let known: ContactWays
    var phone = ""
    var email = ""
    var faults: [FieldFault] = []

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: AccountText.title.phrase, path: Paths.account)] }

    func heading(_ language: Language) -> String { AccountText.changeChannels(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(AccountText.channelsLead), class: "lead")
            paragraph(frame(AccountText.removeHint))
            Forms.post(Paths.channels, frame) {
                KnownFields.nodes(known)
                IdentityFields.phone(phone).node(frame, faults)
                IdentityFields.email(email).node(frame, faults)
                Field(
                    name: FormNames.oldSecret,
                    label: AccountText.oldSecret.phrase,
                    kind: .password,
                    autocomplete: "current-password",
                    width: "medium"
                ).node(frame, faults)
                paragraph(frame(AccountText.told), class: "hint")
                tag("div", .class("buttons")) {
                    Forms.submit(frame(AccountText.confirmChannels))
                    link(frame(AccountText.cancel), to: Paths.account, class: "button quiet")
                }
            }
        }
    }
}
