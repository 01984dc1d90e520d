import AccessRules
import Custody
import HealthRecord
import SampleRecords
import Testing
import Wording

@testable import PortalDoor

/// Pages 8 and 17 of a member of a team of which nobody asked the holder (CSP R1111-46).
@Suite struct TeamReadersTests {
    @Test(arguments: [("mes2022", true), ("mes2026", false)])
    func aMemberWithoutALeaveIsShownAndWhatTheTeamsEndTakesAway(set: String, mayRead: Bool) async throws {
        let (stack, entry) = try await ReadersTests.entry()
        let rules = try RuleBook.bundled()
        let reader = try #require(stack.people.professional("cardiologist"))
        let subject = reader.actor().subject
        var policy = RecordPolicy(
            policySet: set,
            state: .open(internet: .active),
            birthDate: try #require(CalendarDate(year: 1952, month: 4, day: 1))
        )
        let id = UniqueID(random: (1, 1))
        policy.careTeams = [
            DeclaredTeam(
                id: id,
                name: "Équipe du cœur",
                declaredBy: try #require(stack.people.professional("gp")).actor().subject,
                consent: .notAsked,
                members: [subject],
                deemed: [
                    DeemedMember(
                        subject: subject,
                        name: reader.name,
                        profession: reader.profession,
                        structure: reader.workplace.structure,
                        since: PageSamples.now.advanced(bySeconds: -1000),
                        namedBy: subject
                    )
                ],
                since: PageSamples.now.advanced(bySeconds: -1000),
                until: nil
            )
        ]
        let known = KnownProfessional.all(in: policy, events: [], at: PageSamples.now, rules: rules)
        #expect(known.map(\.subject) == (mayRead ? [subject] : []))
        let one = known.first
        #expect(one.map { $0.standing(at: PageSamples.now) } == (mayRead ? .authorised : nil))
        #expect(one?.choices(at: PageSamples.now).contains(.block) == (mayRead ? true : nil))
        let readers = DocumentReaders(entry: entry, policy: policy, known: known, now: PageSamples.now, rules: rules)
        let line = readers.people.first { $0.name == one?.spoken }
        #expect(line.map(\.reason) == (mayRead ? .whyTeam : nil) && line.map(\.mayRead) == (mayRead ? true : nil))
        let effect = PolicyEffect.of(
            from: policy,
            to: HolderWish.endTeam(id).outcome(on: policy, under: rules),
            on: [entry],
            people: known,
            now: PageSamples.now,
            rules: rules
        )
        #expect(effect.loses.map(\.before) == (mayRead ? [1] : []) && effect.loses.allSatisfy { $0.after == 0 })
    }
}
