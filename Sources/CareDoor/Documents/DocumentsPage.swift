import HealthRecord
import PageKit
import Wording

/// Page 8.
struct DocumentsPage: Page {
    let handle: String
    let lines: [DocumentLine]
    let total: Int
    let firstRank: Int
    let page: Int
    let pages: Int
    let choice: DocumentFilter
    /// The documents as a path, where that is the view.
    var path: CarePath?
    let categories: [(value: String, label: String)]
    let types: [(value: String, label: String)]
    let authors: [(value: String, label: String)]
    let specialties: [(value: String, label: String)]
    let offersFiling: Bool
    var faults: [FieldFault] = []

    var place: Place? { .chart(handle, .documents) }
    var trail: [Crumb] { ChartTrail.crumbs(handle) }

    func heading(_ language: Language) -> String { CareShellText.documents(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("div", .class("list-head no-print")) {
                views(frame)
                tag("div", .class("buttons")) {
                    discretion(frame)
                    if offersFiling { link(frame(CareShellText.add), to: Paths.chart(handle, .add), class: "button") }
                }
            }
            filter(frame)
            if let path, total > 0 {
                path.node(frame, handle: handle, choice: choice)
            } else if lines.isEmpty {
                tag("p", .class("empty"), Attribute("role", "status")) {
                    choice.isDefault ? frame(CareListText.empty) : frame(CareListText.emptyFiltered)
                }
            } else {
                tag("p", .class("count"), Attribute("role", "status")) {
                    frame(DocumentsPageText.shown(firstRank...(firstRank + lines.count - 1), of: total))
                }
                if choice.view == .thumbnails {
                    ThumbnailGrid(handle: handle, lines: lines).node(frame)
                } else {
                    DocumentTable(handle: handle, lines: lines, caption: CareListText.caption.phrase).node(frame)
                }
                leaf(frame)
            }
        }
    }

    private func views(_ frame: Frame) -> Node {
        tag("nav", .class("leaf views"), Attribute("aria-label", frame(CareViewsText.views))) {
            tag("ul") {
                for view in DocumentView.allCases {
                    tag("li") {
                        if view == choice.view {
                            tag("strong", Attribute("aria-current", "page")) { frame(view.label) }
                        } else {
                            link(frame(view.label), to: choice.path(handle, view: view))
                        }
                    }
                }
            }
        }
    }

    /// Where others may look on, the titles of all lists stay off the screen.
    private func discretion(_ frame: Frame) -> Node {
        Forms.post(Paths.discretion(handle), frame, class: "inline") {
            Forms.hidden(Names.discreet, frame.isDiscreet ? "montres" : "caches")
            for (name, value) in choice.pairs(page: page, view: choice.view, zoom: path?.zoom ?? .all) {
                Forms.hidden(name, value)
            }
            Forms.submit(frame(frame.isDiscreet ? SettingsText.showTitles : .hideTitles), class: "button quiet")
        }
    }

    private func filter(_ frame: Frame) -> [Node] {
        FoldedFilter(
            CareListText.filter,
            at: Paths.chart(handle, .documents),
            whole: DocumentFilter(view: choice.view).path(handle),
            chosen: choice.isDefault ? nil : chosen,
            faults: faults
        ).nodes(frame) {
            if choice.view != .table { Forms.hidden(Names.view, choice.view.rawValue) }
            Forms.select(
                Names.category,
                frame(CareViewsText.category),
                [("", frame(CareViewsText.allCategories))] + categories,
                chosen: choice.category
            )
            Forms.select(
                Names.type,
                frame(CareListText.type),
                [("", frame(CareListText.allTypes))] + types,
                chosen: choice.type
            )
            Forms.select(
                Names.author,
                frame(CareListText.author),
                [("", frame(CareListText.allAuthors))] + authors,
                chosen: choice.author
            )
            Forms.select(
                Names.specialty,
                frame(CareListText.specialty),
                [("", frame(CareListText.allSpecialties))] + specialties,
                chosen: choice.specialty
            )
            Field.filterDate(Names.from, CareListText.from, choice.from).node(frame, faults)
            Field.filterDate(Names.to, CareListText.to, choice.to).node(frame, faults)
            Forms.select(
                Names.sort,
                frame(CareListText.sort),
                DocumentOrder.allCases.map { ($0.rawValue, frame($0.label)) },
                chosen: choice.order.rawValue
            )
            Forms.box(Names.archived, frame(CareListText.archived), isTicked: choice.withArchived, frame)
            Forms.box(Names.masked, frame(CareListText.masked), isTicked: choice.onlyMasked, frame)
            Forms.box(Names.hidden, frame(CareViewsText.hidden), isTicked: choice.onlyHidden, frame)
            tag("div", .class("filter-end")) { Forms.submit(frame(CareListText.apply)) }
        }
    }

    /// What the list is narrowed by.
    private var chosen: [ChosenFilter?] {
        [
            .picked(CareViewsText.category, choice.category, among: categories),
            .picked(CareListText.type, choice.type, among: types),
            .picked(CareListText.author, choice.author, among: authors),
            .picked(CareListText.specialty, choice.specialty, among: specialties),
            .day(CareListText.from, DayEntry.read(choice.from)), .day(CareListText.to, DayEntry.read(choice.to)),
            choice.order == .newest ? nil : ChosenFilter(CareListText.sort.phrase, choice.order.label),
            .ticked(CareListText.archived, choice.withArchived), .ticked(CareListText.masked, choice.onlyMasked),
            .ticked(CareViewsText.hidden, choice.onlyHidden),
        ]
    }

    private func leaf(_ frame: Frame) -> Node? {
        guard pages > 1 else { return nil }
        return tag("nav", .class("leaf"), Attribute("aria-label", frame(DocumentsPageText.pages))) {
            tag("ul") {
                if page > 1 {
                    tag("li") { link(frame(DocumentsPageText.previous), to: choice.path(handle, page: page - 1)) }
                }
                tag("li") {
                    tag("span", Attribute("aria-current", "page")) { frame(DocumentsPageText.page(page, of: pages)) }
                }
                if page < pages {
                    tag("li") { link(frame(DocumentsPageText.next), to: choice.path(handle, page: page + 1)) }
                }
            }
        }
    }
}
