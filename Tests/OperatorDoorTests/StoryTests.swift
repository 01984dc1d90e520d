import Custody
import HealthRecord
import OperatorDoor
import RecordService
import SampleRecords
import Testing

/// Whole stories, from the paper on an operator's desk to what the person reads.
@Suite struct StoryTests {
    private let registrar = Desk.certificate(.registrar)

    /// Access and life cycle § 3.7: the letters give an access of one's own, which a minor has not.
    @Test func aMinorIsNotInvited() async throws {
        let desk = try Desk()
        var (fields, lists) = desk.traits(try desk.patient("noe"))
        lists[.address] = ["1 rue Basse"]
        let reply = try await desk.order(.invite, fields, lists: lists, by: registrar)
        #expect(reply.status == 409 && desk.notices.isEmpty)
        fields[.birthDate] = "1980-01-01"
        #expect(try await desk.order(.invite, fields, lists: lists, by: registrar).status == 200)
    }

    /// § 3.7: who comes of age is so from midnight where he lives; the desk's clock stands at half past one there on 1 April.
    @Test func whoComesOfAgeTodayInFranceIsInvited() async throws {
        let desk = try Desk()
        var (fields, lists) = desk.traits(try desk.patient("noe"))
        lists[.address] = ["1 rue Basse"]
        for (born, status) in [("2008-04-02", 409), ("2008-04-01", 200)] {
            fields[.birthDate] = born
            #expect(try await desk.order(.invite, fields, lists: lists, by: registrar).status == status)
        }
    }

    /// Seed 001: two posted codes; the letter that was lost is replaced.
    @Test func invitedByPostedCodes() async throws {
        let desk = try Desk()
        let patient = try desk.patient("jeanne")
        let (fields, lists) = desk.traits(patient)
        #expect(try await desk.order(.invite, fields, lists: lists, by: registrar).status == 200)
        let lost = try desk.lastCode()
        #expect(desk.notices.last?.ins == patient.ins)
        try await desk.open("jeanne")
        #expect(try desk.lastCode() != lost)
        #expect(try await desk.history(patient, .activateAccess).count == 1)
        // Whoever has an active record keeps it and gets nothing; the registrar is told no difference.
        let letters = desk.notices.count
        #expect(try await desk.order(.invite, fields, lists: lists, by: registrar).status == 200)
        #expect(desk.notices.count == letters)
    }

    /// R1111-28: information, six weeks, objection.
    @Test func announcedAndObjected() async throws {
        let desk = try Desk()
        let patient = try desk.patient("jeanne")
        let (fields, lists) = desk.traits(patient)
        #expect(try await desk.order(.announce, fields, lists: lists, by: registrar).status == 200)
        let ins = try #require(QualifiedINS(patient.ins, in: .rehearsal))
        let proof = try await desk.service.oppose(
            ins: ins,
            code: try desk.lastCode(),
            birthDate: patient.traits.birthDate
        )
        #expect(try desk.custodian.isGenuine(proof))
        desk.pass(days: 60)
        _ = try await desk.service.timeBrings()
        let asked = try await desk.order(
            .close,
            [.matricule: patient.ins.matricule.text, .reason: "authority"],
            by: registrar
        )
        #expect(asked.status == 404, "no record opened")
        // Announced once more, the objection stands.
        let letters = desk.notices.count
        #expect(try await desk.order(.announce, fields, lists: lists, by: registrar).status == 200)
        #expect(desk.notices.count == letters)
    }

    /// R1111-28: without an objection the record opens, and its first trace names who announced it.
    @Test func announcedAndOpened() async throws {
        let desk = try Desk()
        let patient = try desk.patient("jeanne")
        let (fields, lists) = desk.traits(patient)
        #expect(try await desk.order(.announce, fields, lists: lists, by: registrar).status == 200)
        desk.pass(days: 60)
        _ = try await desk.service.timeBrings()
        try await desk.activateOpened(
            OpeningRequest(
                ins: try #require(QualifiedINS(patient.ins, in: .rehearsal)),
                code: try desk.lastCode(),
                birthDate: patient.traits.birthDate,
                secret: patient.secretCode,
                phone: nil,
                email: patient.email,
                emergency: EmergencyWishes()
            )
        )
        let first = try await desk.history(patient, .openRecord).first
        #expect(first?.details["operator"] == "Opérateur registrar")
        #expect(first?.details["paper"] == "pièce 2026-118")
    }

