import HealthRecord
import Testing

@Suite struct SecureMailboxTests {
    @Test(arguments: [
        "anne.roche@hopital.mssante.fr", "a@b.fr", "cabinet+urgences@medical.example", "x_1@a-b.sante.example",
    ])
    func takesAPlainAddress(_ text: String) throws {
        let mailbox = try #require(SecureMailbox(text))
        #expect(mailbox.address == text && mailbox.channel == .email(text))
    }

    @Test(arguments: [
        "", "roche", "@", "roche@", "@mssante.fr", "roche@localhost", "roche@a..fr", "roche@.fr", "roche@fr.",
        "ro che@a.fr", "roche@a b.fr", "roche@@a.fr", "a@b@c.fr", ".roche@a.fr", "roche.@a.fr", "ro..che@a.fr",
        "roche@-a.fr", "roche@a-.fr", "roché@a.fr", "roche@é.fr", "roche@a.fr\r\nBcc: x@y.fr", "\"ro che\"@a.fr",
        "roche@[192.0.2.1]", "<roche@a.fr>", "+33612345678", "tel:+33612345678",
    ])
    func takesNothingElse(_ text: String) { #expect(SecureMailbox(text) == nil) }

    /// A patient's own mailbox is nobody's who treats him.
    @Test func takesNoPatientsMailbox() {
        #expect(SecureMailbox("123@patient.mssante.fr") == nil)
        #expect(SecureMailbox("123@PATIENT.MSSante.FR") == nil)
        #expect(SecureMailbox("123@patients.mssante.fr") != nil)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func keepsToTheLengths(_ offset: Int, _ fits: Bool) {
        let local = String(repeating: "a", count: SecureMailbox.maximumLocalLength + offset)
        #expect((SecureMailbox(local + "@a.fr") != nil) == fits)
        #expect((SecureMailbox("a@" + String(repeating: "b", count: 63 + offset) + ".fr") != nil) == fits)
        let domain = Array(repeating: String(repeating: "c", count: 59), count: 4).joined(separator: ".") + ".fr"
        let rest = SecureMailbox.maximumLength + offset - domain.utf8.count - 1
        let whole = String(repeating: "a", count: rest) + "@" + domain
        #expect(whole.utf8.count == SecureMailbox.maximumLength + offset)
        #expect((SecureMailbox(whole) != nil) == fits)
    }
}
