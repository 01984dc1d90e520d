import ClinicalDocuments
import ServerKit
import Testing

@testable import CareDoor

/// What is read of wishes that a professional writes down, one character below, at, and one above what the form lets him type.
@Suite struct WishesLimitTests {
    @Test(arguments: [-1, 0, 1]) func thePersonsOfWishesAreMeasured(step: Int) throws {
        let text = String(repeating: "1", count: WishesSheet.mostEntry + step)
        let body = [Names.person, Names.tie, Names.phone].map { "\($0)-0=\(text)" }.joined(separator: "&")
        let person = try #require(WishesForm.read(try FormFields(parsing: Array(body.utf8))).0.trusted)
        for read in [person.name, person.tie, person.phone] {
            #expect(read.count == WishesSheet.mostEntry + min(step, 0))
        }
    }
}
