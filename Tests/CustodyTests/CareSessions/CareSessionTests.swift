import HealthRecord
import Testing

@testable import Custody

/// A professional's session is bound to one certificate, ends by itself, and admits for one patient at a time.
@Suite struct CareSessionTests {
    private static let card = Array("a card".utf8)

    private static func house() throws -> (House, Custodian, CareActor) {
        let house = try House()
        let doctor = try People.doctor()
        let person = try #require(doctor.person)
        let custodian = try house.open(readCard: { (certificate, _) throws(CardFault) in
            guard certificate == card else { throw .unknownAuthority }
            return CareHolder(
                person: person,
                name: doctor.name,
                kind: doctor.holder,
                situations: [doctor]
            )
        })
        return (house, custodian, doctor)
    }

    private static func admit(
        _ custodian: Custodian,
        _ token: String,
        card: [UInt8] = card,
        patient: INS? = nil,
        mode: AccessMode = .normal
    ) async throws -> Admission {
        try await custodian.admit(
            .careSession(
                CareSessionEvidence(token: token, peerCertificate: card, patient: patient, mode: mode)
            ),
            request: UniqueID(random: (1, 2)),
            node: "app"
        )
    }

    @Test func admitsForOnePatient() async throws {
        let (_, custodian, doctor) = try Self.house()
        let token = try await custodian.beginCareSession(certificate: Self.card, in: doctor)
        let ins = try People.ins(1)
        let admission = try await Self.admit(custodian, token, patient: ins, mode: .breakGlass(reason: "x"))
        #expect(admission.actor == .care(doctor) && admission.patient?.ins == ins && admission.record == nil)
        #expect(admission.mode == .breakGlass(reason: "x") && admission.isCareSession)
        #expect(admission.software == Custodian.careWebSite)
    }

    /// The trace says that the access came from a browser, whatever software calls itself (issue, part 7).
    @Test func whatIsDoneInABrowserIsTracedAsSuch() async throws {
        let (house, custodian, doctor) = try Self.house()
        let person = try await house.person(custodian)
        let token = try await custodian.beginCareSession(certificate: Self.card, in: doctor)
        let web = try await Self.admit(custodian, token, patient: person.ins)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), web, of: person.reference)
        let software = try await house.admit(custodian, doctor, for: person)
        _ = try await custodian.list(software, of: person.reference)
        let means = try await custodian.chain(of: person.record).suffix(2).map(\.means)
        #expect(means == [.webSite, .software])
    }

    @Test func isGoodOnItsOwnConnectionOnly() async throws {
        let (_, custodian, doctor) = try Self.house()
        let token = try await custodian.beginCareSession(certificate: Self.card, in: doctor)
        await #expect(throws: CustodyError.notAdmitted) {
            _ = try await Self.admit(custodian, token, card: Array("another card".utf8))
        }
        await #expect(throws: CustodyError.notAdmitted) { _ = try await Self.admit(custodian, "another token") }
        _ = try await Self.admit(custodian, token)
    }

    /// One card cannot fill the book: its eleventh session ends the one of its own that was used the longest ago.
    @Test func aCardHasTenSessionsAtMost() async throws {
        let (house, custodian, doctor) = try Self.house()
        var tokens: [String] = []
        for _ in 0..<10 {
            tokens.append(try await custodian.beginCareSession(certificate: Self.card, in: doctor))
            house.pass(1)
        }
        _ = try await Self.admit(custodian, tokens[0])
        house.pass(1)
        tokens.append(try await custodian.beginCareSession(certificate: Self.card, in: doctor))
        await #expect(throws: CustodyError.notAdmitted) { _ = try await Self.admit(custodian, tokens[1]) }
        for token in [tokens[0]] + tokens.dropFirst(2) { _ = try await Self.admit(custodian, token) }
    }

    @Test func endsWithoutRequestsAfterHalfAnHour() async throws {
        let (house, custodian, doctor) = try Self.house()
        let token = try await custodian.beginCareSession(certificate: Self.card, in: doctor)
        house.pass(1799)
        _ = try await Self.admit(custodian, token)
        house.pass(1800)
        await #expect(throws: CustodyError.notAdmitted) { _ = try await Self.admit(custodian, token) }
    }

    @Test func endsAfterEightHoursInAnyCase() async throws {
        let (house, custodian, doctor) = try Self.house()
        let token = try await custodian.beginCareSession(certificate: Self.card, in: doctor)
        for _ in 0..<16 {
            house.pass(1790)
            _ = try await Self.admit(custodian, token)
        }
        house.pass(160)
        await #expect(throws: CustodyError.notAdmitted) { _ = try await Self.admit(custodian, token) }
    }

    @Test func endsWhenItsHolderLeaves() async throws {
        let (_, custodian, doctor) = try Self.house()
        let token = try await custodian.beginCareSession(certificate: Self.card, in: doctor)
        custodian.endCareSession(token: token)
        await #expect(throws: CustodyError.notAdmitted) { _ = try await Self.admit(custodian, token) }
    }

    @Test func opensInNoSituationOfSomebodyElse() async throws {
        let (_, custodian, _) = try Self.house()
        let other = try People.doctor(2)
        await #expect(throws: CustodyError.notAccepted) {
            _ = try await custodian.beginCareSession(certificate: Self.card, in: other)
        }
    }

    /// A card that is not good says which, as the code of the fault of evidence.
    @Test func saysWhatIsWrongWithACard() async throws {
        let (_, custodian, _) = try Self.house()
        await #expect(throws: CustodyError.evidence(CardFault.unknownAuthority.evidence)) {
            _ = try await custodian.holder(ofCard: Array("a forged card".utf8))
        }
    }

    @Test func withoutAReaderNoCardIsBelieved() async throws {
        let house = try House()
        let custodian = try house.open()
        await #expect(throws: CustodyError.evidence(CardFault.unknownAuthority.evidence)) {
            _ = try await custodian.holder(ofCard: Self.card)
        }
    }
}
