import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import PageKit
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// What shows the latest of many says so from the first one that it leaves out, and where the others are.
@Suite struct LimitTests {
    /// How many lines the tables of a page have.
    private static func rows(_ shown: Browser.Shown) -> Int { shown.body.ranges(of: "scope=\"row\"").count }

    @Test(arguments: [-1, 0, 1]) func aSearchSaysFromTheFirstOneLeftOut(beyond: Int) async throws {
        let count = ProfessionalSearch.mostFound + beyond
        let one = try #require(SamplePopulation(seed: 1, now: PortalStack.start).professional("midwife"))
        let found = ListedProfessional(
            person: one.id,
            name: one.name,
            profession: one.profession,
            structure: one.workplace.structure,
            town: "Dijon"
        )
        let stack = try PortalStack(professionals: ProfessionalSearch { _ in Array(repeating: found, count: count) })
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            _ = try await browser.get(Paths.search)
            let fields = [FormNames.family: one.name.family, FormNames.whereabouts: ""]
            let shown = try await browser.post(Paths.search, fields)
            #expect(Self.rows(shown) == min(count, ProfessionalSearch.mostFound))
            #expect(shown.body.contains(SearchText.more(.french)) == (beyond > 0))
        }
    }

    @Test(arguments: [-1, 0, 1]) func noticesSayFromTheFirstOneLeftOut(beyond: Int) {
        let count = NoticesPage.limit + beyond
        let lines = (0..<count).map { rank in
            NoticesPage.Line(
                kind: .newDocument,
                sentence: Phrase(verbatim: "Événement \(1000 + rank)."),
                isNew: true,
                isEmergency: false,
                document: nil
            )
        }
        let page = NoticesPage(all: lines, channel: nil)
        let html = page.render(in: PageSamples.frame(.french, signedIn: true))
        #expect(html.ranges(of: "Événement 1").count == min(count, NoticesPage.limit))
        // The oldest is the one that is left out, and it is still counted.
        #expect(html.contains("Événement \(1000 + count - 1).") == (beyond <= 0))
        #expect(html.contains(NoticesText.new(count).french))
        #expect(html.contains(NoticesText.partial(.french)) == (beyond > 0))
        #expect(html.contains("href=\"\(Paths.history)\""))
        #expect(PageChecker.faults(in: html) == [])
    }

    /// A report of one value on a day of its own.
    private static func report(_ rank: Int, of sample: SampleDocument) throws -> CDABuilder {
        let chemistry = Code("18719-5", CodeSystem.loinc, label: "Biochimie")
        let glucose = CDAMeasure(
            code: Code("2345-7", CodeSystem.loinc, label: "Glucose"),
            value: "0.95",
            unit: "g/L",
            low: "0.70",
            high: "1.10",
            interpretation: "N"
        )
        let day = sample.createdAt.advanced(bySeconds: -86_400 * Int64(rank + 1))
        let section = CDASection(
            code: chemistry,
            title: "Biochimie",
            blocks: [.paragraph("Glucose : 0,95 g/L.")],
            entries: [.battery(code: chemistry, time: day, [glucose])]
        )
        return CDABuilder(
            id: try #require(OID("1.2.250.1.999.7.\(1000 + rank)")),
            type: Code("11502-2", CodeSystem.loinc, label: "CR d'examens biologiques"),
            title: "Analyses",
            createdAt: day,
            patient: sample.patient,
            author: sample.author,
            content: .sections(model: OID(literal: "1.2.250.1.213.1.1.1.55"), [section])
        )
    }

    @Test func resultsSayFromTheFirstReportLeftOut() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let sample = try #require(
            stack.people.documents(of: "jeanne").first { $0.replaces == nil && $0.author.key == "gp" }
        )
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let limit = PortalDoor.reportLimit
            for rank in 0...limit {
                try await stack.deposit(sample, changed: try Self.report(rank, of: sample))
                guard rank + 1 >= limit - 1 else { continue }
                let shown = try await browser.get(Paths.results)
                #expect(Self.rows(shown) == min(rank + 1, limit), "\(rank)")
                #expect(shown.body.contains(ResultsText.partial(.french)) == (rank + 1 > limit), "\(rank)")
                #expect(PageChecker.faults(in: shown.body) == [])
            }
        }
    }

    /// Where none of the latest reports has values, older ones may.
    @Test(arguments: [true, false]) func aPageWithoutResultsSaysThatReportsWereLeftOut(isPartial: Bool) {
        let html = ResultsPage(series: [], isPartial: isPartial)
            .render(in: PageSamples.frame(.french, signedIn: true))
        #expect(html.contains(ResultsText.empty(.french)))
        #expect(html.contains(ResultsText.partial(.french)) == isPartial)
        #expect(PageChecker.faults(in: html) == [])
    }

    /// What a table and the paper after it hold of the same walk: lines of the table, words of the paper.
    private static func history(sheetLimit: Int?) async throws -> (lines: [Int], paper: String) {
        let stack = try PortalStack(historyPage: 3, sheetLimit: sheetLimit)
        let (lines, paper) = try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, try #require(stack.people.patient("jeanne")))
            for _ in 0..<4 { _ = try await browser.get(Paths.documents) }
            var lines: [Int] = []
            for _ in 0..<2 {
                _ = try await browser.get(Paths.history)
                let table = try await browser.post(Paths.historyCSV, [:])
                // The first line names the columns.
                lines.append(table.body.split(separator: "\r\n").count - 1)
            }
            _ = try await browser.get(Paths.history)
            return (lines, try await browser.download(Paths.historySheet).bytes)
        }
        return (lines, try PaperTests.words(paper))
    }

    @Test func aHistoryOnPaperSaysFromTheFirstLineLeftOut() async throws {
        let (lines, whole) = try await Self.history(sheetLimit: nil)
        // As many lines more on paper as the second table had.
        let count = lines[1] + (lines[1] - lines[0])
        let partly = HistoryText.printedPartly(.french).replacing("\u{A0}", with: " ")
        #expect(!whole.replacing("\u{A0}", with: " ").contains(partly))
        for (limit, isCut) in [(count + 1, false), (count, false), (count - 1, true)] {
            let paper = try await Self.history(sheetLimit: limit).paper.replacing("\u{A0}", with: " ")
            #expect(paper.contains(" \(min(limit, count)) lignes"), "\(limit)")
            #expect(paper.contains(partly) == isCut, "\(limit)")
        }
    }
}
