import HealthRecord
import Testing

@testable import Custody

/// The limits of texts and lists that people hand over, one below, at, and one above each (issue 2, *Bad input*).
@Suite struct ListLimitTests {
    private static func words(_ count: Int) -> String { String(repeating: "é", count: count) }

    /// A record with a policy as long as one likes, made behind the doors.
    private static func fill(
        _ custodian: Custodian,
        _ person: Person,
        _ edit: @escaping @Sendable (inout RecordPolicy) -> Void
    ) async throws {
        _ = try await custodian.ledger.commit { transaction in
            var context = try #require(try transaction.context(of: person.record))
            context.change { edit(&$0.policy) }
            transaction.keep(context)
        }
    }

    /// What a holder's wish comes to; nil where it is done.
    private static func fault(
        _ wish: HolderWish,
        _ custodian: Custodian,
        _ admission: Admission
    ) async -> CustodyError? {
        do {
            _ = try await custodian.carryOut(wish, admission)
            return nil
        } catch { return error }
    }

    @Test func leavesAndBlocksAreCounted() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let model = People.leave(try People.doctor(1))
        let refusal = People.block(try People.doctor(1))
        let ids = try (0..<HolderWish.leaveLimit).map { try #require(ProfessionalID("3990000018/\($0)")) }
        let subjects = ids.map(CareSubject.person)
        func leave(_ subject: CareSubject) -> Authorisation {
            Authorisation(
                subject: subject,
                name: model.name,
                profession: model.profession,
                structure: model.structure,
                since: model.since,
                until: nil,
                origin: .givenByHolder,
                lastAct: model.lastAct
            )
        }
        func block(_ subject: CareSubject) -> Block {
            Block(subject: subject, name: refusal.name, profession: refusal.profession, since: refusal.since)
        }
        let leaves = subjects.prefix(HolderWish.leaveLimit - 1).map(leave)
        try await Self.fill(custodian, person) { $0.authorisations = leaves }
        let (one, two) = (People.leave(try People.doctor(2)), People.leave(try People.doctor(3)))
        #expect(await Self.fault(.authorise(one), custodian, holder) == nil)
        #expect(await Self.fault(.authorise(two), custodian, holder) == .conflict("limit"))
        #expect(await Self.fault(.declareTreatingPhysician(two), custodian, holder) == .conflict("limit"))
        // Who is on the list stays so, and may be taken off it.
        #expect(await Self.fault(.authorise(one), custodian, holder) == nil)
        // A professional whom the holder sees is never kept from caring by the length of a list.
        let visit = try await house.admit(custodian, try People.doctor(4), for: person)
        let declared = try await custodian.setAuthorisation(
            .add(asTreatingPhysician: false),
            visit,
            of: person.reference
        )
        #expect(declared == .done)

        let blocks = subjects.prefix(HolderWish.blockLimit - 1).map(block)
        try await Self.fill(custodian, person) { policy in
            policy.authorisations = []
            policy.blocks = blocks
        }
        let (third, fourth) = (People.block(try People.doctor(5)), People.block(try People.doctor(6)))
        #expect(await Self.fault(.block(third), custodian, holder) == nil)
        #expect(await Self.fault(.block(fourth), custodian, holder) == .conflict("limit"))
        #expect(await Self.fault(.block(third), custodian, holder) == nil)
        // The treating physician fills no place that the holder would not have.
        let gp = try People.doctor(4)
        try await Self.fill(custodian, person) { policy in
            policy.authorisations = [People.leave(gp)]
            if let person = gp.person { policy.declareTreating(person, by: .holder, at: House.start) }
        }
        let asTreating = try await house.admit(custodian, gp, for: person)
        await #expect(throws: CustodyError.conflict("limit")) {
            _ = try await custodian.blockAtRequest(fourth, asTreating, of: person.reference)
        }
        try custodian.close()
    }

    @Test func closedCategoriesAreCounted() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let closures = (1..<HolderWish.closureLimit).map { CategoryClosure(profession: "10", category: "n\($0)") }
        try await Self.fill(custodian, person) { $0.closures = Set(closures) }
        func close(_ category: String) async -> CustodyError? {
            let closure = CategoryClosure(profession: "10", category: category)
            return await Self.fault(.closeCategory(closure), custodian, holder)
        }
        #expect(await close("10") == nil)
        #expect(await close("11") == .conflict("limit"))
        try custodian.close()
    }

    @Test(arguments: [-1, 0, 1]) func theReasonOfAnEmergencyIsMeasured(step: Int) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let mode = AccessMode.breakGlass(reason: Self.words(Custodian.reasonLimit + step))
        var fault: CustodyError?
        do {
            let visit = try await house.admit(custodian, doctor, for: person, mode: mode)
            _ = try await custodian.list(visit, of: person.reference)
        } catch { fault = error }
        if case .evidence(let found) = fault {
            #expect(step > 0 && found.element == "Mode_Acces_Raison" && !found.remedy.contains("é"))
        } else {
            #expect(step <= 0 && fault == nil)
        }
        try custodian.close()
    }

    @Test(arguments: [-1, 0, 1]) func theWordsOfAReportAreMeasured(step: Int) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let report = HolderReport(
            about: .professional(try People.doctor().subject),
            reason: .noCare,
            text: Self.words(HolderReport.mostText + step)
        )
        var fault: CustodyError?
        do { _ = try await custodian.ask(.report(report), holder) } catch { fault = error }
        #expect(fault == (step > 0 ? .conflict("report") : nil))
        try custodian.close()
    }

    @Test(arguments: [-1, 0, 1]) func aJustificationIsMeasured(step: Int) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let mode = AccessMode.breakGlass(reason: "Coma")
        let visit = try await house.admit(custodian, doctor, for: person, mode: mode)
        _ = try await custodian.list(visit, of: person.reference)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let id = try #require(try await custodian.emergencies(holder, of: nil).first).id
        let words = Self.words(Custodian.justificationLimit + step)
        var fault: CustodyError?
        do {
            let again = try await house.admit(custodian, doctor, for: person)
            try await custodian.justifyEmergency(id, words, again, of: person.reference)
        } catch { fault = error }
        #expect(fault == (step > 0 ? .conflict("text") : nil))
        try custodian.close()
    }

    @Test(arguments: [-1, 0, 1]) func aTeamIsMeasured(step: Int) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let visit = try await house.admit(custodian, doctor, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
        let members = try (0..<(Custodian.teamLimit + step)).map { number in
            let one = try People.doctor(100 + number, structure: 2)
            return TeamMember(
                subject: one.subject,
                name: one.name,
                profession: one.profession,
                structure: one.structure
            )
        }
        var fault: CustodyError?
        do {
            let team = TeamDeclaration(name: "Équipe", members: members)
            let again = try await house.admit(custodian, doctor, for: person)
            _ = try await custodian.declareTeam(team, again, of: person.reference)
        } catch { fault = error }
        #expect(fault == (step > 0 ? .conflict("members") : nil))
        try custodian.close()
    }

    @Test(arguments: [-1, 0, 1]) func namesAndPapersAreMeasured(step: Int) throws {
        #expect(Custodian.isName(Self.words(Custodian.nameLimit + step)) == (step <= 0))
        let paper = String(repeating: "p", count: OperatorOrder.paperLimit + step)
        let verb = try #require(OperatorVerb.allCases.first { $0.namesAPaper })
        let role = try #require(verb.roles.first)
        let name = OperatorName(name: "essai", role: role, certificate: [1])
        var refusal: OrderRefusal?
        do { _ = try OperatorOrder(id: UniqueID(random: (1, 1)), verb: verb, by: name, paper: paper) } catch {
            refusal = error
        }
        #expect(refusal == (step > 0 ? .paper : nil))
    }

    @Test(arguments: [-1, 0, 1]) func whatIsReadAtOnceIsCounted(step: Int) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: doctor, for: person, on: shelf)
        let row = try await shelf.shown(0)
        let rows = [ShownRow](repeating: row, count: Custodian.releaseLimit + step)
        var fault: CustodyError?
        do {
            let visit = try await house.admit(custodian, doctor, for: person)
            let released = try await custodian.release(rows, visit, of: person.reference)
            #expect(released.count == rows.count)
        } catch { fault = error }
        #expect((fault == nil) == (step <= 0))
        try custodian.close()
    }
}
