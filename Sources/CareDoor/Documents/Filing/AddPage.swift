import HealthRecord
import PageKit
import Wording

/// Page 10: a document, or a new version of one.
struct AddPage: Page {
    let handle: String
    let replacing: UniqueID?
    let types: [(value: String, label: String)]
    let form: AddForm
    /// When a document that waits to be announced is recalled and shown.
    let announcing: AnnouncingTerms
    var faults: [FieldFault] = []

    var place: Place? { .chart(handle, .add) }
    var trail: [Crumb] { ChartTrail.crumbs(handle) }

    func heading(_ language: Language) -> String {
        replacing == nil ? CareShellText.add(language) : CareAddText.replaceTitle(language)
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag(
                "form",
                Attribute("method", "post"),
                Attribute("action", replacing.map { Paths.replace(handle, $0) } ?? Paths.chart(handle, .add)),
                Attribute("enctype", "multipart/form-data"),
                .class("form"),
                Attribute("novalidate")
            ) {
                Forms.token(frame)
                what(frame)
                content(of: frame)
                who(frame)
                tag("p", .class("panel")) {
                    Icon.pen.node
                    " " + frame(CareAddText.unsigned)
                }
                Forms.submit(frame(CareAddText.send))
            }
        }
    }

    private func what(_ frame: Frame) -> Node {
        tag("fieldset") {
            tag("legend") { tag("strong") { frame(CareAddText.what) } }
            typeField(frame)
            Field(
                name: Names.title,
                label: CareAddText.title.phrase,
                hint: CareAddText.titleHint.phrase,
                autocomplete: "off",
                value: form.title,
                maximum: 128
            ).node(frame, faults)
            Field(
                name: Names.day,
                label: CareAddText.actDate.phrase,
                hint: CareAddText.actDateHint.phrase,
                autocomplete: "off",
                inputMode: "numeric",
                value: form.day,
                isRequired: false,
                width: "short",
                maximum: 10
            ).node(frame, faults)
            Field(
                name: Names.acts,
                label: CareAddText.acts.phrase,
                hint: CareAddText.actsHint.phrase,
                autocomplete: "off",
                value: form.acts,
                isRequired: false,
                width: "medium",
                maximum: 60
            ).node(frame, faults)
        }
    }

    private func typeField(_ frame: Frame) -> Node {
        let fault = faults.first { $0.field == Names.type }
        let described = [Names.type + "-aide"] + (fault == nil ? [] : [Names.type + "-erreur"])
        return tag("div", .class(fault == nil ? "field" : "field at-fault")) {
            tag("label", Attribute("for", Names.type)) { frame(CareAddText.kind) }
            tag("p", .class("hint"), .id(Names.type + "-aide")) { frame(CareAddText.kindHint) }
            if let fault {
                tag("p", .class("fault"), .id(Names.type + "-erreur")) {
                    Icon.alarm.node
                    frame(fault.message)
                }
            }
            tag(
                "select",
                .id(Names.type),
                .name(Names.type),
                Attribute("required"),
                fault == nil ? nil : Attribute("aria-invalid", "true"),
                .described(by: described)
            ) {
                tag("option", .value("")) { frame(CareAddText.chooseType) }
                for option in types {
                    tag("option", .value(option.value), option.value == form.type ? Attribute("selected") : nil) {
                        option.label
                    }
                }
            }
        }
    }

    private func content(of frame: Frame) -> Node {
        let fault = faults.first { $0.field == Names.file }
        let described = [Names.file + "-aide"] + (fault == nil ? [] : [Names.file + "-erreur"])
        return tag("fieldset") {
            tag("legend") { tag("strong") { frame(CareAddText.either) } }
            tag("div", .class(fault == nil ? "field" : "field at-fault")) {
                tag("label", Attribute("for", Names.file)) { frame(CareAddText.file) }
                tag("p", .class("hint"), .id(Names.file + "-aide")) { frame(CareAddText.fileHint) }
                if let fault {
                    tag("p", .class("fault"), .id(Names.file + "-erreur")) {
                        Icon.alarm.node
                        frame(fault.message)
                    }
                }
                Node.void(
                    "input",
                    [
                        .type("file"), .id(Names.file), .name(Names.file),
                        Attribute("accept", "application/pdf,.pdf"),
                        fault == nil ? nil : Attribute("aria-invalid", "true"), .described(by: described),
                    ].compactMap { $0 }
                )
            }
            Forms.area(
                Names.text,
                frame(CareAddText.text),
                form.text,
                hint: frame(CareAddText.textHint),
                rows: 8,
                maximum: 12_000,
                faults: faults,
                frame
            )
        }
    }

    /// The days of the recall and of the release concern this choice alone.
    private func notYet(_ frame: Frame) -> String {
        [frame(CareAddText.notYet), announcing.hint.map { frame($0) }].compactMap(\.self).joined(separator: " — ")
    }

    private func who(_ frame: Frame) -> Node {
        tag("div", .class("panel")) {
            Forms.radios(
                Names.visible,
                frame(CareAddText.who),
                [
                    (value: AddForm.SeenBy.everybody.rawValue, label: frame(CareAddText.visible)),
                    (value: AddForm.SeenBy.notYet.rawValue, label: notYet(frame)),
                    (value: AddForm.SeenBy.masked.rawValue, label: frame(CareAddText.masked)),
                ],
                chosen: form.seenBy.rawValue,
                faults: faults,
                frame
            )
            if form.isSecret {
                tag("p", .class("badges")) { mark(.hidden, frame(CareAddText.secret), .warning) }
            } else if form.isMinor {
                Forms.box(
                    Names.secret,
                    frame(CareAddText.representatives),
                    isTicked: form.hidesFromRepresentatives,
                    frame
                )
            }
        }
    }
}
