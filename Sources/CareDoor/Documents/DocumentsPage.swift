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
            if !choice.isDefault {
                Forms.chosen(chosen, whole: DocumentFilter(view: choice.view).path(handle), frame)
            }
            Forms.folded(frame(CareListText.filter), isOpen: !choice.isDefault || !faults.isEmpty, filter(frame))
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

    private func filter(_ frame: Frame) -> Node {
        Forms.get(Paths.chart(handle, .documents), legend: frame(CareListText.filter)) {
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

    /// What the list is narrowed by; a date that cannot be read narrows nothing.
    private var chosen: [ChosenFilter] {
        let picked: [(label: Phrase, value: String, options: [(value: String, label: String)])] = [
            (CareViewsText.category.phrase, choice.category, categories),
            (CareListText.type.phrase, choice.type, types),
            (CareListText.author.phrase, choice.author, authors),
            (CareListText.specialty.phrase, choice.specialty, specialties),
        ]
        var all = picked.filter { !$0.value.isEmpty }.map { label, value, options in
            let known = options.first { $0.value == value }.map { Phrase(verbatim: $0.label) }
            return ChosenFilter(label, known ?? CareListText.notInRecord.phrase)
        }
        for (label, text) in [(CareListText.from, choice.from), (.to, choice.to)] {
            if let day = DayEntry.read(text) { all.append(ChosenFilter(label.phrase, DateText.date(day))) }
        }
        if choice.order != .newest { all.append(ChosenFilter(CareListText.sort.phrase, choice.order.label)) }
        if choice.withArchived { all.append(ChosenFilter(CareListText.archived.phrase)) }
        if choice.onlyMasked { all.append(ChosenFilter(CareListText.masked.phrase)) }
        if choice.onlyHidden { all.append(ChosenFilter(CareViewsText.hidden.phrase)) }
        return all
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
