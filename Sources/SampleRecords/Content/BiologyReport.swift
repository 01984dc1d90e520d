internal import HealthRecord

/// Reports of medical biology with their values in words and in statements.
enum BiologyReport {
    private static let model = OID(literal: "1.2.250.1.213.1.1.1.55")

    static func content(
        _ courses: [Course],
        part: Double,
        at time: Instant,
        _ random: inout SplitMix64
    ) -> CDAContent {
        var rows: [[String]] = []
        var measures: [CDAMeasure] = []
        for course in courses {
            let value = course.value(at: part, &random)
            rows.append(course.measure.row(value))
            measures.append(course.measure.statement(value))
        }
        let remarkable = measures.filter { $0.interpretation != "N" }.compactMap(\.code.label)
        let conclusion =
            remarkable.isEmpty
            ? "Tous les résultats sont dans les valeurs habituelles."
            : "À rapprocher du contexte clinique\u{A0}: \(remarkable.joined(separator: ", "))."
        let section = CDASection(
            code: Code("18719-5", CodeSystem.loinc, label: "Biochimie"),
            title: "Biochimie",
            blocks: [
                .paragraph("Prélèvement de sang du \(FrenchText.date(ParisTime.date(time))), à jeun."),
                .table(
                    caption: "Résultats de biochimie",
                    head: ["Examen", "Résultat", "Valeurs habituelles"],
                    rows: rows
                ),
                .paragraph(conclusion),
            ],
            entries: [
                .battery(code: Code("18719-5", CodeSystem.loinc, label: "Biochimie"), time: time, measures)
            ]
        )
        return .sections(model: model, [section])
    }
}
