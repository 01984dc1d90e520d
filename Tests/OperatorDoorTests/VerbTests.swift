import Custody
import Foundation
import HealthRecord
import OperatorDoor
import RecordService
import SampleRecords
import ServerKit
import Synchronization
import Testing

/// Each verb, and what the holder reads of it.
@Suite struct VerbTests {
    private func expectNamed(
        _ event: TraceEvent?,
        _ role: OperatorRole,
        location: SourceLocation = #_sourceLocation
    ) throws {
        let event = try #require(event, sourceLocation: location)
        #expect(event.details["operator"] == "Opérateur \(role.rawValue)", sourceLocation: location)
        #expect(event.details["operatorRole"] == role.rawValue, sourceLocation: location)
        #expect(event.details["paper"] == "pièce 2026-118", sourceLocation: location)
        #expect(event.details["order"] != nil, sourceLocation: location)
    }

    /// R1111-36: the operator suspends for a fraud or a defect, and lifts.
    @Test(arguments: ["fraud", "defect"])
    func suspendsAndLifts(reason: String) async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let support = Desk.certificate(.support)
        let matricule = jeanne.ins.matricule.text
        let suspended = try await desk.order(.suspend, [.matricule: matricule, .reason: reason], by: support)
        #expect(suspended.status == 200 && suspended.answer.standing == .done)
        #expect(suspended.answer.traces?.count == 1)
        let again = try await desk.order(.suspend, [.matricule: matricule, .reason: reason], by: support)
        #expect(again.answer.fault?.code == .conflict && again.answer.fault?.element == "state")
        #expect(try await desk.order(.lift, [.matricule: matricule], by: support).status == 200)
        let events = try await desk.history(jeanne, .suspend)
        try expectNamed(events.first, .support)
        #expect(events.first?.details["reason"] == reason)
        try expectNamed(try await desk.history(jeanne, .resume).first, .support)
    }

    @Test func aReasonOfNobodyIsNone() async throws {
        let desk = try Desk()
        let reply = try await desk.order(
            .suspend,
            [.matricule: try desk.matricule("jeanne"), .reason: "revenge"],
            by: Desk.certificate(.support)
        )
        #expect(reply.status == 400 && reply.answer.fault?.element == "reason")
    }

    /// The record's first trace says who had its holder invited (access and life cycle § 4, CSP R1111-36).
    @Test func invites() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        try expectNamed(try await desk.history(jeanne, .openRecord).first, .registrar)
    }

    @Test func movesToAnotherSet() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let fields: [VerbField: String] = [.matricule: jeanne.ins.matricule.text, .set: "era2019"]
        let officer = Desk.certificate(.officer)
        #expect(try await desk.order(.migrate, fields, by: officer).status == 200)
        let event = try await desk.history(jeanne, .migrate).first
        try expectNamed(event, .officer)
        #expect(event?.details["to"]?.hasPrefix("era2019@") == true)
        #expect(try await desk.order(.migrate, fields, by: officer).answer.fault?.element == "unchanged")
        let unknown = try await desk.order(.migrate, fields.merging([.set: "era2040"]) { $1 }, by: officer)
        #expect(unknown.answer.fault?.element == "unknownSet")
    }

    /// § 7.1: an identity has a history of matricules; a wrong link must be reversible.
    @Test func addsAndRemovesAMatricule() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let new = try desk.patient("sophie").ins.matricule.text
        let registrar = Desk.certificate(.registrar)
        let added = try await desk.order(
            .addIdentifier,
            [.matricule: jeanne.ins.matricule.text, .other: new],
            by: registrar
        )
        #expect(added.status == 200)
        let removed = try await desk.order(.removeIdentifier, [.matricule: new], by: registrar)
        #expect(removed.status == 200)
        let events = try await desk.history(jeanne, .linkIdentity)
        #expect(events.count == 2)
        for event in events { try expectNamed(event, .registrar) }
        let gone = try await desk.order(.removeIdentifier, [.matricule: new], by: registrar)
        #expect(gone.status == 404 && gone.answer.fault?.code == .unknownRecord)
    }

    /// § 1.1: declared by the insurer or a court; ended by a court.
    @Test func declaresARepresentativeAndEndsTheMandate() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let guardian = try desk.patient("paul")
        let registrar = Desk.certificate(.registrar)
        let declared = try await desk.order(
            .representative,
            [
                .matricule: jeanne.ins.matricule.text, .other: guardian.ins.matricule.text, .kind: "representation",
                .family: guardian.traits.birthFamilyName, .birthDate: guardian.traits.birthDate.iso8601,
            ],
            lists: [.given: ["Paul"], .address: ["2 rue Haute"], .limit: ["noDocuments"]],
            by: registrar
        )
        #expect(declared.status == 200)
        let mandate = try #require(declared.answer.result.flatMap { UniqueID($0) })
        let shown = try await desk.service.representatives(try await desk.holder(jeanne))
        #expect(shown.map(\.id) == [mandate] && shown.first?.limits == .noDocuments)
        let other: [VerbField: String] = [
            .matricule: jeanne.ins.matricule.text, .other: guardian.ins.matricule.text,
        ]
        #expect(try await desk.order(.endRepresentative, other, by: registrar).status == 200)
        try expectNamed(try await desk.history(jeanne, .declareRepresentative).first, .registrar)
        try expectNamed(try await desk.history(jeanne, .endRepresentation).first, .registrar)
        #expect(try await desk.order(.endRepresentative, other, by: registrar).answer.fault?.element == "unknown")
    }

    static let physician: [VerbField: String] = [
        .physician: "899900063480", .family: "Traitant", .specialty: "SM26", .structure: "10B0057881",
        .structureName: "Cabinet", .sector: "SA07",
    ]

    /// L1111-16: the insured declares him to the health insurance; the insurer is told nothing back (L1111-18).
    @Test func declaresTheTreatingPhysicianBlindly() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let insurer = Desk.certificate(.insurer)
        var texts: Set<String> = []
        for (key, verb) in [
            ("jeanne", OperatorVerb.treating), ("paul", .treating), ("jeanne", .endTreating), ("paul", .endTreating),
        ] {
            var fields = verb == .treating ? Self.physician : [:]
            fields[.matricule] = try desk.matricule(key)
            let id = desk.newID()
            let reply = try await desk.order(
                verb,
                fields,
                lists: verb == .treating ? [.given: ["Théo"]] : [:],
                by: insurer,
                id: id
            )
            #expect(reply.status == 200)
            texts.insert(String(decoding: reply.answer.json, as: UTF8.self).replacing(id.text, with: "id"))
        }
        // The same bytes for whom has a record and for whom has none.
        #expect(texts == [#"{"order":"id","standing":"taken"}"#])
        try expectNamed(try await desk.history(jeanne, .declareTreatingPhysician).first, .insurer)
        try expectNamed(try await desk.history(jeanne, .resignTreatingPhysician).first, .insurer)
    }

    /// A repeated order tells the insurer no more than the first.
    @Test(arguments: ["jeanne", "paul"])
    func aRepeatedBlindOrderTellsNothing(key: String) async throws {
        let desk = try Desk()
        try await desk.open("jeanne")
        let id = desk.newID()
        let insurer = Desk.certificate(.insurer)
        for _ in 0..<2 {
            let reply = try await desk.order(.endTreating, [.matricule: try desk.matricule(key)], by: insurer, id: id)
            #expect(reply.status == 200 && reply.answer.standing == .taken)
        }
        let other = try await desk.order(.endTreating, [.matricule: try desk.matricule("amina")], by: insurer, id: id)
        #expect(other.status == 409 && other.answer.fault?.code == .orderTaken)
    }

    /// What tells nothing takes the same time whatever became of it; what may be told is not held back.
    @Test func blindAnswersAreHeldToOneTime() async throws {
        let desk = try Desk()
        try await desk.open("jeanne")
        let floor = AnswerFloor(.milliseconds(700))
        for key in ["jeanne", "paul"] {
            let matricule = try desk.matricule(key)
            let body = #"{"order":"\#(desk.newID().text)","paper":"pièce","matricule":"\#(matricule)"}"#
            let waits = Waits()
            let blind = try await desk.send(
                "end-treating",
                Array(body.utf8),
                with: Desk.certificate(.insurer),
                floor: floor,
                waits: waits
            )
            #expect(blind.status == 200)
            #expect(waits.all.contains(.milliseconds(700)))
            let others = Waits()
            _ = try await desk.send(
                "requests",
                Array(body.utf8),
                with: Desk.certificate(.support),
                floor: floor,
                waits: others
            )
            #expect(!others.all.contains(.milliseconds(700)))
        }
    }

    /// R1111-36: an erasure that the holder asked for is the calendar's; no operator says that it is done.
    @Test(arguments: ["granted", "refused"])
    func nobodySettlesAnErasure(answer: String) async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        try await desk.service.closeOwn(
            secret: jeanne.secretCode,
            erasing: true,
            try await desk.holder(jeanne)
        )
        let support = Desk.certificate(.support)
        let matricule = jeanne.ins.matricule.text
        let list = try await desk.order(.requests, [.matricule: matricule], by: support)
        let request = try #require(list.answer.requests?.first)
        #expect(request.kind == "earlyErasure" && request.due != nil)
        let settled = try await desk.order(
            .settle,
            [.matricule: matricule, .request: request.id.text, .answer: answer],
            by: support
        )
        #expect(settled.answer.fault?.element == "erasure")
    }

    /// The support sees that requests are there, never what they hold; each look is traced.
    @Test func listsAndSettlesRequests() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let request = try await desk.service.ask(.copy, try await desk.holder(jeanne))
        let support = Desk.certificate(.support)
        let matricule = jeanne.ins.matricule.text
        let list = try await desk.order(.requests, [.matricule: matricule], by: support)
        #expect(list.answer.requests?.map(\.id) == [request])
        #expect(list.answer.requests?.map(\.kind) == ["copy"])
        try expectNamed(try await desk.history(jeanne, .readIdentity).first, .support)
        let settled = try await desk.order(
            .settle,
            [.matricule: matricule, .request: request.text, .answer: "granted"],
            by: support
        )
        #expect(settled.status == 200 && settled.answer.standing == .done)
        try expectNamed(try await desk.history(jeanne, .request).first, .support)
        #expect(try await desk.order(.requests, [.matricule: matricule], by: support).answer.requests == [])
    }

    @Test(arguments: [OperatorVerb.lift, .close, .reopen, .undoMerge, .removeIdentifier, .requests, .suspend])
    func anUnknownMatriculeIsToldToThoseWhoMayKnow(verb: OperatorVerb) async throws {
        let desk = try Desk()
        let role = try #require(verb.roles.first)
        var fields: [VerbField: String] = [.matricule: try desk.matricule("jeanne")]
        if verb == .close { fields[.reason] = "death" }
        if verb == .suspend { fields[.reason] = "fraud" }
        let reply = try await desk.order(verb, fields, by: Desk.certificate(role))
        #expect(reply.status == 404 && reply.answer.fault?.code == .unknownRecord)
    }

    @Test(arguments: [-1, 0, 1]) func aLineOfALetterHasALimit(beyond: Int) async throws {
        let desk = try Desk()
        var (fields, lists) = desk.traits(try desk.patient("jeanne"))
        fields[.family] = String(repeating: "X", count: OperatorDoor.lineLimit + beyond)
        lists[.address] = ["1 rue Basse"]
        let reply = try await desk.order(.invite, fields, lists: lists, by: Desk.certificate(.registrar))
        #expect(reply.status == (beyond > 0 ? 400 : 200))
        #expect(reply.answer.fault?.code == (beyond > 0 ? .badField : nil))
        #expect(reply.answer.fault?.element == (beyond > 0 ? "family" : nil))
    }

    /// Whoever writes a field otherwise is told how it is written; of every field something is said, of none what stood there.
    @Test func aFieldThatCannotBeReadIsAnsweredWithItsForm() async throws {
        let desk = try Desk()
        let fields: [VerbField: String] = [
            .known: "2099-01-01T00:00Z", .touched: "essai", .risk: "high", .gravity: "serious",
        ]
        let reply = try await desk.order(
            .incident,
            fields,
            lists: [.nature: ["integrity"]],
            by: Desk.certificate(.officer)
        )
        let fault = try #require(reply.answer.fault)
        #expect(fault.code == .badField && fault.element == "known")
        #expect(fault.remedy.contains("2026-03-31T08:15Z") && !fault.remedy.contains("2099"))
        for field in VerbField.allCases { #expect(!field.form.isEmpty && !field.form.hasSuffix(".")) }
    }

    /// Security design § 5.4: nobody tries matricules one after the other.
    @Test func whoMissesTooOftenWaits() async throws {
        let desk = try Desk()
        try await desk.open("jeanne")
        let support = Desk.certificate(.support)
        let (unknown, known) = (try desk.matricule("paul"), try desk.matricule("jeanne"))
        for _ in 0..<20 {
            #expect(try await desk.order(.requests, [.matricule: unknown], by: support).status == 404)
        }
        for matricule in [unknown, known] {
            let held = try await desk.order(.requests, [.matricule: matricule], by: support)
            #expect(held.status == 429 && held.answer.fault?.code == .tooManyMisses)
        }
        // Another operator is not held back, and neither is this one for ever.
        let registrar = Desk.certificate(.registrar)
        #expect(try await desk.order(.undoMerge, [.matricule: known], by: registrar).status == 409)
        desk.pass(days: 1)
        #expect(try await desk.order(.requests, [.matricule: known], by: support).status == 200)
    }

    /// Nothing personal in the log, nor in a refusal.
    @Test func refusalsAndTheLogNameNobody() async throws {
        let desk = try Desk()
        let body = #"{"order":"CANARI","paper":"CANARI","matricule":"CANARI","CANARI":"CANARI"}"#
        let reply = try await desk.send("lift", Array(body.utf8), with: Desk.certificate(.support))
        #expect(reply.status == 400 && !reply.text.contains("CANARI"))
        try await desk.open("jeanne")
        let log = desk.lines.withLock { $0 }
        let matricule = try desk.matricule("jeanne")
        #expect(log.contains("orderTaken") && !log.contains(matricule))
        #expect(!log.contains("Opérateur"))
    }
}
