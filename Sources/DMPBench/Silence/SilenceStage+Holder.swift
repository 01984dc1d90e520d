internal import HealthRecord
internal import LPSKit
internal import SampleRecords

extension SilenceStage {
    /// What holders read on the portal, of twins with and without documents that they are not to see yet.
    mutating func measureHolder(_ world: BenchmarkWorld, _ places: SilencePlaces) async throws {
        let (twins, people) = (try world.holderTwins(places.manifest), try world.people())
        try await PageSite.visit(places.portal) { site in
            tools.progress("making twins for a holder")
            let holders = try await HolderTwins(twins.both, on: site, places.outbox)
            let seen: BenchmarkWorld.Count = { try await holders.count($0) }
            try await world.fileReports(on: twins, by: people.author)
            _ = try await world.equalise(twins, documents: report.visible, by: people.author, seen)
            var results: Set<ResultsShown> = []
            for holder in twins.both { results.insert(try await holders.results(holder)) }
            guard results.allSatisfy({ $0.curves > 0 }) else {
                throw BenchmarkError.refused(step: "filling", code: "no curve")
            }
            guard results.count == 1 else { throw BenchmarkError.refused(step: "filling", code: "unlike results") }
            let questions = Self.questions(holders)
            try await compare(questions, on: twins, .control)
            tools.progress("hiding \(report.hidden) documents from one holder")
            try await world.hide(report.hidden, on: twins, as: .hiddenFromPatient, by: people.author, seen)
            try await world.hideReports(on: twins, as: .hiddenFromPatient, by: people.author)
            try await compare(questions, on: twins, .hidden)
            let hidden = try await world.hiddenNames(report.hidden, twins, by: people.author)
            let pairs = try (0..<options.pairs).map { at in
                (
                    try holders.askDocument(tools.sources.ids(), of: twins.other),
                    try holders.askDocument(hidden[at % hidden.count], of: twins.other)
                )
            }
            try await compareRefusals("portal refusal", pairs)
        }
    }

    /// The history comes first, as what is hidden lies nearest to its top then.
    private static func questions(_ holders: HolderTwins) -> [TwinQuestion] {
        [
            TwinQuestion(name: "portal history", weight: .free, effort: .heavy) { try holders.ask(.history, $0) },
            TwinQuestion(name: "portal list", weight: .kept) { try holders.ask(.list, $0) },
            TwinQuestion(name: "portal timeline", weight: .kept) { try holders.ask(.timeline, $0) },
            TwinQuestion(name: "portal results", weight: .kept, effort: .heavy) { try holders.ask(.results, $0) },
        ]
    }
}
