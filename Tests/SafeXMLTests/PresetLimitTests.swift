import SafeXML
import Testing

/// Every preset at its own values, one below and one above (issue 2, *Bad input*; security design § 5.5, X1, X5).
@Suite struct PresetLimitTests {
    struct Preset: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let limits: XMLLimits
        let bytes: Int
        let nodes: Int
        let namespaces: Int
    }

    static let presets = [
        Preset(
            testDescription: "an envelope",
            limits: .soapEnvelope,
            bytes: 2_097_152,
            nodes: 300_000,
            namespaces: 64
        ),
        Preset(
            testDescription: "a clinical document",
            limits: .clinicalDocument,
            bytes: 15_728_640,
            nodes: 300_000,
            namespaces: 48
        ),
        Preset(testDescription: "a signature", limits: .signature, bytes: 1_048_576, nodes: 30_000, namespaces: 32),
        Preset(testDescription: "a fragment", limits: .xmlFragment, bytes: 262_144, nodes: 20_000, namespaces: 64),
    ]

    private func error(_ text: String, _ limits: XMLLimits) -> XMLError? {
        do throws(XMLError) {
            _ = try XMLDocument(parsing: Array(text.utf8), limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: presets, [-1, 0, 1]) func bytes(preset: Preset, step: Int) {
        // Text in pieces, each shorter than the longest that is read.
        let piece = "<b>" + String(repeating: "x", count: 100_000) + "</b>"
        let count = (preset.bytes - 200) / piece.utf8.count
        let whole = "<a>" + String(repeating: piece, count: count)
        let rest = preset.bytes + step - whole.utf8.count - "</a>".utf8.count
        let text = whole + String(repeating: "y", count: rest) + "</a>"
        #expect(text.utf8.count == preset.bytes + step)
        #expect(error(text, preset.limits) == (step > 0 ? .tooLarge(limit: preset.bytes) : nil))
    }

    @Test(arguments: presets, [-1, 0, 1]) func nodes(preset: Preset, step: Int) {
        let text = "<a>" + String(repeating: "<b/>", count: preset.nodes - 1 + step) + "</a>"
        #expect(error(text, preset.limits) == (step > 0 ? .tooManyNodes(limit: preset.nodes, line: 1) : nil))
    }

    @Test(arguments: presets, [-1, 0, 1]) func depth(preset: Preset, step: Int) {
        let text = String(repeating: "<a>", count: 100 + step) + String(repeating: "</a>", count: 100 + step)
        #expect(error(text, preset.limits) == (step > 0 ? .tooDeep(limit: 100, line: 1) : nil))
    }

    @Test(arguments: presets, [-1, 0, 1]) func attributes(preset: Preset, step: Int) {
        let text = "<a " + (0..<(64 + step)).map { "a\($0)=''" }.joined(separator: " ") + "/>"
        #expect(error(text, preset.limits) == (step > 0 ? .tooManyAttributes(limit: 64, line: 1) : nil))
    }

    @Test(arguments: presets, [-1, 0, 1]) func namespaces(preset: Preset, step: Int) {
        // On two elements: a declaration counts as long as it is open.
        let all = (0..<(preset.namespaces + step)).map { "xmlns:n\($0)='urn:\($0)'" }
        let (outer, inner) = (all.prefix(all.count / 2), all.dropFirst(all.count / 2))
        let nested = "<a \(outer.joined(separator: " "))><b \(inner.joined(separator: " "))/></a>"
        #expect(
            error(nested, preset.limits) == (step > 0 ? .tooManyNamespaces(limit: preset.namespaces, line: 1) : nil)
        )
    }
}
