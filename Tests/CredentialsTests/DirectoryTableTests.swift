import Credentials
import HealthRecord
import Testing

@Suite struct DirectoryTableTests {
    private static let table = """
        {"structures": {
            "10B0057881": {"name": "Hôpital des Trois-Rivières", "sector": "SA01"},
            "1760021832": {"name": "Ancienne clinique", "closed": true, "entity": "10B0057881"}},
         "professionals": {"899900063480": {"structures": ["10B0057881"], "professions": ["10/SM26"]}}}
        """

    @Test func tellsWhoWorksWhere() async throws {
        let directory = try DirectoryTable(json: Array(Self.table.utf8)).directory
        let hospital = try #require(StructureID("10B0057881"))
        let clinic = try #require(StructureID("1760021832"))
        let doctor = try #require(ProfessionalID("899900063480"))
        let other = try #require(ProfessionalID("00B7010446"))
        #expect(try await directory.structure(hospital)?.name == "Hôpital des Trois-Rivières")
        #expect(try await directory.structure(hospital)?.activity == .active)
        #expect(try await directory.structure(clinic)?.activity == .closed)
        #expect(try await directory.structure(try #require(StructureID("10B0000000"))) == nil)
        #expect(try await directory.employment(doctor, hospital) == .known)
        #expect(try await directory.employment(doctor, clinic) == .unknown)
        #expect(try await directory.employment(other, hospital) == .unknown)
        #expect(try await directory.membership(clinic, hospital) == .known)
        #expect(try await directory.membership(hospital, clinic) == .unknown)
        #expect(try await directory.professions(doctor)?.map(\.matrixKey) == ["G15_10/SM26"])
        #expect(try await directory.professions(other) == nil)
    }

    @Test func findsByNameThoseWhoHaveOne() async throws {
        let table = Self.table.replacing(
            #""professions": ["10/SM26"]"#,
            with: #""professions": ["10/SM26"], "family": "Éloi-Marchand", "given": "Zoé""#
        ).replacing(#""sector": "SA01""#, with: #""sector": "SA01", "town": "Dijon""#)
        let search = try #require(try DirectoryTable(json: Array(table.utf8)).directory.search)
        for asked in ["eloi", "MARCH zo", "Zoé Éloi"] {
            let found = try await search(asked)
            #expect(found.map(\.person.text) == ["899900063480"] && found.map(\.town) == ["Dijon"], "\(asked)")
        }
        for asked in ["", " ", "loi", "Éloi Paul"] { #expect(try await search(asked).isEmpty, "\(asked)") }
        // Without names nobody searches.
        #expect(try DirectoryTable(json: Array(Self.table.utf8)).directory.search == nil)
    }

    @Test func knowsHowToWriteToSome() async throws {
        let doctor = try #require(ProfessionalID("899900063480"))
        #expect(try await DirectoryTable(json: Array(Self.table.utf8)).directory.contact(doctor) == nil)
        let table = Self.table.replacing(
            #""professions": ["10/SM26"]"#,
            with: #""family": "Roche", "given": "Anne", "contact": "roche@sante.mssante.example""#
        )
        let contact = try #require(try await DirectoryTable(json: Array(table.utf8)).directory.contact(doctor))
        #expect(contact.mailbox.address == "roche@sante.mssante.example" && contact.name.spoken == "Anne Roche")
    }

    @Test(arguments: [
        ("[]", DirectoryTableError.unreadable),
        (#"{"structures": {}}"#, .unreadable),
        (#"{"structures": {"9": {"name": "x"}}, "professionals": {}}"#, .notAnIdentifier("9")),
        (#"{"structures": {}, "professionals": {"8123": {"structures": []}}}"#, .notAnIdentifier("8123")),
        (
            #"{"structures": {}, "professionals": {"899900063480": {"structures": ["nowhere"]}}}"#,
            .notAnIdentifier("nowhere")
        ),
        (
            #"{"structures": {}, "professionals": {"899900063480": {"structures": [], "contact": "roche"}}}"#,
            .notAnAddress(of: "899900063480")
        ),
        (
            #"{"structures": {}, "professionals": {"899900063480": {"structures": [], "contact": "a b@c"}}}"#,
            .notAnAddress(of: "899900063480")
        ),
        (
            #"{"structures": {}, "professionals": {"899900063480": {"structures": [], "contact": "+33612345678"}}}"#,
            .notAnAddress(of: "899900063480")
        ),
        (
            #"{"structures": {}, "professionals": {"899900063480": {"structures": [], "contact": "1@patient.mssante.fr"}}}"#,
            .notAnAddress(of: "899900063480")
        ),
    ])
    func refusesATableWithASlip(text: String, error: DirectoryTableError) {
        #expect(throws: error) { try DirectoryTable(json: Array(text.utf8)) }
    }
}
