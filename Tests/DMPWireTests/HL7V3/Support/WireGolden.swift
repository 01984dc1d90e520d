import Foundation
import SafeXML
import Testing

/// Payloads that leave the system, held against files beside the tests; `RECORD_GOLDEN=1` writes them anew.
struct WireGolden {
    static let hl7v3 = WireGolden("HL7V3")
    static let habilitations = WireGolden("Habilitations")
    static let patients = WireGolden("Patients")

    private let folder: URL

    private init(_ name: String) {
        folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(name).appendingPathComponent("Golden")
    }

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appendingPathComponent(name))) }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    func element(_ name: String) throws -> XMLElement { try Wire.parse(bytes(name)) }

    /// Compares what was written, and gives it back parsed.
    func check(
        _ name: String,
        _ location: SourceLocation = #_sourceLocation,
        write: (inout XMLWriter) -> Void
    ) throws -> XMLElement {
        let written = Wire.write(write)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(written).write(to: folder.appendingPathComponent(name))
        }
        #expect(String(decoding: written, as: UTF8.self) == (try text(name)), sourceLocation: location)
        return try Wire.parse(written)
    }
}

enum Wire {
    static func parse(_ bytes: [UInt8]) throws -> XMLElement {
        try XMLDocument(parsing: bytes, limits: .soapEnvelope).root
    }

    static func parse(_ text: String) throws -> XMLElement { try parse(Array(text.utf8)) }

    static func write(_ write: (inout XMLWriter) -> Void) -> [UInt8] {
        var writer = XMLWriter()
        write(&writer)
        return writer.finish()
    }
}

/// A seeded generator that spoils bytes, so that a failure can be repeated.
struct WireRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// Words between quotes or brackets changed, removed or doubled: mostly still XML.
    mutating func spoil(_ text: String) -> String {
        var pieces = text.split(separator: ">", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 1...3, using: &self) where pieces.count > 2 {
            let position = Int.random(in: 1..<pieces.count - 1, using: &self)
            switch Int.random(in: 0..<4, using: &self) {
            case 0: if pieces[position].hasSuffix("/") { pieces.remove(at: position) }
            case 1: if pieces[position].hasSuffix("/") { pieces.insert(pieces[position], at: position) }
            case 2:
                var characters = Array(pieces[position])
                let at = Int.random(in: 0...characters.count, using: &self)
                characters.insert(["0", "\"", "é", "<", "x", "-"].randomElement(using: &self) ?? "0", at: at)
                pieces[position] = String(characters)
            default:
                var characters = Array(pieces[position])
                if !characters.isEmpty { characters.remove(at: Int.random(in: 0..<characters.count, using: &self)) }
                pieces[position] = String(characters)
            }
        }
        return pieces.joined(separator: ">")
    }
}
