import Custody
import HealthRecord
import PageKit
import Wording

/// Page 28: what closing means, the copy first, then a choice.
struct ClosingPage: Page {
    /// A request to the operator that waits.
    struct Request: Sendable {
        let id: UniqueID
        let text: Phrase
        let since: Phrase
    }

    var requests: [Request] = []
    var hasDirectives = false
    var mayClose = true
    var mayCopy = true
    var chosen: String?
    var faults: [FieldFault] = []
    var notice: Phrase?

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: SettingsText.title.phrase, path: Paths.settings)] }

    func heading(_ language: Language) -> String { ClosingText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        mayClose ? offer(frame) : [paragraph(frame(ClosingText.notYours), class: "empty")]
    }

    private func offer(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(ClosingText.lead), class: "lead")
            if !requests.isEmpty { pending(frame) }
            section("avant", ClosingText.before, frame, class: "panel") {
                paragraph(frame(ClosingText.copyFirst))
                if hasDirectives { paragraph(frame(ClosingText.directives)) }
                tag("div", .class("buttons")) {
                    link(frame(ClosingText.copyLink), to: Paths.documents, class: "button quiet")
                    if mayCopy {
                        link(frame(ClosingText.copyAsk), to: Paths.copy, class: "button quiet")
                    }
                }
            }
            section("ensuite", ClosingText.consequences, frame, class: "panel") {
                tag("ul") {
                    for text in [
                        ClosingText.noAccess, .professionals, .kept, .reopening, .destruction,
                    ] { tag("li") { frame(text) } }
                }
            }
            choosing(frame)
        }
    }

    private func pending(_ frame: Frame) -> Node {
        section("demandes", ClosingText.requestsTitle, frame, class: "panel") {
            tag("ul", .class("plain")) {
                for request in requests {
                    tag("li") {
                        frame(request.text) + " — " + frame(request.since) + " "
                        Forms.post(Paths.requestCancel, frame, class: "inline") {
                            Forms.hidden(FormNames.choice, request.id.text)
                            Forms.submit(frame(ClosingText.cancelRequest), class: "button quiet")
                        }
                    }
                }
            }
        }
    }

    private func choosing(_ frame: Frame) -> Node {
        Forms.post(Paths.closingSummary, frame) {
            Forms.radios(
                FormNames.choice,
                frame(ClosingText.choice),
                [
                    ("fermer", frame(ClosingText.closeOnly) + ". " + frame(ClosingText.closeOnlyHint)),
                    ("detruire", frame(ClosingText.closeAndErase) + ". " + frame(ClosingText.closeAndEraseHint)),
                ],
                chosen: chosen,
                faults: faults,
                frame
            )
            Forms.box(FormNames.read, frame(ClosingText.tickRead), isTicked: false, faults: faults, frame)
            tag("div", .class("buttons")) {
                Forms.submit(frame(ClosingText.next))
                link(frame(ClosingText.cancel), to: Paths.settings, class: "button quiet")
            }
        }
    }
}

/// A closed record's way back, and the request to destroy it: for somebody who cannot sign in any more.
struct ClosedRecordPage: Page {
    /// The longest name of a person that is looked at.
    static let longestName = 120

    let wish: ReturnChoice
    var ins = ""
    /// Whose record it is, where it is another's.
    var person = ""
    var faults: [FieldFault] = []

    var trail: [Crumb] { [Crumb(label: ShellText.home.phrase, path: Paths.home)] }

    func heading(_ language: Language) -> String {
        wish == .reopen ? ClosingText.reopenTitle(language) : ClosingText.eraseTitle(language)
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(wish == .reopen ? ClosingText.reopenLead : .eraseLead), class: "lead")
            if wish == .erase { paragraph(frame(ClosingText.eraseNoUndo)) }
            Forms.post(wish == .reopen ? Paths.reopening : Paths.erasure, frame) {
                IdentityFields.identifier(ins).node(frame, faults)
                IdentityFields.secret(.signInSecret).node(frame, faults)
                Field(
                    name: FormNames.given,
                    label: ClosingText.person.phrase,
                    hint: ClosingText.personHint.phrase,
                    autocomplete: "off",
                    value: person,
                    isRequired: false,
                    width: "medium",
                    maximum: Self.longestName
                ).node(frame, faults)
                Forms.submit(frame(StepUpText.submit))
            }
        }
    }
}

/// After a closing, a reopening, a request to destroy.
struct ClosedDonePage: Page {
    /// What was done.
    enum Deed: Sendable { case closed, closedAndErased, reopened, erasureAsked }

    let deed: Deed
    /// Whether it was another's record.
    var isOfAnother = false

    func heading(_ language: Language) -> String {
        let title: ClosingText =
            switch deed {
            case .closed, .closedAndErased: .closedTitle
            case .reopened: .reopened
            case .erasureAsked: .eraseAsked
            }
        return isOfAnother ? ForAnother.said(title.phrase)[language] : title(language)
    }

    func content(_ frame: Frame) -> [Node] {
        // Nobody is signed in any more by whom the frame would know it.
        var frame = frame
        frame.isForAnother = isOfAnother
        return content(in: frame)
    }

    private func content(in frame: Frame) -> [Node] {
        nodes {
            switch deed {
            case .closed, .closedAndErased:
                paragraph(frame(ClosingText.closedLead), class: "lead")
                paragraph(frame(deed == .closed ? ClosingText.kept : .closedErase))
                paragraph(frame(ClosingText.reopening))
                tag("p") { link(frame(ClosingText.closedReopen), to: Paths.reopening, class: "button quiet") }
            case .reopened:
                paragraph(frame(ClosingText.reopenedLead), class: "lead")
                tag("p") { link(frame(ActionText.signIn), to: Paths.signIn, class: "button") }
            case .erasureAsked:
                paragraph(frame(ClosingText.closedErase), class: "lead")
                paragraph(frame(ClosingText.closeAndEraseHint))
            }
            tag("p") { link(frame(ClosingText.back), to: Paths.home) }
        }
    }
}
