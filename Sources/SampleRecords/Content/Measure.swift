internal import HealthRecord

/// A measure of medical biology as the sample laboratory reports it.
struct Measure {
    let code: Code
    let unit: String
    /// Unit as people read it.
    let shownUnit: String
    let low: Double?
    let high: Double?
    let decimals: Int

    static let glucose = make("2345-7", "Glucose", "g/L", 0.7, 1.1, 2)
    static let hba1c = make("4548-4", "Hémoglobine glyquée (HbA1c)", "%", 4, 6, 1)
    static let cholesterol = make("2093-3", "Cholestérol total", "g/L", nil, 2, 2)
    static let ldl = make("13457-7", "Cholestérol LDL", "g/L", nil, 1.6, 2)
    static let hdl = make("2085-9", "Cholestérol HDL", "g/L", 0.4, nil, 2)
    static let triglycerides = make("2571-8", "Triglycérides", "g/L", nil, 1.5, 2)
    static let creatinine = make("14682-9", "Créatinine", "umol/L", 45, 104, 0, shown: "µmol/L")
    static let ferritin = make("2276-4", "Ferritine", "ug/L", 20, 250, 0, shown: "µg/L")
    static let haemoglobin = make("718-7", "Hémoglobine", "g/dL", 12, 16, 1)
    static let tsh = make("3016-3", "TSH", "mU/L", 0.4, 4, 2)
    static let crp = make("1988-5", "Protéine C réactive (CRP)", "mg/L", nil, 5, 1)

    private static func make(
        _ code: String,
        _ label: String,
        _ unit: String,
        _ low: Double?,
        _ high: Double?,
        _ decimals: Int,
        shown: String? = nil
    ) -> Measure {
        Measure(
            code: Code(code, CodeSystem.loinc, label: label),
            unit: unit,
            shownUnit: shown ?? unit,
            low: low,
            high: high,
            decimals: decimals
        )
    }

    /// A number with the measure's decimals and a point.
    func text(_ value: Double) -> String {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((max(0, min(value, 1_000_000)) * Double(scale)).rounded())
        guard decimals > 0 else { return "\(scaled)" }
        let fraction = "\(scaled % scale)"
        return "\(scaled / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }

    func statement(_ value: Double) -> CDAMeasure {
        let interpretation = low.map { value < $0 } == true ? "L" : high.map { value > $0 } == true ? "H" : "N"
        return CDAMeasure(
            code: code,
            value: text(value),
            unit: unit,
            low: low.map(text),
            high: high.map(text),
            interpretation: interpretation
        )
    }

    /// The row of the table that people read.
    func row(_ value: Double) -> [String] {
        let usual: String =
            switch (low, high) {
            case (let low?, let high?): "\(shown(low)) à \(shown(high))"
            case (let low?, nil): "supérieur à \(shown(low))"
            case (nil, let high?): "inférieur à \(shown(high))"
            case (nil, nil): ""
            }
        return [code.label ?? code.value, "\(shown(value))\u{A0}\(shownUnit)", usual]
    }

    private func shown(_ value: Double) -> String { FrenchText.number(text(value)) }
}

/// How a measure goes in one patient: where it starts, where it tends, how much it swings.
struct Course {
    let measure: Measure
    let start: Double
    let end: Double
    let swing: Double

    init(_ measure: Measure, from start: Double, to end: Double, swing: Double) {
        self.measure = measure
        self.start = start
        self.end = end
        self.swing = swing
    }

    /// The value at a part of the way, from 0 to 1.
    func value(at part: Double, _ random: inout SplitMix64) -> Double {
        start + (end - start) * part + Double.random(in: -swing...swing, using: &random)
    }
}
