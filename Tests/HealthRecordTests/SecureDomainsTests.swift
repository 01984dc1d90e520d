import Foundation
import HealthRecord
import Testing

@Suite struct SecureDomainsTests {
    @Test(arguments: [
        ("a@mssante.fr", true), ("a@chu.mssante.fr", true), ("a@CHU.MSSante.Fr", true), ("a@x.y.mssante.fr", true),
        ("a@mssante.fr.exemple.fr", false), ("a@autremssante.fr", false), ("mssante.fr@exemple.fr", false),
    ])
    func admitsTheDomainAndWhatIsBelowIt(_ address: String, _ isAdmitted: Bool) throws {
        #expect(SecureDomains.standard.admits(try #require(SecureMailbox(address))) == isAdmitted)
        #expect(SecureDomains(["MSSante.fr"])?.admits(try #require(SecureMailbox(address))) == isAdmitted)
    }

    @Test(arguments: [[], [""], ["mssante"], ["mssante.fr", ""], ["*.mssante.fr"], ["a@mssante.fr"], [".mssante.fr"]])
    func takesNoNameThatIsNone(_ names: [String]) { #expect(SecureDomains(names) == nil) }

    @Test func aMailboxIsReadBackAndNothingElseIs() throws {
        let mailbox = try #require(SecureMailbox("anne@chu.mssante.fr"))
        let text = try JSONEncoder().encode([mailbox])
        #expect(try JSONDecoder().decode([SecureMailbox].self, from: text) == [mailbox])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([SecureMailbox].self, from: Data(#"["anne"]"#.utf8))
        }
    }
}
