import Custody
import PageKit
import Wording

/// Before an application that shows codes is added: what it is for, and what it must be able to do.
struct CodeAppPage: Page {
    var replaces = false

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: AccountText.title.phrase, path: Paths.account)] }

    func heading(_ language: Language) -> String { (replaces ? CodeAppText.replace : CodeAppText.add)(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CodeAppText.lead), class: "lead")
            paragraph(frame(CodeAppText.why))
            paragraph(frame(CodeAppText.kinds))
            Forms.post(Paths.codeApp, frame) {
                tag("div", .class("buttons")) {
                    Forms.submit(frame(CodeAppText.begin))
                    link(frame(AccountText.cancel), to: Paths.account, class: "button quiet")
                }
            }
        }
    }
}

/// The key, this once, as a picture and as text; and the field for the first code.
struct CodeAppOfferPage: Page {
    /// nil where a code was wrong: the key has been shown, and is not shown again.
    let offer: CodeAppOffer?
    /// The squares of the picture, as a path, and how many a side has with its margin.
    var picture: (path: String, side: Int)?
    var faults: [FieldFault] = []

    var place: Place? { .settings }
    var trail: [Crumb] { [Crumb(label: AccountText.title.phrase, path: Paths.account)] }

    func heading(_ language: Language) -> String { CodeAppText.offerTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if let offer { key(offer, frame) }
            Forms.post(Paths.codeAppCode, frame) {
                Field(
                    name: FormNames.code,
                    label: CodeAppText.codeTitle.phrase,
                    hint: CodeAppText.fieldHint.phrase,
                    autocomplete: "one-time-code",
                    inputMode: "numeric",
                    width: "short code",
                    maximum: 12
                ).node(frame, faults)
                paragraph(frame(AccountText.toldOfKeys), class: "hint")
                tag("div", .class("buttons")) {
                    Forms.submit(frame(CodeAppText.confirm))
                    link(frame(AccountText.cancel), to: Paths.account, class: "button quiet")
                }
            }
            tag("p") { link(frame(CodeAppText.over), to: Paths.codeApp) }
        }
    }

    private func key(_ offer: CodeAppOffer, _ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CodeAppText.offerLead), class: "lead")
            if let picture {
                tag("h2", .id("carre")) { frame(CodeAppText.picture) }
                tag(
                    "svg",
                    .class("qr"),
                    Attribute("viewBox", "0 0 \(picture.side) \(picture.side)"),
                    Attribute("role", "img"),
                    .labelled(by: "carre"),
                    Attribute("shape-rendering", "crispEdges")
                ) {
                    tag("rect", Attribute("width", "100%"), Attribute("height", "100%"), Attribute("fill", "#fff"))
                    tag("path", Attribute("d", picture.path), Attribute("fill", "#000"))
                }
                paragraph(frame(CodeAppText.pictureHint), class: "hint")
            }
            tag("dl") {
                tag("div") {
                    tag("dt") { frame(CodeAppText.typed) }
                    tag("dd") {
                        tag("p", .class("key"), Attribute("translate", "no")) { foreign(offer.secret) }
                        paragraph(frame(CodeAppText.typedHint), class: "hint")
                    }
                }
            }
            tag("p") { link(frame(CodeAppText.open), to: offer.uri) }
            paragraph(frame(CodeAppText.onceOnly))
            paragraph(frame(CodeAppText.until(DateText.time(offer.expires))), class: "hint")
        }
    }
}
