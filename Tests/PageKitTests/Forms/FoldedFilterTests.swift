import HealthRecord
import PageChecks
import Testing
import Wording

@testable import PageKit

/// The filter above the lists of both sites (identity and experience § 7.1, page 7; § 7.2, page 8).
@Suite struct FoldedFilterTests {
    @Test func itIsFoldedWhileNothingIsChosenOrWrong() throws {
        let page = try Self.page(.french, chosen: nil)
        let fold = try #require(page.all("details").first)
        #expect(fold.attributes["open"] == nil && page.all("ul").isEmpty)
        #expect(fold.attributes["class"] == "filter-fold no-print")
        // The fields lie inside the fold, under its own name.
        #expect(fold.all("summary").map(\.text) == ["Choisir les documents"])
        #expect(fold.all("legend").map(\.text) == ["Choisir les documents"])
        #expect(fold.all("form").map { $0.attributes["action"] } == ["/documents"])
        #expect(fold.all("button").map(\.text) == ["Afficher"])
    }

    @Test func aFaultUnfoldsItAndNothingIsSaidToBeChosen() throws {
        let page = try Self.page(
            .french,
            chosen: nil,
            faults: [FieldFault("depuis", FieldText.dateFault.phrase)]
        )
        #expect(page.all("details").first?.attributes["open"] != nil && page.all("ul").isEmpty)
    }

    @Test(arguments: Language.allCases) func whatIsChosenIsSaidInWordsAboveTheOpenFold(language: Language) throws {
        let day = try #require(CalendarDate(year: 2020, month: 1, day: 1))
        let options: [(value: String, label: String)] = [("10", "Comptes rendus"), ("42", "Traitements")]
        let chosen: [ChosenFilter?] = [
            .picked(DocumentsPageText.category, "42", among: options),
            .picked(DocumentsPageText.author, "x", among: options),
            .picked(DocumentsPageText.sort, "", among: options), .day(DocumentsPageText.from, day),
            .day(DocumentsPageText.to, nil), .ticked(CareListText.archived, true), .ticked(CareListText.masked, false),
        ]
        let page = try Self.page(language, chosen: chosen)
        #expect(page.all("details").first?.attributes["open"] != nil)
        let list = try #require(page.all("ul").first)
        #expect(list.attributes["class"] == "chosen" && list.attributes["aria-label"] == ShellText.chosen(language))
        let colon = language == .french ? "\u{A0}: " : ": "
        let said = list.all("span").map(\.text)
        #expect(
            said == [
                DocumentsPageText.category(language) + colon + "Traitements",
                DocumentsPageText.author(language) + colon + ShellText.chosenNowhere(language),
                DocumentsPageText.from(language) + colon + DateText.date(day)[language],
                CareListText.archived(language),
            ]
        )
        #expect(list.all("a").map { $0.attributes["href"] } == ["/documents?vue=miniatures"])
        #expect(list.all("a").map(\.text) == [ShellText.clearChoices(language)])
    }

    private static func page(
        _ language: Language,
        chosen: [ChosenFilter?]?,
        faults: [FieldFault] = []
    ) throws -> HTMLElement {
        let site = Site(
            name: ShellText.documents.phrase,
            home: ("/", "/"),
            menu: ([], []),
            footer: [],
            signOut: "/",
            assets: AssetPaths(styles: "/styles.css", logo: "/logo.svg"),
            isRehearsal: true
        )
        let frame = Frame(site: site, language: language, path: "/documents", visitor: nil, formToken: "jeton")
        let filter = FoldedFilter(
            DocumentsPageText.filter,
            at: "/documents",
            whole: "/documents?vue=miniatures",
            chosen: chosen,
            faults: faults
        )
        let markup = filter.nodes(frame) { Forms.submit(frame(DocumentsPageText.apply)) }.map(\.markup).joined()
        return try HTMLParser.parse("<!doctype html>\n<main>" + markup + "</main>")
    }
}
