internal import HealthRecord

extension LabSeries {
    private struct Key: Hashable {
        let code: Code
        let unit: String
    }

    /// Curves over the results of many documents, one for each measure and unit, in the order of their names.
    ///
    /// Results that are no number stay out; the same value at the same moment counts once, as when a second report
    /// repeats it. Leaving out replaced documents is the caller's part.
    public static func series(across results: [LabResult]) -> [LabSeries] {
        var groups: [Key: [LabResult]] = [:]
        for result in results where result.value != nil {
            groups[Key(code: result.code, unit: result.unit), default: []].append(result)
        }
        return groups.map { key, results in
            let points = distinct(results.sorted(by: isEarlier))
            return LabSeries(
                code: key.code,
                label: points.last?.label ?? key.code.value,
                unit: key.unit,
                points: points
            )
        }.sorted { ($0.label, $0.code.value, $0.unit) < ($1.label, $1.code.value, $1.unit) }
    }

    private static func isEarlier(_ one: LabResult, _ other: LabResult) -> Bool {
        (one.time.start, one.document.text, one.valueText) < (other.time.start, other.document.text, other.valueText)
    }

    private static func distinct(_ sorted: [LabResult]) -> [LabResult] {
        var seen: Set<String> = []
        return sorted.filter { seen.insert("\($0.time.start.milliseconds)|\($0.valueText)").inserted }
    }
}
