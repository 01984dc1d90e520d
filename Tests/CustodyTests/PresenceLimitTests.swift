import HealthRecord
import Testing

@testable import Custody

/// A proof of presence sends messages: how often, and by whom (security design § 2.10, § 5.4; key `consent.proof`).
@Suite struct PresenceLimitTests {
    private func codes(_ house: House) -> Int {
        house.notices.count { if case .presenceCode = $0.notice { true } else { false } }
    }

    /// One telephone gets a few codes in an hour, whoever asks for them.
    @Test func oneHolderGetsFewCodes() async throws {
        let house = try House()
        let custodian = try house.open { $0.quotas.presencesOfOne = ReadingQuota(hourly: 2, daily: 5) }
        let person = try await house.person(custodian)
        func ask(_ number: Int) async throws {
            let visit = try await house.admit(custodian, try People.doctor(number, structure: number), for: person)
            _ = try await custodian.requestPresence(by: .code(nil), visit, of: person.reference)
        }
        try await ask(1)
        try await ask(2)
        await #expect(throws: CustodyError.tooManyAttempts(retryAfter: 3601)) { try await ask(3) }
        #expect(codes(house) == 2)
        house.pass(3601)
        try await ask(3)
        #expect(codes(house) == 3)
        try custodian.close()
    }

    /// One professional asks so many persons and no more; a record that is not there counts like one that is.
    @Test func oneProfessionalAsksFewHolders() async throws {
        let house = try House()
        let custodian = try house.open { $0.quotas.presences = ReadingQuota(hourly: 2, daily: 5) }
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let unknown = try await house.admit(
            custodian,
            doctor,
            for: Person(ins: try People.ins(77), reference: person.reference)
        )
        try await custodian.meterPresence(unknown)
        _ = try await custodian.requestPresence(
            by: .portal,
            try await house.admit(custodian, doctor, for: person),
            of: person.reference
        )
        await #expect(throws: CustodyError.tooManyAttempts(retryAfter: 3601)) {
            try await custodian.meterPresence(
                try await house.admit(
                    custodian,
                    doctor,
                    for: Person(ins: try People.ins(78), reference: person.reference)
                )
            )
        }
        await #expect(throws: CustodyError.tooManyAttempts(retryAfter: 3601)) {
            try await custodian.requestPresence(
                by: .portal,
                try await house.admit(custodian, doctor, for: person),
                of: person.reference
            )
        }
        try custodian.close()
    }

    /// So many proofs wait for one record at a time; one that is answered, or over, makes room.
    @Test func onlySoManyProofsWait() async throws {
        let house = try House()
        let custodian = try house.open {
            $0.quotas.presencesOfOne = ReadingQuota(hourly: 50, daily: 50)
        }
        let person = try await house.person(custodian)
        func ask(_ number: Int) async throws -> PresenceRequest {
            let visit = try await house.admit(custodian, try People.doctor(number, structure: number), for: person)
            return try await custodian.requestPresence(by: .portal, visit, of: person.reference)
        }
        var asked: [PresenceRequest] = []
        for number in 1...Custodian.presenceLimit { asked.append(try await ask(number)) }
        await #expect(throws: CustodyError.conflict("waiting")) { try await ask(6) }
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        #expect(try await custodian.pendingPresence(holder).count == Custodian.presenceLimit)
        try await custodian.answerPresence(asked[0].id, isThere: true, holder)
        _ = try await ask(7)
        await #expect(throws: CustodyError.conflict("waiting")) { try await ask(8) }
        // What is over waits no more.
        let left = asked[1].expires.milliseconds - house.now.milliseconds
        house.pass((left + 999) / 1000)
        _ = try await ask(9)
        try custodian.close()
    }

    /// CSP L1111-19: whom the holder has refused by name does not trouble him; a machine proves no presence either.
    @Test func noCodeGoesOutForWhomTheHolderRefused() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.block(People.block(doctor)), holder)
        await #expect(throws: CustodyError.conflict("blocked")) {
            try await custodian.requestPresence(
                by: .code(nil),
                try await house.admit(custodian, doctor, for: person),
                of: person.reference
            )
        }
        let occupational = try People.doctor(2, structure: 2, specialty: "SM25")
        await #expect(throws: CustodyError.conflict("role")) {
            try await custodian.requestPresence(
                by: .code(nil),
                try await house.admit(custodian, occupational, for: person),
                of: person.reference
            )
        }
        #expect(codes(house) == 0)
        #expect(try await custodian.pendingPresence(holder).isEmpty)
        try custodian.close()
    }

    /// Key `otp.channels` (C12): a proof of presence goes by the ways of the record's set, as every code.
    @Test func aCodeGoesByTheWaysOfTheSet() async throws {
        let house = try House()
        let rules = try House.rules(["otp.email": "forbidden", "otp.channels": ["sms"]])
        let custodian = try house.open(rules: rules) { $0.policySet = "essai" }
        let person = try await house.person(custodian)
        let visit = try await house.admit(custodian, try People.doctor(), for: person)
        _ = try await custodian.requestPresence(by: .code(.email), visit, of: person.reference)
        let sent = try #require(
            house.notices.last { if case .presenceCode = $0.notice { true } else { false } }
        )
        #expect(sent.channel.kind == .sms)
        try custodian.close()
    }

    /// Nobody answers for the holder, so nobody who acts for him sees who asks.
    @Test func representativesSeeNoProofThatWaits() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, person, 9)
        let parent = try await house.holder(custodian, try await house.relative(custodian, 9))
        let visit = try await house.admit(custodian, try People.doctor(), for: person)
        _ = try await custodian.requestPresence(by: .portal, visit, of: person.reference)
        #expect(try await custodian.pendingPresence(parent).isEmpty)
        try custodian.close()
    }
}
