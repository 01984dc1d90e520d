import Testing

@testable import Wording

@Suite struct PageCatalogueTests {
    private static var entries: [(key: String, phrase: Phrase)] {
        PageCatalogue.sections.flatMap { entries(of: $0) }
    }

    private static func entries<Section: CatalogueText>(of section: Section.Type) -> [(key: String, phrase: Phrase)] {
        section.allCases.map { ("\(section).\($0)", $0.phrase) }
    }

    @Test func everyTextOfAPageIsSetAsItsLanguageWants() {
        for (key, phrase) in Self.entries {
            #expect(TypographyFault.all(in: phrase.french, .french).isEmpty, "\(key): \(phrase.french)")
            #expect(TypographyFault.all(in: phrase.english, .english).isEmpty, "\(key): \(phrase.english)")
            #expect(!phrase.french.isEmpty && !phrase.english.isEmpty, "\(key)")
        }
    }

    @Test func sentencesAreShort() {
        for (key, phrase) in Self.entries {
            for sentence in phrase.french.split(whereSeparator: { ".:?!".contains($0) }) {
                #expect(sentence.split(separator: " ").count <= 26, "\(key): \(sentence)")
            }
        }
    }
}
