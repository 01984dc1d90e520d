import HealthRecord
import Testing

@testable import Custody

/// TD0.10 (interop § 2.1 and § 2.14, access and life cycle § 2.2, PDT-INF-606): a verified assertion opens one record on the
/// professionals' site, once, for a short time, and never wider than it was.
@Suite struct OneTimeEntryTests {
    /// Somebody whom a structure has authenticated.
    private static func inside(
        _ number: Int = 1,
        structure: Int = 1,
        as mode: AuthenticationMode = .reinforcedIndirect
    ) throws -> CareActor {
        let card = try People.doctor(number, structure: structure)
        return CareActor(
            person: card.person,
            name: card.name,
            profession: card.profession,
            structure: card.structure,
            holder: .structure,
            authentication: mode
        )
    }

    private static func grant(
        _ house: House,
        _ custodian: Custodian,
        _ person: Person,
        by actor: CareActor? = nil,
        mode: AccessMode = .normal
    ) async throws -> GrantedEntry {
        let admission = try await house.admit(custodian, try actor ?? inside(), for: person, mode: mode)
        return try await custodian.grantEntry(admission, of: person.reference)
    }

    private static func admit(
        _ house: House,
        _ custodian: Custodian,
        _ token: String,
        patient: INS?,
        mode: AccessMode = .normal,
        isSecret: Bool = false
    ) async throws -> Admission {
        try await custodian.admit(
            .careSession(
                CareSessionEvidence(
                    token: token,
                    peerCertificate: nil,
                    patient: patient,
                    mode: mode,
                    isSecretConnection: isSecret
                )
            ),
            request: house.requestID(),
            node: "app"
        )
    }

