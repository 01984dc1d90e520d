import ClinicalDocuments
import PageKit
import ServerKit
import Testing

@testable import PortalDoor

/// What is read of texts that people fill in, one character below, at, and one above: as much as the form lets them type.
@Suite struct TextLimitTests {
    private static func form(_ fields: [String: String]) throws -> FormFields {
        try FormFields(parsing: Array(fields.map { "\($0)=\($1)" }.joined(separator: "&").utf8))
    }

    @Test(arguments: [-1, 0, 1]) func whereDirectivesAreIsMeasured(step: Int) throws {
        func digits(_ most: Int) -> String { String(repeating: "1", count: most + step) }
        let longest = DirectivesPlace.Longest.self
        let form = try Self.form([
            FormNames.whereabouts: digits(longest.place), FormNames.keeper: digits(longest.keeper),
            FormNames.keeperPhone: digits(longest.phone),
        ])
        let read = PortalDoor.place(form)
        #expect(read.place.count == longest.place + min(step, 0))
        #expect(read.keeper.count == longest.keeper + min(step, 0))
        #expect(read.phone.count == longest.phone + min(step, 0))
    }

    @Test(arguments: [-1, 0, 1]) func thePersonsOfWishesAreMeasured(step: Int) throws {
        let text = String(repeating: "1", count: WishesSheet.mostEntry + step)
        let form = try Self.form(["\(FormNames.person)-0": text, "lien-0": text, "appel-0": text])
        let person = try #require(PortalDoor.entered(form).sheet.trusted)
        for read in [person.name, person.tie, person.phone] {
            #expect(read.count == WishesSheet.mostEntry + min(step, 0))
        }
    }
}
