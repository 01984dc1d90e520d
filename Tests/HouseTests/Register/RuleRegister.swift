import Foundation

/// The register of rules: each rule of the reference that binds a server such as this, and the test that shows it.
///
/// Written by hand in `rules.csv`; `docs/rules-register.md` is the same for people.
struct RuleRegister {
    enum State: String, CaseIterable {
        case held
        case era = "era description"
        case notBuilt = "not built"
    }

    /// One rule.
    struct Line {
        let id: String
        let section: String
        let rule: String
        let source: String
        let state: State?
        /// For what is held the tests that show it, otherwise why it is not.
        let shown: String
        /// Rules of traces and keys of sets that go with it.
        let names: [String]

        /// Tests as `Room/File/function`.
        var tests: [String] { state == .held ? shown.components(separatedBy: " + ") : [] }

        /// What a test may cite: the section, an article or requirement of the source, a transaction, a page of a site.
        var citations: [String] {
            let pattern =
                /[LRD]\d{4}-\d+(-\d+)*|EX_[A-Z0-9._]+-\d+|PDT-INF-\d+|\d\d\/\d\d\/\d{4}|490409|TD\d\.\d+|C\d{1,2}\b|JDV_J\d+/
            let places = /§ 7\.[12], page \d+|Interop § 3\.\d/
            return [section] + source.matches(of: pattern).map { String($0.output.0) }
                + source.matches(of: places).map { String($0.output) }
        }
    }

    let lines: [Line]
    /// Keys that describe an era and that no code reads, each with the reason.
    let eraKeys: [(key: String, reason: String)]
    /// Words of other keys that no code reads, each with the reason.
    let idleWords: [(key: String, word: String, reason: String)]

    init() throws {
        lines = try Self.table("rules").map { fields in
            Line(
                id: fields[0],
                section: fields[1],
                rule: fields[2],
                source: fields[3],
                state: State(rawValue: fields[4]),
                shown: fields[5],
                names: fields[6].split(separator: " ").map(String.init)
            )
        }
        eraKeys = try Self.table("era-keys").map { ($0[0], $0[1]) }
        idleWords = try Self.table("idle-words").map { ($0[0], $0[1], $0[2]) }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Rows of a file below the first, each as long as the first.
    private static func table(_ name: String) throws -> [[String]] {
        let rows = try text("Tests/HouseTests/Register/\(name).csv").split(separator: "\n").map(fields)
        guard let head = rows.first else { return [] }
        for row in rows where row.count != head.count { throw Fault(text: "\(name).csv: \(row)") }
        return Array(rows.dropFirst())
    }

    /// Fields of a line; those in quotes may hold commas.
    private static func fields(_ line: Substring) -> [String] {
        var (fields, field, isQuoted) = ([String](), "", false)
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        return fields + [field]
    }

    struct Fault: Error { let text: String }
}
