import HealthRecord
import PageKit
import Wording

/// A document as lists show it.
struct DocumentLine: Sendable {
    let id: UniqueID
    let title: String
    let date: Phrase
    let author: String
    let category: Phrase
    let states: [DocumentState]
    var isNew = false

    /// The title, or what to say in its place.
    @HTMLBuilder
    func name(_ frame: Frame) -> [Node] {
        if frame.isDiscreet {
            frame(DocumentsPageText.hiddenTitle)
        } else if title.isEmpty {
            frame(DocumentsPageText.noTitle)
        } else {
            french(title, frame)
        }
    }
}

/// What a holder is told of a document's standing.
enum DocumentState: CaseIterable, Sendable {
    case visible, masked, archived, replaced, closed

    func badge(_ frame: Frame) -> Node {
        switch self {
        case .visible: mark(.eye, frame(DocumentsPageText.visible), .good)
        case .masked: mark(.hidden, frame(DocumentsPageText.masked), .warning)
        case .archived: mark(.archive, frame(DocumentsPageText.archived), .quiet)
        case .replaced: mark(.clock, frame(DocumentsPageText.replaced), .quiet)
        case .closed: mark(.hidden, frame(DocumentActText.closed), .warning)
        }
    }

    /// The states of an entry, at least one.
    static func states(of entry: DocumentEntry) -> [DocumentState] {
        var states: [DocumentState] = []
        switch entry.status {
        case .approved: break
        case .deprecated: states.append(.replaced)
        case .archived, .deleted: states.append(.archived)
        }
        states.append(entry.visibility.contains(.maskedToProfessionals) ? .masked : .visible)
        // Told to the holder alone: those to whom it is closed do not see the document.
        if entry.visibility.contains(.hiddenFromRepresentatives) { states.append(.closed) }
        return states
    }
}
