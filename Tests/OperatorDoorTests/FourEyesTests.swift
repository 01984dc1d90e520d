import Custody
import HealthRecord
import OperatorDoor
import RecordService
import SampleRecords
import Testing

/// What nobody orders alone (security design § 2.13; reference: access-and-lifecycle § 1.1, § 6).
@Suite struct FourEyesTests {
    private func dead(_ desk: Desk) async throws -> String {
        let jeanne = try await desk.open("jeanne")
        let matricule = jeanne.ins.matricule.text
        let closed = try await desk.order(
            .close,
            [.matricule: matricule, .reason: "death"],
            by: Desk.certificate(.registrar)
        )
        #expect(closed.status == 200)
        return matricule
    }

    /// Access and life cycle § 4, CSP R1111-36.
    @Test func aDeathIsUndoneByTwo() async throws {
        let desk = try Desk()
        let matricule = try await dead(desk)
        let id = desk.newID()
        let fields: [VerbField: String] = [.matricule: matricule]
        for _ in 0..<2 {
            let first = try await desk.order(.undoDeath, fields, by: Desk.certificate(.registrar), id: id)
            #expect(first.status == 202 && first.answer.standing == .awaitsSecond && first.answer.traces == [])
        }
        let second = try await desk.order(.undoDeath, fields, by: Desk.otherRegistrar, id: id)
        #expect(second.status == 200 && second.answer.standing == .done)
        let event = try await desk.history(try desk.patient("jeanne"), .reopen).first
        #expect(event?.details["operator"] == "Autre Registre")
        #expect(event?.details["firstOperator"] == "Opérateur registrar")
        // Both may ask again what became of it; nobody else may.
        for certificate in [Desk.certificate(.registrar), Desk.otherRegistrar] {
            let again = try await desk.order(.undoDeath, fields, by: certificate, id: id)
            #expect(again.answer.standing == .doneBefore && again.answer.traces == second.answer.traces)
        }
        let third = try await desk.order(.undoDeath, fields, by: Desk.certificate(.officer), id: id)
        #expect(third.answer.fault?.code == .orderTaken)
    }

    @Test func theSecondMustMeanTheSame() async throws {
        let desk = try Desk()
        let matricule = try await dead(desk)
        let id = desk.newID()
        _ = try await desk.order(.undoDeath, [.matricule: matricule], by: Desk.certificate(.registrar), id: id)
        for fields in [
            [VerbField.matricule: try desk.matricule("paul")], [.matricule: matricule, .paper: "une autre pièce"],
        ] {
            let second = try await desk.order(.undoDeath, fields, by: Desk.otherRegistrar, id: id)
            #expect(second.status == 409 && second.answer.fault?.code == .orderTaken)
        }
    }

    @Test func whoMayOnlyConfirmDoesNotBegin() async throws {
        let desk = try Desk()
        let matricule = try await dead(desk)
        for role in [OperatorRole.officer, .dataProtection] {
            let reply = try await desk.order(.undoDeath, [.matricule: matricule], by: Desk.certificate(role))
            #expect(reply.status == 403 && reply.answer.fault?.code == .roleRefused)
        }
    }

    @Test func theSamePersonWithAnotherCardIsNoSecond() throws {
        let first = OperatorName(name: "Rose Greffe", role: .registrar, certificate: Desk.fingerprint(1))
        let again = OperatorName(name: "rose greffe", role: .registrar, certificate: Desk.fingerprint(2))
        let table = try OperatorTable([first, again])
        #expect(table.count == 2)
        // Held by the custodian itself: see the next test for the door.
        #expect(table.named(by: Desk.fingerprint(2)) == again)
    }

    @Test(arguments: [-1, 0, 1]) func anOrderWaitsAWeek(step: Int64) async throws {
        let desk = try Desk()
        let matricule = try await dead(desk)
        let id = desk.newID()
        let fields: [VerbField: String] = [.matricule: matricule]
        _ = try await desk.order(.undoDeath, fields, by: Desk.certificate(.registrar), id: id)
        desk.pass(seconds: Custodian.secondPersonWait + step)
        // Then it is forgotten: whoever comes now is the first.
        let late = try await desk.order(.undoDeath, fields, by: Desk.otherRegistrar, id: id)
        #expect(late.status == (step > 0 ? 202 : 200))
    }

