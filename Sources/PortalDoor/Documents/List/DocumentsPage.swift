import HealthRecord
import PageKit
import Wording

/// Page 7: the list of documents.
struct DocumentsPage: Page {
    let lines: [DocumentLine]
    let total: Int
    let firstRank: Int
    let page: Int
    let pages: Int
    let choice: DocumentChoice
    let categories: [(value: String, label: String)]
    let authors: [(value: String, label: String)]
    var faults: [FieldFault] = []
    var mayAdd = false
    /// The reader's folders.
    var folders: [FolderLine] = []
    /// Documents kept at hand, shown above an unfiltered list.
    var pinned: [DocumentLine] = []
    var selection = DocumentSelection()
    /// Those that the reader may hide from professionals here and now.
    var maskable: Set<UniqueID> = []
    /// Those that the reader may show to them again.
    var unmaskable: Set<UniqueID> = []
    var notice: Phrase?

    var place: Place? { .documents }
    var trail: [Crumb] { [Crumb(label: ShellText.record.phrase, path: Paths.record)] }

    func heading(_ language: Language) -> String { ShellText.documents(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("div", .class("buttons no-print")) {
                if mayAdd { link(frame(AddingText.title), to: Paths.adding, class: "button") }
                link(frame(FolderText.title), to: Paths.folders, class: "button quiet")
            }
            if !pinned.isEmpty {
                section("epingles", PinText.title, frame, class: "panel") {
                    tag("ul", .class("plain")) {
                        for line in pinned {
                            tag("li") { tag("a", .href(Paths.document(line.id))) { line.name(frame) } }
                        }
                    }
                }
            }
            if choice.isDefault, page == 1, !folders.isEmpty { folderList(frame) }
            filter(frame)
            if lines.isEmpty {
                tag("p", .class("empty"), Attribute("role", "status")) {
                    choice.isDefault ? frame(DocumentsPageText.empty) : frame(DocumentsPageText.emptyFiltered)
                }
            } else {
                tag("p", .class("count"), Attribute("role", "status")) {
                    frame(DocumentsPageText.shown(firstRank...(firstRank + lines.count - 1), of: total))
                }
                if selection.choosable.isEmpty { table(frame) } else { choosing(frame) }
                leaf(frame)
            }
        }
    }

    private func folderList(_ frame: Frame) -> Node {
        section("classeurs", FolderText.title, frame, class: "panel no-print") {
            tag("ul", .class("plain")) {
                for folder in folders {
                    tag("li") {
                        tag("a", .href(Paths.documents(in: folder.id))) { foreign(folder.name(frame)) }
                        ", " + frame(FolderText.count(folder.count))
                    }
                }
            }
        }
    }

    private func filter(_ frame: Frame) -> [Node] {
        FoldedFilter(
            DocumentsPageText.filter,
            at: Paths.documents,
            chosen: choice.isDefault ? nil : chosen(frame),
            faults: faults
        ).nodes(frame) {
            Forms.select(
                FormNames.category,
                frame(DocumentsPageText.category),
                [("", frame(DocumentsPageText.allCategories))] + categories,
                chosen: choice.category
            )
            Forms.select(
                FormNames.author,
                frame(DocumentsPageText.author),
                [("", frame(DocumentsPageText.allAuthors))] + authors,
                chosen: choice.author
            )
            if !folders.isEmpty {
                Forms.select(
                    FormNames.folder,
                    frame(FolderText.filter),
                    [("", frame(FolderText.all))] + folders.map { ($0.id.text, $0.name(frame)) },
                    chosen: choice.folder
                )
            }
            Field.filterDate(FormNames.from, DocumentsPageText.from, choice.from).node(frame, faults)
            Field.filterDate(FormNames.to, DocumentsPageText.to, choice.to).node(frame, faults)
            Forms.select(
                FormNames.sort,
                frame(DocumentsPageText.sort),
                DocumentOrder.allCases.map { ($0.rawValue, frame($0.label)) },
                chosen: choice.order.rawValue
            )
            tag("div", .class("filter-end")) { Forms.submit(frame(DocumentsPageText.apply)) }
        }
    }

    /// What the list is narrowed by.
    private func chosen(_ frame: Frame) -> [ChosenFilter?] {
        [
            .picked(DocumentsPageText.category, choice.category, among: categories),
            .picked(DocumentsPageText.author, choice.author, among: authors),
            .picked(FolderText.filter, choice.folder, among: folders.map { ($0.id.text, $0.name(frame)) }),
            .day(DocumentsPageText.from, Entries.date(choice.from)),
            .day(DocumentsPageText.to, Entries.date(choice.to)),
            choice.order == .newest ? nil : ChosenFilter(DocumentsPageText.sort.phrase, choice.order.label),
        ]
    }

