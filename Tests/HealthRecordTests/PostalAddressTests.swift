import Foundation
import HealthRecord
import Testing

@Suite struct PostalAddressTests {
    private static let address = PostalAddress(
        streetLines: ["18 rue des Lilas"],
        additionalLocator: "Bâtiment B",
        postalCode: "21000",
        city: "Dijon",
        country: "France"
    )

    private func traits(_ address: PostalAddress) throws -> PatientTraits {
        PatientTraits(
            birthFamilyName: "Essai",
            birthGivenNames: ["Dominique"],
            birthDate: try #require(CalendarDate("1952-04-12")),
            sex: .female,
            address: address.lines,
            addressParts: address
        )
    }

    @Test func aLetterPrintsThePartsAsLines() {
        #expect(Self.address.lines == ["18 rue des Lilas", "Bâtiment B", "21000 Dijon", "France"])
        #expect(PostalAddress(postalCode: "21000").lines == ["21000"])
        #expect(PostalAddress().lines.isEmpty)
    }

    @Test func whatWasToldInPartsComesBackInParts() throws {
        let traits = try traits(Self.address)
        #expect(traits.postalAddress == Self.address)
        let read = try JSONDecoder().decode(PatientTraits.self, from: JSONEncoder().encode(traits))
        #expect(read == traits && read.postalAddress == Self.address)
    }

    /// Lines that changed since, and traits of before parts were kept.
    @Test func linesAloneStandWhereThePartsDoNot() throws {
        var moved = try traits(Self.address)
        moved.address = ["2 rue Haute", "99999 Nullepart"]
        #expect(moved.postalAddress == PostalAddress(streetLines: ["2 rue Haute", "99999 Nullepart"]))
        let text = """
            {"birthFamilyName":"Essai","birthGivenNames":["Dominique"],"birthDate":"DATE","sex":"F",\
            "address":["18 rue des Lilas","21000 Dijon"]}
            """
        let day = try JSONEncoder().encode(moved.birthDate)
        let former = text.replacing("\"DATE\"", with: String(decoding: day, as: UTF8.self))
        let read = try JSONDecoder().decode(PatientTraits.self, from: Data(former.utf8))
        #expect(read.addressParts == nil)
        #expect(read.postalAddress == PostalAddress(streetLines: ["18 rue des Lilas", "21000 Dijon"]))
    }
}
