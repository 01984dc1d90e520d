import Foundation
import HealthRecord
import PageKit
import Wording

/// A curve drawn by the server: the usual values as a band, the results as a line with dots.
struct Curve {
    let series: ResultSeries
    let id: String

    func node(_ frame: Frame) -> Node? {
        let drawings = Sheet.allCases.compactMap { drawing(on: $0, frame) }
        guard !drawings.isEmpty else { return nil }
        return tag("figure", .class("curve")) {
            drawings
            if let text = series.rangeText { tag("figcaption") { frame(ResultsText.range(text)) } }
        }
    }

    /// One of the drawings, of which the style sheet shows the one that suits the screen.
    private func drawing(on sheet: Sheet, _ frame: Frame) -> Node? {
        guard let first = series.points.first, let last = series.points.last, let scale = Scale(series, on: sheet)
        else { return nil }
        let (title, text) = ("\(id)-titre-\(sheet.rawValue)", "\(id)-texte-\(sheet.rawValue)")
        return tag(
            "svg",
            .class(sheet.rawValue),
            Attribute("viewBox", "0 0 \(number(sheet.width)) \(number(sheet.height))"),
            Attribute("role", "img"),
            .labelled(by: "\(title) \(text)")
        ) {
            tag("title", .id(title)) { series.label }
            tag("desc", .id(text)) {
                frame(ResultsText.described(first: first.text, last: last.text, count: series.points.count))
            }
            band(scale)
            axis(scale, frame)
            line(scale)
            for point in series.points { dot(point, scale) }
        }
    }

    private func band(_ scale: Scale) -> Node? {
        let sheet = scale.sheet
        guard series.low != nil || series.high != nil else { return nil }
        let top = scale.y(series.high ?? scale.highest)
        let bottom = scale.y(series.low ?? scale.lowest)
        return tag(
            "rect",
            .class("band"),
            Attribute("x", number(sheet.left)),
            Attribute("y", number(top)),
            Attribute("width", number(sheet.width - sheet.left - sheet.right)),
            Attribute("height", number(max(0, bottom - top)))
        )
    }

    private func axis(_ scale: Scale, _ frame: Frame) -> [Node] {
        let sheet = scale.sheet
        return nodes {
            for value in scale.marks {
                tag(
                    "line",
                    .class("grid"),
                    Attribute("x1", number(sheet.left)),
                    Attribute("x2", number(sheet.width - sheet.right)),
                    Attribute("y1", number(scale.y(value))),
                    Attribute("y2", number(scale.y(value)))
                )
                label(
                    NumberText.text(value, frame.language),
                    x: sheet.left - sheet.gap,
                    y: scale.y(value) + 5,
                    anchor: "end"
                )
            }
            if let first = series.points.first, let last = series.points.last {
                label(sheet.day(first, frame), x: sheet.left, y: sheet.height - 12, anchor: "start")
                label(sheet.day(last, frame), x: sheet.width - sheet.right, y: sheet.height - 12, anchor: "end")
            }
        }
    }

    private func label(_ text: String, x: Double, y: Double, anchor: String) -> Node {
        tag(
            "text",
            Attribute("x", number(x)),
            Attribute("y", number(y)),
            Attribute("text-anchor", anchor),
            .hidden
        ) { text }
    }

    private func line(_ scale: Scale) -> Node {
        let places = series.points.map { "\(number(scale.x($0.time))),\(number(scale.y($0.value)))" }
        return tag("polyline", .class("line"), Attribute("points", places.joined(separator: " ")))
    }

    private func dot(_ point: ResultSeries.Point, _ scale: Scale) -> Node {
        tag(
            "circle",
            .class(point.reading == .usual ? "dot" : "dot outside"),
            Attribute("cx", number(scale.x(point.time))),
            Attribute("cy", number(scale.y(point.value))),
            Attribute("r", point.reading == .usual ? "5" : "7")
        )
    }

    private func number(_ value: Double) -> String { NumberText.plain(value) }

    /// On what it is drawn; letters of 14 units grow and shrink with it, and are never less than 11 pixels high.
    ///
    /// The narrow one is for telephones: 250 pixels are left to it on a screen of 320.
    enum Sheet: String, CaseIterable, Sendable {
        case wide, narrow

