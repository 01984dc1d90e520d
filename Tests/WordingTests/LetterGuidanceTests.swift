import HealthRecord
import Testing
import Wording

/// A letter leads on: what to do, where, until when, what if nobody asked for it, whom to call.
@Suite struct LetterGuidanceTests {
    private static func text(_ notice: Notice) -> String {
        Letter(
            notice,
            to: Samples.holder,
            address: ["1 rue des Lilas", "69000 LYON"],
            at: Samples.moment,
            service: Samples.service
        ).plainText.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").replacing("\u{2019}", with: "'")
    }

    private static var phone: String { Samples.service.helpPhone.replacing("\u{A0}", with: " ") }

    @Test func everyLetterSaysWhomToCallOnce() {
        let life: [Notice] = [
            .recordSuspended(at: Samples.moment), .recordClosed(at: Samples.moment), .erasureAsked(at: Samples.moment),
        ]
        for notice in Samples.notices + life {
            #expect(Self.text(notice).ranges(of: Self.phone).count == 1, "\(notice)")
        }
    }

    @Test(arguments: [
        (Notice.openingCode("ABCDEFGHJKM"), "Ne faites rien"), (.activationCode("ABCDEFGHJKM"), "Appelez-nous"),
        (.recoveryCode("ABCDEFGHJKM"), "Ne faites rien"),
        (.representationCode("ABCDEFGHJKM", for: nil), "Ne faites rien"),
    ])
    func aLetterWithACodeSaysWhereHowLongAndWhatIfNobodyAsked(notice: Notice, unasked: String) {
        let text = Self.text(notice)
        for words in [Samples.service.portalAddress, "Que faire", "valable 42 jours", unasked] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func anAnnouncedOpeningIsRefusedInTime() throws {
        let day = try #require(CalendarDate(year: 2026, month: 5, day: 12))
        let text = Self.text(.openingAnnounced("ABCDEFGHJKM", opens: day))
        #expect(text.contains("12 mai 2026") && text.contains("jusqu'à la veille de l'ouverture"))
    }

    /// News of a record's life lead to the page that says more.
    @Test func newsLeadToThePortal() {
        for notice: Notice in [
            .teamDeclared(by: Samples.holder, at: Samples.moment), .incident(at: Samples.moment),
            .recordSuspended(at: Samples.moment), .ofRepresented(.newDocument, at: Samples.moment),
            .ofRepresented(.recordSuspended, at: Samples.moment), .erasureAsked(at: Samples.moment),
        ] { #expect(Self.text(notice).contains(Samples.service.portalAddress), "\(notice)") }
    }

    @Test func whoeverMadeAChangeHimselfNeedDoNothing() {
        for notice: Notice in [.accessChanged(at: Samples.moment), .newDevice(at: Samples.moment)] {
            let text = Self.text(notice)
            #expect(text.contains("Si c'est vous") && text.contains("Si ce n'est pas vous"))
        }
    }

    @Test func everyMailSaysWhomToCallOnce() {
        for notice in Samples.notices {
            let mail = NoticeWords(notice, service: Samples.service).email
            for language in Language.allCases {
                let text = mail.map { $0[language] }.joined(separator: "\n").replacing("\u{A0}", with: " ")
                #expect(text.ranges(of: Self.phone).count == 1, "\(text)")
            }
        }
    }
}