    /// A living person declared dead: closed, nobody gets in, undone by two, everything as before.
    @Test func declaredDeadAndFoundAlive() async throws {
        let desk = try Desk()
        let patient = try await desk.open("jeanne")
        let matricule = patient.ins.matricule.text
        let death: [VerbField: String] = [.matricule: matricule, .reason: "death"]
        #expect(try await desk.order(.close, death, by: registrar).status == 200)
        await #expect(throws: ServiceError.self) { _ = try await desk.holder(patient) }
        let (id, alive) = (desk.newID(), [VerbField.matricule: matricule])
        #expect(try await desk.order(.undoDeath, alive, by: registrar, id: id).status == 202)
        await #expect(throws: ServiceError.self) { _ = try await desk.holder(patient) }
        #expect(try await desk.order(.undoDeath, alive, by: Desk.certificate(.officer), id: id).status == 200)
        let acts = try await desk.service.history(try await desk.holder(patient)).events.map(\.act)
        #expect(acts.contains(.close) && acts.contains(.reopen))
        let again = desk.newID()
        #expect(try await desk.order(.undoDeath, alive, by: registrar, id: again).status == 202)
        let confirmed = try await desk.order(.undoDeath, alive, by: Desk.otherRegistrar, id: again)
        #expect(confirmed.answer.fault?.element == "state", "nobody is dead")
    }

    /// § 7.1: a duplicate is joined, and a wrong join undone (access and life cycle § 4, CSP R1111-36).
    @Test func mergedAndUndone() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let double = try desk.patient("paul")
        // The same person under another number: the same day of birth.
        let renamed = PatientTraits(
            birthFamilyName: "Double",
            birthGivenNames: jeanne.traits.birthGivenNames,
            birthDate: jeanne.traits.birthDate,
            sex: .female,
            address: ["1 rue Basse"]
        )
        let ins = try #require(QualifiedINS(double.ins, in: .rehearsal))
        let (fields, lists) = (
            [
                VerbField.matricule: double.ins.matricule.text, .family: "Double",
                .birthDate: renamed.birthDate.iso8601, .sex: "F",
            ], [VerbField.given: renamed.birthGivenNames, .address: ["1 rue Basse"]]
        )
        #expect(try await desk.order(.invite, fields, lists: lists, by: registrar).status == 200)
        try await desk.service.open(
            OpeningRequest(
                ins: ins,
                code: try desk.lastCode(),
                birthDate: renamed.birthDate,
                secret: double.secretCode,
                phone: nil,
                email: "double@example.org",
                emergency: EmergencyWishes()
            )
        )
        try await desk.activate(ins, secret: double.secretCode)
        let pair: [VerbField: String] = [
            .matricule: double.ins.matricule.text, .other: jeanne.ins.matricule.text,
        ]
        // What tells the two apart is shown to whoever orders the join, before anybody's word counts for it.
        let unseen = try await desk.order(.merge, pair, by: registrar)
        #expect(unseen.status == 409 && unseen.answer.fault?.element == "differs.familyName")
        let seen: [VerbField: [String]] = [.differs: ["familyName"]]
        let id = desk.newID()
        #expect(try await desk.order(.merge, pair, lists: seen, by: registrar, id: id).status == 202)
        #expect(try await desk.history(double, .merge, as: double.ins).isEmpty, "one person alone joined two records")
        let merged = try await desk.order(.merge, pair, lists: seen, by: Desk.otherRegistrar, id: id)
        #expect(merged.status == 200 && merged.answer.traces?.count == 2)
        let repeated = try await desk.order(.merge, pair, lists: seen, by: registrar, id: id)
        #expect(repeated.answer.standing == .doneBefore)
        let next = desk.newID()
        #expect(try await desk.order(.merge, pair, by: registrar, id: next).status == 202)
        let same = try await desk.order(.merge, pair, by: Desk.otherRegistrar, id: next)
        #expect(same.answer.fault?.element == "same")
        let undone = try await desk.order(.undoMerge, [.matricule: double.ins.matricule.text], by: registrar)
        #expect(undone.status == 200 && undone.answer.traces?.count == 2)
        for (patient, key) in [(jeanne, jeanne.ins), (double, double.ins)] {
            let events = try await desk.history(patient, .merge, as: key)
            #expect(events.count == 2)
            #expect(Set(events.map { $0.details["operator"] }) == ["Autre Registre", "Opérateur registrar"])
            #expect(events.compactMap { $0.details["firstOperator"] } == ["Opérateur registrar"])
            #expect(events.compactMap { $0.details["differs"] } == ["familyName"])
        }
    }
}
