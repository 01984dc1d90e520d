package import Wording

/// A page: a plain value, and a pure function from it to HTML.
///
/// Controllers fill the value; the view reads nothing else, so that a page can be shown, tested and kept as a golden file
/// without a server.
package protocol Page: Sendable {
    /// The text of the only `h1`, which is the start of the title as well.
    func heading(_ language: Language) -> String
    /// The language of the heading, where it is somebody else's words, such as a document's title: nobody says those otherwise.
    var headingLanguage: Language? { get }
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
    package var headingLanguage: Language? { nil }
    package var step: Phrase? { nil }
    package var faults: [FieldFault] { [] }
    package var place: Place? { nil }
    package var trail: [Crumb] { [] }
    package var notice: Phrase? { nil }
}

/// A page above the present one.
package struct Crumb: Sendable {
    package let label: Phrase
    package let path: String

    package init(label: Phrase, path: String) {
        self.label = label
        self.path = path
    }
}

/// What is wrong with one field, and the way to it.
package struct FieldFault: Hashable, Sendable {
    /// The field's name, which is its id as well.
    package let field: String
    /// What to do.
    package let message: Phrase

    package init(_ field: String, _ message: Phrase) {
        self.field = field
        self.message = message
    }
}

/// An entry of a menu; each door has its own, as static members.
package struct Place: Hashable, Sendable {
    package let path: String
    package let label: Phrase
    package let icon: Icon

    package init(path: String, label: Phrase, icon: Icon) {
        self.path = path
        self.label = label
        self.icon = icon
    }
}
