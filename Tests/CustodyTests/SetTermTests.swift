import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// Terms come from the record's set, not from the deployment (C12, C14, C15; § 3.2).
@Suite struct SetTermTests {
    /// § 3.2: as long as care goes on or for one consultation, as the era says
    /// (§ 1.2, order of 26/10/2023, CSP R1111-46).
    @Test(
        arguments: [
            ("era2007", nil, nil), ("era2011", nil, nil), ("era2016", nil, nil), ("era2019", nil, nil),
            ("mes2022", Int64(86_400), nil), ("mes2026", Int64(86_400), nil),
        ] as [(String, Int64?, Int64?)]
    )
    func leavesLastAsTheEraSays(set: String, other: Int64?, team: Int64?) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = set }
        let person = try await house.person(custodian)
        let actor = try People.doctor()
        let visit = try await house.admit(custodian, actor, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
        let policy = try #require(try await custodian.contextAfterCommit(of: person.record)).policy
        let leave = try #require(policy.authorisation(of: actor.subject))
        #expect(leave.until == other.map(house.now.advanced(bySeconds:)))
        #expect(
            custodian.term(of: policy, \.teamLeaveTerm, from: house.now) == team.map(house.now.advanced(bySeconds:))
        )
        try custodian.close()
    }

    @Test func aSetThatIsGoneGivesNoTerm() async throws {
        let house = try House()
        let custodian = try house.open()
        let day = try #require(CalendarDate(year: 1970, month: 5, day: 1))
        let policy = RecordPolicy(policySet: "gone", state: .open(internet: .active), birthDate: day)
        #expect(custodian.term(of: policy, \.otherLeaveTerm, from: house.now) == house.now)
        #expect(custodian.codeEnd(under: "gone", from: house.now) == house.now)
        #expect(custodian.codeWays(under: "gone").isEmpty)
        try custodian.close()
    }

    /// C17: a copy is asked for in the forms that the set names, and in no other.
    @Test(arguments: [
        ("era2007", [HolderRequestKind.copy]), ("era2019", [.copy, .disc]), ("mes2026", [.copy, .disc]),
    ])
    func aCopyComesInTheFormsOfTheSet(set: String, forms: [HolderRequestKind]) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = set }
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        for kind in [HolderRequestKind.copy, .disc] {
            if forms.contains(kind) {
                _ = try await custodian.ask(kind, holder)
            } else {
                await #expect(throws: CustodyError.conflict("export.formats")) { try await custodian.ask(kind, holder) }
            }
        }
        #expect(try await custodian.requests(holder).map(\.kind) == forms)
        try custodian.close()
    }

    /// C12, `otp.ttl`: five minutes today, three in 2011; a set of one's own may say otherwise.
    @Test(arguments: [("PT5M", 5), ("PT3M", 3), ("PT7M", 7)])
    func codesHoldAsLongAsTheSetSays(term: String, minutes: Int) async throws {
        let house = try House()
        let custodian = try house.open(rules: try House.rules("otp.ttl", term)) { $0.policySet = "essai" }
        let person = try await house.person(custodian)
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        #expect(challenge.expires == house.now.advanced(bySeconds: Int64(minutes) * 60))
        let told = house.notices.compactMap {
            if case .oneTimeCode(_, let minutes) = $0.notice { minutes } else { nil }
        }
        #expect(told.last == minutes)
        house.pass(Int64(minutes) * 60)
        let code = try house.lastCode()
        await #expect(throws: CustodyError.self) {
            try await custodian.completeSignIn(token: challenge.token, code: code)
        }
        try custodian.close()
    }

    /// CSP R1111-36: an express request of erasure is met within the set's term, however long the deployment would wait.
    @Test func erasureNeverWaitsLongerThanTheSetLetsIt() async throws {
        let house = try House()
        let custodian = try house.open { $0.erasureDelay = 400 * 86_400 }
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        try await custodian.closeOwn(secret: House.secret, erasing: true, holder)
        let file = try #require(try await custodian.contextAfterCommit(of: person.record)).file
        let request = try #require(file.requests.first { $0.kind == .earlyErasure })
        #expect(request.due == Period("P3M")?.end(from: house.now))
        try custodian.close()
    }

    /// `visibility.holderDefault`: only where the set lets the holder choose (§ 3.5).
    @Test func theVisibilityOfWhatComesInIsChosenWhereTheSetLetsIt() async throws {
        for (set, mayChoose) in [("era2019", false), ("mes2026", true)] {
            let house = try House()
            let custodian = try house.open { $0.policySet = set }
            let person = try await house.person(custodian)
            let holder = try await house.holder(custodian, try await house.session(custodian, person))
            let wish = HolderWish.defaultVisibility(.maskedToProfessionals)
            let effect = try? await custodian.carryOut(wish, holder)
            #expect((effect == .done) == mayChoose, "\(set)")
            try custodian.close()
        }
    }

    /// § 3.4, C4: a wish for emergencies that decides nothing under the set is refused by its key.
    @Test func onlyWhatTheSetOffersIsWishedForEmergencies() async throws {
        let modes: Set<EmergencyChoice> = [.breakGlass, .regulation]
        let sets: [(String, Set<EmergencyChoice>)] = [
            ("era2007", []), ("era2011", modes), ("era2016", modes), ("era2019", modes),
            ("mes2022", [.breakGlass, .regulation, .masked]), ("mes2026", [.breakGlass, .regulation, .masked]),
        ]
        for (set, offered) in sets {
            let house = try House()
            let custodian = try house.open { $0.policySet = set }
            let person = try await house.person(custodian)
            let holder = try await house.holder(custodian, try await house.session(custodian, person))
            let before = try await custodian.holderFile(holder).policy.emergency
            var reached = before
            for choice in EmergencyChoice.allCases {
                var wishes = reached
                wishes[choice].toggle()
                if offered.contains(choice) {
                    #expect(try await custodian.carryOut(.emergency(wishes), holder) == .done, "\(set) \(choice)")
                    reached = wishes
                } else {
                    await #expect(throws: CustodyError.conflict(choice.key.rawValue), "\(set)") {
                        try await custodian.carryOut(.emergency(wishes), holder)
                    }
                }
                #expect(try await custodian.holderFile(holder).policy.emergency == reached, "\(set) \(choice)")
            }
            try custodian.close()
        }
    }
}
