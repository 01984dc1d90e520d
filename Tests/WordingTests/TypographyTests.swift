import HealthRecord
import Testing
import Wording

@Suite struct TypographyTests {
    @Test(arguments: [
        ("Qui a lu ceci ?", "Qui a lu ceci\u{202F}?"),
        ("Motif : urgence ; fin !", "Motif\u{A0}: urgence\u{202F}; fin\u{202F}!"),
        ("le document « Analyse »", "le document «\u{A0}Analyse\u{A0}»"),
        ("l'accès d'urgence", "l\u{2019}accès d\u{2019}urgence"),
        ("sur https://dmp.example.fr", "sur https://dmp.example.fr"),
        ("", ""),
    ])
    func frenchIsSet(plain: String, set: String) {
        #expect(Typography.french(plain) == set)
        #expect(Typography.french(set) == set)
    }

    @Test func interpolatedValuesStayAsTheyAre() {
        let title = "L'analyse : oui ? \"x\""
        let phrase = Phrase("le document « \(title) »", "the document “\(title)”")
        #expect(phrase.french == "le document «\u{A0}\(title)\u{A0}»")
        #expect(phrase.english == "the document “\(title)”")
    }

    @Test(arguments: [
        ("l'accès", Language.french, TypographyFault.straightApostrophe),
        ("un \"mot\"", .french, .straightQuotes),
        ("fin...", .french, .dots),
        ("Motif: x", .french, .colon),
        ("Motif : x", .french, .colon),
        ("Qui?", .french, .highPunctuation),
        ("Qui ?", .french, .highPunctuation),
        ("Qui\u{A0}?", .french, .highPunctuation),
        ("« mot »", .french, .guillemets),
        ("deux  espaces", .french, .straySpace),
        ("fin ", .english, .straySpace),
        ("Who ?", .english, .foreignSpace),
        ("a «word»", .english, .guillemets),
        ("don't", .english, .straightApostrophe),
    ])
    func checkerFindsFault(text: String, language: Language, fault: TypographyFault) {
        #expect(TypographyFault.all(in: text, language).contains(fault))
    }

    @Test(arguments: Language.allCases)
    func everyFixedTextIsWellSet(language: Language) {
        for (key, phrase) in Catalogue.entries {
            #expect(!phrase[language].isEmpty, "\(key)")
            #expect(TypographyFault.all(in: phrase[language], language).isEmpty, "\(key)")
        }
    }

    @Test(arguments: Language.allCases)
    func everyComposedTextIsWellSet(language: Language) {
        for phrase in Samples.composed {
            #expect(!phrase[language].isEmpty)
            #expect(TypographyFault.all(in: phrase[language], language).isEmpty, "\(phrase[language])")
        }
    }

    @Test(arguments: Language.allCases)
    func everyLetterIsWellSet(language: Language) {
        for notice in Samples.notices {
            let letter = Letter(
                notice,
                to: Samples.holder,
                address: ["1 rue des Lilas", "69000 LYON"],
                at: Samples.moment,
                service: Samples.service,
                language: language
            )
            for line in letter.plainText.split(separator: "\n") {
                #expect(TypographyFault.all(in: String(line), language).isEmpty, "\(line)")
            }
        }
    }

    @Test func sentencesOfLettersAreShort() {
        for notice in Samples.notices {
            let letter = Letter(notice, to: Samples.holder, address: [], at: Samples.moment, service: Samples.service)
            for sentence in letter.plainText.split(whereSeparator: { ".?\n".contains($0) }) {
                #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
            }
        }
    }

    @Test func frenchAndEnglishDifferWhereTheyMust() {
        let same = Catalogue.entries.filter { $0.phrase.french == $0.phrase.english }.map(\.key)
        #expect(same == ["ServiceText.name"])
    }
}