        var width: Double { self == .wide ? 560 : 300 }
        var height: Double { self == .wide ? 250 : 190 }
        var left: Double { self == .wide ? 60 : 48 }
        var right: Double { self == .wide ? 16 : 8 }
        var top: Double { 16 }
        var bottom: Double { 38 }
        /// Between the axis and its numbers.
        var gap: Double { self == .wide ? 10 : 6 }

        /// A day at the foot, in figures where two of them in words would meet.
        func day(_ point: ResultSeries.Point, _ frame: Frame) -> String {
            self == .wide ? frame(point.date) : DateText.short(ParisTime.civil(point.time).date)
        }
    }

    /// From values and times to places in the drawing.
    struct Scale {
        let sheet: Sheet
        let lowest: Double
        let highest: Double
        private let start: Double
        private let span: Double

        init?(_ series: ResultSeries, on sheet: Sheet) {
            let values = series.points.map(\.value) + [series.low, series.high].compactMap { $0 }
            let times = series.points.map { Double($0.time.milliseconds) }
            guard let least = values.min(), let most = values.max(), let start = times.min(), let end = times.max(),
                (most - least).isFinite, abs(least) < 1e12, abs(most) < 1e12
            else { return nil }
            let margin = most > least ? (most - least) * 0.12 : max(abs(most) * 0.1, 1)
            lowest = least >= 0 ? max(0, least - margin) : least - margin
            highest = most + margin
            self.sheet = sheet
            self.start = start
            span = max(1, end - start)
        }

        /// Round values for the axis: multiples of 1, 2 or 5 times a power of ten, five at most.
        var marks: [Double] {
            let span = highest - lowest
            let power = pow(10, (log10(span / 4)).rounded(.down))
            let step = [1, 2, 5, 10].map { $0 * power }.first { span / $0 <= 4.5 } ?? span
            guard step > 0, step.isFinite else { return [lowest, highest] }
            let first = (lowest / step).rounded(.up)
            return (0..<6).map { (first + Double($0)) * step }.filter { $0 <= highest }
        }

        func x(_ time: Instant) -> Double {
            let share = (Double(time.milliseconds) - start) / span
            return sheet.left + 12 + share * (sheet.width - sheet.left - sheet.right - 24)
        }

        func y(_ value: Double) -> Double {
            let share = (min(max(value, lowest), highest) - lowest) / (highest - lowest)
            return sheet.height - sheet.bottom - share * (sheet.height - sheet.top - sheet.bottom)
        }
    }
}

/// Numbers as people and drawings write them.
enum NumberText {
    /// At most one decimal, with a point; 0 for what is no number.
    static func plain(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "0" }
        let tenths = Int64((value * 10).rounded())
        let whole = tenths.magnitude / 10
        let rest = tenths.magnitude % 10
        return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
    }

    /// With a number of decimals that suits its size and the language's sign for them.
    static func text(_ value: Double, _ language: Language) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "" }
        let decimals = abs(value) < 10 ? 100.0 : abs(value) < 100 ? 10.0 : 1.0
        let rounded = (value * decimals).rounded() / decimals
        var text = "\(rounded)"
        if text.hasSuffix(".0") { text.removeLast(2) }
        return localised(text, language)
    }

    /// A number written with a point, with the language's sign.
    static func localised(_ text: String, _ language: Language) -> String {
        language == .french ? text.replacing(".", with: ",") : text
    }

    /// A unit of UCUM as people write it: `10*9/L` as `10⁹/L`, `umol/L` as `µmol/L`.
    static func unit(_ ucum: String) -> String {
        let raised: [Character: Character] = [
            "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
        ]
        guard ucum.hasPrefix("10*") else {
            return micro(ucum).replacing("[", with: "").replacing("]", with: "").replacing("{", with: "").replacing(
                "}",
                with: ""
            )
        }
        let digits = ucum.dropFirst(3).prefix { $0.isNumber }
        return "10" + String(digits.compactMap { raised[$0] }) + ucum.dropFirst(3 + digits.count)
    }

    /// With the sign of a millionth, for which UCUM writes `u` before a unit; a `u` alone is a unit itself.
    private static func micro(_ ucum: String) -> String {
        ucum.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("u") && $0.count > 1 ? "µ" + $0.dropFirst() : String($0) }
            .joined(separator: "/")
    }
}
