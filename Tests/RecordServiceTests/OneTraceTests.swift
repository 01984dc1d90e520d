import Custody
import HealthRecord
import RecordService
import SampleRecords
import Testing
import XDSWire

/// Every permitted act has exactly one trace, whichever verb of the service it goes by (issue 3; access and life cycle § 5).
@Suite struct OneTraceTests {
    /// Acts of the record, the oldest first, as its holder reads them; his own looking is the last.
    private func trail(_ office: Office, _ patient: SamplePatient) async throws -> [TraceEvent] {
        try await office.service.history(limit: 1000, try await office.holder(patient)).events.reversed()
    }

    /// A verb, who takes it, and the acts that it must leave behind.
    private struct Step {
        let name: String
        let acts: [TracedAct]
        let run: @Sendable () async throws -> Void
    }

    /// To name a document by its identifier is an act of its own (TD3.1), and leaves its own line beside the change.
    private func steps(_ office: Office, _ patient: SamplePatient, _ ids: [OID]) throws -> [Step] {
        let (gp, other) = (try Lots.professional("gp"), try Lots.professional("cardiologist"))
        let service = office.service
        let wishes = EmergencyWishes(refusesRegulation: true)
        return [
            Step(name: "standing", acts: [.testExistence]) {
                _ = try await service.standing(try await office.visit(gp, patient))
            },
            Step(name: "list", acts: [.list]) { _ = try await service.list(try await office.visit(gp, patient)) },
            Step(name: "list in an emergency", acts: [.list]) {
                let glass = AccessMode.breakGlass(reason: "Coma")
                _ = try await service.list(try await office.visit(other, patient, mode: glass))
            },
            Step(name: "read one", acts: [.read]) {
                _ = try await service.read([ids[0]], try await office.visit(gp, patient))
            },
            Step(name: "authorisations", acts: [.listAuthorisations]) {
                _ = try await service.authorisations(try await office.visit(gp, patient))
            },
            Step(name: "administrative data", acts: [.readIdentity]) {
                _ = try await service.administrativeData(try await office.visit(gp, patient))
            },
            Step(name: "history", acts: [.readHistory]) {
                _ = try await service.history(limit: 5, try await office.visit(gp, patient))
            },
            Step(name: "mask", acts: [.locate, .mask]) {
                _ = try await service.change(.uniqueIDs([ids[1]]), .mask, try await office.visit(gp, patient))
            },
            Step(name: "unmask", acts: [.locate, .unmask]) {
                _ = try await service.change(.uniqueIDs([ids[1]]), .unmask, try await office.visit(gp, patient))
            },
            // Several in one order are asked for once.
            Step(name: "mask two together", acts: [.locate, .mask, .mask]) {
                let asked = ids.map { AskedChange(.uniqueIDs([$0]), .mask) }
                _ = try await service.change(asked, try await office.visit(gp, patient))
            },
            Step(name: "unmask two together", acts: [.locate, .unmask, .unmask]) {
                let asked = ids.map { AskedChange(.uniqueIDs([$0]), .unmask) }
                _ = try await service.change(asked, try await office.visit(gp, patient))
            },
            Step(name: "archive", acts: [.locate, .archive]) {
                _ = try await service.change(.uniqueIDs([ids[1]]), .archive, try await office.visit(gp, patient))
            },
            Step(name: "restore", acts: [.locate, .restore]) {
                _ = try await service.change(.uniqueIDs([ids[1]]), .restore, try await office.visit(gp, patient))
            },
            Step(name: "the holder's wish", acts: [.changeWishes]) {
                _ = try await service.carryOut(.emergency(wishes), try await office.holder(patient))
            },
            Step(name: "delete", acts: [.locate, .delete]) {
                _ = try await service.change(.uniqueIDs([ids[1]]), .delete, try await office.visit(gp, patient))
            },
            Step(name: "my patients", acts: []) {
                _ = try await service.myPatients(StandingQuery(), try await office.visit(gp, patient))
            },
        ]
    }

    @Test func everyPermittedActHasExactlyOneTrace() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        try await office.open(patient)
        try await office.authorise(try Lots.professional("gp"), patient)
        let before = try await trail(office, patient)
        let ids = [
            try await office.file(1, of: patient, by: try Lots.professional("gp")),
            try await office.file(2, of: patient, by: try Lots.professional("gp")),
        ]
        let filed = try await trail(office, patient)
        // Signing in and the look at the history are the holder's own acts, each with its line.
        #expect(Self.added(filed, to: before).map(\.act) == [.deposit, .deposit])
        for step in try steps(office, patient, ids) {
            let before = try await trail(office, patient)
            try await step.run()
            let added = Self.added(try await trail(office, patient), to: before)
            #expect(added.map(\.act) == step.acts, "\(step.name)")
            #expect(added.allSatisfy { $0.outcome == .permitted }, "\(step.name)")
        }
        try await office.close()
    }

    /// What is new, without what the holder's coming in to look leaves.
    private static func added(_ after: [TraceEvent], to before: [TraceEvent]) -> [TraceEvent] {
        let known = Set(before.map(\.sequence))
        return after.filter { event in
            var isLooking = false
            if case .holder = event.actor { isLooking = [.signIn, .readHistory].contains(event.act) }
            return !known.contains(event.sequence) && !isLooking
        }
    }
}
