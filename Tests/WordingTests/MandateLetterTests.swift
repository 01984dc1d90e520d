import HealthRecord
import Testing
import Wording

/// What somebody reads who is asked to act for a holder (access and life cycle § 1.1).
@Suite struct MandateLetterTests {
    private static func text(_ invitation: MandateInvitation?) -> String {
        Letter(
            .representationCode("ABCDEFGHJKM", for: invitation),
            to: PersonName(family: "EXEMPLE", given: "Gérard"),
            address: ["12 rue des Lilas", "69003 LYON"],
            at: Instant(milliseconds: 1_775_000_000_000),
            service: ServiceSheet(
                portalAddress: "DMP.example",
                helpPhone: "0 800 00 00 00",
                senderLines: ["Dossier médical partagé"]
            )
        ).plainText.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    /// Where to go, for whom, in what quality and until when; the family name of the holder goes to no address that may be
    /// somebody else's.
    @Test func theLetterSaysWhereForWhomAndUntilWhen() {
        let holder = PersonName(family: "MODÈLE", given: "Jeanne")
        let text = Self.text(MandateInvitation(for: holder, as: .carer))
        for words in ["DMP.example", "Agir pour quelqu", "Jeanne M.", "proche aidant", "42 jours", "refuser"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("MODÈLE"))
    }

    /// A letter that was kept before the holder was named in it is written all the same.
    @Test func anOlderLetterNamesNobody() {
        let text = Self.text(nil)
        #expect(text.contains("agir pour un proche") && text.contains("DMP.example"))
    }
}
