import HealthRecord
import PageChecks
import PageKit
import Testing
import Wording

@testable import PortalDoor

@Suite struct PageTests {
    @Test(arguments: PageSamples.all.map(\.name))
    func everyPageIsKeptAndSound(name: String) throws {
        let sample = try #require(PageSamples.all.first { $0.name == name })
        let html = sample.page.render(in: PageSamples.frame(.french, signedIn: sample.signedIn))
        #expect(PageChecker.faults(in: html) == [])
        try Golden.expect(html, name + ".html")
    }

    @Test(arguments: PageSamples.all.map(\.name))
    func everyPageIsSoundInEnglish(name: String) throws {
        let sample = try #require(PageSamples.all.first { $0.name == name })
        let html = sample.page.render(in: PageSamples.frame(.english, signedIn: sample.signedIn))
        #expect(PageChecker.faults(in: html) == [])
    }

    @Test func everyPlaceHasItsOwnTitle() {
        let states: Set<String> = [
            "opening-faults", "activation-refused", "activation-proof-wrong", "sign-in-refused", "code-resent",
            "code-wrong", "closed-erased",
            "objection-faults",
            "objected-later", "letter-order-faults", "sign-in-passkey", "sign-in-passkey-refused", "new-secret-faults",
            "recovery-professional", "activation-proof-used-up",
        ]
        let pages = PageSamples.all.filter { !states.contains($0.name) && !$0.signedIn }
        let titles = pages.compactMap { sample in
            (try? HTMLParser.parse(sample.page.render(in: PageSamples.frame(.french, signedIn: false))))?.all("title")
                .first?.text
        }
        #expect(titles.count == pages.count)
        #expect(Set(titles).count == titles.count)
    }

    /// § 7.1, page 1.
    @Test func theFirstPageSaysSixSentencesAndWhatEachLetterLeadsTo() throws {
        let page = try HTMLParser.parse(HomePage().render(in: PageSamples.frame(.french, signedIn: false)))
        let main = try #require(page.all("main").first)
        #expect(main.all("ol").first?.all("li").count == 6)
        #expect(
            main.all("a").map { $0.attributes["href"] } == [
                Paths.signIn, Paths.opening, Paths.activation, Paths.objection, Paths.firstAccess,
                Paths.newRepresentative,
            ]
        )
        for sentence in HomeText.sentences { #expect(sentence(.french).split(separator: " ").count <= 20) }
    }

    /// CSP L1110-4 V: whoever is left behind finds what may be asked for, from every page where the record shuts.
    @Test func afterADeathTheSameAnswerIsFoundFromEverywhere() throws {
        func links(_ name: String) throws -> [String] {
            let sample = try #require(PageSamples.all.first { $0.name == name })
            let html = sample.page.render(in: PageSamples.frame(.french, signedIn: false))
            return try HTMLParser.parse(html).all("a").compactMap { $0.attributes["href"] }
        }
        for name in [
            "static-contact", "static-privacy", "static-siteMap", "recovery", "trouble-ended", "sign-in-refused",
        ] {
            #expect(try links(name).contains(Paths.helpAfterDeath), "\(name)")
        }
        let help = try #require(PageSamples.all.first { $0.name == "static-help" })
        let page = try HTMLParser.parse(help.page.render(in: PageSamples.frame(.french, signedIn: false)))
        #expect(page.all("section").contains { $0.attributes["id"] == Paths.deathAnchor })
    }

