import HealthRecord
import Testing

@testable import Custody

/// Page 3: a way to be reached is proved before it counts (identity and experience § 2.2, § 7.1).
@Suite struct ActivationTests {
    /// Somebody with the second letter, and its code.
    private func waiting(_ house: House, _ custodian: Custodian, _ number: Int = 1) async throws -> (Person, String) {
        let person = try await house.person(custodian, number, activated: false)
        return (person, try house.lastCode())
    }

    /// The one-time codes that went out, the newest last.
    private func codes(_ house: House) -> [(to: ContactChannel, code: String)] {
        house.notices.compactMap { if case .oneTimeCode(let code, _) = $0.notice { ($0.channel, code) } else { nil } }
    }

    private func begin(
        _ custodian: Custodian,
        _ letter: String,
        _ change: ChannelChange = ChannelChange(),
        number: Int = 1
    ) async throws -> [ChannelProof] {
        try await custodian.beginActivation(
            ins: try People.qualified(number),
            code: letter,
            secret: House.secret,
            change
        )
    }

    private func file(_ custodian: Custodian, _ person: Person) async throws -> HolderFile {
        try #require(try await custodian.contextAfterCommit(of: person.record)).file
    }

    @Test func nothingIsActiveBeforeACodeCameBack() async throws {
        let house = try House()
        let custodian = try house.open()
        let (person, letter) = try await waiting(house, custodian)
        let proofs = try await begin(custodian, letter)
        #expect(proofs.map(\.channel) == [.sms, .email])
        #expect(proofs.map(\.maskedDestination) == ["•• •• •• •• 78", "d•••@e•••"])
        // What nobody has proved learns no matricule.
        #expect(house.notices.suffix(2).allSatisfy { $0.ins == nil })
        #expect(try await file(custodian, person).policy.state == .open(internet: .awaitingActivation))
        let ins = try People.qualified(1)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeActivation(ins: ins, [])
        }
        let sent = codes(house)
        for (proof, code) in zip(proofs, sent) {
            // Each code is of its own proof.
            let other = try #require(sent.first { $0.to != code.to })
            guard other.code != code.code else { continue }
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.completeActivation(
                    ins: ins,
                    [TypedProof(token: proof.token, code: other.code)]
                )
            }
        }
        // The proof of a way signs nobody in.
        await #expect(throws: CustodyError.notAccepted) {
            _ = try await custodian.completeSignIn(
                token: ContactChannel.sms("+33612345678").proofHandle(proofs[0].token),
                code: sent[0].code
            )
        }
        try await custodian.completeActivation(
            ins: ins,
            zip(proofs, sent).map { TypedProof(token: $0.token, code: $1.code) }
        )
        let after = try await file(custodian, person)
        #expect(after.policy.state == .open(internet: .active))
        #expect(after.phone == "+33612345678" && after.email == "dominique@example.org")
        #expect(try await custodian.chain(of: person.record).filter { $0.act == .activateAccess }.count == 1)
        // The letter is used up.
        await #expect(throws: CustodyError.notAccepted) { _ = try await begin(custodian, letter) }
        try custodian.close()
    }

    @Test func aWayWithoutItsCodeIsNotKept() async throws {
        let house = try House()
        let custodian = try house.open()
        let (person, letter) = try await waiting(house, custodian)
        let proofs = try await begin(custodian, letter)
        try await custodian.completeActivation(
            ins: try People.qualified(1),
            [TypedProof(token: proofs[1].token, code: try house.lastCode())]
        )
        let after = try await file(custodian, person)
        #expect(after.phone == nil && after.email == "dominique@example.org")
        try custodian.close()
    }

    /// A number written down wrongly at the opening is put right with the letter in hand, and proved like another.
    @Test func whatIsWrittenNowTakesThePlaceOfWhatWasWrong() async throws {
        let house = try House()
        let custodian = try house.open()
        let (person, letter) = try await waiting(house, custodian)
        let change = ChannelChange(phone: "+33699887766")
        let proofs = try await begin(custodian, letter, change)
        let sent = codes(house)
        #expect(sent.map(\.to) == [.sms("+33699887766"), .email("dominique@example.org")])
        let typed = zip(proofs, sent).map { TypedProof(token: $0.token, code: $1.code) }
        let ins = try People.qualified(1)
        // Good for this very number alone.
        for other in [ChannelChange(), ChannelChange(phone: "+33600000000")] {
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.completeActivation(ins: ins, [typed[0]], other)
            }
        }
        try await custodian.completeActivation(ins: ins, typed, change)
        #expect(try await file(custodian, person).phone == "+33699887766")
        try custodian.close()
    }

    @Test func aCodeEndsAfterThreeWrongTriesAndAfterItsTime() async throws {
        let house = try House()
        let custodian = try house.open()
        let (person, letter) = try await waiting(house, custodian)
        let ins = try People.qualified(1)
        let tried = try await begin(custodian, letter)
        let right = try house.lastCode()
        for _ in 0..<3 {
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.completeActivation(
                    ins: ins,
                    [TypedProof(token: tried[1].token, code: "x")]
                )
            }
        }
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeActivation(ins: ins, [TypedProof(token: tried[1].token, code: right)])
        }
        // The letter is good still, and leads to another code.
        let late = try await begin(custodian, letter)
        let code = try house.lastCode()
        house.pass(301)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeActivation(ins: ins, [TypedProof(token: late[1].token, code: code)])
        }
        #expect(try await file(custodian, person).policy.state == .open(internet: .awaitingActivation))
        try custodian.close()
    }

    /// Somebody else's proof, a proof on an active record, nobody's record: alike.
    @Test func aProofActivatesItsOwnRecordAlone() async throws {
        let house = try House()
        let custodian = try house.open()
        let (_, letter) = try await waiting(house, custodian, 1)
        let (other, _) = try await waiting(house, custodian, 2)
        let proofs = try await begin(custodian, letter)
        let typed = [TypedProof(token: proofs[1].token, code: try house.lastCode())]
        for number in [2, 3] {
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.completeActivation(ins: try People.qualified(number), typed)
            }
        }
        #expect(try await file(custodian, other).policy.state == .open(internet: .awaitingActivation))
        try await custodian.completeActivation(ins: try People.qualified(1), typed)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeActivation(ins: try People.qualified(1), typed)
        }
        try custodian.close()
    }

    /// A record that opened by itself: the secret is chosen with the letter, and the ways given are proved with it.
    @Test func aFirstAccessProvesItsWaysAsWell() async throws {
        let house = try House()
        let custodian = try house.open()
        try await custodian.announce(Invitation(ins: try People.ins(1), traits: try People.traits()))
        house.pass(60 * 86_400)
        let tag = try custodian.tag(of: try People.qualified(1))
        _ = try #require(try await custodian.prepareAnnounced(tag))
        try await custodian.commitAnnounced(tag)
        let request = try People.request(1, code: try house.lastCode())
        let proofs = try await custodian.beginFirstAccess(request)
        #expect(proofs.map(\.channel) == [.sms, .email])
        let sent = codes(house)
        let record = try await custodian.record(of: try People.qualified(1))
        for typed in [[], [TypedProof(token: proofs[0].token, code: "")], [TypedProof(token: "x", code: sent[0].code)]]
        {
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.completeFirstAccess(request, typed)
            }
        }
        #expect(
            try await custodian.contextAfterCommit(of: record)?.policy.state == .open(internet: .awaitingActivation)
        )
        try await custodian.completeFirstAccess(request, [TypedProof(token: proofs[0].token, code: sent[0].code)])
        let file = try #require(try await custodian.contextAfterCommit(of: record)).file
        #expect(file.phone == "+33612345678" && file.email == nil)
        #expect(file.policy.state == .open(internet: .active))
        await #expect(throws: CustodyError.notAccepted) { _ = try await custodian.beginFirstAccess(request) }
        try custodian.close()
    }
}
