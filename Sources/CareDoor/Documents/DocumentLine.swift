import HealthRecord
import PageKit
import Wording

/// A document as lists show it.
struct DocumentLine: Sendable {
    let id: UniqueID
    let title: String
    let date: Phrase
    let author: String
    let specialty: Phrase?
    let type: Phrase
    /// The category, *rubrique*: code and label.
    let category: (code: String, label: Phrase)
    let states: [DocumentMark]
    /// Hiding it, or showing it again, where that is for the reader to do from the list.
    var change: DocumentChoice?

    /// The title, or what to say in its place.
    @HTMLBuilder
    func name(_ frame: Frame) -> [Node] {
        if frame.isDiscreet {
            frame(DocumentsPageText.hiddenTitle)
        } else if title.isEmpty {
            frame(DocumentsPageText.noTitle)
        } else {
            foreign(title)
        }
    }
}

/// What a professional is told of a document's standing.
enum DocumentMark: CaseIterable, Sendable {
    case current, mine, masked, hiddenFromPatient, hiddenFromRepresentatives, archived, replaced

    func badge(_ frame: Frame) -> Node {
        switch self {
        case .current: mark(.check, frame(CareListText.current), .good)
        case .mine: mark(.pen, frame(CareListText.mine), .plain)
        case .masked: mark(.hidden, frame(DocumentsPageText.masked), .warning)
        case .hiddenFromPatient: mark(.bell, frame(CareListText.hiddenFromPatient), .warning)
        case .hiddenFromRepresentatives: mark(.hidden, frame(CareListText.hiddenFromRepresentatives), .warning)
        case .archived: mark(.archive, frame(DocumentsPageText.archived), .quiet)
        case .replaced: mark(.clock, frame(DocumentsPageText.replaced), .quiet)
        }
    }

    /// The states of an entry, at least one.
    static func marks(of entry: DocumentEntry, isMine: Bool) -> [DocumentMark] {
        var marks: [DocumentMark] = []
        switch entry.status {
        case .approved: marks.append(.current)
        case .deprecated: marks.append(.replaced)
        case .archived, .deleted: marks.append(.archived)
        }
        if isMine { marks.append(.mine) }
        if entry.visibility.contains(.maskedToProfessionals) { marks.append(.masked) }
        if entry.visibility.contains(.hiddenFromPatient) { marks.append(.hiddenFromPatient) }
        if !entry.visibility.isDisjoint(with: [.hiddenFromRepresentatives, .secretConnection]) {
            marks.append(.hiddenFromRepresentatives)
        }
        return marks
    }
}

/// A table of documents: date, type, author, specialty, state.
struct DocumentTable: Sendable {
    let handle: String
    let lines: [DocumentLine]
    let caption: Phrase

    func node(_ frame: Frame) -> Node {
        tag("table", .class("list stacked compact")) {
            tag("caption") { frame(caption) }
            columns(
                [
                    CareListText.document, .date, .typeColumn, .authorColumn, .specialtyColumn, .stateColumn,
                ],
                frame
            )
            tag("tbody") { for line in lines { row(line, frame) } }
        }
    }

    private func row(_ line: DocumentLine, _ frame: Frame) -> Node {
        tag("tr") {
            tag("th", Attribute("scope", "row")) {
                tag("a", .href(Paths.document(handle, line.id))) { line.name(frame) }
            }
            cell(CareListText.date, frame) { frame(line.date) }
            cell(CareListText.typeColumn, frame) { frame(line.type) }
            cell(CareListText.authorColumn, frame) { foreign(line.author) }
            specialty(line, frame)
            cell(CareListText.stateColumn, frame) {
                for state in line.states { state.badge(frame) }
                if let change = change(line, frame) {
                    " "
                    change
                }
            }
        }
    }

    /// One step to the page that says who still sees it; told apart from the others by the title.
    private func change(_ line: DocumentLine, _ frame: Frame) -> Node? {
        guard let choice = line.change else { return nil }
        let title = frame.isDiscreet ? "" : line.title
        return tag(
            "a",
            .href(Paths.change(handle, line.id, choice)),
            .class("row-act no-print"),
            Attribute("aria-label", frame(DocumentsPageText.changeOne(masks: choice == .mask, title)))
        ) { frame(choice == .mask ? DocumentsPageText.mask : .unmask) }
    }

    /// Where a row is a few lines without column heads, no specialty is said to be missing.
    private func specialty(_ line: DocumentLine, _ frame: Frame) -> Node {
        let column = Attribute("data-column", frame(CareListText.specialtyColumn))
        guard let specialty = line.specialty else {
            return tag("td", .class("none"), column) { frame(CareListText.noSpecialty) }
        }
        return tag("td", column) { frame(specialty) }
    }
}
