import Foundation
import Testing

@testable import PageKit

/// Contrast of the style sheet's own colours, in light and in dark (RGAA 3.2, 3.3).
@Suite struct ContrastTests {
    /// Words on a ground: at least 4.5 to 1.
    static let words: [(String, String)] = [
        ("ink", "paper"), ("ink", "ground"), ("ink", "panel"), ("soft", "paper"), ("soft", "ground"), ("soft", "panel"),
        ("soft", "quiet-soft"), ("link", "ground"), ("link", "panel"), ("link", "paper"), ("link", "brand-soft"),
        ("brand-ink", "brand"),
        ("brand-ink", "brand-deep"), ("brand-deep", "brand-soft"), ("brand-deep", "panel"), ("brand-deep", "ground"),
        ("ink", "brand-soft"),
        ("good", "good-soft"), ("warn", "warn-soft"), ("warn", "panel"), ("bad", "bad-soft"), ("bad", "panel"),
        ("quiet", "quiet-soft"),
        ("ink", "warn-soft"), ("soft", "warn-soft"), ("link", "warn-soft"), ("soft", "brand-soft"),
        ("good", "brand-soft"), ("soft", "band"), ("other", "other-soft"), ("panel", "bad"), ("link", "panel"),
        ("bad", "panel"),
    ]
    /// Borders and drawings that mean something: at least 3 to 1.
    static let shapes: [(String, String)] = [
        ("strong-line", "paper"), ("strong-line", "panel"), ("strong-line", "ground"), ("focus", "ground"),
        ("focus", "panel"),
        ("focus", "paper"), ("brand", "panel"), ("curve", "panel"), ("curve", "band"), ("warn", "band"),
        ("bad", "panel"), ("good", "ground"), ("other", "ground"), ("other", "panel"), ("bad", "ground"),
        ("brand", "ground"),
    ]

    @Test(arguments: [false, true]) func everyDeclaredPairCanBeRead(isDark: Bool) throws {
        let tokens = try Self.tokens(isDark: isDark)
        for (ink, ground) in Self.words {
            let ratio = try Self.contrast(tokens, ink, ground)
            #expect(ratio >= 4.5, "\(ink) on \(ground): \(ratio), dark \(isDark)")
        }
        for (ink, ground) in Self.shapes {
            let ratio = try Self.contrast(tokens, ink, ground)
            #expect(ratio >= 3, "\(ink) on \(ground): \(ratio), dark \(isDark)")
        }
    }

    @Test func theComputationIsThatOfTheNorm() {
        #expect(abs(Self.contrast([0, 0, 0], [255, 255, 255]) - 21) < 0.01)
        #expect(abs(Self.contrast([119, 119, 119], [255, 255, 255]) - 4.48) < 0.01)
    }

    @Test func theSheetHidesNoFocusAndAsksNobody() throws {
        for name in ["portail.css", "document.css"] {
            let text = try #require(StyleSheet(bundled: name)).text
            for part in ["outline:none", "outline:0", "url(", "@import", "http"] {
                #expect(!text.contains(part), "\(name) \(part)")
            }
        }
        let text = try #require(StyleSheet(bundled: "portail.css")).text
        for part in [
            ":focus-visible", "prefers-color-scheme:dark", "prefers-reduced-motion", "forced-colors", "@media print",
        ] {
            #expect(text.contains(part))
        }
    }

    static func tokens(isDark: Bool) throws -> [String: [Double]] {
        let text = try #require(StyleSheet(bundled: "portail.css")).text
        let parts = text.split(separator: "@media (prefers-color-scheme:dark)", maxSplits: 1)
        let light = read(parts[0])
        guard isDark else { return light }
        let dark = try #require(parts.last?.split(separator: "}", maxSplits: 1).first)
        return light.merging(read(dark)) { $1 }
    }

    private static func read(_ text: Substring) -> [String: [Double]] {
        var tokens: [String: [Double]] = [:]
        for match in text.matches(of: /--([a-z-]+):#([0-9a-f]{6})/) {
            guard let number = Int(match.2, radix: 16) else { continue }
            tokens[String(match.1)] = [number >> 16, number >> 8 & 255, number & 255].map(Double.init)
        }
        return tokens
    }

    private static func contrast(_ tokens: [String: [Double]], _ ink: String, _ ground: String) throws -> Double {
        contrast(try #require(tokens[ink]), try #require(tokens[ground]))
    }

    /// WCAG 2.1, relative luminance and contrast ratio.
    static func contrast(_ one: [Double], _ other: [Double]) -> Double {
        func luminance(_ colour: [Double]) -> Double {
            let linear = colour.map { $0 / 255 <= 0.04045 ? $0 / 255 / 12.92 : pow(($0 / 255 + 0.055) / 1.055, 2.4) }
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
        let (high, low) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
        return (high + 0.05) / (low + 0.05)
    }
}
