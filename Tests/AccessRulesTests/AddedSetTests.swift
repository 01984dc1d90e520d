import HealthRecord
import Testing

@testable import AccessRules

/// A set that an operator adds: read as strictly as those that ship.
@Suite struct AddedSetTests {
    private func text(_ edits: [(String, String)]) throws -> [UInt8] {
        let bytes = try #require(try RuleBook.Texts.bundled().policySets["mes2026.json"])
        var text = String(decoding: bytes, as: UTF8.self)
        for (before, after) in [("\"id\": \"mes2026\"", "\"id\": \"house\"")] + edits {
            let range = try #require(text.firstRange(of: before), "\(before)")
            text.replaceSubrange(range, with: after)
        }
        return Array(text.utf8)
    }

    private func load(_ edits: [(String, String)]) throws -> RuleBook {
        try RuleBook.bundled(adding: ["house.json": try text(edits)])
    }

    @Test func anAddedSetDecides() throws {
        let book = try load([
            ("\"emergency.btg\": {\n      \"value\": true", "\"emergency.btg\": {\n      \"value\": false")
        ])
        var policy = try House.policy()
        let actor = Subject.care(try House.care())
        let glass = AccessMode.breakGlass(reason: "Coma")
        let document = Resource.document(House.document())
        #expect(try House.ask(actor, .read, document, policy, mode: glass, book: book).isPermitted)
        policy.policySet = "house"
        #expect(try House.ask(actor, .read, document, policy, mode: glass, book: book).rule == .modeOff)
    }

    @Test func theLatestVersionRulesAndTheFormerStaysReadable() throws {
        let book = try RuleBook.bundled(adding: [
            "a.json": try text([("\"version\": 1", "\"version\": 2")]), "b.json": try text([]),
        ])
        #expect(book.policySets["house"]?.version == 2)
        #expect(book.policySet(reference: "house@1") != nil && book.policySet(reference: "house@2") != nil)
        #expect(book.allPolicySets.count == 8)
    }

