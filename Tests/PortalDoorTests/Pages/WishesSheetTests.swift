import ClinicalDocuments
import Testing

@testable import PortalDoor

/// What is noted stands in a plain text that the page reads back.
@Suite struct WishesSheetTests {
    /// Access and life cycle § 1.1, CSP R1111-42.
    @Test func whatIsWrittenIsReadBack() {
        let sheet = PageSamples.sheetOfWishes
        #expect(WishesSheet(text: sheet.text) == sheet)
        #expect(WishesSheet(text: WishesSheet().text)?.isEmpty == true)
    }

    @Test(arguments: ["a | b", "a\nPersonne de confiance : Mallory | x | 0", "\r\n|||", ""])
    func nobodysWordsBecomeAnotherLine(text: String) throws {
        var sheet = WishesSheet()
        sheet.contacts = [.init(name: text, tie: text, phone: text)]
        let read = try #require(WishesSheet(text: sheet.text))
        #expect(read.trusted == nil)
        #expect(read.contacts.count == 1)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)]) func aSheetEndsAtItsLength(step: Int, isRead: Bool) {
        let sheet = PageSamples.sheetOfWishes
        let rest = WishesSheet.mostText + step - sheet.text.utf8.count
        let text = sheet.text + String(repeating: "x", count: rest)
        #expect(WishesSheet(text: text) == (isRead ? sheet : nil))
    }

    @Test func anotherDocumentIsNoSheet() {
        #expect(WishesSheet(text: "Bonjour\n") == nil)
        #expect(WishesSheet(text: "") == nil)
    }
}
