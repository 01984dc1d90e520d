import HealthRecord
import Testing
import Wording

/// What the holder of a record reads of an incident (GDPR article 34(2)).
@Suite struct IncidentTextTests {
    private let event = Samples.event(
        .tellIncident,
        by: .system("operator"),
        documents: 0,
        details: [
            "words": "Une sauvegarde a été volée", "operator": "Ève Exemple", "operatorRole": "officer", "paper": "12",
        ]
    )

    @Test func theHolderReadsTheWordsAndWhoTellsThem() throws {
        let remark = try #require(TraceSentence(event).remark)
        for text in [remark.french, remark.english] {
            #expect(text.contains("Une sauvegarde a été volée") && text.contains("Ève Exemple"))
        }
        #expect(TraceSentence(event).sentence.french.contains("prévenu le titulaire d’un incident de sécurité"))
    }

    /// The words are the holder's: who else reads the history learns that there was an incident.
    @Test func nobodyElseReadsTheWords() {
        #expect(TraceSentence(event, reader: .other).remark == nil)
    }

    /// A message that others may read tells nothing of what happened.
    @Test func theMessageLeadsToThePortalAndTellsNothing() {
        let words = NoticeWords(.incident(at: Samples.moment), service: Samples.service)
        let whole = ([words.sms] + words.email).map(\.french).joined()
        #expect(whole.contains(Samples.service.portalAddress) && whole.contains("incident de sécurité"))
        #expect(words.code == nil)
    }
}
