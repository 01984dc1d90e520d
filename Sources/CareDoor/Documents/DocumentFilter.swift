import Foundation
import HealthRecord
import PageKit
import Wording

/// Which documents are shown, and how.
struct DocumentFilter: Equatable, Sendable {
    var view = DocumentView.table
    var type = ""
    var category = ""
    var author = ""
    var specialty = ""
    var from = ""
    var to = ""
    var order = DocumentOrder.newest
    var withArchived = false
    var onlyMasked = false
    var onlyHidden = false

    /// Whether nothing was chosen but the view.
    var isDefault: Bool { self == DocumentFilter(view: view) }

    /// The address of one page of the list, or of another view of the same documents.
    func path(_ handle: String, page: Int = 1, view: DocumentView? = nil, zoom: CarePeriod = .all) -> String {
        let path = Paths.chart(handle, .documents)
        let pairs = pairs(page: page, view: view ?? self.view, zoom: zoom)
        return pairs.isEmpty
            ? path : path + "?" + pairs.map { "\($0)=\(AddressText.encoded($1))" }.joined(separator: "&")
    }

    /// What an address or a form says of it: names and values, those that say nothing left out.
    func pairs(page: Int, view: DocumentView, zoom: CarePeriod) -> [(String, String)] {
        var pairs: [(String, String)] = []
        if view != .table { pairs.append((Names.view, view.rawValue)) }
        if !zoom.text.isEmpty { pairs.append((Names.zoom, zoom.text)) }
        for (name, value) in [
            (Names.category, category), (Names.type, type), (Names.author, author), (Names.specialty, specialty),
            (Names.from, from), (Names.to, to),
        ] where !value.isEmpty { pairs.append((name, value)) }
        if order != .newest { pairs.append((Names.sort, order.rawValue)) }
        for (name, isTicked) in [
            (Names.archived, withArchived), (Names.masked, onlyMasked), (Names.hidden, onlyHidden),
        ] where isTicked { pairs.append((name, "oui")) }
        if page > 1 { pairs.append((Names.page, "\(page)")) }
        return pairs
    }
}

extension DocumentFilter {
    /// Reads what an address or a form says of it; what nobody chose is as if it were not said.
    init(_ asked: (String) -> String) {
        self.init(
            view: DocumentView(rawValue: asked(Names.view)) ?? .table,
            type: asked(Names.type),
            category: asked(Names.category),
            author: asked(Names.author),
            specialty: asked(Names.specialty),
            from: asked(Names.from).trimmed,
            to: asked(Names.to).trimmed,
            order: DocumentOrder(rawValue: asked(Names.sort)) ?? .newest,
            withArchived: asked(Names.archived) == "oui",
            onlyMasked: asked(Names.masked) == "oui",
            onlyHidden: asked(Names.hidden) == "oui"
        )
    }
}

/// How documents are laid out; the raw value stands in the address.
enum DocumentView: String, CaseIterable, Sendable {
    case table = "tableau"
    case path = "parcours"
    case thumbnails = "miniatures"

    var label: CareViewsText {
        switch self {
        case .table: .table
        case .path: .path
        case .thumbnails: .thumbnails
        }
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
