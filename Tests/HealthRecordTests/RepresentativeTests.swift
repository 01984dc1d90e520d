import Foundation
import HealthRecord
import Testing

/// Mandates and what files of before them read as.
@Suite struct RepresentativeTests {
    private let now = Instant(milliseconds: 1_775_000_000_000)

    private func one(
        _ kind: RepresentativeKind,
        _ standing: MandateStanding,
        until: Instant? = nil
    ) throws -> Representative {
        Representative(
            id: UniqueID(random: (1, 2)),
            name: PersonName(family: "Essai", given: "Claude"),
            birthDate: try #require(CalendarDate(year: 1970, month: 5, day: 1)),
            ins: INS(try #require(NIR(body: "1700521231001")), root: .test),
            kind: kind,
            since: now,
            until: until,
            standing: standing
        )
    }

    @Test func aMandateHoldsFromItsStartToItsTermWhileItStands() throws {
        let end = now.advanced(bySeconds: 10)
        #expect(try one(.carer, .active, until: end).isActive(at: now))
        #expect(try !one(.carer, .active, until: end).isActive(at: end))
        #expect(try !one(.carer, .active, until: end).isActive(at: now.advanced(bySeconds: -1)))
        #expect(try !one(.carer, .ended(at: now, reason: .byHolder), until: end).isActive(at: now))
        #expect(try !one(.carer, .invited(until: end), until: end).isActive(at: now))
        #expect(try one(.carer, .invited(until: end)).isStanding(at: now))
        #expect(try !one(.carer, .invited(until: end)).isStanding(at: end))
        #expect(try !one(.carer, .refused(at: now)).isStanding(at: now))
    }

    @Test func assistanceGivesNoCapacityAndOnlyMinorsRepresentativesEndAtMajority() {
        let capacities = RepresentativeKind.allCases.map(\.capacity)
        #expect(capacities == [.legalRepresentative, .legalRepresentative, .guardian, nil, .carer])
        #expect(RepresentativeKind.allCases.filter(\.endsAtMajority) == [.parent, .guardian])
    }

    @Test func aPolicyOfBeforeThemHasNoneAndReadsBack() throws {
        var policy = RecordPolicy(
            policySet: "mes2026",
            state: .open(internet: .active),
            birthDate: try #require(CalendarDate(year: 1970, month: 5, day: 1))
        )
        var object = try #require(
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(policy)) as? [String: Any]
        )
        for key in ["representatives", "careTeams", "refusesHeirs"] { object[key] = nil }
        let old = try JSONSerialization.data(withJSONObject: object)
        #expect(try JSONDecoder().decode(RecordPolicy.self, from: old) == policy)
        policy.representatives = [try one(.parent, .active)]
        policy.refusesHeirs = true
        #expect(try JSONDecoder().decode(RecordPolicy.self, from: JSONEncoder().encode(policy)) == policy)
    }
}
