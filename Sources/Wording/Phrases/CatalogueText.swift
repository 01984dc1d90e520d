/// The keys of the texts of one subject that need no value: an enum with a phrase for each case.
///
/// A new subject is one file in the folder of its kind and one line in `Catalogue.sections`, by which the tests of
/// typography reach it. Texts that need values are functions that return a `Phrase`.
public protocol CatalogueText: CaseIterable, Hashable, Sendable {
    /// What the key says.
    var phrase: Phrase { get }
}

extension CatalogueText {
    /// What the key says in one language.
    public func callAsFunction(_ language: Language) -> String { phrase[language] }
}

/// The list of subjects.
public enum Catalogue {
    /// Every subject whose texts need no value.
    public static let sections: [any CatalogueText.Type] = [
        ActionText.self, LetterText.self, NoticeText.self, ServiceText.self,
    ]

    /// Every text without values, with the name of its key.
    public static var entries: [(key: String, phrase: Phrase)] { sections.flatMap { entries(of: $0) } }

    private static func entries<Section: CatalogueText>(of section: Section.Type) -> [(key: String, phrase: Phrase)] {
        section.allCases.map { ("\(section).\($0)", $0.phrase) }
    }
}
