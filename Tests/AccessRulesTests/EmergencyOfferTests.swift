import HealthRecord
import Testing

@testable import AccessRules

/// What a set offers a holder to decide of emergencies, and what it makes of a block and of a treating physician (§ 3.4, C3, C4, C18).
@Suite struct EmergencyOfferTests {
    struct Expected: CustomTestStringConvertible {
        let set: String
        let choices: Set<EmergencyChoice>
        let despiteBlock: Set<EmergencyChoice>
        let treatingSeesMasked: Bool
        let treatingReadsTraces: Bool

        var testDescription: String { self.set }
    }

    static let table = [
        Expected(
            set: "era2007",
            choices: [],
            despiteBlock: [],
            treatingSeesMasked: false,
            treatingReadsTraces: false
        ),
        Expected(
            set: "era2011",
            choices: [.breakGlass, .regulation],
            despiteBlock: [.regulation],
            treatingSeesMasked: true,
            treatingReadsTraces: false
        ),
        Expected(
            set: "era2016",
            choices: [.breakGlass, .regulation],
            despiteBlock: [.regulation],
            treatingSeesMasked: true,
            treatingReadsTraces: true
        ),
        Expected(
            set: "era2019",
            choices: [.breakGlass, .regulation],
            despiteBlock: [.regulation],
            treatingSeesMasked: true,
            treatingReadsTraces: true
        ),
        Expected(
            set: "mes2022",
            choices: [.breakGlass, .regulation, .masked],
            despiteBlock: [.regulation],
            treatingSeesMasked: true,
            treatingReadsTraces: true
        ),
        Expected(
            set: "mes2026",
            choices: [.breakGlass, .regulation, .masked],
            despiteBlock: [.regulation],
            treatingSeesMasked: true,
            treatingReadsTraces: true
        ),
    ]

    @Test(arguments: table) func eachSetOffersWhatItsKeysSay(expected: Expected) throws {
        let set = try #require(House.book?.policySets[expected.set])
        #expect(set.emergencyChoices == expected.choices)
        #expect(set.emergenciesDespiteBlock == expected.despiteBlock)
        #expect(set.treatingSeesMasked == expected.treatingSeesMasked)
        #expect(set.treatingReadsTraces == expected.treatingReadsTraces)
    }

    /// Each key by itself, turned in the set of today.
    @Test func eachKeyDecidesItsOwnPart() throws {
        func turned(_ key: PolicyKey, to value: Bool) throws -> PolicySet {
            try #require(try House.turned(key, to: value).policySets["mes2026"])
        }
        let noGlass = try turned(.emergencyBreakGlass, to: false)
        #expect(noGlass.emergencyChoices == [.regulation, .masked] && noGlass.emergenciesDespiteBlock == [.regulation])
        let noCentre = try turned(.emergencyRegulation, to: false)
        #expect(noCentre.emergencyChoices == [.breakGlass, .masked] && noCentre.emergenciesDespiteBlock == [])
        #expect(try turned(.emergencyMasked, to: false).emergencyChoices == [.breakGlass, .regulation])
        let weakBlock = try turned(.blockDefeatsBreakGlass, to: false)
        #expect(weakBlock.emergenciesDespiteBlock == [.breakGlass, .regulation])
        #expect(try turned(.blockDefeatsRegulation, to: true).emergenciesDespiteBlock == [])
        let weakWithoutGlass = try House.edited { text in
            [PolicyKey.emergencyBreakGlass, .blockDefeatsBreakGlass].reduce(text) {
                $0.replacing(
                    "\"\($1.rawValue)\": {\n      \"value\": true",
                    with: "\"\($1.rawValue)\": {\n      \"value\": false"
                )
            }
        }
        #expect(weakWithoutGlass.policySets["mes2026"]?.emergenciesDespiteBlock == [.regulation])
    }

    /// A wish that decides nothing is named, where it differs from what was wished before, and only there.
    @Test(arguments: EmergencyChoice.allCases) func aWishThatIsNotOfferedIsNamed(choice: EmergencyChoice) throws {
        let none = try #require(House.book?.policySets["era2007"])
        let all = try #require(House.book?.policySets["mes2026"])
        let before = EmergencyWishes()
        var after = before
        after[choice].toggle()
        #expect(after[choice] != before[choice])
        for other in EmergencyChoice.allCases where other != choice { #expect(after[other] == before[other]) }
        #expect(none.notOffered(from: before, to: after) == choice)
        #expect(none.notOffered(from: after, to: after) == nil)
        #expect(all.notOffered(from: before, to: after) == nil)
        #expect(Set(EmergencyChoice.allCases.map(\.key)).count == 3 && choice.key.rawValue.hasPrefix("emergency."))
    }
}
