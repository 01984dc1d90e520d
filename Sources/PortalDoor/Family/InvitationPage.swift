import AccessRules
import HealthRecord
import PageKit
import Wording

/// Whom an invitation is for.
enum InvitedKind: String, Sendable {
    case carer = "aidant"
    case parent = "parent"

    var act: Act { self == .carer ? .delegate : .inviteRepresentative }
    var path: String { self == .carer ? Paths.inviteCarer : Paths.inviteParent }
    var target: StepUpTarget { self == .carer ? .carer : .parent }
    var title: FamilyText { self == .carer ? .inviteCarer : .inviteParent }
    var lead: FamilyText { self == .carer ? .inviteCarerLead : .inviteParentLead }
    var may: [FamilyText] { self == .carer ? [.carerReads, .carerAdds] : [.parentMay] }
    var mayNot: [FamilyText] { self == .carer ? [.carerNotSharing, .carerNotAccount, .carerNotClose] : [] }
}

/// What was entered of somebody invited.
struct InvitationEntry: Hashable, Sendable {
    var family = ""
    var given = ""
    var birthDate = ""
    var ins = ""
    var until = ""
    var address = ""

    /// The fields again, for the form that confirms.
    var pairs: [(name: String, value: String)] {
        [
            (FormNames.family, family), (FormNames.given, given), (FormNames.invitedBirthDate, birthDate),
            (FormNames.invitedINS, ins), (FormNames.until, until), (FormNames.address, address),
        ]
    }
}

/// The form that invites a carer or the second representative.
struct InvitationPage: Page {
    let kind: InvitedKind
    var entered = InvitationEntry()
    var faults: [FieldFault] = []

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: FamilyText.title.phrase, path: Paths.family)] }

    func heading(_ language: Language) -> String { kind.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(kind.lead), class: "lead")
            InvitedRights.node(kind, frame)
            Forms.post(kind.path, frame) {
                field(FormNames.given, .given, entered.given, frame)
                field(FormNames.family, .family, entered.family, frame)
                date(FormNames.invitedBirthDate, .birthDate, FieldText.birthDateHint.phrase, entered.birthDate, frame)
                Field(
                    name: FormNames.invitedINS,
                    label: FamilyText.ins.phrase,
                    hint: FamilyText.insHint.phrase,
                    autocomplete: "off",
                    value: entered.ins,
                    width: "medium",
                    maximum: 30
                ).node(frame, faults)
                if kind == .carer {
                    date(FormNames.until, .until, FamilyText.untilHint.phrase, entered.until, frame)
                }
                Forms.area(
                    FormNames.address,
                    frame(FamilyText.postal),
                    entered.address,
                    hint: frame(FamilyText.postalHint),
                    maximum: 300,
                    isRequired: true,
                    faults: faults,
                    frame
                )
                paragraph(frame(FamilyText.proof), class: "hint")
                tag("div", .class("buttons")) {
                    Forms.submit(frame(FamilyText.send))
                    link(frame(FamilyText.back), to: Paths.family, class: "button quiet")
                }
            }
        }
    }

    private func field(_ name: String, _ label: FamilyText, _ value: String, _ frame: Frame) -> Node {
        Field(name: name, label: label.phrase, autocomplete: "off", value: value, width: "medium", maximum: 80)
            .node(frame, faults)
    }

    private func date(
        _ name: String,
        _ label: FamilyText,
        _ hint: Phrase,
        _ value: String,
        _ frame: Frame
    ) -> Node {
        Field(
            name: name,
            label: label.phrase,
            hint: hint,
            autocomplete: "off",
            inputMode: "numeric",
            value: value,
            width: "short",
            maximum: 10
        ).node(frame, faults)
    }
}

/// In the form's place, where as many act as the rules allow.
struct InvitationFullPage: Page {
    let kind: InvitedKind

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: FamilyText.title.phrase, path: Paths.family)] }

    func heading(_ language: Language) -> String { kind.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(kind == .carer ? FamilyText.threeCarers : .twoParents), class: "lead")
            paragraph(frame(FamilyText.fullHint))
            tag("p") { link(frame(FamilyText.back), to: Paths.family, class: "button quiet") }
        }
    }
}

/// What somebody invited could do, and could not.
enum InvitedRights {
    static func node(_ kind: InvitedKind, _ frame: Frame) -> Node {
        tag("div", .class("changes")) {
            tag("section", .class("gains"), .labelled(by: "peut")) {
                tag("h2", .id("peut")) { frame(FamilyText.may) }
                tag("ul") { for text in kind.may { tag("li") { frame(text) } } }
            }
            if !kind.mayNot.isEmpty {
                tag("section", .class("loses"), .labelled(by: "ne-peut-pas")) {
                    tag("h2", .id("ne-peut-pas")) { frame(FamilyText.mayNot) }
                    tag("ul") { for text in kind.mayNot { tag("li") { frame(text) } } }
                }
            }
        }
    }
}

/// An invitation once more, before the letter goes out.
struct InvitationSummaryPage: Page {
    let kind: InvitedKind
    let entered: InvitationEntry

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: FamilyText.title.phrase, path: Paths.family)] }

    private var name: String { entered.given + " " + entered.family }

    func heading(_ language: Language) -> String { FamilyText.summary(name)[language] }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(FamilyText.invited), class: "lead")
            InvitedRights.node(kind, frame)
            paragraph(frame(EffectText.undo), class: "hint")
            Forms.post(Paths.invitation, frame) {
                Forms.hidden(FormNames.choice, kind.rawValue)
                for pair in entered.pairs { Forms.hidden(pair.name, pair.value) }
                tag("div", .class("buttons")) {
                    Forms.submit(frame(FamilyText.sendConfirm))
                    link(frame(FamilyText.back), to: Paths.family, class: "button quiet")
                }
            }
        }
    }
}
