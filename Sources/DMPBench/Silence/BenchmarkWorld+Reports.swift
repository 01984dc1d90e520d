internal import ClinicalDocuments
internal import DMPWire
internal import HealthRecord
internal import LPSKit
internal import SampleRecords
internal import XDSWire

extension BenchmarkWorld {
    /// Reports of each twin that its holder sees, and as many that he does not.
    ///
    /// One more than the page of results opens, and newer than those that the demonstration gave its patients, which differ: so
    /// the page opens as many alike documents for both, and says of both that there are older ones.
    static let twinReports = 25

    private static let (visibleReport, hiddenReport) = (8_000_000, 9_000_000)

    /// Files laboratory reports on both twins, so that there is the same curve to draw.
    func fileReports(on twins: Twins, by author: Int) async throws {
        for (at, patient) in twins.both.enumerated() {
            let first = Self.visibleReport + twins.pair * 500_000 + at * 100_000
            try await file((0..<Self.twinReports).map { first + $0 }, of: patient, by: author, [], report)
        }
    }

    /// Files as many on the second twin that the reader must not learn of.
    func hideReports(on twins: Twins, as visibility: Visibility, by author: Int) async throws {
        let first = Self.hiddenReport + twins.pair * 500_000
        try await file((0..<Self.twinReports).map { first + $0 }, of: twins.other, by: author, visibility, report)
    }

    /// A laboratory report; its rank tells the day of the sample, as values of one moment are one value, and the second in which
    /// it was written, so that which are the newest is no matter of chance.
    private func report(_ rank: Int, of patient: SamplePatient, by client: Int) throws -> OutgoingDocument {
        let chemistry = Code("18719-5", CodeSystem.loinc, label: "Biochimie")
        let sampled = now.advanced(bySeconds: -86_400 * Int64(rank % 100_000 + 1))
        let glucose = CDAMeasure(
            code: Code("2345-7", CodeSystem.loinc, label: "Glucose"),
            value: "0.9\(rank % 10)",
            unit: "g/L",
            low: "0.70",
            high: "1.10",
            interpretation: "N"
        )
        let section = CDASection(
            code: chemistry,
            title: "Biochimie",
            blocks: [.paragraph("Glucose : 0,9\(rank % 10) g/L.")],
            entries: [.battery(code: chemistry, time: sampled, [glucose])]
        )
        let builder = CDABuilder(
            id: try id(rank),
            type: Code("11502-2", CodeSystem.loinc, label: "CR d'examens biologiques"),
            title: "Analyses de mesure \(rank)",
            createdAt: now.advanced(bySeconds: -60 - Int64(rank % 100_000)),
            patient: patient,
            author: doctor(client),
            content: .sections(model: OID(literal: "1.2.250.1.213.1.1.1.55"), [section])
        )
        return try OutgoingDocument(cda: try builder.bytes(), valueSets: valueSets)
    }
}
