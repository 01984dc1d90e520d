import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// A record opens with the wishes for emergencies that its set makes true, and with no other (§ 3.4; C4).
@Suite struct OpeningWishTests {
    /// What is offered is taken as it is said; of the rest, an objection or a lifted mask is refused by its key.
    @Test(arguments: ["era2007", "era2011", "era2016", "era2019", "mes2022", "mes2026"])
    func onlyWhatTheSetOffersIsSaidAtAnOpening(set: String) async throws {
        let house = try House()
        let custodian = try house.open(rules: try .bundled())
        let modes: Set<EmergencyChoice> = set == "era2007" ? [] : [.breakGlass, .regulation]
        let offered = ["mes2022", "mes2026"].contains(set) ? modes.union([.masked]) : modes
        let silence = custodian.silentWishes(under: set)
        for choice in EmergencyChoice.allCases {
            for isOpen in [true, false] {
                var said = EmergencyWishes()
                said[choice] = isOpen
                let stated = StatedWishes(said, about: [choice])
                #expect(stated[choice] == isOpen)
                guard offered.contains(choice) || isOpen == (choice != .masked) else {
                    #expect(throws: CustodyError.conflict(choice.key.rawValue), "\(set) \(choice)") {
                        try custodian.wishes(stated, over: silence, under: set)
                    }
                    continue
                }
                var expected = silence
                expected[choice] = isOpen
                let taken = try custodian.wishes(stated, over: silence, under: set)
                #expect(taken == expected, "\(set) \(choice)")
            }
        }
        #expect(try custodian.wishes(StatedWishes(), over: silence, under: set) == silence)
        try custodian.close()
    }

    private func request(_ code: String, _ wishes: StatedWishes) throws -> OpeningRequest {
        let other = try People.request(1, code: code)
        return OpeningRequest(
            ins: other.ins,
            code: code,
            birthDate: other.birthDate,
            secret: other.secret,
            phone: other.phone,
            email: other.email,
            stating: wishes
        )
    }

    /// A letter belongs to the set that its invitation names: its wishes are held to that one, and the letter is not used up.
    @Test func aLetterIsHeldToTheSetOfItsRecord() async throws {
        let house = try House()
        let custodian = try house.open(rules: try .bundled())
        try await custodian.invite(
            Invitation(ins: try People.ins(1), traits: try People.traits(), policySet: "era2007")
        )
        let code = try house.lastCode()
        let masked = try request(code, StatedWishes(opensMaskedDocuments: true))
        await #expect(throws: CustodyError.conflict("emergency.masked")) {
            _ = try await custodian.prepareOpening(masked)
        }
        let glass = try request(code, StatedWishes(refusesBreakGlass: true))
        await #expect(throws: CustodyError.conflict("emergency.btg")) {
            _ = try await custodian.prepareOpening(glass)
        }
        // Who has no letter hears nothing of the set.
        let wrong = try request("AAAA-AAAA-AA", StatedWishes(opensMaskedDocuments: true))
        await #expect(throws: CustodyError.notAccepted) { _ = try await custodian.prepareOpening(wrong) }
        let silent = try request(code, StatedWishes())
        let prepared = try await custodian.prepareOpening(silent)
        _ = try await custodian.commitOpening(silent)
        let context = try #require(try await custodian.contextAfterCommit(of: prepared.reference.record))
        #expect(context.policy.emergency == custodian.silentWishes(under: "era2007"))
        #expect(context.policy.emergency.refusesBreakGlass && context.policy.emergency.refusesRegulation)
        try custodian.close()
    }

    /// The first access to a record that opened by itself is held to the record's set, and what was not said stays.
    @Test func aFirstAccessIsHeldToTheSetOfTheRecord() async throws {
        let house = try House()
        let rules = try House.rules(["emergency.masked": false, "emergency.agreedByDefault": false])
        let custodian = try house.open(rules: rules) { $0.policySet = "essai" }
        try await custodian.announce(Invitation(ins: try People.ins(1), traits: try People.traits()))
        house.pass(60 * 86_400)
        let tag = try custodian.tag(of: try People.qualified(1))
        _ = try #require(try await custodian.prepareAnnounced(tag))
        try await custodian.commitAnnounced(tag)
        let code = try house.lastCode()
        let masked = try request(code, StatedWishes(opensMaskedDocuments: true))
        await #expect(throws: CustodyError.conflict("emergency.masked")) {
            _ = try await custodian.beginFirstAccess(masked)
        }
        let said = try request(code, StatedWishes(refusesBreakGlass: false))
        try await house.activateOpened(custodian, said)
        let record = try await custodian.record(of: try People.qualified(1))
        let policy = try #require(try await custodian.contextAfterCommit(of: record)).policy
        #expect(policy.emergency == EmergencyWishes(refusesBreakGlass: false, refusesRegulation: true))
        try custodian.close()
    }

    /// TD1.1: what the message says is held to the set, and what it does not say is the set's.
    @Test func aProfessionalsOpeningIsHeldToItsSet() async throws {
        let house = try House()
        let custodian = try house.open(rules: try .bundled()) { $0.policySet = "era2019" }
        let envelope = house.envelope(try People.doctor(), patient: try People.ins(1))
        let admission = try await custodian.admit(envelope, request: house.requestID(), node: "app")
        let refused = ProfessionalOpening(
            traits: try People.traits(),
            consent: true,
            emergency: StatedWishes(opensMaskedDocuments: true),
            phone: "+33612345678"
        )
        await #expect(throws: CustodyError.conflict("emergency.masked")) {
            _ = try await custodian.prepareOpening(refused, admission)
        }
        let again = house.envelope(try People.doctor(), patient: try People.ins(1))
        let second = try await custodian.admit(again, request: house.requestID(), node: "app")
        let opening = ProfessionalOpening(
            traits: try People.traits(),
            consent: true,
            emergency: StatedWishes(refusesRegulation: true),
            phone: "+33612345678"
        )
        let prepared = try await custodian.prepareOpening(opening, second)
        try await custodian.commitOpening(second)
        let context = try #require(try await custodian.contextAfterCommit(of: prepared.reference.record))
        #expect(context.policy.emergency == EmergencyWishes(refusesRegulation: true))
        try custodian.close()
    }
}
