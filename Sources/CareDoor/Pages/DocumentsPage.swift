import Foundation
import HealthRecord
import PageKit
import Wording

/// Which documents are shown.
struct DocumentFilter: Equatable, Sendable {
    var type = ""
    var author = ""
    var specialty = ""
    var from = ""
    var to = ""
    var order = DocumentOrder.newest
    var withArchived = false
    var onlyMasked = false

    var isDefault: Bool { self == DocumentFilter() }

    /// The address of one page of the list.
    func path(_ handle: String, page: Int) -> String {
        var pairs: [(String, String)] = []
        for (name, value) in [
            (Names.type, type), (Names.author, author), (Names.specialty, specialty), (Names.from, from),
            (Names.to, to),
        ] where !value.isEmpty { pairs.append((name, Self.encoded(value))) }
        if order != .newest { pairs.append((Names.sort, order.rawValue)) }
        if withArchived { pairs.append((Names.archived, "oui")) }
        if onlyMasked { pairs.append((Names.masked, "oui")) }
        pairs.append((Names.page, "\(page)"))
        return Paths.chart(handle, .documents) + "?" + pairs.map { "\($0)=\($1)" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// The order of the list; the raw value stands in the address.
enum DocumentOrder: String, CaseIterable, Sendable {
    case newest = "recent"
    case oldest = "ancien"
    case title = "titre"

    var label: Phrase {
        switch self {
        case .newest: DocumentsPageText.newest.phrase
        case .oldest: DocumentsPageText.oldest.phrase
        case .title: DocumentsPageText.byTitle.phrase
        }
    }

    func sorted(_ entries: [DocumentEntry]) -> [DocumentEntry] {
        func moment(_ entry: DocumentEntry) -> Instant { (entry.serviceStart ?? entry.creationTime).start }
        func folded(_ text: String) -> String {
            text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        }
        return switch self {
        case .newest: entries.sorted { (moment($0), $0.id) > (moment($1), $1.id) }
        case .oldest: entries.sorted { (moment($0), $0.id) < (moment($1), $1.id) }
        case .title: entries.sorted { (folded($0.title), $0.id) < (folded($1.title), $1.id) }
        }
    }
}

/// Page 8.
struct DocumentsPage: Page {
    let handle: String
    let lines: [DocumentLine]
    let total: Int
    let firstRank: Int
    let page: Int
    let pages: Int
    let choice: DocumentFilter
    let types: [(value: String, label: String)]
    let authors: [(value: String, label: String)]
    let specialties: [(value: String, label: String)]
    var faults: [FieldFault] = []

    var place: Place? { .chart(handle, .documents) }
    var trail: [Crumb] { ChartTrail.crumbs(handle) }

    func heading(_ language: Language) -> String { CareShellText.documents(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("no-print")) {
                link(frame(CareShellText.add), to: Paths.chart(handle, .add), class: "button")
            }
            filter(frame)
            if lines.isEmpty {
                tag("p", .class("empty"), Attribute("role", "status")) {
                    choice.isDefault ? frame(CareListText.empty) : frame(CareListText.emptyFiltered)
                }
            } else {
                tag("p", .class("count"), Attribute("role", "status")) {
                    frame(DocumentsPageText.shown(firstRank...(firstRank + lines.count - 1), of: total))
                }
                DocumentTable(handle: handle, lines: lines, caption: CareListText.caption.phrase).node(frame)
                leaf(frame)
            }
        }
    }

    private func filter(_ frame: Frame) -> Node {
        Forms.get(Paths.chart(handle, .documents), legend: frame(CareListText.filter)) {
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
            Self.date(Names.from, CareListText.from, choice.from).node(frame, faults)
            Self.date(Names.to, CareListText.to, choice.to).node(frame, faults)
            Forms.select(
                Names.sort,
                frame(CareListText.sort),
                DocumentOrder.allCases.map { ($0.rawValue, frame($0.label)) },
                chosen: choice.order.rawValue
            )
            Forms.box(Names.archived, frame(CareListText.archived), isTicked: choice.withArchived, frame)
            Forms.box(Names.masked, frame(CareListText.masked), isTicked: choice.onlyMasked, frame)
            tag("div", .class("filter-end")) {
                Forms.submit(frame(CareListText.apply))
                if !choice.isDefault { link(frame(CareListText.reset), to: Paths.chart(handle, .documents)) }
            }
        }
    }

    private static func date(_ name: String, _ label: CareListText, _ value: String) -> Field {
        Field(
            name: name,
            label: label.phrase,
            hint: DocumentsPageText.dateHint.phrase,
            inputMode: "numeric",
            value: value,
            isRequired: false,
            saysOptional: false,
            width: "short",
            maximum: 10
        )
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
