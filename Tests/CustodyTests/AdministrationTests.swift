import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// Records administered by professionals, where the set provides for it (interop § 2.6, § 2.7).
@Suite struct AdministrationTests {
    private func opening(consent: Bool = true, born: CalendarDate? = nil) throws -> ProfessionalOpening {
        ProfessionalOpening(traits: try People.traits(born: born), consent: consent, phone: "+33612345678")
    }

    /// Opens as in the years of the first DMP.
    private func opened(
        _ house: House,
        _ custodian: Custodian,
        _ doctor: CareActor,
        _ number: Int = 1,
        born: CalendarDate? = nil
    ) async throws -> Person {
        let envelope = house.envelope(doctor, patient: try People.ins(number))
        let admission = try await custodian.admit(envelope, request: house.requestID(), node: "app")
        let prepared = try await custodian.prepareOpening(try opening(born: born), admission)
        try await custodian.commitOpening(admission)
        return Person(ins: try People.ins(number), reference: prepared.reference)
    }

    /// § 4, EX_1.1-1010, TD1.1.
    @Test func aProfessionalOpensARecordWithConsentWhereTheSetProvidesForIt() async throws {
        for (set, isProvided) in [("era2011", true), ("era2016", true), ("era2007", false), ("mes2026", false)] {
            let house = try House()
            let custodian = try house.open { $0.policySet = set }
            let doctor = try People.doctor()
            let person = try? await opened(house, custodian, doctor)
            #expect((person != nil) == isProvided, "\(set)")
            guard let person else { continue }
            let first = try #require(try await custodian.chain(of: person.record).first)
            #expect(first.act == .openRecord && first.actor == .care(doctor) && first.details["consent"] == "CREA_RD")
            // The decision can be taken again from what stands beside the trace.
            #expect(first.rule == RuleID.holderPresent.rawValue)
            #expect(TracedDecision(first, in: custodian.rules) == .same)
            let visit = try await house.admit(custodian, doctor, for: person)
            _ = try await custodian.list(visit, of: person.reference)
            try custodian.close()
        }
    }

    private func leaves(of person: Person, _ custodian: Custodian) async throws -> [Authorisation] {
        try #require(try await custodian.contextAfterCommit(of: person.record)).policy.authorisations
    }

