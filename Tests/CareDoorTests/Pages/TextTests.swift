import Custody
import Testing
import Wording

@testable import CareDoor

/// The words of the site.
@Suite struct TextTests {
    @Test(arguments: CardFault.allCases)
    func eachFaultOfACardHasItsWords(fault: CardFault) { #expect(CardText(rawValue: fault.rawValue) != nil) }

    @Test func bothLanguagesAreThere() {
        for section in CareCatalogue.sections {
            for (key, phrase) in Self.entries(of: section) {
                #expect(!phrase.french.isEmpty && !phrase.english.isEmpty, "\(key)")
                #expect(!phrase.french.contains(" :") && !phrase.french.contains(" ?"), "\(key)")
                #expect(!phrase.french.contains("'") && !phrase.english.contains("'"), "\(key)")
                let sentences = phrase.french.split { ".?!".contains($0) }
                for sentence in sentences {
                    #expect(sentence.split(separator: " ").count <= 22, "\(key): \(sentence)")
                }
                for word in ["provisionner", "XDS", "VIHF", "CDA"] {
                    #expect(!phrase.french.contains(word), "\(key)")
                }
            }
        }
    }

    private static func entries<Text: CatalogueText>(of section: Text.Type) -> [(String, Phrase)] {
        section.allCases.map { ("\(section).\($0)", $0.phrase) }
    }
}
