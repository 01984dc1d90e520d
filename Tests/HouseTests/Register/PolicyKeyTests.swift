import Testing

/// A key that no code reads decides nothing, whatever a set says of it: such keys are listed, and the others are read (§ 10).
@Suite struct PolicyKeyTests {
    /// The typed names under which the rest of the house reads a key: fields of `Switches` and properties of `PolicySet`.
    private static func readers() throws -> [String: Set<String>] {
        var readers: [String: Set<String>] = [:]
        let pattern =
            /(?:public var )?(\w+)(?:: [\w<>?]+ \{| =) (?:entries\.)?(?:flag|number|name|period|words?|has|Set\(.*has)\(\.(\w+)/
        for file in ["Switches", "PolicySet+Terms"] {
            for match in try RuleRegister.text("Sources/AccessRules/Policy/\(file).swift").matches(of: pattern) {
                // A switch is read behind the question's `switches`; a name alone may be another type's.
                let prefix = file == "Switches" ? "switches." : "."
                readers[String(match.output.2), default: []].insert(prefix + match.output.1)
            }
        }
        // Evidence is a set made of words, told one by one.
        readers["careEvidence", default: []].insert("switches.evidence")
        return readers
    }

    /// Keys by the name of their case.
    private static func keys() throws -> [(name: String, key: String)] {
        try RuleRegister.text("Sources/AccessRules/Policy/PolicyKey.swift").matches(of: /case (\w+) = "([\w.]+)"/)
            .map { (String($0.output.1), String($0.output.2)) }
    }

    @Test func everyKeyIsReadOrSaysThatItDescribesAnEra() throws {
        let outside = HouseTests.sources.filter {
            !$0.file.hasPrefix("AccessRules/Policy/") && !$0.file.hasPrefix("dmp/Commands/Policy")
        }
        let text = outside.flatMap(\.lines).filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
        let readers = try Self.readers()
        let described = Set(try RuleRegister().eraKeys.map(\.key))
        for (name, key) in try Self.keys() {
            let names = try #require(readers[name], "\(key) has no typed name")
            let isRead = names.contains { text.reads($0) }
            #expect(isRead != described.contains(key), "\(key): \(isRead ? "is read" : "is read by no code")")
        }
    }

    /// Where such a key is declared it says that it describes an era, and no other does (§ 10).
    @Test func aKeyThatDescribesAnEraSaysSoWhereItIsDeclared() throws {
        let lines = try RuleRegister.text("Sources/AccessRules/Policy/PolicySet+Terms.swift").split(separator: "\n")
        let described = Set(try RuleRegister().eraKeys.map(\.key))
        let names = Dictionary(uniqueKeysWithValues: try Self.keys().map { ($0.key, $0.name) })
        for (key, name) in names {
            guard let place = lines.firstIndex(where: { $0.contains("(.\(name))") }) else { continue }
            let saysSo = place > 0 && lines[place - 1].contains("/// Describes an era: ")
            #expect(saysSo == described.contains(key), "\(key)")
        }
    }

    /// And the checker of sets knows the same ones.
    @Test func theCheckerWarnsOfTheSameKeys() throws {
        let text = try RuleRegister.text("Sources/AccessRules/Policy/PolicyKey+Era.swift")
        let list = try #require(text.firstMatch(of: /case ((?:\.\w+,?\s+)*\.\w+): true/)).output.1
        let named = Set(list.matches(of: /\.(\w+)/).map { String($0.output.1) })
        let keys = Set(try Self.keys().filter { named.contains($0.name) }.map(\.key))
        #expect(keys == Set(try RuleRegister().eraKeys.map(\.key)) && keys.count == named.count)
    }
}

extension String {
    /// Whether the name stands here as a whole word.
    fileprivate func reads(_ name: String) -> Bool {
        ranges(of: name).contains { range in
            guard range.upperBound < endIndex else { return true }
            let next = self[range.upperBound]
            return !(next.isLetter || next.isNumber || next == "_" || next == ":")
        }
    }
}