    /// Each question has an answer, and the questions that people ask are there.
    @Test(arguments: Language.allCases) func theHelpPageAnswersEachQuestionThatItAsks(language: Language) throws {
        let help = try #require(PageSamples.all.first { $0.name == "static-help" })
        let page = try HTMLParser.parse(help.page.render(in: PageSamples.frame(language, signedIn: false)))
        let main = try #require(page.all("main").first)
        let asked = main.all("h3").map(\.text)
        #expect(Set(asked).count == asked.count && asked.count >= 20)
        for question in [
            HelpText.phoneTitle, .noMobileTitle, .noInternetTitle, .whoTitle, .neverTitle, .workTitle, .emergencyTitle,
            .errorTitle, .copyTitle, .keptTitle, .helperTitle, .childTitle, .deathTitle, .doctorTitle, .nameTitle,
            .moveTitle, .closeTitle, .researchTitle, .complaintTitle,
        ] { #expect(asked.contains(question(language)), "\(question)") }
        for section in main.all("section") {
            let parts = section.children.compactMap { child in
                if case .element(let element) = child, ["h3", "p"].contains(element.name) { element.name } else { nil }
            }
            #expect(zip(parts, parts.dropFirst() + ["h3"]).allSatisfy { ($0, $1) != ("h3", "h3") })
        }
    }

    /// Data protection: each cookie that the site sets has its purpose on the page, and none is there for another.
    @Test func thePageOfDataProtectionTellsOfEveryCookie() throws {
        let purposes: [String: CookieText] = [
            "session": .signIn, "challenge": .signIn, "fresh": .signIn, "own": .signIn, "browser": .form,
            "language": .language, "choice": .choices, "earlier": .choices, "shelf": .waiting, "proof": .objection,
            "discreet": .discreet,
        ]
        let set = Mirror(reflecting: try #require(Cookies())).children.compactMap(\.label)
        #expect(Set(set) == Set(purposes.keys))
        for language in Language.allCases {
            let sample = try #require(PageSamples.all.first { $0.name == "static-privacy" })
            let page = try HTMLParser.parse(sample.page.render(in: PageSamples.frame(language, signedIn: false)))
            let items = (page.all("main").first?.all("li") ?? []).map(\.text)
            #expect(Set(items) == Set(purposes.values.map { $0(language) }))
        }
    }

    /// Identity and experience § 8.1: without an audit a site is not compliant, and its foot and its declaration say so.
    @Test func withoutAnAuditTheSiteSaysThatItIsNotCompliant() throws {
        let sample = try #require(PageSamples.all.first { $0.name == "static-accessibility" })
        let body = sample.page.render(in: PageSamples.frame(.french, signedIn: false))
        let page = try HTMLParser.parse(body)
        let foot = try #require(page.all("footer").first)
        #expect(foot.all("a").map(\.text).contains { $0.hasPrefix("Accessibilité\u{A0}: non conforme") })
        #expect(body.contains("n’est pas conforme au référentiel") && !body.contains("partiellement"))
        #expect(CareShellText.accessibility.phrase == ShellText.accessibilityStatus.phrase)
    }

    /// § 7.1, page 7: the documents come first; the filter is folded while nothing is chosen by it, and then says what is.
    @Test func theFilterOfDocumentsIsFoldedUntilSomethingIsChosen() throws {
        func filter(_ name: String) throws -> (fold: HTMLElement, chosen: [String]) {
            let sample = try #require(PageSamples.all.first { $0.name == name })
            let page = try HTMLParser.parse(sample.page.render(in: PageSamples.frame(.french, signedIn: true)))
            let fold = page.all("details").first { $0.attributes["class"] == "filter-fold no-print" }
            let list = page.all("ul").first { $0.attributes["class"] == "chosen" }
            return (try #require(fold), list?.all("li").map(\.text) ?? [])
        }
        let met = try filter("documents")
        #expect(met.fold.attributes["open"] == nil && met.chosen == [] && met.fold.all("select").count == 3)
        let narrowed = try filter("documents-none-chosen")
        #expect(narrowed.fold.attributes["open"] != nil)
        #expect(narrowed.chosen == ["Catégorie\u{A0}: Comptes rendus", "Effacer les choix"])
        // Days that cannot be read narrow nothing, and are mended in sight.
        let wrong = try filter("documents-faults")
        #expect(wrong.fold.attributes["open"] != nil && wrong.fold.all("input").count == 2)
        #expect(wrong.chosen == narrowed.chosen)
    }

    @Test func theCodeIsOneFieldThatMayBePastedAndFilledIn() throws {
        let sample = try #require(PageSamples.all.first { $0.name == "code" })
        let page = try HTMLParser.parse(sample.page.render(in: PageSamples.frame(.french, signedIn: false)))
        let fields = page.all("input").filter { $0.attributes["type"] != "hidden" }
        #expect(fields.count == 1)
        #expect(fields.first?.attributes["autocomplete"] == "one-time-code")
        #expect(fields.first?.attributes["onpaste"] == nil)
    }

    @Test func theFrameOfADocumentMayDoNothing() throws {
        let sample = try #require(PageSamples.all.first { $0.name == "document" })
        let page = try HTMLParser.parse(sample.page.render(in: PageSamples.frame(.french, signedIn: true)))
        let frame = try #require(page.all("iframe").first)
        #expect(frame.attributes["sandbox"] == "")
        #expect(frame.attributes["srcdoc"] == nil)
    }

    /// A long menu is one link away on a telephone, and its entries are in the page once.
    @Test func aLongMenuIsReachedByALinkAndStandsOnce() throws {
        let page = try HTMLParser.parse(SettingsPage().render(in: PageSamples.frame(.french, signedIn: true)))
        let menu = try #require(page.all("nav").first { $0.attributes["id"] == "menu" })
        #expect(menu.attributes["class"] == "menu folds")
        #expect(menu.all("li").count == Place.recordMenu.count)
        let opener = try #require(page.all("a").first { $0.attributes["class"] == "menu-opener" })
        #expect(opener.attributes["href"] == "#menu")
        #expect(menu.all("a").last?.attributes["href"] == "#contenu")

        let short = try HTMLParser.parse(HomePage().render(in: PageSamples.frame(.french, signedIn: false)))
        #expect(short.all("nav").first { $0.attributes["id"] == "menu" }?.attributes["class"] == "menu")
        #expect(!short.all("a").contains { $0.attributes["class"] == "menu-opener" })
    }

    /// The curve is drawn twice, for a desk and for a telephone, and its values stand open beside it, once.
    @Test func aCurveSuitsTheScreenAndItsValuesStandOpen() throws {
        let html = ResultsPage(series: PageSamples.series, isPartial: false)
            .render(in: PageSamples.frame(.french, signedIn: true))
        #expect(PageChecker.faults(in: html) == [])
        let page = try HTMLParser.parse(html)
        let drawings = page.all("svg").filter { $0.attributes["role"] == "img" }
        #expect(drawings.map { $0.attributes["class"] } == ["wide", "narrow"])
        // On a screen of 320 pixels 250 are left; the letters of 14 units are then 11 pixels high and more.
        let narrow = try #require(drawings.last?.attributes["viewBox"]?.split(separator: " ").compactMap { Double($0) })
        #expect(14 * 250 / narrow[2] >= 11)
        for drawing in drawings {
            let box = try #require(drawing.attributes["viewBox"]?.split(separator: " ").compactMap { Double($0) })
            for dot in drawing.all("circle") {
                let x = try #require(Double(dot.attributes["cx"] ?? ""))
                let y = try #require(Double(dot.attributes["cy"] ?? ""))
                #expect((0...box[2]).contains(x) && (0...box[3]).contains(y))
            }
        }
        let main = try #require(page.all("main").first)
        #expect(main.all("details").isEmpty)
        #expect(main.all("table").map { $0.all("tbody").flatMap { $0.all("tr") }.count } == [5, 1])
    }

    /// On an English page French titles are marked as French, on a French one nothing is.
    @Test func frenchWordsAreMarkedOnAnEnglishPage() throws {
        for (name, expected) in [("documents", 3), ("document", 2)] {
            let sample = try #require(PageSamples.all.first { $0.name == name })
            let english = try HTMLParser.parse(sample.page.render(in: PageSamples.frame(.english, signedIn: true)))
            let main = try #require(english.all("main").first)
            let marked = main.descendants.filter { $0.attributes["lang"] == "fr" }
            #expect(marked.count >= expected, "\(name)")
            #expect(marked.contains { $0.text == PageSamples.lines[0].title }, "\(name)")
            let french = try HTMLParser.parse(sample.page.render(in: PageSamples.frame(.french, signedIn: true)))
            #expect(!french.descendants.contains { $0.name != "html" && $0.attributes["lang"] == "fr" }, "\(name)")
        }
    }

    /// Who still sees a masked document is called by name where a treating physician is declared.
    @Test func theTreatingPhysicianIsNamedWhereADocumentIsMasked() {
        func html(_ physicians: [String]) -> String {
            MaskPage(
                id: PageSamples.ids[0],
                title: "Ordonnance",
                change: .mask,
                reach: PageSamples.reach(.opens),
                physicians: physicians
            ).render(in: PageSamples.frame(.french, signedIn: true))
        }
        #expect(html([]).contains("si vous en avez déclaré un"))
        let named = html(["Dr\u{A0}Claire Vasseur"])
        #expect(named.contains("Votre médecin traitant\u{A0}: Dr\u{A0}Claire Vasseur."))
        #expect(!named.contains("si vous en avez déclaré un"))
        #expect(html(["Dr\u{A0}Claire Vasseur", "Dr\u{A0}Anne Roche"]).contains("Vos médecins traitants\u{A0}:"))
    }

    /// Whoever acts for another is told of that person's treating physicians.
    @Test func anothersTreatingPhysicianIsNotTheReaders() throws {
        func html(_ physicians: [String]) -> String {
            MaskPage(
                id: PageSamples.ids[0],
                title: "Ordonnance",
                change: .mask,
                reach: PageSamples.reach(.opens),
                physicians: physicians
            ).render(in: PageSamples.acting(.french))
        }
        #expect(html(["Dr\u{A0}Claire Vasseur"]).contains("Son médecin traitant\u{A0}: Dr\u{A0}Claire Vasseur."))
        #expect(html(["Dr\u{A0}Claire Vasseur", "Dr\u{A0}Anne Roche"]).contains("Ses médecins traitants\u{A0}:"))
        let stays = try #require(PageSamples.all.first { $0.name == "professional-stays" })
        let said = stays.page.render(in: PageSamples.acting(.french))
        #expect(said.contains("C’est son médecin traitant. Les règles de ce dossier"))
        #expect(said.contains("la caisse d’assurance maladie de cette personne"))
    }

    /// The title of a document is the author's, whatever it happens to say and whoever reads it.
    @Test(arguments: ["Mes directives anticipées", "Mes documents", "Fermer mon dossier"])
    func aDocumentsTitleIsNeverSaidOtherwise(title: String) throws {
        let document = DocumentPage(
            id: PageSamples.ids[0],
            title: title,
            states: [.visible],
            shown: .nothing,
            facts: [],
            versions: [],
            readers: [],
            whoMayRead: DocumentReadersView(people: [], professions: []),
            canMask: true,
            canUnmask: false
        )
        let mask = MaskPage(
            id: PageSamples.ids[0],
            title: title,
            change: .mask,
            reach: PageSamples.reach(.opens)
        )
        let page = try HTMLParser.parse(document.render(in: PageSamples.acting(.french)))
        #expect(page.all("h1").map(\.text) == [title])
        #expect(page.all("title").first?.text == title + " — DMP")
        let asked = try HTMLParser.parse(mask.render(in: PageSamples.acting(.french)))
        let trail = try #require(asked.all("nav").first { $0.attributes["class"] == "trail" })
        #expect(trail.all("a").map(\.text) == [ActingText.documents.phrase.french, title])
    }

    /// Units are written as people write them.
    @Test(arguments: [
        ("umol/L", "µmol/L"), ("ug/L", "µg/L"), ("u[IU]/mL", "µIU/mL"), ("g/L", "g/L"), ("10*9/L", "10⁹/L"), ("u", "u"),
        ("nmol/umol", "nmol/µmol"), ("%", "%"),
    ])
    func aUnitIsWrittenAsPeopleWriteIt(ucum: String, shown: String) { #expect(NumberText.unit(ucum) == shown) }

    /// A printed page says whose it is, born when, and of which day; never by the number.
    @Test func aPrintedPageSaysWhoseItIsAndOfWhichDay() throws {
        let html = SettingsPage().render(in: PageSamples.frame(.french, signedIn: true))
        let page = try HTMLParser.parse(html)
        let header = try #require(page.all("header").first)
        let sheet = try #require(header.all("p").first { $0.attributes["class"] == "print-only" })
        for part in [PageSamples.name.spoken, "12\u{A0}avril\u{A0}1952", DateText.date(PageSamples.now).french] {
            #expect(sheet.text.contains(part))
        }
        let open = try HTMLParser.parse(HomePage().render(in: PageSamples.frame(.french, signedIn: false)))
        #expect(!open.all("header").flatMap { $0.all("p") }.contains { $0.attributes["class"] == "print-only" })
    }

    /// Whose record it is stands on every page, in words and not in a colour alone (identity and experience § 7.3).
    @Test(arguments: [Language.french, .english]) func somebodyElsesRecordIsNamedOnThePage(language: Language) throws {
        let html = SettingsPage(ownsAccount: false).render(in: PageSamples.acting(language))
        #expect(PageChecker.faults(in: html) == [])
        let page = try HTMLParser.parse(html)
        let band = try #require(page.descendants.first { $0.attributes["class"] == "standing other" })
        #expect(band.attributes["aria-label"] == FamilyText.acting(for: "Léa")[language])
        #expect(band.text.contains(FamilyText.acting(for: "Léa")[language]))
    }
}
