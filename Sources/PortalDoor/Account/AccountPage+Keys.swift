import Custody
import HealthRecord
import PageKit
import Wording

/// Page 27: the application of codes and the passkeys.
extension AccountPage {
    func codeApp(_ frame: Frame) -> Node {
        section("application", CodeAppText.title, frame, class: "panel") {
            paragraph(frame(CodeAppText.lead))
            if let since = means.codeAppSince {
                paragraph(frame(CodeAppText.since(DateText.date(since))))
                tag("div", .class("buttons")) {
                    link(frame(CodeAppText.replace), to: Paths.codeApp, class: "button")
                    link(frame(CodeAppText.remove), to: Paths.codeAppRemoval, class: "button quiet")
                }
            } else {
                paragraph(frame(CodeAppText.none))
                tag("p") { link(frame(CodeAppText.add), to: Paths.codeApp, class: "button") }
            }
        }
    }

    func passkeys(_ frame: Frame) -> Node {
        section("cles", PasskeyText.title, frame, class: "panel") {
            paragraph(frame(PasskeyText.lead))
            if means.passkeys.isEmpty {
                paragraph(frame(PasskeyText.none))
            } else {
                tag("table", .class("list stacked")) {
                    tag("caption") { frame(PasskeyText.caption) }
                    columns([PasskeyText.nameColumn, .sinceColumn, .usedColumn, .doColumn], frame)
                    tag("tbody") { for one in means.passkeys { row(one, frame) } }
                }
            }
            if means.offersPasskeys {
                tag("p") { link(frame(PasskeyText.add), to: Paths.passkey, class: "button") }
            }
        }
    }

    private func row(_ one: HeldPasskey, _ frame: Frame) -> Node {
        let name = one.name.isEmpty ? frame(PasskeyText.unnamed) : one.name
        return tag("tr") {
            tag("th", Attribute("scope", "row")) { foreign(name) }
            cell(PasskeyText.sinceColumn, frame) { frame(DateText.date(one.since)) }
            cell(PasskeyText.usedColumn, frame) {
                frame(one.used.map { DateText.moment($0) } ?? PasskeyText.never.phrase)
            }
            cell(PasskeyText.doColumn, frame) {
                tag(
                    "a",
                    .href(Paths.passkeyRemoval + "?\(FormNames.choice)=\(one.id.text)"),
                    .class("button quiet"),
                    Attribute("aria-label", frame(PasskeyText.remove) + ", " + name)
                ) { frame(PasskeyText.remove) }
            }
        }
    }
}
