import Foundation
import Testing

@testable import Wording

@Suite struct PageCatalogueTests {
    private static var entries: [(key: String, phrase: Phrase)] {
        PageCatalogue.sections.flatMap { entries(of: $0) }
            + ForAnother.pairs.map { (key: "for another: \($0.own.french)", phrase: $0.other) }
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

    /// What is said otherwise in somebody else's record differs, is said once, and never speaks of the reader's own record.
    @Test func somebodyElsesRecordIsNobodysOwn() {
        #expect(Set(ForAnother.pairs.map { $0.own }).count == ForAnother.pairs.count)
        for (own, other) in ForAnother.pairs {
            #expect(own != other && ForAnother.said(own) == other, "\(own.french)")
            #expect(!other.french.localizedCaseInsensitiveContains("votre dossier"), "\(other.french)")
            #expect(!other.french.localizedCaseInsensitiveContains("mon dossier"), "\(other.french)")
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
