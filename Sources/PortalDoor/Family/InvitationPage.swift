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
    let powers: InvitedPowers
    var entered = InvitationEntry()
    var faults: [FieldFault] = []

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: FamilyText.title.phrase, path: Paths.family)] }

    func heading(_ language: Language) -> String { kind.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(kind.lead), class: "lead")
            InvitedRights.nodes(powers, frame)
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
    @HTMLBuilder static func nodes(_ powers: InvitedPowers, _ frame: Frame) -> [Node] {
        tag("div", .class("changes")) {
            list(powers.may, .may, "gains", "peut", frame)
            list(powers.mayNot, .mayNot, "loses", "ne-peut-pas", frame)
        }
        if let reading = powers.reading, reading.all > 0 {
            paragraph(frame(PowerText.reads(reading.read, of: reading.all, masked: reading.masked)))
        }
        paragraph(frame(EffectText.computed), class: "hint")
    }

    @HTMLBuilder private static func list(
        _ powers: [PowerText],
        _ title: FamilyText,
        _ kind: String,
        _ id: String,
        _ frame: Frame
    ) -> [Node] {
        if !powers.isEmpty {
            tag("section", .class(kind), .labelled(by: id)) {
                tag("h2", .id(id)) { frame(title) }
                tag("ul") { for power in powers { tag("li") { frame(power) } } }
            }
        }
    }
}

/// An invitation once more, before the letter goes out.
struct InvitationSummaryPage: Page {
    let kind: InvitedKind
    let powers: InvitedPowers
    let entered: InvitationEntry

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: FamilyText.title.phrase, path: Paths.family)] }

    private var name: String { entered.given + " " + entered.family }

    func heading(_ language: Language) -> String { FamilyText.summary(name)[language] }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(FamilyText.invited), class: "lead")
            InvitedRights.nodes(powers, frame)
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