    /// The table as a form, where some of its documents can be taken or deleted together.
    private func choosing(_ frame: Frame) -> Node {
        Forms.post(selection.takeable.isEmpty ? Paths.deletion : Paths.taking, frame, class: "choosing") {
            for pair in choice.pairs(page: page) { Forms.hidden(pair.name, pair.value) }
            if !selection.takeable.isEmpty { paragraph(frame(TakingText.hint), class: "hint") }
            if !selection.deletable.isEmpty { paragraph(frame(DeletingText.hint), class: "hint") }
            if let fault = faults.first(where: { $0.field == FormNames.choice }) {
                tag("p", .class("fault"), .id(FormNames.choice + "-erreur")) {
                    Icon.alarm.node
                    frame(fault.message)
                }
            }
            table(frame)
            tag("div", .class("buttons no-print")) {
                if !selection.takeable.isEmpty { Forms.submit(frame(TakingText.take), class: "button quiet") }
                if !selection.deletable.isEmpty {
                    Forms.submit(
                        frame(DeletingText.next),
                        class: "button quiet",
                        Attribute("formaction", Paths.deletion)
                    )
                }
            }
        }
    }

    private func table(_ frame: Frame) -> Node {
        tag("table", .class("list stacked")) {
            tag("caption") { frame(DocumentsPageText.caption) }
            tag("thead") {
                tag("tr") {
                    for column in [
                        DocumentsPageText.titleColumn, .dateColumn, .authorColumn, .categoryColumn, .stateColumn,
                    ] { tag("th", Attribute("scope", "col")) { frame(column) } }
                    if !selection.choosable.isEmpty {
                        tag("th", Attribute("scope", "col")) { frame(boxColumn) }
                    }
                }
            }
            tag("tbody") { for line in lines { row(line, frame) } }
        }
    }

    private func row(_ line: DocumentLine, _ frame: Frame) -> Node {
        tag("tr") {
            tag("th", Attribute("scope", "row")) {
                tag(
                    "a",
                    .href(Paths.document(line.id)),
                    boxed.contains(line.id) ? .id(DocumentSelection.titleID(line.id)) : nil
                ) { line.name(frame) }
                if line.isNew {
                    " "
                    mark(.star, frame(DocumentsPageText.new), .plain)
                }
            }
            cell(DocumentsPageText.dateColumn, frame) { frame(line.date) }
            cell(DocumentsPageText.authorColumn, frame) { foreign(line.author) }
            cell(DocumentsPageText.categoryColumn, frame) { foreign(frame(line.category)) }
            cell(DocumentsPageText.stateColumn, frame) {
                for state in line.states { state.badge(frame) }
                if maskable.contains(line.id) { change(line, masks: true, frame) }
                if unmaskable.contains(line.id) { change(line, masks: false, frame) }
            }
            if let rank = boxed.firstIndex(of: line.id) {
                tag("td", Attribute("data-column", frame(boxColumn))) {
                    selection.box(line.id, rank: rank, faults: faults, frame)
                }
            } else if !boxed.isEmpty {
                tag("td", .class("none"))
            }
        }
    }

    /// The link by which one document is hidden or shown.
    private func change(_ line: DocumentLine, masks: Bool, _ frame: Frame) -> [Node] {
        let title = frame.isDiscreet ? "" : line.title
        return nodes {
            " "
            tag(
                "a",
                .href(masks ? Paths.mask(line.id) : Paths.unmask(line.id)),
                .class("row-act no-print"),
                Attribute("aria-label", frame(DocumentsPageText.changeOne(masks: masks, title)))
            ) { frame(masks ? DocumentsPageText.mask : .unmask) }
        }
    }

    /// The documents of this page with a box, in the order of the list.
    private var boxed: [UniqueID] { lines.map(\.id).filter(selection.choosable.contains) }

    private var boxColumn: Phrase {
        selection.takeable.isEmpty ? DeletingText.column.phrase : TakingText.column.phrase
    }

    private func leaf(_ frame: Frame) -> Node? {
        guard pages > 1 else { return nil }
        return tag("nav", .class("leaf"), Attribute("aria-label", frame(DocumentsPageText.pages))) {
            tag("ul") {
                if page > 1 {
                    tag("li") {
                        tag("a", .href(choice.path(page: page - 1)), Attribute("rel", "prev")) {
                            frame(DocumentsPageText.previous)
                        }
                    }
                }
                tag("li") {
                    tag("span", Attribute("aria-current", "page")) { frame(DocumentsPageText.page(page, of: pages)) }
                }
                if page < pages {
                    tag("li") {
                        tag("a", .href(choice.path(page: page + 1)), Attribute("rel", "next")) {
                            frame(DocumentsPageText.next)
                        }
                    }
                }
            }
        }
    }
}
