internal import HealthRecord
internal import LPSKit
internal import SampleRecords
internal import XDSWire

extension SilenceStage {
    /// What a professional reads, by his software's wire and on his site, of twins with and without masked documents.
    mutating func measureProfessional(_ world: BenchmarkWorld, _ places: SilencePlaces) async throws {
        let (twins, people) = (try world.twins(), try world.people())
        let reader = world.clients[people.reader]
        let seen: BenchmarkWorld.Count = { try await reader.documents(of: $0.ins).count }
        tools.progress("making twins for a professional")
        report.visible = try await world.equalise(
            twins,
            documents: options.twinDocuments,
            by: people.author,
            seen
        )
        try await PageSite.visit(try places.care(for: world.doctor(people.reader))) { site in
            let charts = try await ChartTwins(twins.both, on: site)
            let questions = Self.siteQuestions(charts) + Self.wireQuestions(world, reader)
            try await compare(questions, on: twins, .control)
            report.hidden = report.visible
            tools.progress("masking \(report.hidden) documents on one twin")
            try await world.hide(report.hidden, on: twins, as: .maskedToProfessionals, by: people.author, seen)
            try await compare(questions, on: twins, .hidden)
            try await compareRefusals("refusal", try wireRefusals(world, reader, twins))
            let hidden = try await world.hiddenNames(report.hidden, twins, by: people.author)
            let pairs = try (0..<options.pairs).map { at in
                (
                    try charts.askDocument(tools.sources.ids(), of: twins.other),
                    try charts.askDocument(hidden[at % hidden.count], of: twins.other)
                )
            }
            try await compareRefusals("site refusal", pairs)
        }
    }

    /// The history comes first: every request leaves an event of the reader's own, which pushes what is hidden farther down.
    private static func siteQuestions(_ charts: ChartTwins) -> [TwinQuestion] {
        [
            TwinQuestion(name: "site history", weight: .free, effort: .heavy) { try charts.askHistory($0) },
            TwinQuestion(name: "site list", weight: .kept) { try charts.askList($0) },
            TwinQuestion(name: "site timeline", weight: .kept) { try charts.askTimeline($0) },
        ]
    }

    private static func wireQuestions(_ world: BenchmarkWorld, _ reader: CareSoftware) -> [TwinQuestion] {
        [("list", ReturnType.leafClass), ("count", .objectRef)].map { name, type in
            TwinQuestion(name: name, weight: .free) { patient in
                let call = try reader.prepareFind(world.list(patient), in: patient.ins, returning: type)
                return { try await reader.send(call).byteCount }
            }
        }
    }

    private func wireRefusals(
        _ world: BenchmarkWorld,
        _ reader: CareSoftware,
        _ twins: Twins
    ) throws -> [(TwinAsk, TwinAsk)] {
        let asking = { (document: OID) throws -> TwinAsk in
            let call = try reader.prepareRetrieve([document], from: twins.other.ins)
            return { try await reader.send(call).byteCount }
        }
        return try (0..<options.refusalPairs).map { at in
            let rank = at % max(1, report.hidden)
            return (try asking(try world.unknownID(rank)), try asking(try world.hiddenID(rank, twins)))
        }
    }
}
