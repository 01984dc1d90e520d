import Foundation

/// The tests of the house by room, file and function, and what each says of itself.
struct TestIndex {
    private let files: [String: [Substring]]

    init() throws {
        var files: [String: [Substring]] = [:]
        let root = RuleRegister.root.appendingPathComponent("Tests")
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        for case let file as URL in found ?? .init() where ["swift", "py"].contains(file.pathExtension) {
            let room = file.path.dropFirst(root.path.count + 1).prefix { $0 != "/" }
            let name = "\(room)/\(file.deletingPathExtension().lastPathComponent)"
            let text = try String(contentsOf: file, encoding: .utf8)
            files[name] = text.split(separator: "\n", omittingEmptySubsequences: false)
        }
        self.files = files
    }

    /// The words of `Room/File/function`: the function with what is said before it, and what is said of its suite; nil where there is
    /// no such test.
    func words(of test: String) -> String? {
        let parts = test.split(separator: "/").map(String.init)
        guard parts.count == 3 else { return nil }
        let isForeign = parts[0] == "foreign"
        let (room, word) = isForeign ? ("foreign", "def ") : (parts[0] + "Tests", "func ")
        guard let lines = files["\(room)/\(parts[1])"],
            let place = lines.firstIndex(where: { $0.contains("\(word)\(parts[2])(") })
        else { return nil }
        let start = lines[..<place].lastIndex { $0.allSatisfy(\.isWhitespace) } ?? 0
        guard isForeign || lines[start...place].contains(where: { $0.contains("@Test") }) else { return nil }
        let isNext = { (line: Substring) in line.contains("@Test") || line.hasPrefix("def ") || line.hasPrefix("@") }
        let end = lines[(place + 1)...].firstIndex(where: isNext) ?? lines.endIndex
        // What stands before the next test belongs to the next test.
        var own = lines[start..<end]
        while own.endIndex > place + 1, let last = own.last, last.isAside { own.removeLast() }
        return (said(of: lines, isForeign) + own).joined(separator: "\n")
    }

    /// What is said above the suite, or at the head of a module.
    private func said(of lines: [Substring], _ isForeign: Bool) -> [Substring] {
        if isForeign { return Array(lines.prefix { !$0.isEmpty }) }
        guard let suite = lines.firstIndex(where: { $0.hasPrefix("@Suite") }) else { return [] }
        return lines[..<suite].reversed().prefix { $0.hasPrefix("///") }.reversed()
    }
}

extension Substring {
    fileprivate var isAside: Bool {
        let line = trimmingCharacters(in: .whitespaces)
        return line.isEmpty || line.hasPrefix("///")
    }
}

extension String {
    /// Whether the text names a section or an article, and not a longer one that begins alike, nor another paper's.
    func cites(_ citation: String) -> Bool {
        var rest = self[...]
        let spellings = [citation, citation.replacingOccurrences(of: "§ ", with: "§")]
        while let found = spellings.compactMap({ rest.range(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) {
            let before = self[..<found.lowerBound].suffix(16).lowercased()
            let after = rest[found.upperBound...]
            let goesOn = after.first?.isNumber == true || after.wholeMatch(of: /[.\-]\d.*/.dotMatchesNewlines()) != nil
            let isAnothers = ["design ", "interop ", "experience ", "rfc 8259 "].contains { before.hasSuffix($0) }
            if !goesOn && !isAnothers { return true }
            rest = after
        }
        return false
    }
}