    /// Two records of one day of birth; the second is Paul's matricule, with another given name where one is told.
    private func twins(_ desk: Desk, given: String?) async throws -> (SamplePatient, [VerbField: String]) {
        let jeanne = try await desk.open("jeanne")
        let twin = try desk.patient("paul")
        var (fields, lists) = desk.traits(jeanne)
        fields[.matricule] = twin.ins.matricule.text
        if let given { lists[.given] = [given] }
        let registrar = Desk.certificate(.registrar)
        #expect(try await desk.order(.invite, fields, lists: lists, by: registrar).status == 200)
        let ins = try #require(QualifiedINS(twin.ins, in: .rehearsal))
        try await desk.service.open(
            OpeningRequest(
                ins: ins,
                code: try desk.lastCode(),
                birthDate: jeanne.traits.birthDate,
                secret: twin.secretCode,
                phone: nil,
                email: "jumelle@example.org",
                emergency: EmergencyWishes()
            )
        )
        try await desk.activate(ins, secret: twin.secretCode)
        return (twin, [.matricule: twin.ins.matricule.text, .other: jeanne.ins.matricule.text])
    }

    /// § 4: two people of one birth day and one name stay two until two registrars say otherwise, who have seen what differs.
    @Test(arguments: [true, false])
    func twinsAreJoinedByTwo(areAlike: Bool) async throws {
        let desk = try Desk()
        let (twin, pair) = try await twins(desk, given: areAlike ? nil : "Jumelle")
        let registrar = Desk.certificate(.registrar)
        // Named neither too little nor too much.
        let differing: [VerbField: [String]] = [.differs: ["givenNames"]]
        let (right, wrong) = areAlike ? ([:], differing) : (differing, [:])
        let refused = try await desk.order(.merge, pair, lists: wrong, by: registrar)
        #expect(refused.status == 409)
        #expect(refused.answer.fault?.element == (areAlike ? "differs.nothing" : "differs.givenNames"))
        let id = desk.newID()
        for _ in 0..<2 {
            let first = try await desk.order(.merge, pair, lists: right, by: registrar, id: id)
            #expect(first.status == 202 && first.answer.standing == .awaitsSecond)
        }
        #expect(try await desk.history(twin, .merge, as: twin.ins).isEmpty)
        let second = try await desk.order(.merge, pair, lists: right, by: Desk.otherRegistrar, id: id)
        #expect(second.status == 200 && second.answer.standing == .done)
    }

    /// § 4: who may only confirm a join compares nobody, whatever the two have in common.
    @Test(arguments: [OperatorRole.officer, .dataProtection])
    func whoMayOnlyConfirmComparesNobody(role: OperatorRole) async throws {
        let desk = try Desk()
        let (_, pair) = try await twins(desk, given: "Jumelle")
        for lists in [[:], [VerbField.differs: ["givenNames"]]] {
            let reply = try await desk.order(.merge, pair, lists: lists, by: Desk.certificate(role))
            #expect(reply.status == 403 && reply.answer.fault?.code == .roleRefused)
        }
    }