    /// § 4, EX_1.1-1010, TD1.1: in each era that lets professionals open, those whom the row of administration lets, and no others:
    /// nobody who watches over workers, insures them, or is in training.
    @Test(arguments: ["era2011", "era2016", "era2019"])
    func whoAdministersOpensAndNobodyElse(set: String) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = set }
        let cases: [(CareActor, RuleID?)] = [
            (try People.doctor(1), nil), (try People.doctor(2, role: "60", specialty: nil), nil),
            (try People.doctor(3, role: "SECRETARIAT_MEDICAL", specialty: nil, holder: .employee), nil),
            (try People.doctor(4, specialty: "SM25"), .occupationalBanned),
            (try People.doctor(5, sector: "SA66", role: "60", specialty: nil), .occupationalBanned),
            (try People.doctor(6, sector: "SA24"), .banned),
            (try People.doctor(7, holder: .trainee), .administrationOff),
        ]
        for (number, (actor, rule)) in zip(1..., cases) {
            do {
                let person = try await opened(house, custodian, actor, number)
                #expect(rule == nil, "\(number)")
                let leaves = try await leaves(of: person, custodian)
                let structure = CareSubject.structure(actor.structure.id)
                #expect(leaves.map(\.subject) == [actor.holder == .employee ? structure : actor.subject])
                // What these sets call lasting has no end.
                #expect(leaves.allSatisfy { $0.origin == .givenAtOpening && $0.until == nil })
            } catch CustodyError.refused(let refusal) {
                #expect(refusal.rule == rule?.rawValue, "\(number)")
            }
        }
        try custodian.close()
    }

    /// § 4, TD1.1: where a set of one's own lets professionals open, the opener's leave ends as the set ends any other, and an
    /// occupational physician whom it lets read opens nothing all the same.
    @Test func theOpenersLeaveHasTheTermOfTheSet() async throws {
        let house = try House()
        let rules = try House.rules([
            "opening.mode": ["automatic", "professional"], "authorisation.sessionTerm": "PT2M",
        ])
        let custodian = try house.open(rules: rules) { $0.policySet = "essai" }
        let doctor = try People.doctor()
        let person = try await opened(house, custodian, doctor)
        let leave = try #require(try await leaves(of: person, custodian).first)
        #expect(leave.since == house.now && leave.until == house.now.advanced(bySeconds: 120))
        _ = try await custodian.list(try await house.admit(custodian, doctor, for: person), of: person.reference)
        house.pass(121)
        let late = try await house.admit(custodian, doctor, for: person)
        await #expect(throws: CustodyError.self) { try await custodian.list(late, of: person.reference) }
        do {
            _ = try await opened(house, custodian, try People.doctor(2, specialty: "SM25"), 2)
            Issue.record("opened by an occupational physician")
        } catch CustodyError.refused(let refusal) {
            #expect(refusal.rule == RuleID.functionalRefused.rawValue)
        }
        try custodian.close()
    }

    /// § 3.1, EX_1.1-1010.
    @Test func withoutConsentNothingOpensAndNobodyOpensTwice() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2011" }
        let doctor = try People.doctor()
        let envelope = house.envelope(doctor, patient: try People.ins(1))
        let admission = try await custodian.admit(envelope, request: house.requestID(), node: "app")
        await #expect(throws: CustodyError.conflict("consent")) {
            try await custodian.prepareOpening(try opening(consent: false), admission)
        }
        _ = try await opened(house, custodian, doctor)
        await #expect(throws: CustodyError.conflict("DMPFound")) { try await opened(house, custodian, doctor) }
        try custodian.close()
    }

    /// § 1.2, CSP L1111-18.
    @Test func anEmployerOpensNothingAnywhere() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2011" }
        let banned = try People.doctor(1, sector: "SA23")
        await #expect(throws: CustodyError.self) { try await opened(house, custodian, banned) }
        try custodian.close()
    }

    @Test func administrativeDataAreReadChangedAndTraced() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2011" }
        let doctor = try People.doctor()
        let person = try await opened(house, custodian, doctor)
        var traits = try People.traits()
        traits.usedFamilyName = "Nouveau"
        let changed = try await custodian.updateAdministrativeData(
            AdministrativeChange(traits: traits, channels: ChannelChange(email: "x@example.org")),
            try await house.admit(custodian, doctor, for: person),
            of: person.reference
        )
        #expect(changed.row != nil)
        let data = try await custodian.administrativeData(
            try await house.admit(custodian, doctor, for: person),
            of: person.reference
        )
        #expect(data.traits == traits && data.email == "x@example.org" && !data.isAttachedToENS && !data.isInternetOpen)
        let event = try #require(try await custodian.chain(of: person.record).first { $0.act == .changeIdentity })
        // What was changed is told, never to what.
        #expect(event.details["changed"] == "traits email")
        #expect(!event.details.values.contains { $0.contains("Nouveau") || $0.contains("example") })
        try custodian.close()
    }

    /// § 3.1, § 4, EX_1.2-1030, TD1.4.
    @Test func aProfessionalClosesAndReopensAtThePatientsRequest() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2011" }
        let doctor = try People.doctor()
        let person = try await opened(house, custodian, doctor)
        func visit() async throws -> Admission { try await house.admit(custodian, doctor, for: person) }
        try await custodian.closeByProfessional(
            reason: .holderRequest,
            text: "À sa demande",
            try await visit(),
            of: person.reference
        )
        await #expect(throws: CustodyError.conflict("DMPClosed")) {
            try await custodian.closeByProfessional(
                reason: .holderRequest,
                text: "",
                try await visit(),
                of: person.reference
            )
        }
        func told() async throws -> String? {
            try await custodian.testExistence(try await visit(), of: person.reference)?.closureText
        }
        #expect(try await told() == "À sa demande")
        await #expect(throws: CustodyError.conflict("consent")) {
            try await custodian.reopenByProfessional(consent: false, try await visit(), of: person.reference)
        }
        try await custodian.reopenByProfessional(consent: true, try await visit(), of: person.reference)
        #expect(try await told() == nil)
        _ = try await custodian.list(try await visit(), of: person.reference)
        try custodian.close()
    }

    /// TD1.4: what is said at a closing is traced as it is kept, whole.
    @Test(arguments: [-1, 0, 1]) func whatIsSaidAtAClosingIsTracedWhole(step: Int) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2011" }
        let doctor = try People.doctor()
        let person = try await opened(house, custodian, doctor)
        let words = String(repeating: "é", count: Custodian.closureTextLimit + step)
        var fault: CustodyError?
        do {
            let visit = try await house.admit(custodian, doctor, for: person)
            try await custodian.closeByProfessional(reason: .holderRequest, text: words, visit, of: person.reference)
        } catch { fault = error }
        #expect(fault == (step > 0 ? .conflict("text") : nil))
        let traced = try await custodian.chain(of: person.record).last { $0.act == .close }?.details["text"]
        #expect(traced == (step > 0 ? nil : words))
        let visit = try await house.admit(custodian, doctor, for: person)
        #expect(try await custodian.testExistence(visit, of: person.reference)?.closureText == traced)
        try custodian.close()
    }

    /// Interop § 2.4, TD0.2: whom the holder has blocked learns that a record is closed, and not what was written.
    @Test func whatWasWrittenAtTheClosingIsNotToldToWhoeverIsBlocked() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2019" }
        let person = try await house.person(custodian)
        let (doctor, blocked) = (try People.doctor(), try People.doctor(2, structure: 2))
        func visit(_ actor: CareActor) async throws -> Admission {
            try await house.admit(custodian, actor, for: person)
        }
        _ = try await custodian.setAuthorisation(
            .add(asTreatingPhysician: false),
            try await visit(doctor),
            of: person.reference
        )
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.block(People.block(blocked)), holder)
        try await custodian.closeByProfessional(
            reason: .holderRequest,
            text: "À sa demande",
            try await visit(doctor),
            of: person.reference
        )
        let told: [(CareActor, String?)] = [(doctor, "À sa demande"), (blocked, nil)]
        for (actor, text) in told {
            let standing = try await custodian.testExistence(try await visit(actor), of: person.reference)
            #expect(standing?.state.isClosed == true && standing?.closureText == text)
        }
        try custodian.close()
    }

    @Test func anAccountIsMadeOnceAndItsSecretSignsIn() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2011" }
        let doctor = try People.doctor()
        let person = try await opened(house, custodian, doctor)
        func visit() async throws -> Admission { try await house.admit(custodian, doctor, for: person) }
        let first = try await custodian.createPatientAccess(
            .email("x@example.org"),
            try await visit(),
            of: person.reference
        )
        await #expect(throws: CustodyError.conflict("DMPPatientAccessAlreadyExists")) {
            try await custodian.createPatientAccess(.email("y@example.org"), try await visit(), of: person.reference)
        }
        let second = try await custodian.reissueSecret(try await visit(), of: person.reference)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.beginSignIn(identifier: .matricule(first.login), secret: first.secret, preferring: nil)
        }
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(second.login),
            secret: second.secret,
            preferring: .email
        )
        _ = try await custodian.completeSignIn(token: challenge.token, code: try house.lastCode())
        try custodian.close()
    }

    /// § 3.7; § 7.2, page 15: a desk makes no minor's access, and the record's traces tell that it was asked.
    @Test func noDeskMakesAMinorsAccess() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2011" }
        let doctor = try People.doctor()
        let child = try await opened(house, custodian, doctor, born: House.childhood)
        func visit() async throws -> Admission { try await house.admit(custodian, doctor, for: child) }
        await #expect(throws: CustodyError.conflict(Custodian.minorAccess)) {
            _ = try await custodian.createPatientAccess(.email("x@example.org"), try await visit(), of: child.reference)
        }
        await #expect(throws: CustodyError.conflict(Custodian.minorAccess)) {
            _ = try await custodian.reissueSecret(try await visit(), of: child.reference)
        }
        await #expect(throws: CustodyError.conflict(Custodian.minorAccess)) {
            try await custodian.setCodeChannel(
                .change(.sms("+33600000777")),
                try await visit(),
                of: child.reference
            )
        }
        let asked = try await custodian.chain(of: child.record).filter { $0.act == .changeAccess }
        #expect(asked.count == 3 && asked.allSatisfy { $0.outcome == .refused })
        try custodian.close()
    }

    /// A card, and even a leave that its bearer gave himself, does not take a patient's account over.
    @Test func nobodyAdministersWithoutLeaveNorTouchesAnAccountWithoutThePatient() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2019" }
        let person = try await house.person(custodian)
        let thief = try People.doctor(2, structure: 2)
        func visit() async throws -> Admission { try await house.admit(custodian, thief, for: person) }
        func refusals() async throws -> [String] {
            var rules: [String] = []
            func note(_ act: () async throws -> Void) async {
                do {
                    try await act()
                    rules.append("done")
                } catch CustodyError.refused(let refusal) { rules.append(refusal.rule) } catch {
                    rules.append("\(error)")
                }
            }
            let phone = AdministrativeChange(channels: ChannelChange(phone: "+33600000666"))
            await note {
                _ = try await custodian.updateAdministrativeData(phone, try await visit(), of: person.reference)
            }
            await note { _ = try await custodian.reissueSecret(try await visit(), of: person.reference) }
            await note {
                try await custodian.setCodeChannel(
                    .change(.sms("+33600000666")),
                    try await visit(),
                    of: person.reference
                )
            }
            let wishes = AdministrativeChange(emergency: EmergencyWishes(refusesBreakGlass: true))
            await note {
                _ = try await custodian.updateAdministrativeData(wishes, try await visit(), of: person.reference)
            }
            return rules
        }
        let missing = "authorisation.missing"
        let presence = "authorisation.presenceMissing"
        #expect(try await refusals() == [presence, presence, presence, missing])
        _ = try await custodian.setAuthorisation(
            .add(asTreatingPhysician: false),
            try await visit(),
            of: person.reference
        )
        // With a leave the wishes change, and the holder hears of it.
        #expect(try await refusals() == [presence, presence, presence, "done"])
        #expect(try await house.news.contains { if case .recordAdministered = $0.notice { true } else { false } })
        // Nor does a professional wish for the holder what the set does not offer.
        let masked = EmergencyWishes(refusesBreakGlass: true, opensMaskedDocuments: true)
        let unoffered = try await visit()
        await #expect(throws: CustodyError.conflict("emergency.masked")) {
            _ = try await custodian.updateAdministrativeData(
                AdministrativeChange(emergency: masked),
                unoffered,
                of: person.reference
            )
        }
        // With the patient there the rest follows; the old ways are told before the new ones.
        let asked = try await custodian.requestPresence(by: .code(nil), try await visit(), of: person.reference)
        try await custodian.confirmPresence(
            asked.id,
            code: try house.lastCode(),
            try await visit(),
            of: person.reference
        )
        let before = try await house.news.count
        try await custodian.setCodeChannel(.change(.sms("+33600000777")), try await visit(), of: person.reference)
        let told = try await house.news.dropFirst(before).map(\.channel)
        #expect(told == [.email("dominique@example.org"), .email("dominique@example.org")])
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.block(People.block(thief)), holder)
        #expect(try await refusals() == Array(repeating: "block.named", count: 4))
        try custodian.close()
    }

    /// Before there is an account, a way that a professional put in by his leave proves nobody's presence for a week.
    @Test(arguments: [-1, 0, 1]) func aWayThatAProfessionalPutInProvesNothingAtOnce(step: Int64) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2019" }
        let person = try await house.person(custodian, activated: false)
        let thief = try People.doctor(2, structure: 2)
        func visit() async throws -> Admission { try await house.admit(custodian, thief, for: person) }
        _ = try await custodian.setAuthorisation(
            .add(asTreatingPhysician: false),
            try await visit(),
            of: person.reference
        )
        let before = try await house.news.count
        _ = try await custodian.updateAdministrativeData(
            AdministrativeChange(channels: ChannelChange(phone: "+33600000666", email: "voleur@example.org")),
            try await visit(),
            of: person.reference
        )
        #expect(try await house.news.dropFirst(before).first?.channel == .email("dominique@example.org"))
        func ask() async throws -> PresenceRequest {
            try await custodian.requestPresence(by: .code(nil), try await visit(), of: person.reference)
        }
        await #expect(throws: CustodyError.conflict("channel")) { try await ask() }
        house.pass(Custodian.unprovenWait + step)
        if step < 0 {
            await #expect(throws: CustodyError.conflict("channel")) { try await ask() }
        } else {
            // By then the holder has been told for a week; the leave has to be stated anew all the same.
            _ = try await ask()
        }
        try custodian.close()
    }

    /// Reference § 4: closed at the holder's request by a professional, for a death by the operator, who can be wrong.
    @Test func aProfessionalDeclaresNobodyDeadAndTheOperatorUndoesAWrongDeath() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2011" }
        let doctor = try People.doctor()
        let person = try await opened(house, custodian, doctor)
        let ins = try #require(QualifiedINS(person.ins, in: .rehearsal))
        for reason in [ClosureReason.death, .authority] {
            await #expect(throws: CustodyError.conflict("reason")) {
                try await custodian.closeByProfessional(
                    reason: reason,
                    text: "",
                    try await house.admit(custodian, doctor, for: person),
                    of: person.reference
                )
            }
        }
        let refused = try await custodian.chain(of: person.record).filter { $0.act == .close }
        #expect(refused.count == 2 && refused.allSatisfy { $0.outcome == .refused })
        await #expect(throws: CustodyError.conflict("state")) { try await custodian.undoDeath(ins, basis: "essai") }
        try await custodian.close(person.record, reason: .death)
        try await custodian.undoDeath(ins, basis: "acte de vie")
        let visit = try await house.admit(custodian, doctor, for: person)
        _ = try await custodian.list(visit, of: person.reference)
        let undone = try await custodian.chain(of: person.record).last { $0.act == .reopen }
        #expect(undone?.actor == .system("operator") && undone?.details["basis"] == "acte de vie")
        try custodian.close()
    }

    /// § 2.2, TD0.5, PDT-INF-526.
    @Test func aRegulationCentreFindsAPersonByTraitsAndNobodyElseDoes() async throws {
        let house = try House()
        let centre = try People.doctor(1).structure.id
        let custodian = try house.open { $0.regulationCentres = [centre] }
        let person = try await house.person(custodian, 1)
        _ = try await house.person(custodian, 2, born: CalendarDate(year: 1980, month: 1, day: 1))
        let samu = try People.doctor(1, specialty: "SM59")
        let query = PersonQuery(
            family: "ESSAI",
            given: "dominique",
            sex: .male,
            birthDate: try People.traits().birthDate,
            city: "Dijon"
        )
        let found = try await custodian.search(query, try await house.admit(custodian, samu, mode: .regulation))
        #expect(found.map(\.identifiers) == [[person.ins]])
        #expect(found.first?.percentage == 100)
        await #expect(throws: CustodyError.conflict("refine")) {
            try await custodian.search(
                PersonQuery(family: "Essai"),
                try await house.admit(custodian, samu, mode: .regulation)
            )
        }
        await #expect(throws: CustodyError.self) {
            try await custodian.search(query, try await house.admit(custodian, samu))
        }
        #expect(try await custodian.chain(of: person.record).count(where: { $0.act == .searchIdentity }) == 1)
        try custodian.close()
    }

    /// § 2.2, TD0.5: whoever lives under another postal code is not one of the ten.
    @Test func aPostalCodeKeepsOthersOutBeforeTheyAreCounted() async throws {
        let house = try House()
        let centre = try People.doctor(1).structure.id
        let custodian = try house.open { $0.regulationCentres = [centre] }
        for number in 1...11 { _ = try await house.person(custodian, number) }
        let samu = try People.doctor(1, specialty: "SM59")
        func search(_ postalCode: String) async throws -> [FoundPerson] {
            try await custodian.search(
                PersonQuery(family: "Essai", given: "Dominique", postalCode: postalCode),
                try await house.admit(custodian, samu, mode: .regulation)
            )
        }
        #expect(try await search("75001").isEmpty)
        // A part of a code is none.
        #expect(try await search("2100").isEmpty)
        await #expect(throws: CustodyError.conflict("refine")) { try await search("21000") }
        try custodian.close()
    }

    @Test func moreThanTenAreToBeRefined() async throws {
        let house = try House()
        let centre = try People.doctor(1).structure.id
        let custodian = try house.open { $0.regulationCentres = [centre] }
        for number in 1...11 { _ = try await house.person(custodian, number) }
        let samu = try People.doctor(1, specialty: "SM59")
        await #expect(throws: CustodyError.conflict("refine")) {
            try await custodian.search(
                PersonQuery(family: "Essai", given: "Dominique"),
                try await house.admit(custodian, samu, mode: .regulation)
            )
        }
        try custodian.close()
    }
}
