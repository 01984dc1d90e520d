import PageKit
import Wording

/// Page 9: what may be added is said before; nothing is lost when something is wrong but the file, which browsers keep.
struct AddingPage: Page {
    var entered = OwnEntry()
    var faults: [FieldFault] = []
    /// Whether there is somebody to close a document to.
    var mayClose = false

    var place: Place? { .documents }
    var trail: [Crumb] { [Crumb(label: ShellText.documents.phrase, path: Paths.documents)] }

    func heading(_ language: Language) -> String { AddingText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(AddingText.lead), class: "lead")
            paragraph(frame(AddingText.formats))
            Forms.upload(Paths.adding, frame) {
                Forms.file(
                    FormNames.file,
                    frame(AddingText.file),
                    hint: frame(AddingText.fileHint),
                    accept: OwnFile.accepted,
                    faults: faults,
                    frame
                )
                Field(
                    name: FormNames.title,
                    label: AddingText.name.phrase,
                    hint: AddingText.nameHint.phrase,
                    autocomplete: "off",
                    value: entered.title,
                    maximum: OwnEntry.mostTitle
                ).node(frame, faults)
                Forms.radios(
                    FormNames.category,
                    frame(AddingText.kind),
                    OwnDocumentKind.allCases.map { ($0.rawValue, frame($0)) },
                    chosen: entered.kind?.rawValue,
                    hint: frame(AddingText.kindHint),
                    faults: faults,
                    frame
                )
                Field(
                    name: FormNames.actDate,
                    label: AddingText.date.phrase,
                    hint: AddingText.dateHint.phrase,
                    autocomplete: "off",
                    value: entered.date,
                    isRequired: false,
                    width: "short",
                    maximum: Entries.Longest.date
                ).node(frame, faults)
                Forms.radios(
                    FormNames.visibility,
                    frame(AddingText.visibility),
                    [("visible", frame(AddingText.visible)), ("masque", frame(AddingText.masked))],
                    chosen: entered.isMasked ? "masque" : "visible",
                    frame
                )
                if mayClose {
                    Forms.box(
                        FormNames.closed,
                        frame(DocumentActText.closedAtOnce),
                        isTicked: entered.isClosed,
                        frame
                    )
                }
                tag("div", .class("buttons")) {
                    Forms.submit(frame(AddingText.check))
                    link(frame(AddingText.cancel), to: Paths.documents, class: "button quiet")
                }
            }
        }
    }
}

/// What will be filed, to be seen once more: the file as it will be read, and what is said of it.
struct AddingSummaryPage: Page {
    let entered: OwnEntry
    let size: Phrase

    var place: Place? { .documents }
    var trail: [Crumb] { [Crumb(label: ShellText.documents.phrase, path: Paths.documents)] }

    func heading(_ language: Language) -> String { AddingText.summary(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(AddingText.summaryLead), class: "lead")
            tag("div", .class("with-side")) {
                section("apercu", AddingText.preview, frame, class: "document") {
                    tag(
                        "iframe",
                        Attribute("src", Paths.addingPreview),
                        Attribute("title", frame(AddingText.preview)),
                        Attribute("sandbox", ""),
                        Attribute("referrerpolicy", "no-referrer")
                    )
                    tag("p", .class("no-print")) { link(frame(DocumentPageText.openAlone), to: Paths.addingPreview) }
                }
                tag("div", .class("side")) {
                    section("dire", DocumentPageText.facts, frame, class: "panel") {
                        tag("dl") {
                            fact(AddingText.name, entered.title, frame)
                            if let kind = entered.kind { fact(AddingText.kind, frame(kind), frame) }
                            fact(AddingText.date, day(frame), frame)
                            fact(AddingText.visibility, frame(entered.isMasked ? AddingText.masked : .visible), frame)
                            if entered.isClosed {
                                fact(DocumentPageText.state, frame(DocumentActText.closed), frame)
                            }
                            fact(DocumentPageText.size, frame(size), frame)
                        }
                    }
                }
            }
            Forms.post(Paths.addingConfirm, frame) {
                for pair in entered.pairs { Forms.hidden(pair.name, pair.value) }
                tag("div", .class("buttons")) {
                    Forms.submit(frame(AddingText.add))
                    Forms.submit(
                        frame(AddingText.correct),
                        class: "button quiet",
                        Attribute("formaction", Paths.addingAgain)
                    )
                    link(frame(AddingText.cancel), to: Paths.documents, class: "button quiet")
                }
            }
            paragraph(frame(AddingText.correctHint), class: "hint")
        }
    }

    private func day(_ frame: Frame) -> String {
        Entries.date(entered.date).map { frame(DateText.date($0)) } ?? frame(AddingText.today)
    }

    private func fact(_ label: some CatalogueText, _ value: String, _ frame: Frame) -> Node {
        tag("div") {
            tag("dt") { frame(label) }
            tag("dd") { foreign(value) }
        }
    }
}