    /// § 4, security design § 5.4: what a registrar comes to know by a comparison stands in the journal, and is not without end.
    @Test func comparisonsAreInTheJournalAndCounted() async throws {
        let desk = try Desk()
        let (_, pair) = try await twins(desk, given: "Jumelle")
        let registrar = Desk.certificate(.registrar)
        let id = desk.newID()
        for _ in 0..<2 {
            let refused = try await desk.order(.merge, pair, by: registrar, id: id)
            #expect(refused.status == 409 && refused.answer.fault?.element == "differs.givenNames")
        }
        let second = try await desk.order(.merge, pair, by: Desk.otherRegistrar, id: id)
        #expect(second.answer.fault?.code == .orderTaken, "nobody confirms what was refused")
        // Beyond the week after which what waits is forgotten.
        desk.pass(days: 8)
        let first = try await desk.order(.merge, pair, by: registrar)
        #expect(first.status == 409)
        let lines = try #require(try await desk.order(.journal, by: Desk.certificate(.auditor)).answer.lines)
        let joins = lines.filter { $0.verb == "merge" }
        #expect(joins.map(\.refused) == ["differs.givenNames", "differs.givenNames"])
        #expect(joins.first?.order == id && joins.allSatisfy { !$0.isDone && $0.index == nil })
        for _ in 1..<20 { _ = try await desk.order(.merge, pair, by: registrar) }
        let held = try await desk.order(.merge, pair, by: registrar)
        #expect(held.status == 429 && held.answer.fault?.code == .tooManyMisses)
    }

    /// L1110-4 V: an heir's request is recorded by one role, and answered by another with a second person.
    @Test func anHeirsClaimIsSettledByTwo() async throws {
        let desk = try Desk()
        let matricule = try await dead(desk)
        let claim = try await desk.order(
            .heirs,
            [.matricule: matricule, .family: "Héritière", .tie: "fille", .purpose: "memory"],
            lists: [.given: ["Hélène"]],
            by: Desk.certificate(.registrar)
        )
        let request = try #require(claim.answer.result)
        let id = desk.newID()
        let fields: [VerbField: String] = [.matricule: matricule, .request: request, .answer: "granted"]
        let alone = try await desk.order(.settle, fields, by: Desk.certificate(.registrar), id: id)
        #expect(alone.status == 403)
        let first = try await desk.order(.settle, fields, by: Desk.certificate(.support), id: id)
        #expect(first.status == 202)
        let second = try await desk.order(.settle, fields, by: Desk.certificate(.dataProtection), id: id)
        #expect(second.status == 200 && second.answer.standing == .done)
        let list = try await desk.order(.requests, [.matricule: matricule], by: Desk.certificate(.support))
        #expect(list.answer.requests == [])
    }

    /// A claim is made after a death alone.
    @Test func theLivingHaveNoHeirs() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let claim = try await desk.order(
            .heirs,
            [.matricule: jeanne.ins.matricule.text, .family: "Pressé", .tie: "fils", .purpose: "rights"],
            lists: [.given: ["Paul"]],
            by: Desk.certificate(.registrar)
        )
        #expect(claim.answer.fault?.element == "state")
    }

    /// Security design § 2.13: the holder asks in writing, two outside the host's company approve, for a time; the holder sees it.
    @Test func theHostsPhysicianNeedsTwo() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let matricule = jeanne.ins.matricule.text
        let asked = try await desk.order(.hostRequest, [.matricule: matricule], by: Desk.certificate(.registrar))
        let request = try #require(asked.answer.result)
        let fields: [VerbField: String] = [.matricule: matricule, .request: request]
        #expect(try await desk.order(.hostApprove, fields, by: Desk.certificate(.officer)).status == 200)
        let again = try await desk.order(.hostApprove, fields, by: Desk.certificate(.officer))
        #expect(again.answer.fault?.element == "sameOperator")
        #expect(try await desk.service.file(try await desk.holder(jeanne)).hostAccess?.until == nil)
        #expect(try await desk.order(.hostApprove, fields, by: Desk.certificate(.dataProtection)).status == 200)
        let access = try await desk.service.file(try await desk.holder(jeanne)).hostAccess
        #expect(access?.until != nil && access?.approvals.count == 2)
        let events = try await desk.history(jeanne, .request).filter { $0.rule == "host.approved" }
        #expect(Set(events.compactMap { $0.details["operatorRole"] }) == ["officer", "dataProtection"])
        let end = try await desk.order(.hostEnd, [.matricule: matricule], by: Desk.certificate(.officer))
        #expect(end.status == 200)
        #expect(try await desk.service.file(try await desk.holder(jeanne)).hostAccess == nil)
    }
}