    @Test func opensASessionWithoutACardOnce() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let granted = try await Self.grant(house, custodian, person)
        let token = try #require(try custodian.enter(by: granted.token))
        let admission = try await Self.admit(house, custodian, token, patient: person.ins)
        #expect(admission.actor == .care(try Self.inside()) && admission.patient?.ins == person.ins)
        #expect(admission.isCareSession && admission.software == "Logiciel")
        #expect(try custodian.enter(by: granted.token) == nil)
        // What the software was given is no session.
        await #expect(throws: CustodyError.notAdmitted) {
            _ = try await Self.admit(house, custodian, granted.token, patient: person.ins)
        }
    }

    /// Wrong, used, over: one answer.
    @Test func isGoodForItsTimeAlone() async throws {
        let house = try House()
        let custodian = try house.open(edit: { $0.entryLifetime = 60 })
        let person = try await house.person(custodian)
        let inTime = try await Self.grant(house, custodian, person)
        let tooLate = try await Self.grant(house, custodian, person)
        #expect(tooLate.until == house.now.advanced(bySeconds: 60))
        house.pass(59)
        #expect(try custodian.enter(by: inTime.token) != nil)
        house.pass(1)
        #expect(try custodian.enter(by: tooLate.token) == nil)
        #expect(try custodian.enter(by: "wrong") == nil)
    }

    /// Another patient, another mode, secrecy, nobody in particular: none of it was in the assertion.
    @Test func goesNoFurtherThanTheAssertion() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let other = try await house.person(custodian, 2)
        let token = try #require(
            try custodian.enter(by: try await Self.grant(house, custodian, person).token)
        )
        await #expect(throws: CustodyError.notAccepted) {
            _ = try await Self.admit(house, custodian, token, patient: other.ins)
        }
        await #expect(throws: CustodyError.notAccepted) {
            _ = try await Self.admit(house, custodian, token, patient: nil)
        }
        for mode in [AccessMode.breakGlass(reason: "Coma"), .regulation] {
            await #expect(throws: CustodyError.notAccepted) {
                _ = try await Self.admit(house, custodian, token, patient: person.ins, mode: mode)
            }
        }
        await #expect(throws: CustodyError.notAccepted) {
            _ = try await Self.admit(house, custodian, token, patient: person.ins, isSecret: true)
        }
        _ = try await Self.admit(house, custodian, token, patient: person.ins)
    }

    @Test func keepsTheModeOfTheAssertion() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let glass = AccessMode.breakGlass(reason: "Coma")
        let granted = try await Self.grant(house, custodian, person, mode: glass)
        let token = try #require(try custodian.enter(by: granted.token))
        #expect(try await Self.admit(house, custodian, token, patient: person.ins, mode: glass).mode == glass)
        for mode in [AccessMode.normal, .breakGlass(reason: "Chute")] {
            await #expect(throws: CustodyError.notAccepted) {
                _ = try await Self.admit(house, custodian, token, patient: person.ins, mode: mode)
            }
        }
    }

    /// A card opens the site by itself (TD0.9); a structure that knows nobody in person opens nothing; a session is no assertion.
    @Test(arguments: [AuthenticationMode.direct, .indirect])
    func isGivenToTheReinforcedModeAlone(mode: AuthenticationMode) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let actor = mode == .direct ? try People.doctor() : try Self.inside(as: mode)
        await #expect(throws: CustodyError.evidence(.notReinforced)) {
            _ = try await Self.grant(house, custodian, person, by: actor)
        }
        let token = try #require(try custodian.enter(by: try await Self.grant(house, custodian, person).token))
        let web = try await Self.admit(house, custodian, token, patient: person.ins)
        await #expect(throws: CustodyError.evidence(.notReinforced)) {
            _ = try await custodian.grantEntry(web, of: person.reference)
        }
    }

    @Test func anAssertionGrantsOnce() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        for time in 0..<2 {
            let evidence = house.envelope(try Self.inside(), patient: person.ins, assertion: "the same")
            let admission = try await custodian.admit(evidence, request: house.requestID(), node: "app")
            if time == 0 {
                _ = try await custodian.grantEntry(admission, of: person.reference)
            } else {
                await #expect(throws: CustodyError.replayed) {
                    _ = try await custodian.grantEntry(admission, of: person.reference)
                }
            }
        }
    }

    /// EX_AIR-070: that it was given is traced, and everything done by it names the same entry.
    @Test func whatIsDoneByItIsTracedToIt() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let token = try #require(try custodian.enter(by: try await Self.grant(house, custodian, person).token))
        let web = try await Self.admit(house, custodian, token, patient: person.ins)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), web, of: person.reference)
        let events = try await custodian.chain(of: person.record).suffix(2)
        #expect(events.map(\.act) == [.grantEntry, .authorise])
        #expect(events.map(\.means) == [.software, .webSite])
        let entries = events.compactMap { $0.details[TraceEvent.entryKey] }
        #expect(entries.count == 2 && Set(entries).count == 1 && UniqueID(entries[0]) != nil)
    }

    /// What waits is counted by person and structure: software of one place crowds out nothing that another asked for.
    @Test func oneStructureCrowdsOutNoOther() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (here, there) = (try Self.inside(), try Self.inside(structure: 2))
        #expect(here.subject == there.subject && here.structure.id != there.structure.id)
        let first = try await Self.grant(house, custodian, person, by: here)
        house.pass(1)
        var others: [GrantedEntry] = []
        for _ in 0...EntryBook.perActor {
            others.append(try await Self.grant(house, custodian, person, by: there))
            house.pass(1)
        }
        // The eleventh of one place made room by the first of that place.
        #expect(try custodian.enter(by: others[0].token) == nil)
        #expect(try custodian.enter(by: others[1].token) != nil)
        #expect(try custodian.enter(by: first.token) != nil)
        try custodian.close()
    }

    /// The way in is no leave: the rules decide each act (PDT-INF-606).
    @Test func opensNothingThatTheRulesDoNot() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let token = try #require(try custodian.enter(by: try await Self.grant(house, custodian, person).token))
        let tooEarly = try await Self.admit(house, custodian, token, patient: person.ins)
        do {
            _ = try await custodian.list(tooEarly, of: person.reference)
            Issue.record("listed without a leave")
        } catch CustodyError.refused(let refusal) {
            #expect(refusal.rule == "authorisation.missing", "\(refusal.rule)")
        }
        let leave = try await Self.admit(house, custodian, token, patient: person.ins)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), leave, of: person.reference)
        let reading = try await Self.admit(house, custodian, token, patient: person.ins)
        _ = try await custodian.list(reading, of: person.reference)
    }

    @Test func endsWithoutRequestsAndAfterAnHour() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let idle = try #require(try custodian.enter(by: try await Self.grant(house, custodian, person).token))
        house.pass(1800)
        await #expect(throws: CustodyError.notAdmitted) {
            _ = try await Self.admit(house, custodian, idle, patient: person.ins)
        }
        let busy = try #require(try custodian.enter(by: try await Self.grant(house, custodian, person).token))
        for _ in 0..<2 {
            house.pass(1790)
            _ = try await Self.admit(house, custodian, busy, patient: person.ins)
        }
        house.pass(20)
        await #expect(throws: CustodyError.notAdmitted) {
            _ = try await Self.admit(house, custodian, busy, patient: person.ins)
        }
    }

    /// One professional cannot fill the book: his eleventh entry ends his oldest.
    @Test func aProfessionalHasTenEntriesAtMost() async throws {
        let house = try House()
        let custodian = try house.open(edit: { $0.entryLifetime = 600 })
        let person = try await house.person(custodian)
        var granted: [GrantedEntry] = []
        for _ in 0..<11 {
            granted.append(try await Self.grant(house, custodian, person))
            house.pass(1)
        }
        #expect(try custodian.enter(by: granted[0].token) == nil)
        for entry in granted.dropFirst() { #expect(try custodian.enter(by: entry.token) != nil) }
    }
}
