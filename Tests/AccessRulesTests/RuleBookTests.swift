import FuzzSeeds
import HealthRecord
import StrictJSON
import Testing

@testable import AccessRules

/// Loading: what ships is whole, and anything less does not load.
@Suite struct RuleBookTests {
    @Test func whatShipsLoads() throws {
        let book = try RuleBook.bundled()
        let set = try #require(book.policySets["mes2026"])
        #expect(set.reference == "mes2026@1")
        for key in PolicyKey.allCases {
            let entry = try #require(set[key])
            #expect(!entry.source.text.isEmpty)
        }
        #expect(set[.releaseAfter]?.value == .period(Period("P1M")))
        #expect(set[.majority]?.value == .number(18))
    }

    @Test func rulesHaveStableDistinctNames() {
        #expect(Set(RuleID.allCases.map(\.rawValue)).count == RuleID.allCases.count)
        #expect(RuleID.authorisationValid.rawValue == "authorisation.valid")
    }

    /// What is done to a set, and a word of the error expected.
    @Test(arguments: [
        ("\"version\": 1", "\"version\": 0", "inadmissible"),
        ("\"version\": 1", "\"version\": 1.5", "malformed"),
        ("\"validFrom\"", "\"from\"", "missing"),
        ("\"keys\": {", "\"keys\": { \"a.b\": {},", "unknown"),
        ("\"title\"", "\"more\": 1, \"title\"", "unknown"),
        ("\"mt.seesMasked\"", "\"mt.seesMask\"", "unknown"),
        ("\"value\": \"optOut\"", "\"value\": \"maybe\"", "inadmissible"),
        ("\"value\": \"optOut\"", "\"value\": \"optIn\"", "contradiction"),
        ("\"value\": \"P6W\"", "\"value\": \"six weeks\"", "inadmissible"),
        ("\"value\": \"P6W\"", "\"value\": null", "contradiction"),
        ("\"value\": \"discouraged\"", "\"value\": \"forbidden\"", "contradiction"),
        ("\"value\": 18", "\"value\": 0", "inadmissible"),
        ("\"value\": 18", "\"value\": true", "inadmissible"),
        ("\"date\": \"2022-01-01\"", "\"date\": \"2022-02-30\"", "inadmissible"),
        ("\"source\": \"Code civil 414\"", "\"source\": \"\"", "missing"),
        ("\"id\": \"mes2026\"", "\"id\": \"mes2026\", \"id\": \"x\"", "contradiction"),
        ("\"id\"", "\"\\u006\"", "malformed"),
        ("\"id\"", "\"\\ud83d\"", "malformed"),
        ("\"id\"", "\"\\x69d\"", "malformed"),
    ])
    func refusesASetThatIsNotWhole(before: String, after: String, kind: String) throws {
        #expect {
            _ = try House.edited { text in
                guard let range = text.firstRange(of: before) else { return text }
                return text.replacingCharacters(range, after)
            }
        } throws: { error in
            "\(error)".hasPrefix(kind)
        }
    }

    /// RFC 8259 § 7: an operator's tools write letters as escapes.
    @Test func escapesStandForTheirLetters() throws {
        let book = try House.edited { text in
            guard let range = text.firstRange(of: "\"title\": \"") else { return text }
            return text.replacingCharacters(range, "\"\\u0074itle\": \"\\u00c9t\\u00E9 \\ud83c\\udf3b\\/\\t")
        }
        #expect(book.policySets["mes2026"]?.title.hasPrefix("Été 🌻/\t") == true)
    }

    @Test func aMissingKeyIsNamed() throws {
        var texts = try RuleBook.Texts.bundled()
        let text = String(decoding: try #require(texts.policySets["mes2026.json"]), as: UTF8.self)
        let start = try #require(text.firstRange(of: "\"mt.seesMasked\""))
        let end = try #require(text.firstRange(of: "\"mt.removableByHolder\""))
        texts.policySets["mes2026.json"] = Array((text[..<start.lowerBound] + text[end.lowerBound...]).utf8)
        #expect(throws: RuleBookError.missing(file: "mes2026.json", key: "mt.seesMasked")) { try RuleBook(texts) }
        texts.policySets = [:]
        #expect(throws: RuleBookError.missingFile("policies/*.json")) { try RuleBook(texts) }
    }

    @Test func matricesAreReadStrictly() throws {
        let good = try RuleBook.Texts.bundled()
        func fails(_ edit: (inout RuleBook.Texts) -> Void) -> Bool {
            var texts = good
            edit(&texts)
            return (try? RuleBook(texts)) == nil
        }
        #expect(!fails { _ in })
        #expect(fails { $0.functional.removeLast(90) })
        #expect(fails { $0.functional += ($0.functional.split(separator: "\n").last ?? "") + "\n" })
        #expect(fails { $0.functional = $0.functional.replacing("TD3.3c", with: "TD3.3x") })
        #expect(fails { $0.functional = $0.functional.replacing("maskedIfAllowed", with: "maybe") })
        #expect(fails { $0.functional = $0.functional.replacing("TD0.4,yes", with: "TD0.4,maskedIfAllowed") })
        #expect(fails { $0.reinforced = $0.reinforced.replacing("TD0.4", with: "TD0.2") })
        #expect(fails { $0.portal = $0.portal.replacing("readHistory", with: "readHistories") })
        #expect(fails { $0.portal = $0.portal.replacing("signIn,yes", with: "signIn,structure") })
        #expect(fails { $0.professions = $0.professions.replacing(",verified-rule,", with: ",sure,") })
        #expect(fails { $0.professions = $0.professions.replacing("ASSUR,10,,,0", with: "ASSUR,10,,,1") })
        #expect(fails { $0.professions = $0.professions.replacing("PATIENT", with: "CLIENT") })
        #expect(fails { $0.professions += "COORD,10,,,1,1,assumed,twice\n" })
        #expect(fails { $0.professions += "X,10,,,2,1,assumed,bit\n" })
        #expect(fails { $0.roles = $0.roles.replacing("COORD", with: "CO") })
        #expect(fails { $0.policySets["copy.json"] = $0.policySets["mes2026.json"] })
    }

    @Test(arguments: UInt64(0)..<30)
    func noBytesCrashTheReaders(seed: UInt64) throws {
        var generator = SplitMix64(seed: FuzzSeed.of(seed))
        let good = try RuleBook.Texts.bundled()
        func spoilt(_ bytes: [UInt8]) -> [UInt8] {
            var bytes = bytes
            for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = .random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(Array("{}[]\",\n:\\-0".utf8).randomElement(using: &generator) ?? 0, at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            return bytes
        }
        for _ in 0..<5 {
            let json = spoilt(try #require(good.policySets["mes2026.json"]))
            _ = try? PolicySet(json: json, file: "fuzz")
            let portal = String(decoding: spoilt(Array(good.portal.utf8)), as: UTF8.self)
            _ = try? PortalMatrix(csv: portal, file: "fuzz")
            let functional = String(decoding: spoilt(Array(good.functional.utf8)), as: UTF8.self)
            _ = try? FunctionalMatrix(csv: functional, file: "fuzz")
        }
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        #expect(throws: RuleBookError.self) { try JSONValue(deep, file: "fuzz") }
    }

    @Test(arguments: [
        ("P1M", "2026-01-31", "2026-02-28"), ("P1M", "2024-01-31", "2024-02-29"), ("P1M", "2026-12-15", "2027-01-15"),
        ("P10Y", "2024-02-29", "2034-02-28"), ("P6W", "2026-01-01", "2026-02-12"), ("P14D", "2026-02-20", "2026-03-06"),
        ("P1M", "2026-03-05", "2026-04-05"), ("PT3M", "2026-03-05", "2026-03-05"),
    ])
    func periodsEndOnTheRightDay(period: String, from: String, to: String) throws {
        let day = try #require(CalendarDate(from))
        #expect(try #require(Period(period)).end(from: day) == CalendarDate(to))
    }

    /// On each day, the last start is one whose period has ended, and the day after it is none.
    @Test(arguments: ["P1M", "P2M", "P13M", "P1Y", "P4Y", "P1D", "P45D", "P2W", "PT5M"])
    func theLastStartIsTheLast(period: String) throws {
        let period = try #require(Period(period))
        let first = try #require(CalendarDate("2023-12-25")).daysSinceEpoch
        for offset in 0..<800 {
            let day = CalendarDate(daysSinceEpoch: first + offset)
            let start = period.lastStart(endingBy: day)
            let next = CalendarDate(daysSinceEpoch: start.daysSinceEpoch + 1)
            #expect(period.end(from: start) <= day && period.end(from: next) > day, "\(day.iso8601)")
        }
        let beginning = try #require(CalendarDate("0001-01-01"))
        #expect(period.lastStart(endingBy: beginning) == beginning)
    }

    @Test(arguments: ["", "P", "P1", "1M", "P0D", "P-1D", "PT1H", "P1.5Y", "P10000Y", "PT", "P١M", "P1MM", "X10Y"])
    func refusesPeriodsOfNoForm(text: String) { #expect(Period(text) == nil) }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<String.Index>, _ replacement: String) -> String {
        String(self[..<range.lowerBound]) + replacement + String(self[range.upperBound...])
    }
}
