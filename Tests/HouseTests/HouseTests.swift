import Foundation
import Testing

/// Holds the sources against the shape of the house.
@Suite struct HouseTests {
    struct Source: Sendable {
        let room: String
        let file: String
        let lines: [Substring]
    }

    static let sources: [Source] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        guard let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
        return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.compactMap { file in
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
            let path = file.path.dropFirst(root.path.count + 1)
            return Source(
                room: String(path.prefix { $0 != "/" }),
                file: String(path),
                lines: text.split(separator: "\n", omittingEmptySubsequences: false)
            )
        }
    }()

    @Test func thereAreSources() {
        #expect(Self.sources.count > 300)
        #expect(Set(Self.sources.map(\.room)) == Set(HouseRules.rooms.keys), "the table knows each room, and no other")
    }

    @Test(arguments: HouseRules.rooms.keys.sorted())
    func importsOnlyWhatItMay(room: String) throws {
        let allowed = try #require(HouseRules.rooms[room]).union(HouseRules.common)
        for source in Self.sources where source.room == room {
            for name in source.imports where !allowed.contains(name) {
                Issue.record("\(source.file) imports \(name)")
            }
        }
    }

    @Test(
        arguments: [
            ("import Crypto", "Crypto"), ("public import Crypto", "Crypto"), ("@testable import Custody", "Custody"),
            ("@_spi(Times) internal import X509", "X509"), ("import struct Foundation.Date", "Foundation"),
            ("private import GRDB // rows", "GRDB"), ("// import Crypto", nil), ("let import = 1", nil),
        ] as [(String, String?)]
    )
    func anImportIsSeenHoweverItIsWritten(line: String, name: String?) {
        let source = Source(room: "", file: "", lines: [line[...]])
        #expect(source.imports == [name].compactMap(\.self))
    }

    @Test func arrowsRunDownward() {
        // A room that imports another must not be reachable from it.
        func reach(_ room: String) -> Set<String> {
            var found: Set<String> = []
            var next = [room]
            while let current = next.popLast() {
                for below in HouseRules.rooms[current] ?? [] where found.insert(below).inserted { next.append(below) }
            }
            return found
        }
        for room in HouseRules.rooms.keys { #expect(!reach(room).contains(room), "\(room) imports itself in a circle") }
    }

    @Test func filesAreSmall() {
        let sizes = Self.sources.map(\.lines.count).sorted()
        #expect(sizes[sizes.count / 2] < 90)
        #expect(sizes[sizes.count * 9 / 10] < 300)
        for source in Self.sources { #expect(source.lines.count <= 600, "\(source.file)") }
    }

    @Test func nothingTrapsOnPurpose() {
        for source in Self.sources {
            for (number, line) in source.lines.enumerated()
            where !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
                for word in ["try!", "as!", "fatalError("] where line.contains(word) {
                    Issue.record("\(source.file):\(number + 1) uses \(word)")
                }
            }
        }
    }

    @Test func uncheckedSendabilitySaysWhy() {
        for source in Self.sources {
            for (number, line) in source.lines.enumerated()
            where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
                let before = source.lines[max(0, number - 3)..<number]
                let isExplained = line.contains("//") || before.contains { $0.contains("//") }
                #expect(isExplained, "\(source.file):\(number + 1) does not say why")
            }
        }
    }
}

extension HouseTests.Source {
    /// Who may see through an import.
    private static let levels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    /// What a single declaration that is imported may be.
    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]

    /// The modules that the file imports.
    var imports: [String] {
        lines.compactMap { line in
            let words = line.split(separator: " ").drop { $0.hasPrefix("@") || Self.levels.contains($0) }
            guard words.first == "import" else { return nil }
            let name = words.dropFirst().drop { Self.kinds.contains($0) }.first
            return name.map { String($0.prefix { $0 != "." }) }
        }
    }
}
