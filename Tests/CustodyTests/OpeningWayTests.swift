import AccessRules
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
        let custodian = try house.open(rules: try .bundled()) { $0.policySet = set }
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

    /// C1: by two posted codes in 2007, and in the set of today, which names them beside the law's own way; nowhere else.
    @Test(
        arguments: [
            ("era2007", true), ("era2011", false), ("era2016", false), ("era2019", false), ("mes2022", false),
            ("mes2026", true),
        ]
    )
    func lettersOpenARecordOnlyWhereTheSetKnowsThem(set: String, letters: Bool) async throws {
        let house = try House()
        let custodian = try house.open(rules: try .bundled()) { $0.policySet = set }
        let invitation = Invitation(ins: try People.ins(1), traits: try People.traits())
        if letters {
            _ = try await house.person(custodian)
        } else {
            await #expect(throws: CustodyError.conflict("opening.mode")) { try await custodian.invite(invitation) }
            #expect(try await house.news.isEmpty)
        }
        try custodian.close()
    }

    /// C7: whichever way a record opens, it says who keeps it; the deployment's own word goes before the log's name.
    @Test(arguments: [("mes2026", nil), ("era2011", "host.example")])
    func eachRecordSaysWhoKeepsIt(set: String, named: String?) async throws {
        let house = try House()
        let custodian = try house.open(rules: try .bundled()) {
            $0.policySet = set
            if let named { $0.host = HostID(named) }
        }
        let person: Person
        if named == nil {
            person = try await house.person(custodian)
        } else {
            let ins = try People.ins(1)
            let envelope = house.envelope(try People.doctor(), patient: ins)
            let admission = try await custodian.admit(envelope, request: house.requestID(), node: "app")
            let opening = ProfessionalOpening(traits: try People.traits(), consent: true, phone: "+33612345678")
            person = Person(ins: ins, reference: try await custodian.prepareOpening(opening, admission).reference)
            try await custodian.commitOpening(admission)
        }
        let expected = try #require(HostID(named ?? "trace.example"))
        let context = try #require(try await custodian.contextAfterCommit(of: person.record))
        #expect(context.file.host == expected)
        try custodian.close()
    }

    /// C1: a letter that went out before the set changed opens nothing afterwards, nor is it sent again.
    @Test func aLetterOfAnotherTimeOpensNothing() async throws {
        let house = try House()
        let before = try house.open(rules: try .bundled())
        try await before.invite(Invitation(ins: try People.ins(1), traits: try People.traits()))
        let request = try People.request(1, code: try house.lastCode())
        try before.close()
        let after = try house.open(rules: try .bundled()) { $0.policySet = "era2019" }
        await #expect(throws: CustodyError.conflict("opening.mode")) { _ = try await after.prepareOpening(request) }
        await #expect(throws: CustodyError.conflict("opening.mode")) { _ = try await after.commitOpening(request) }
        house.pass(4 * 86_400)
        try await after.orderLetter(ins: request.ins, birthDate: request.birthDate)
        #expect(try await house.news.count == 1)
        // Somebody who has no letter at all hears what everybody hears.
        await #expect(throws: CustodyError.notAccepted) {
            _ = try await after.prepareOpening(try People.request(2, code: "AAAA-AAAA-AA"))
        }
        try after.close()
    }

    /// C1: an invitation may name the set under which the record opens, which the record then carries.
    @Test func aRecordOpensUnderTheSetThatItsInvitationNames() async throws {
        let house = try House()
        let custodian = try house.open(rules: try .bundled()) { $0.policySet = "era2019" }
        try await custodian.invite(
            Invitation(ins: try People.ins(1), traits: try People.traits(), policySet: "era2007")
        )
        let request = try People.request(1, code: try house.lastCode())
        let prepared = try await custodian.prepareOpening(request)
        _ = try await custodian.commitOpening(request)
        let context = try #require(try await custodian.contextAfterCommit(of: prepared.reference.record))
        #expect(context.policy.policySet == "era2007")
        try custodian.close()
    }

    /// C1, CSP R1111-28: a set that no longer opens by itself opens nobody's record who was told so under another.
    @Test func anAnnouncementOfAnotherTimeOpensNothing() async throws {
        let house = try House()
        let before = try house.open(rules: try .bundled())
        try await before.announce(Invitation(ins: try People.ins(1), traits: try People.traits()))
        try before.close()
        house.pass(60 * 86_400)
        let after = try house.open(rules: try .bundled()) { $0.policySet = "era2019" }
        #expect(try await after.timeBrings(limit: 10).tasks.isEmpty)
        #expect(try await after.prepareAnnounced(try after.tag(of: try People.qualified(1))) == nil)
        try after.close()
    }
}
