import Testing

/// A word of a key that no code reads changes nothing, though the key's others do: such words are listed, and the others are read (§ 10).
@Suite struct PolicyWordTests {
    /// A key with the words that it admits.
    private struct Key {
        let name: String
        let key: String
        let type: String
        /// Whether a set names one of them, or several.
        let isSingle: Bool
        /// Cases of the type, and the words that a set's file writes.
        let words: [(name: String, word: String)]
    }

    private static func wordKeys() throws -> [Key] {
        let text = try RuleRegister.text("Sources/AccessRules/Policy/PolicyKey.swift")
        let keys = Dictionary(
            uniqueKeysWithValues: text.matches(of: /case (\w+) = "([\w.]+)"/).map {
                (String($0.output.1), String($0.output.2))
            }
        )
        let described = Set(try RuleRegister().eraKeys.map(\.key))
        let types = try Self.types()
        return try text.matches(of: /case ((?:\.\w+,?\s*)+): \.(choices?)\(of: (\w+)\.self\)/).flatMap { match in
            let type = String(match.output.3)
            let words = try #require(types[type], "\(type)")
            return try match.output.1.matches(of: /\.(\w+)/).map { name in
                let name = String(name.output.1)
                return Key(
                    name: name,
                    key: try #require(keys[name]),
                    type: type,
                    isSingle: match.output.2 == "choice",
                    words: words
                )
            }
        }.filter { !described.contains($0.key) }
    }

    /// The types of words by name.
    private static func types() throws -> [String: [(name: String, word: String)]] {
        let files =
            ["Access", "Opening", "SignIn"].map { "AccessRules/Policy/Values/\($0)Words" } + [
                "HealthRecord/People/Actor"
            ]
        var types: [String: [(name: String, word: String)]] = [:]
        for file in files {
            let text = try RuleRegister.text("Sources/\(file).swift")
            for type in text.matches(of: /enum (\w+): String[^{]*\{([^}]*)\n\}/) {
                types[String(type.output.1)] = type.output.2.matches(of: /case (\w+)(?: = "(\w+)")?/).map {
                    (String($0.output.1), String($0.output.2 ?? $0.output.1))
                }
            }
        }
        return types
    }

    /// What is code in the files that read a key, under its typed name or its words' type; of the switches, the lines of the key.
    private static func code(reading key: Key) throws -> String {
        let terms = try RuleRegister.text("Sources/AccessRules/Policy/PolicySet+Terms.swift")
        let property = terms.matches(of: /public var (\w+): [\w<>]+ \{ words?\(\.(\w+)\)/).first {
            $0.output.2 == key.name
        }
        let names = [property.map { "." + $0.output.1 }, key.type].compactMap(\.self)
        let files = HouseTests.sources.filter {
            !$0.file.hasPrefix("AccessRules/Policy/") && !$0.file.hasPrefix("dmp/")
        }.map { Self.code($0.lines) }.filter { text in names.contains { text.contains($0) } }
        // Who asks a function that takes such a word reads it as well.
        let callers = files.flatMap { text in
            text.matches(of: /func (\w+)\(_ \w+: (\w+)/).filter { $0.output.2 == key.type }.map {
                String($0.output.1) + "("
            }
        }
        let calls = HouseTests.sources.flatMap(\.lines).filter { line in callers.contains { line.contains($0) } }
        let switches = try RuleRegister.text("Sources/AccessRules/Policy/Switches.swift").split(separator: "\n")
        return (files + [Self.code(calls), Self.code(switches.filter { $0.contains("(.\(key.name),") })])
            .joined(separator: "\n")
    }

    private static func code(_ lines: [Substring]) -> String {
        lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    }

    private static func unread(_ key: Key) throws -> Set<String> {
        let code = try Self.code(reading: key)
        // Each of them is asked for, one after the other.
        if code.contains("has(.\(key.name), $0.rawValue)") { return [] }
        return Set(
            key.words.filter { name, word in
                !code.contains("has(.\(key.name), \"\(word)\")") && !code.names(name)
            }.map(\.word)
        )
    }

    @Test func everyWordIsReadOrListed() throws {
        let keys = try Self.wordKeys()
        #expect(keys.count == 11 && keys.allSatisfy { $0.words.count > 1 }, "\(keys.map(\.key))")
        let listed = try RuleRegister().idleWords
        for key in keys {
            let unread = try Self.unread(key)
            let idle = Set(listed.filter { $0.key == key.key }.map(\.word))
            #expect(idle.isSubset(of: unread), "\(key.key): \(idle.subtracting(unread)) is read")
            // Of a key with one word, the last stands where none of the others does.
            let rest = unread.subtracting(idle)
            #expect(rest.count <= (key.isSingle ? 1 : 0), "\(key.key): \(rest.sorted()) is read by no code")
        }
        let known = Set(keys.flatMap { key in key.words.map { "\(key.key) \($0.word)" } })
        for (key, word, reason) in listed {
            #expect(known.contains("\(key) \(word)") && reason.contains(" "), "\(key) \(word)")
        }
    }

    /// Where such a word is declared it says so, and the checker of sets warns of the same ones.
    @Test func theDeclarationAndTheCheckerKnowTheSameWords() throws {
        let listed = Set(try RuleRegister().idleWords.map { "\($0.key) \($0.word)" })
        let checker = try RuleRegister.text("Sources/AccessRules/Policy/PolicyKey+Era.swift")
        var warned: Set<String> = []
        for key in try Self.wordKeys() {
            let named = checker.matches(of: /case \.(\w+): \[((?:\w+\.\w+\.rawValue,? ?)+)\]/).first {
                $0.output.1 == key.name
            }
            let cases = named.map { $0.output.2.matches(of: /\.(\w+)\.rawValue/).map { String($0.output.1) } } ?? []
            for (name, word) in key.words {
                if cases.contains(name) { warned.insert("\(key.key) \(word)") }
            }
        }
        #expect(warned == listed)
        // The cases whose declaration says so bear the names of the words.
        let declared = try ["Access", "Opening", "SignIn"].flatMap { file in
            try RuleRegister.text("Sources/AccessRules/Policy/Values/\(file)Words.swift")
                .matches(of: /Changes nothing: [^\n]+\n +case (\w+)/).map { String($0.output.1) }
        }
        #expect(declared.sorted() == listed.compactMap { $0.split(separator: " ").last.map(String.init) }.sorted())
    }
}

extension String {
    /// Whether a case stands here as a whole word.
    fileprivate func names(_ name: String) -> Bool {
        ranges(of: "." + name).contains { range in
            guard range.upperBound < endIndex else { return true }
            let next = self[range.upperBound]
            return !(next.isLetter || next.isNumber || next == "_" || next == "(")
        }
    }
}
