import Custody
import HTTPTypes
import PageKit
import RecordService
import Testing
import Wording

@testable import CareDoor

/// The words of the site.
@Suite struct TextTests {
    @Test(arguments: CardFault.allCases)
    func eachFaultOfACardHasItsWords(fault: CardFault) { #expect(CardText(rawValue: fault.rawValue) != nil) }

    /// A list that is full, and more than one work changes, are never said to be done already.
    @Test func whatWasTooMuchIsNotSaidToBeDone() {
        for word in [CustodyError.listFull, CustodyError.tooManyChanges] {
            let answer = CareDoor.answer(to: .conflict(word), handle: nil, nil)
            guard case .page(let page, let status, _) = answer else {
                Issue.record("no page for \(word)")
                continue
            }
            #expect(status == .conflict && page.heading(.french) == TroubleText.tooMuchTitle(.french), "\(word)")
        }
        guard case .page(let page, _, _) = CareDoor.answer(to: .conflict("moved"), handle: nil, nil) else { return }
        #expect(page.heading(.french) == TroubleText.conflictTitle(.french))
    }

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
