import Custody
import HealthRecord
import RecordService
import SampleRecords
import Testing
import XDSWire

/// The host's physician comes by procedure alone: a written request, two persons, a time, a trace (C11; CSP L1111-8).
@Suite struct HostAccessTests {
    private struct Scene {
        let folder: Folder
        let office: Office
        let patient: SamplePatient
        let ins: QualifiedINS
        let letter: OID

        init(_ set: String = "mes2026") async throws {
            folder = try Folder()
            office = try Office(folder: folder.path, policySet: set)
            patient = try Lots.patient()
            try await office.open(patient)
            ins = try office.qualified(patient)
            letter = try await office.file(1, of: patient, by: try Lots.professional("gp"))
        }

        func approve(_ request: UniqueID, _ name: String) async throws(ServiceError) -> Instant? {
            try await office.service.approveHostAccess(request, of: ins, by: name)
        }

        func look() async throws -> String {
            let visit = try await office.service.admitHostPhysician(to: ins)
            return await outcome { () async throws(ServiceError) in try await office.service.list(visit).entries.count }
        }

        var told: Int {
            get async throws {
                try await office.news.count { if case .hostAccess = $0.notice { true } else { false } }
            }
        }
    }

    private static let refused = "refused refused"

    @Test func twoOperatorsOpenItForATime() async throws {
        let scene = try await Scene()
        let office = scene.office
        #expect(try await scene.look() == Self.refused)
        let request = try await office.service.ask(.hostPhysician, try await office.holder(scene.patient))
        #expect(try await scene.look() == Self.refused)
        #expect(try await scene.approve(request, "Ada Premier") == nil)
        #expect(try await scene.look() == Self.refused)
        // The same person under another spelling is no second one.
        for same in ["Ada Premier", "ADA  PREMIER", "ada-premier"] {
            #expect(
                await outcome { () async throws(ServiceError) in try await scene.approve(request, same) }
                    == "conflict sameOperator"
            )
        }
        #expect(try await scene.told == 0)
        let until = try #require(try await scene.approve(request, "Bruno Second"))
        #expect(until == office.now.advanced(bySeconds: 86_400))
        #expect(try await scene.told == 1)
        #expect(try await scene.look() == "done: 1")
        #expect(try await scene.told == 2)
        let visit = try await office.service.admitHostPhysician(to: scene.ins)
        let read = try await office.service.read([scene.letter], visit)
        guard case .document = try #require(read.first) else {
            Issue.record("not read")
            return
        }
        #expect(try await scene.told == 3)
        // He changes nothing.
        #expect(
            await outcome { () async throws(ServiceError) in
                try await office.service.change(.uniqueIDs([scene.letter]), .mask, visit).title
            }.hasPrefix("refused")
        )
        office.pass(86_400)
        #expect(try await scene.look() == Self.refused)
        let events = try await office.service.history(try await office.holder(scene.patient)).events
        let doctor = Actor.system("MEDECIN_HEBERGEUR")
        #expect(events.contains { $0.actor == doctor && $0.act == .read && $0.outcome == .permitted })
        #expect(events.count { $0.actor == doctor && $0.act == .list && $0.outcome == .refused } == 4)
        #expect(events.count { $0.rule == "host.approved" } == 2)
        #expect(
            events.filter { $0.rule == "host.approved" }.compactMap { $0.details["by"] }.sorted() == [
                "Ada Premier", "Bruno Second",
            ]
        )
        try await office.close()
    }

    @Test func theHolderEndsItAndPaperServesAsWell() async throws {
        let scene = try await Scene()
        let office = scene.office
        let request = try await office.service.recordHostRequest(of: scene.ins, basis: "lettre du 30 mars")
        // One operator alone settles nothing in its favour.
        #expect(
            await outcome { () async throws(ServiceError) in
                try await office.service.settleRequest(request, of: scene.ins, granted: true)
            } == "conflict kind"
        )
        for name in ["Ada Premier", "Bruno Second"] { _ = try await scene.approve(request, name) }
        #expect(try await scene.look() == "done: 1")
        try await office.service.endHostAccess(try await office.holder(scene.patient))
        #expect(try await scene.look() == Self.refused)
        // An approval that was used up opens nothing again.
        #expect(
            await outcome { () async throws(ServiceError) in try await scene.approve(request, "Carla Tierce") }
                == "conflict unknown"
        )
        try await office.close()
    }

    @Test func whereTheSetHasNoProcedureNobodyAsks() async throws {
        let scene = try await Scene("era2007")
        #expect(
            await outcome { () async throws(ServiceError) in
                try await scene.office.service.recordHostRequest(of: scene.ins, basis: "lettre")
            } == "conflict host.physicianAccess"
        )
        #expect(try await scene.look() == Self.refused)
        try await scene.office.close()
    }
}
