internal import HealthRecord
internal import SampleRecords

/// Two records open on the professionals' site, in one session of one card.
struct ChartTwins: Sendable {
    private let visitor: PageVisitor
    private let charts: [INS: String]

    init(_ patients: [SamplePatient], on site: PageSite) async throws(BenchmarkError) {
        var visitor = PageVisitor(site)
        let card = try await visitor.open("/")
        // Whoever works at two places is asked where he acts; his own place comes first.
        guard let place = PageText.value(of: "situation", in: card) else {
            throw .refused(step: "card", code: "refused")
        }
        _ = try await visitor.open(try await visitor.submit("/connexion", [(name: "situation", value: place)]))
        var charts: [INS: String] = [:]
        for patient in patients {
            let fields = [(name: "matricule", value: patient.ins.matricule.text)]
            let chart = try await visitor.submit("/patients/recherche", fields)
            guard !chart.hasSuffix("/accord") else { throw .refused(step: "records", code: "consent is missing") }
            charts[patient.ins] = chart
        }
        self.visitor = visitor
        self.charts = charts
    }

    /// The first page of the list, as its reader asks for it.
    func askList(_ patient: SamplePatient) throws(BenchmarkError) -> TwinAsk {
        let (visitor, list) = (visitor, try list(patient))
        return { try await visitor.size(of: list, status: 200) }
    }

    /// The same documents by category and time, all of them on one page.
    func askTimeline(_ patient: SamplePatient) throws(BenchmarkError) -> TwinAsk {
        let (visitor, list) = (visitor, try list(patient))
        return { try await visitor.size(of: list + "?vue=parcours", status: 200) }
    }

    /// The first page of what the reader may see of the accesses.
    func askHistory(_ patient: SamplePatient) throws(BenchmarkError) -> TwinAsk {
        let (visitor, chart) = (visitor, try chart(patient))
        return { try await visitor.size(of: chart + "/historique", status: 200) }
    }

    /// A document that is not to be there.
    func askDocument(_ id: UniqueID, of patient: SamplePatient) throws(BenchmarkError) -> TwinAsk {
        let (visitor, list) = (visitor, try list(patient))
        return { try await visitor.size(of: "\(list)/\(id.text)", status: 404) }
    }

    private func list(_ patient: SamplePatient) throws(BenchmarkError) -> String { try chart(patient) + "/documents" }

    private func chart(_ patient: SamplePatient) throws(BenchmarkError) -> String {
        guard let chart = charts[patient.ins] else { throw .nobody }
        return chart
    }
}
