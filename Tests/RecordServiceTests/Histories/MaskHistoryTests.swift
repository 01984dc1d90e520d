import Custody
import HealthRecord
import SampleRecords
import Testing

/// Masking, then showing again, is the identity at any point of a random life, under every set of rules, whoever does it and by
/// either door (access and life cycle § 3.5; CSP R1111-49).
@Suite struct MaskHistoryTests {
    private static func scene(_ number: Int) async throws -> HistoryScene {
        let (set, life) = RichHistoryTests.scenes[number]
        let scene = try await HistoryScene(seed: UInt64(number + 40), set: set, life: life)
        try await scene.begin()
        return scene
    }

    /// Whoever may mask does so in turn, and everybody's whole answer is what it was.
    @Test(arguments: RichHistoryTests.scenes.indices)
    func showingAgainGivesEverybodyWhatHeHad(number: Int) async throws {
        let scene = try await Self.scene(number)
        var document = try await scene.plainLetter()
        var hands: [HistoryScene.Hand] = []
        for round in 0..<3 {
            var before = try await scene.everything()
            // Of what the portal shows: what nobody there may know, nobody there could show again.
            let seen = before[scene.hands[0].name]?.entries ?? []
            if round > 0 { document = seen.randomElement(using: &scene.random)?.uniqueID ?? document }
            // All of them on the letter that all may mask; then one by chance on whatever the life brought.
            let those = round == 0 ? scene.hands : Array(scene.hands.shuffled(using: &scene.random).prefix(4))
            for hand in those where !Self.isMasked(document, in: before) {
                guard let masked = try await scene.change(document, .mask, by: hand) else { continue }
                let told: Comment = "\(masked.name) masked \(document.text) in round \(round)"
                let meanwhile = try await scene.everything()
                #expect(meanwhile != before, told)
                #expect(try await scene.change(document, .unmask, by: masked, scene.hands) != nil, told)
                let after = try await scene.everything()
                for name in before.keys { #expect(after[name] == before[name], "\(name): \(told)") }
                before = after
                hands.append(masked)
            }
            for _ in 0..<3 { _ = try await scene.step() }
        }
        // A life in which only one side ever masks would prove the half.
        let isPortal = hands.map { if case .portal = $0 { true } else { false } }
        #expect(isPortal.contains(true) && isPortal.contains(false), "\(hands.map(\.name))")
        try await scene.office.close()
    }

    /// Two records live the same life, and in one of them a letter is masked through a part of it: in the end they are the same.
    @Test(arguments: RichHistoryTests.scenes.indices)
    func whateverComesInBetweenIsAsIfNothingHadBeenMasked(number: Int) async throws {
        let (touched, left) = (try await Self.scene(number), try await Self.scene(number))
        let letter = try await touched.plainLetter()
        #expect(try await left.plainLetter() == letter)
        // Nobody tries who would open an emergency in one of the two alone.
        let treating = touched.callers.filter { ["treating", "physicianWithLeave"].contains($0.name) }
        let willing = touched.people.map(HistoryScene.Hand.portal) + treating.map(HistoryScene.Hand.software)
        let hands = number.isMultiple(of: 2) ? willing : willing.reversed()
        let masked = try #require(try await touched.change(letter, .mask, by: hands[0], hands))
        var (spared, same) = ([letter], [letter])
        for _ in 0..<9 {
            let step = try await touched.step(sparing: &spared)
            let beside = try await left.step(sparing: &same)
            #expect(step == beside)
        }
        let last = try #require(spared.last)
        #expect(try await touched.change(last, .unmask, by: masked, touched.hands) != nil)
        let (one, other) = (try await touched.everything(), try await left.everything())
        #expect(one.keys == other.keys)
        for name in one.keys { #expect(one[name]?.lines == other[name]?.lines, "\(name)") }
        try await touched.office.close()
        try await left.office.close()
    }

    private static func isMasked(_ document: OID, in everything: [String: HistoryScene.Answer]) -> Bool {
        everything.values.contains { answer in
            answer.entries.contains { $0.uniqueID == document && $0.visibility.contains(.maskedToProfessionals) }
        }
    }
}
