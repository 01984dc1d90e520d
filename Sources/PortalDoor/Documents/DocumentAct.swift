import AccessRules
import Custody
import HealthRecord
import PageKit
import Wording

/// What a holder does with one document beside masking it; the raw value ends its path.
enum DocumentAct: String, CaseIterable, Sendable {
    /// Closes it to those who act for him, for good (CSP R1111-50).
    case hide = "fermer"
    case archive = "ranger"
    case restore = "sortir-des-archives"

    var act: Act {
        switch self {
        case .hide: .hideFromRepresentatives
        case .archive: .archive
        case .restore: .restore
        }
    }

    var change: DocumentChange {
        switch self {
        case .hide: .hideFromRepresentatives
        case .archive: .archive
        case .restore: .restore
        }
    }

    var title: DocumentActText {
        switch self {
        case .hide: .hide
        case .archive: .archive
        case .restore: .restore
        }
    }

    var meaning: [Phrase] {
        switch self {
        case .hide: [DocumentActText.hideMeaning.phrase, DocumentActText.hideProfessionals.phrase]
        case .archive: [DocumentActText.archiveMeaning.phrase, DocumentActText.archiveLists.phrase]
        case .restore: [DocumentActText.restoreMeaning.phrase]
        }
    }

    var confirm: DocumentActText {
        switch self {
        case .hide: .hideConfirm
        case .archive: .archiveConfirm
        case .restore: .restoreConfirm
        }
    }

    /// What the page says when it is done.
    var done: DocumentActText {
        switch self {
        case .hide: .hidden
        case .archive: .archived
        case .restore: .restored
        }
    }

    /// The document as it would be, to say who gains and who loses.
    func applied(to entry: DocumentEntry) -> DocumentEntry {
        var entry = entry
        switch self {
        case .hide: entry.visibility.insert(.hiddenFromRepresentatives)
        case .archive: entry.status = .archived
        case .restore: entry.status = .approved
        }
        return entry
    }

    func path(_ id: UniqueID) -> String { "\(Paths.document(id))/\(rawValue)" }
}
