import AccessRules
import Custody
import PageKit
import Wording

/// Page 2: opens a record with the first letter; the same fields give a first access to a record that is open already.
struct OpeningPage: Page {
    enum Way: Sendable { case opening, firstAccess }

    var way = Way.opening
    /// What was entered, secrets left out.
    var entered = OpeningForm.Entered()
    var faults: [FieldFault] = []
    /// The wishes for emergencies that decide something in a new record.
    var offered = Set(EmergencyChoice.allCases)

    var trail: [Crumb] { [Crumb(label: ShellText.home.phrase, path: Paths.home)] }

    func heading(_ language: Language) -> String {
        way == .opening ? OpeningText.title(language) : FirstAccessText.title(language)
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            switch way {
            case .opening: paragraph(frame(OpeningText.lead), class: "lead")
            case .firstAccess: whose(frame)
            }
            Forms.post(way == .opening ? Paths.opening : Paths.firstAccess, frame) {
                part(OpeningText.who, frame) {
                    IdentityFields.ins(entered.ins).node(frame, faults)
                    IdentityFields.letterCode(entered.code).node(frame, faults)
                    IdentityFields.birthDate(entered.birthDate).node(frame, faults)
                }
                if way == .opening { part(OpeningText.notice, frame) { notice(frame) } }
                part(OpeningText.secret, frame) {
                    if way == .firstAccess { paragraph(frame(FirstAccessText.secretHint)) }
                    IdentityFields.newSecret.node(frame, faults)
                    IdentityFields.secretAgain.node(frame, faults)
                }
                part(OpeningText.reach, frame) {
                    paragraph(frame(OpeningText.reachHint))
                    IdentityFields.phone(entered.phone).node(frame, faults)
                    IdentityFields.email(entered.email).node(frame, faults)
                }
                if !offered.isEmpty { part(OpeningText.emergency, frame) { wishes(frame) } }
                Forms.submit(frame(way == .opening ? ActionText.openRecord : .activateAccess))
            }
        }
    }

    private func whose(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(FirstAccessText.lead), class: "lead")
            tag("div", .class("information")) {
                paragraph(frame(FirstAccessText.when))
                tag("ul") {
                    for text in [FirstAccessText.byItself, .byProfessional, .ofAge] { tag("li") { frame(text) } }
                }
                tag("p") { link(frame(FirstAccessText.otherwise), to: Paths.activation) }
            }
        }
    }

    private func part(_ title: OpeningText, _ frame: Frame, @HTMLBuilder content: () -> [Node]) -> Node {
        tag("fieldset") {
            tag("legend") { tag("h2") { frame(title) } }
            content()
        }
    }

    private func notice(_ frame: Frame) -> [Node] {
        nodes {
            tag("div", .class("information")) {
                for text in [
                    OpeningText.noticePurpose, .noticeReaders, .noticeRights, .noticeFree, .noticeTime,
                ] { paragraph(frame(text)) }
                tag("p") { link(frame(OpeningText.noticeMore), to: Paths.privacy) }
            }
            Forms.box(FormNames.consent, frame(OpeningText.consent), isTicked: entered.consents, faults: faults, frame)
        }
    }

    private func wishes(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(OpeningText.emergencyHint))
            if offered.contains(.breakGlass) {
                wish(FormNames.breakGlass, OpeningText.allowsBreakGlass, entered.allowsBreakGlass, frame)
            }
            if offered.contains(.regulation) {
                wish(FormNames.regulation, OpeningText.allowsRegulation, entered.allowsRegulation, frame)
            }
            if offered.contains(.masked) {
                wish(FormNames.masked, OpeningText.opensMasked, entered.opensMasked, frame)
            }
        }
    }

    private func wish(_ name: String, _ text: OpeningText, _ isTicked: Bool, _ frame: Frame) -> Node {
        Forms.box(name, frame(text), isTicked: isTicked, faults: faults, frame)
    }
}

/// Fields that several pages ask for.
enum IdentityFields {
    static func ins(_ value: String) -> Field {
        Field(
            name: FormNames.ins,
            label: FieldText.ins.phrase,
            hint: FieldText.insHint.phrase,
            autocomplete: "username",
            value: value,
            width: "medium",
            maximum: 30
        )
    }

    /// The matricule or a name of one's own.
    static func identifier(_ value: String) -> Field {
        Field(
            name: FormNames.ins,
            label: FieldText.identifier.phrase,
            hint: FieldText.identifierHint.phrase,
            autocomplete: "username",
            value: value,
            width: "medium",
            maximum: SignInName.maximumLength
        )
    }

    static func letterCode(_ value: String) -> Field {
        Field(
            name: FormNames.letterCode,
            label: FieldText.letterCode.phrase,
            hint: FieldText.letterCodeHint.phrase,
            autocomplete: "off",
            value: value,
            width: "medium",
            maximum: 30
        )
    }

    static func birthDate(_ value: String) -> Field {
        Field(
            name: FormNames.birthDate,
            label: FieldText.birthDate.phrase,
            hint: FieldText.birthDateHint.phrase,
            autocomplete: "bday",
            inputMode: "numeric",
            value: value,
            width: "short",
            maximum: 10
        )
    }

    static let newSecret = Field(
        name: FormNames.secret,
        label: FieldText.newSecret.phrase,
        hint: FieldText.newSecretHint.phrase,
        kind: .password,
        autocomplete: "new-password",
        width: "medium"
    )

    static let secretAgain = Field(
        name: FormNames.secretAgain,
        label: FieldText.secretAgain.phrase,
        kind: .password,
        autocomplete: "new-password",
        width: "medium"
    )

    static func secret(_ label: FieldText) -> Field {
        Field(
            name: FormNames.secret,
            label: label.phrase,
            kind: .password,
            autocomplete: "current-password",
            width: "medium"
        )
    }

    static func phone(_ value: String) -> Field {
        Field(
            name: FormNames.phone,
            label: FieldText.phone.phrase,
            hint: FieldText.phoneHint.phrase,
            kind: .tel,
            autocomplete: "tel",
            value: value,
            isRequired: false,
            width: "medium",
            maximum: 30
        )
    }

    static func email(_ value: String) -> Field {
        Field(
            name: FormNames.email,
            label: FieldText.email.phrase,
            hint: FieldText.emailHint.phrase,
            kind: .email,
            autocomplete: "email",
            value: value,
            isRequired: false,
            maximum: Entries.Longest.email
        )
    }
}
