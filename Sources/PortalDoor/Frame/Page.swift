import Wording

/// A page: a plain value, and a pure function from it to HTML.
///
/// Controllers fill the value; the view reads nothing else, so that a page can be shown, tested and kept as a golden file
/// without a server.
protocol Page: Sendable {
    /// The text of the only `h1`, which is the start of the title as well.
    func heading(_ language: Language) -> String
    /// What stands under the heading.
    func content(_ frame: Frame) -> [Node]
    /// The step, on a way of several pages.
    var step: Phrase? { get }
    /// What is wrong with what was entered.
    var faults: [FieldFault] { get }
    /// Where the page belongs in the menu.
    var place: Place? { get }
    /// The pages above it.
    var trail: [Crumb] { get }
    /// What has just been done, said once.
    var notice: Phrase? { get }
}

extension Page {
    var step: Phrase? { nil }
    var faults: [FieldFault] { [] }
    var place: Place? { nil }
    var trail: [Crumb] { [] }
    var notice: Phrase? { nil }
}

/// A page above the present one.
struct Crumb: Sendable {
    let label: Phrase
    let path: String
}

/// What is wrong with one field, and the way to it.
struct FieldFault: Hashable, Sendable {
    /// The field's name, which is its id as well.
    let field: String
    /// What to do.
    let message: Phrase

    init(_ field: String, _ message: Phrase) {
        self.field = field
        self.message = message
    }
}

/// The entries of the menus.
enum Place: CaseIterable, Sendable {
    case home, signIn, help
    case record, documents, results, professionals, history

    static let publicMenu: [Place] = [.home, .signIn, .help]
    static let recordMenu: [Place] = [.record, .documents, .results, .professionals, .history]

    var path: String {
        switch self {
        case .home: Paths.home
        case .signIn: Paths.signIn
        case .help: Paths.help
        case .record: Paths.record
        case .documents: Paths.documents
        case .results: Paths.results
        case .professionals: Paths.professionals
        case .history: Paths.history
        }
    }

    var label: Phrase {
        switch self {
        case .home: ShellText.home.phrase
        case .signIn: SignInText.title.phrase
        case .help: ShellText.help.phrase
        case .record: ShellText.record.phrase
        case .documents: ShellText.documents.phrase
        case .results: ShellText.results.phrase
        case .professionals: ShellText.professionals.phrase
        case .history: ShellText.history.phrase
        }
    }

    var icon: Icon {
        switch self {
        case .home: .house
        case .signIn: .key
        case .help: .question
        case .record: .heart
        case .documents: .sheet
        case .results: .curve
        case .professionals: .people
        case .history: .clock
        }
    }
}
