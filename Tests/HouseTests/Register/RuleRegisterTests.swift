import Foundation
import Testing

/// *Each rule of the reference has a test that cites it* (issue 3): the register says which, and these tests that it is so.
@Suite struct RuleRegisterTests {
    /// Sections of the reference that say what a server such as this must do.
    private static let sections = [
        "§ 1.1", "§ 1.2", "§ 2", "§ 2.1", "§ 2.2", "§ 3.1", "§ 3.2", "§ 3.3", "§ 3.4", "§ 3.5", "§ 3.6", "§ 3.7",
        "§ 3.8", "§ 4",
        "§ 5", "§ 6", "§ 7.1", "§ 7.2", "§ 7.3", "§ 7.4", "§ 10", "Interop § 2", "Interop § 3", "Pages § 7.1",
        "Pages § 7.2",
    ]

    @Test func everyLineSaysItsRuleAndEitherItsTestOrTheReason() throws {
        let lines = try RuleRegister().lines
        #expect(Set(lines.map(\.id)).count == lines.count)
        #expect(Set(lines.map(\.section)) == Set(Self.sections))
        for line in lines {
            #expect(
                line.state != nil && !line.rule.isEmpty && !line.source.isEmpty && !line.shown.isEmpty,
                "\(line.id)"
            )
            // A reason is a sentence, a test is a path.
            let isPath = line.shown.wholeMatch(of: /[\w\/+ ]+/) != nil && line.shown.contains("/")
            #expect(isPath == (line.state == .held), "\(line.id)")
        }
    }

    @Test func everyHeldRuleHasATestThatCitesIt() throws {
        let index = try TestIndex()
        for line in try RuleRegister().lines {
            for test in line.tests {
                guard let words = index.words(of: test) else {
                    Issue.record("\(line.id): there is no test \(test)")
                    continue
                }
                let isCited = line.citations.contains { words.cites($0) }
                #expect(isCited, "\(line.id): \(test) cites none of \(line.citations)")
            }
        }
    }

    @Test func everyRuleThatATraceCanNameIsInTheRegister() throws {
        let register = try RuleRegister()
        let rules = try Self.cases("Sources/AccessRules/Decision/RuleID.swift")
        let keys = try Self.cases("Sources/AccessRules/Policy/PolicyKey.swift")
        #expect(rules.count > 70 && keys.count > 60)
        let named = Set(register.lines.flatMap(\.names))
        let described = Set(register.eraKeys.map(\.key))
        #expect(Set(rules).subtracting(named) == [], "rules of traces without a line")
        #expect(Set(keys).subtracting(named).subtracting(described) == [], "keys of sets without a line")
        #expect(named.union(described).subtracting(rules + keys) == [], "names that the sources do not know")
        for (key, reason) in register.eraKeys { #expect(reason.contains(" "), "\(key) without a reason") }
    }

    /// What an auditor reads; `RECORD_GOLDEN=1` writes it anew.
    @Test func thePageForAuditorsIsThatOfTheRegister() throws {
        let page = try RuleRegister().page
        let path = "docs/rules-register.md"
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(page.utf8).write(to: RuleRegister.root.appendingPathComponent(path))
        }
        #expect(try RuleRegister.text(path) == page, "write it anew with RECORD_GOLDEN=1")
    }

    /// A citation is a whole one, and the reference's own.
    @Test(arguments: [
        ("by § 3.4: told", "§ 3.4", true), ("by §3.4.", "§ 3.4", true), ("by § 3.41", "§ 3.4", false),
        ("§ 3.4", "§ 3", false),
        ("Security design § 5.", "§ 5", false), ("Design § 4; § 4", "§ 4", true), ("L1111-17 I", "L1111-17", true),
        ("L1111-17", "L1111-1", false), ("C12", "C1", false), ("R1111-28.", "R1111-28", true),
    ])
    func citationsAreWhole(text: String, citation: String, isCited: Bool) {
        #expect(text.cites(citation) == isCited)
    }

    /// The words behind the cases of an enumeration.
    private static func cases(_ path: String) throws -> [String] {
        try RuleRegister.text(path).matches(of: /case \w+ = "([\w.]+)"/).map { String($0.output.1) }
    }
}
