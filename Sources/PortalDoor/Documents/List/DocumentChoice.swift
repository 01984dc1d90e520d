import HealthRecord
import PageKit
import Wording

/// The order of a list of documents.
enum DocumentOrder: String, CaseIterable, Sendable {
    case newest = "recents"
    case oldest = "anciens"
    case title = "titre"

    var label: Phrase {
        switch self {
        case .newest: DocumentsPageText.newest.phrase
        case .oldest: DocumentsPageText.oldest.phrase
        case .title: DocumentsPageText.byTitle.phrase
        }
    }
}

/// Which documents are shown, as the address says it.
struct DocumentChoice: Equatable, Sendable {
    /// Code of the class; empty for all.
    var category = ""
    /// Handle of the author; empty for all.
    var author = ""
    /// A folder of the reader's; empty for all.
    var folder = ""
    /// First day, as typed.
    var from = ""
    /// Last day, as typed.
    var to = ""
    var order = DocumentOrder.newest

    var isDefault: Bool { self == DocumentChoice() }

    init(
        category: String = "",
        author: String = "",
        folder: String = "",
        from: String = "",
        to: String = "",
        order: DocumentOrder = .newest
    ) {
        self.category = category
        self.author = author
        self.folder = folder
        self.from = from
        self.to = to
        self.order = order
    }

    /// From an address or a form.
    init(_ text: (String) -> String?) {
        func given(_ name: String) -> String { String((text(name) ?? "").prefix(64)) }
        self.init(
            category: given(FormNames.category),
            author: given(FormNames.author),
            folder: given(FormNames.folder),
            from: given(FormNames.from).trimmed,
            to: given(FormNames.to).trimmed,
            order: DocumentOrder(rawValue: given(FormNames.sort)) ?? .newest
        )
    }

    /// What was chosen, and the page, as addresses and forms carry them.
    func pairs(page: Int) -> [(name: String, value: String)] {
        [
            (FormNames.category, category), (FormNames.author, author), (FormNames.folder, folder),
            (FormNames.from, from), (FormNames.to, to), (FormNames.sort, order == .newest ? "" : order.rawValue),
            (FormNames.page, page > 1 ? "\(page)" : ""),
        ].filter { !$0.1.isEmpty }
    }

    /// The address of a page of the list.
    func path(page: Int) -> String {
        let pairs = pairs(page: page)
        guard !pairs.isEmpty else { return Paths.documents }
        return Paths.documents + "?" + pairs.map { "\($0)=\(AddressText.encoded($1))" }.joined(separator: "&")
    }
}