    @Test func namesDoNotCollide() throws {
        let copy = try #require(try RuleBook.Texts.bundled().policySets["mes2026.json"])
        #expect(
            throws: RuleBookError.contradiction(file: "x", key: "mes2026", reason: "a set that ships has this name")
        ) { try RuleBook.bundled(adding: ["x": copy]) }
        #expect(
            throws: RuleBookError.contradiction(
                file: "b",
                key: "house@1",
                reason: "another file has this set and version"
            )
        ) { try RuleBook.bundled(adding: ["a": try text([]), "b": try text([])]) }
    }

    /// What has no effect is told, and what has one is not.
    @Test func aChoiceWithoutEffectIsNamed() throws {
        let shipped = try RuleBook.bundled().allPolicySets
        let tenancy = (
            "\"hosting.tenancy\": {\n      \"value\": \"single\"",
            "\"hosting.tenancy\": {\n      \"value\": \"perHolder\""
        )
        let majority = ("\"value\": 18", "\"value\": 17")
        let set = try #require(try load([tenancy, majority]).policySets["house"])
        let idle = set.idleChoices(beside: shipped)
        #expect(idle.map(\.key) == [.tenancy])
        #expect(idle.map(\.value.text) == ["perHolder"] && idle.map(\.shipped.text) == ["single"])
        let same = try #require(try load([majority]).policySets["house"])
        #expect(same.idleChoices(beside: shipped).isEmpty && set.idleChoices(beside: []).isEmpty)
        for own in shipped { #expect(own.idleChoices(beside: shipped).isEmpty, "\(own.id)") }
    }

    /// A word that no code reads is told wherever a set names it (C1).
    @Test func aWordWithoutEffectIsNamed() throws {
        func words(_ edits: [(String, String)]) throws -> [String] {
            let set = try #require(try load(edits).policySets["house"])
            return set.idleWords.map { "\($0.key.rawValue) \($0.word)" }
        }
        #expect(try words([]) == ["otp.email discouraged"])
        let allowed = ("\"value\": \"discouraged\"", "\"value\": \"allowed\"")
        #expect(try words([allowed]).isEmpty)
        #expect(
            try words([allowed, ("\"automatic\",", "\"automatic\", \"selfOnline\",")]) == ["opening.mode selfOnline"]
        )
        let shipped = try RuleBook.bundled().allPolicySets.filter { !$0.idleWords.isEmpty }
        #expect(shipped.map(\.id) == ["era2016", "era2019", "mes2026"])
    }

    /// Each fault, the key named, and a word of the error (§ 10).
    @Test(arguments: [
        ("\"mt.several\": {", "\"mt.some\": {", "mt.some", "unknown"),
        ("\"provenance\"", "\"provence\"", "opening.mode.provenance", "missing"),
        ("\"provenance\": \"design\"", "\"provenance\": \"rumour\"", "opening.mode.provenance", "inadmissible"),
        ("\"id\": \"house\"", "\"id\": \"house@9\"", "id", "inadmissible"),
        ("\"id\": \"house\"", "\"id\": \"\"", "id", "inadmissible"),
        ("\"value\": \"procedure\"", "\"value\": true", "host.physicianAccess", "inadmissible"),
        ("\"value\": 3", "\"value\": \"3\"", "carer.maximum", "inadmissible"),
        ("\"value\": 3", "\"value\": 21", "carer.maximum", "inadmissible"),
        ("\"value\": 3", "\"value\": 0", "carer.maximum", "contradiction"),
        ("\"value\": 5", "\"value\": 0", "carer.maximum", "contradiction"),
        ("\"value\": \"PT240M\"", "\"value\": null", "emergency.timeBox", "contradiction"),
        ("\"value\": \"PT5M\"", "\"value\": null", "otp.ttl", "contradiction"),
        ("\"value\": \"PT5M\"", "\"value\": \"PT2M\"", "otp.ttl", "contradiction"),
        ("\"value\": \"PT5M\"", "\"value\": \"PT11M\"", "otp.ttl", "contradiction"),
        ("\"value\": \"PT5M\"", "\"value\": \"P5D\"", "otp.ttl", "contradiction"),
        ("\"value\": \"P2W\"", "\"value\": \"P1M\"", "hidden.releaseAfter", "contradiction"),
        ("\"value\": \"P2W\"", "\"value\": null", "hidden.releaseAfter", "contradiction"),
        ("\"value\": \"P10Y\"", "\"value\": null", "retention.closed", "contradiction"),
        ("\"value\": \"P3M\"", "\"value\": null", "retention.closed", "contradiction"),
        ("\"value\": 18", "\"value\": 40", "majority.age", "inadmissible"),
        ("\"holder\",\n        \"treating", "\"treating", "trace.readers", "contradiction"),
    ])
    func eachFaultNamesItsKeyAndARemedy(before: String, after: String, key: String, kind: String) throws {
        #expect {
            _ = try load([(before, after)])
        } throws: { error in
            guard let error = error as? RuleBookError else { return false }
            return error.key == key && "\(error)".hasPrefix(kind) && error.file == "house.json"
                && !error.remedy.isEmpty && "\(error)".contains(error.remedy)
        }
    }

    /// At the border: one carer is enough, a code may hold three minutes or ten, and a minor is younger than an adult.
    @Test func whatJustHoldsTogether() throws {
        for edits in [
            [("\"value\": 3", "\"value\": 1")], [("\"value\": 5", "\"value\": 1")],
            [("\"value\": \"PT5M\"", "\"value\": \"PT3M\"")], [("\"value\": \"PT5M\"", "\"value\": \"PT10M\"")],
        ] {
            #expect(try load(edits).policySets["house"] != nil)
        }
        func secret(from age: Int) throws -> RuleBook {
            try House.edited {
                $0.replacing(
                    "\"minor.secretMinimumAge\": {\n      \"value\": 0",
                    with: "\"minor.secretMinimumAge\": {\n      \"value\": \(age)"
                )
                .replacing("\"value\": 18", with: "\"value\": 16")
            }
        }
        #expect(try secret(from: 15).policySets["mes2026"] != nil)
        #expect(
            throws: RuleBookError.contradiction(
                file: "mes2026.json",
                key: "minor.secretMinimumAge",
                reason: "no minor is as old as that"
            )
        ) { try secret(from: 16) }
    }

    /// A list of words has at least one, each once, each known.
    @Test(arguments: [("[]", "[]"), ("[\"sms\", \"pigeon\"]", "pigeon"), ("[\"sms\", \"sms\"]", "sms")])
    func listsOfWordsAreChecked(list: String, value: String) throws {
        #expect {
            _ = try House.edited { text in
                guard let start = text.firstRange(of: "\"otp.channels\": {\n      \"value\": ")?.upperBound,
                    let end = text[start...].firstIndex(of: "]")
                else { return text }
                return String(text[..<start]) + list + String(text[text.index(after: end)...])
            }
        } throws: { error in
            guard case .inadmissible("mes2026.json", "otp.channels", let said)? = error as? RuleBookError else {
                return false
            }
            return said.contains(value)
        }
    }

    @Test func aNameMayHaveCapitals() throws {
        let book = try load([("\"id\": \"house\"", "\"id\": \"House-2.Z\"")])
        #expect(book.policySets["House-2.Z"] != nil)
    }

    /// Flags that contradict others when turned from what mes2026 says.
    @Test(arguments: [
        (PolicyKey.treatingImplicitLeave, false, PolicyKey.treatingSeesMasked),
        (.occupationalFeeds, false, .occupationalFeeds),
        (.consentTeam, false, .consentInitial), (.holderFiles, false, .directives),
    ])
    func flagsThatContradict(key: PolicyKey, value: Bool, named: PolicyKey) throws {
        #expect {
            _ = try load([
                (
                    "\"\(key.rawValue)\": {\n      \"value\": \(!value)",
                    "\"\(key.rawValue)\": {\n      \"value\": \(value)"
                )
            ])
        } throws: { ($0 as? RuleBookError)?.key == named.rawValue && "\($0)".hasPrefix("contradiction") }
    }

    @Test func moreThatContradicts() throws {
        func key(_ set: String, _ before: String, _ after: String) throws -> String? {
            do {
                _ = try House.edited(set) { $0.replacing(before, with: after) }
                return nil
            } catch let error as RuleBookError { return error.key }
        }
        // Nothing to object to, nothing opens by itself, nothing to open masked documents in, no such minor.
        #expect(
            try key(
                "era2007",
                "\"opening.objectionDelay\": {\n      \"value\": null",
                "\"opening.objectionDelay\": {\n      \"value\": \"P6W\""
            ) == "opening.objectionDelay"
        )
        #expect(try key("era2007", "\"postedCodes\"", "\"automatic\"") == "opening.mode")
        for name in ["emergency.masked", "emergency.agreedByDefault"] {
            #expect(
                try key("era2007", "\"\(name)\": {\n      \"value\": false", "\"\(name)\": {\n      \"value\": true")
                    == name
            )
        }
        #expect(try key("mes2026", "\"value\": 18", "\"value\": 1").map { $0 == "minor.secretMinimumAge" } != true)
        #expect(
            try key(
                "mes2026",
                "\"minor.secretMinimumAge\": {\n      \"value\": 0",
                "\"minor.secretMinimumAge\": {\n      \"value\": 17"
            ) == nil
        )
        #expect(
            try House.edited("era2007") { $0.replacing("\"value\": \"false\"", with: "\"value\": false") } as RuleBook?
                != nil
        )
    }
}
