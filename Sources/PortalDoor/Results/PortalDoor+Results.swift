import ClinicalDocuments
import HealthRecord
import PageKit
import RecordService
import SafeXML
import Wording

/// Laboratory results over time.
extension PortalDoor {
    /// Reports that one page opens at most, the latest ones.
    static let reportLimit = 24
    /// LOINC 11502-2, laboratory report.
    private static let laboratoryReport = "11502-2"

    func results(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let reports = try await service.list(stay.visit).clinical
            .filter {
                $0.typeCode.value == Self.laboratoryReport && $0.status == .approved && $0.mimeType == "text/xml"
            }
            .sorted { $0.creationTime.start > $1.creationTime.start }
        let chosen = reports.prefix(Self.reportLimit)
        var found: [LabResult] = []
        if !chosen.isEmpty {
            for outcome in try await service.read(chosen.map(\.uniqueID), stay.visit) {
                guard case .document(let read) = outcome else { continue }
                found += Self.results(in: read.bytes)
            }
        }
        let documents = Dictionary(chosen.map { ($0.uniqueID, $0.id) }) { first, _ in first }
        let series = LabSeries.series(across: found).map { Self.page($0, documents, turn.language) }
        return .page(ResultsPage(series: series, isPartial: reports.count > chosen.count))
    }

    private static func results(in bytes: [UInt8]) -> [LabResult] {
        guard let document = try? XMLDocument(parsing: bytes, limits: .clinicalDocument),
            let header = try? CDAHeader(document)
        else { return [] }
        return StructuredResults(document, header: header).results
    }

    private static func page(_ series: LabSeries, _ documents: [OID: UniqueID], _ language: Language) -> ResultSeries {
        ResultSeries(
            label: series.label,
            unit: NumberText.unit(series.unit),
            low: series.range?.low,
            high: series.range?.high,
            rangeText: text(series.range, language),
            points: series.points.compactMap { point in
                point.value.map { value in
                    ResultSeries.Point(
                        time: point.time.start,
                        date: DateText.date(point.time.start),
                        value: value,
                        text: NumberText.localised(point.valueText, language),
                        range: text(point.range, language),
                        reading: reading(point, value),
                        document: documents[point.document]
                    )
                }
            }
        )
    }

    private static func reading(_ point: LabResult, _ value: Double) -> ResultReading {
        switch point.interpretation {
        case .normal: return .usual
        case .low, .criticalLow: return .low
        case .high, .criticalHigh: return .high
        case .abnormal, .criticalAbnormal: return .other
        case nil:
            if let low = point.range?.low, value < low { return .low }
            if let high = point.range?.high, value > high { return .high }
            return point.range == nil ? .other : .usual
        }
    }

    private static func text(_ range: ReferenceRange?, _ language: Language) -> String? {
        guard let range else { return nil }
        switch (range.low, range.high) {
        case (let low?, let high?):
            return NumberText.text(low, language) + "\u{A0}–\u{A0}" + NumberText.text(high, language)
        case (let low?, nil): return "≥\u{A0}" + NumberText.text(low, language)
        case (nil, let high?): return "≤\u{A0}" + NumberText.text(high, language)
        case (nil, nil): return range.text
        }
    }
}
