import HealthRecord
import Testing

@testable import Custody

/// Who opens a record is the set's to say (§ 4; C1).
@Suite struct OpeningWayTests {
    /// C1: a professional, or silence after an announcement; closed where the set does not name the way.
    @Test(
        arguments: [
            ("era2007", false, false), ("era2011", true, false), ("era2016", true, false), ("era2019", true, false),
            ("mes2022", false, true), ("mes2026", false, true),
        ]
    )
    func aWayThatTheSetDoesNotNameIsClosed(set: String, professional: Bool, automatic: Bool) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = set }
        let envelope = house.envelope(try People.doctor(), patient: try People.ins(1))
        let admission = try await custodian.admit(envelope, request: house.requestID(), node: "app")
        let opening = ProfessionalOpening(traits: try People.traits(), consent: true, phone: "+33612345678")
        if professional {
            _ = try await custodian.prepareOpening(opening, admission)
        } else {
            await #expect(throws: CustodyError.self) { try await custodian.prepareOpening(opening, admission) }
        }
        let invitation = Invitation(ins: try People.ins(2), traits: try People.traits())
        if automatic {
            try await custodian.announce(invitation)
        } else {
            await #expect(throws: CustodyError.conflict("opening.mode")) { try await custodian.announce(invitation) }
        }
        let letters = house.notices.count { if case .openingAnnounced = $0.notice { true } else { false } }
        #expect(letters == (automatic ? 1 : 0))
        try custodian.close()
    }
}
