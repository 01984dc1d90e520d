import Custody
import HealthRecord
import PageKit
import Wording

/// Page 5: how the patient proves to be there.
struct PresencePage: Page {
    let handle: String
    let state: PresenceState
    let isRequired: Bool
    /// Where the professional goes on.
    let next: String
    var faults: [FieldFault] = []

    var place: Place? { .chart(handle, .presence) }
    var trail: [Crumb] { [Crumb(label: CareShellText.patients.phrase, path: Paths.patients)] }
    var notice: Phrase? {
        if case .proved = state { CarePresenceText.proved.phrase } else { nil }
    }

    func heading(_ language: Language) -> String { CarePresenceText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(isRequired ? CarePresenceText.required : .offered), class: "lead")
            asked(frame)
            if case .proved = state {
                tag("p") { link(frame(CarePresenceText.goOn), to: next, class: "button") }
            } else {
                choice(frame)
                tag("p") { link(frame(CareConsentText.notNow), to: Paths.patients) }
            }
        }
    }

    /// What is on its way.
    private func asked(_ frame: Frame) -> Node? {
        switch state {
        case .none, .proved: nil
        case .code(let request):
            tag("div", .class("panel"), Attribute("role", "status")) {
                paragraph(frame(CarePresenceText.sent(to: request.maskedDestination ?? "…")))
                paragraph(frame(CarePresenceText.until(request.expires)), class: "hint")
                Forms.post(Paths.presenceCode(handle), frame) {
                    Field(
                        name: Names.code,
                        label: CarePresenceText.codeLabel.phrase,
                        hint: CarePresenceText.codeHint.phrase,
                        // The patient's code, not this person's own.
                        autocomplete: "off",
                        inputMode: "numeric",
                        width: "short",
                        maximum: 10
                    ).node(frame, faults)
                    Forms.submit(frame(CarePresenceText.verify))
                }
            }
        case .portal(let request):
            tag("div", .class("panel"), Attribute("role", "status")) {
                paragraph(frame(CarePresenceText.portalNext))
                paragraph(frame(CarePresenceText.until(request.expires)), class: "hint")
                tag("p") { link(frame(CarePresenceText.goOn), to: next, class: "button") }
            }
        }
    }

    private func choice(_ frame: Frame) -> Node {
        var isFirst = false
        if case .none = state { isFirst = true }
        return tag("div", .class("panel")) {
            Forms.post(Paths.chart(handle, .presence), frame) {
                Forms.radios(
                    Names.means,
                    frame(isFirst ? CarePresenceText.how : .another),
                    [
                        (value: PresenceWay.code.rawValue, label: frame(CarePresenceText.code)),
                        (value: PresenceWay.portal.rawValue, label: frame(CarePresenceText.portal)),
                    ],
                    chosen: isFirst ? PresenceWay.code.rawValue : nil,
                    hint: frame(CarePresenceText.told),
                    faults: faults,
                    frame
                )
                Forms.submit(frame(CarePresenceText.ask), class: isFirst ? "button" : "button quiet")
            }
        }
    }
}
