import Custody
import HealthRecord
import HostStore
import SampleRecords
import Sealing
import Testing
import XDSWire

@testable import RecordService

/// Whoever is kept from a document is kept from every version of it, and whoever sees it again sees them all
/// (CSP R1111-49; reference: access-and-lifecycle § 3.6, § 3.7).
@Suite struct VersionChainTests {
    /// A letter with its two older versions, the latest last, and a letter beside it.
    private struct Scene {
        let folder: Folder
        let office: Office
        let patient: SamplePatient
        let gp: SampleProfessional
        let other: SampleProfessional
        var versions: [UniqueID] = []

        func visit(_ reader: SampleProfessional) async throws -> Visit { try await office.visit(reader, patient) }

        /// How each version stands to the holder, the oldest first.
        func standings() async throws -> [Standing] {
            let entries = try await office.service.list(try await office.holder(patient)).entries
            return try versions.map { id in
                let entry = try #require(entries.first { $0.id == id })
                return Standing(status: entry.status, visibility: entry.visibility)
            }
        }

        /// How many of the versions somebody has in his list.
        func seen(in visit: Visit) async throws -> Int {
            try await office.service.list(visit).entries.count { versions.contains($0.id) }
        }

        mutating func file(_ number: UInt64, _ visibility: Visibility = []) async throws {
            var old: DocumentEntry?
            if let latest = versions.last {
                let entries: [DocumentEntry] = try await office.service.find(
                    .logicalIDs([latest]),
                    try await visit(gp)
                )
                old = entries.first
            }
            let letter = try Lots.letter(
                number,
                of: patient,
                by: gp,
                replacing: old?.uniqueID,
                visibility: visibility
            )
            let lot = try Lots.lot([letter], number: number, replacing: old.map { [0: $0.entryUUID] } ?? [:])
            #expect(try await office.service.deposit(lot, try await visit(gp)) == .deposited)
            let found: [DocumentEntry] = try await office.service.find(
                .uniqueIDs([letter.id]),
                try await visit(gp)
            )
            versions.append(try #require(found.first).id)
        }
    }

    private struct Standing: Hashable {
        let status: AvailabilityStatus
        let visibility: Visibility
    }

    private func scene(_ patient: SamplePatient, latest visibility: Visibility = []) async throws -> Scene {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        var scene = Scene(
            folder: folder,
            office: office,
            patient: patient,
            gp: try Lots.professional("gp"),
            other: try Lots.professional("cardiologist")
        )
        try await office.open(patient)
        if !patient.isMinor(on: Office.now.date) {
            for one in [scene.gp, scene.other] { try await office.authorise(one, patient) }
        }
        _ = try await office.file(90, of: patient, by: scene.gp)
        for number: UInt64 in 1...2 { try await scene.file(number) }
        try await scene.file(3, visibility)
        return scene
    }

    @Test func aMaskCoversEveryVersionAndLiftsFromEvery() async throws {
        let scene = try await scene(try Lots.patient())
        let service = scene.office.service
        let latest = try #require(scene.versions.last)
        let before = try await scene.standings()
        #expect(before.map(\.status) == [.deprecated, .deprecated, .approved])
        #expect(try await scene.seen(in: try await scene.visit(scene.other)) == 3)

        let masked = try await service.change(
            .logicalIDs([latest]),
            .mask,
            try await scene.office.holder(scene.patient)
        )
        #expect(masked.id == latest && masked.visibility == .maskedToProfessionals)
        #expect(try await scene.standings().map(\.visibility) == Array(repeating: .maskedToProfessionals, count: 3))
        let left = try await service.list(try await scene.visit(scene.other)).entries
        #expect(left.count == 1 && !left.contains { scene.versions.contains($0.id) })
        for id in scene.versions {
            let read = try await service.read(id, try await scene.visit(scene.other))
            #expect(read.text == "notFound")
        }
        // Its author still has them all.
        #expect(try await scene.seen(in: try await scene.visit(scene.gp)) == 3)

        _ = try await service.change(.logicalIDs([latest]), .unmask, try await scene.office.holder(scene.patient))
        #expect(try await scene.standings() == before)
        #expect(try await scene.seen(in: try await scene.visit(scene.other)) == 3)

        // Each version has a trace of its own, under the rule that let the latest be masked.
        let events = try await service.history(limit: 1000, try await scene.office.holder(scene.patient)).events
        for act in [TracedAct.mask, .unmask] {
            let traced = events.filter { $0.act == act && $0.outcome == .permitted }
            #expect(Set(traced.flatMap(\.documents)) == Set(scene.versions) && traced.count == 3)
            #expect(Set(traced.map(\.rule)).count == 1)
        }
        try await scene.office.close()
    }

    /// Several documents masked together: each with its versions, and the answer is of those asked for.
    @Test func severalAreMaskedWithTheirVersions() async throws {
        let scene = try await scene(try Lots.patient())
        let service = scene.office.service
        let holder = try await scene.office.holder(scene.patient)
        let asked = try await service.list(holder).entries.filter { $0.status == .approved }.map(\.id)
        #expect(asked.count == 2)
        let changed = try await service.change(
            asked.map { AskedChange(.logicalIDs([$0]), .mask) },
            try await scene.office.holder(scene.patient)
        )
        #expect(changed.map(\.id) == asked)
        #expect(try await service.list(try await scene.visit(scene.other)).entries.isEmpty)
        try await scene.office.close()
    }

    /// Whatever each is named by, the answer keeps the order asked for; what is named twice, or is not there, refuses the whole.
    @Test func severalAreNamedEachInItsWay() async throws {
        let scene = try await scene(try Lots.patient())
        let service = scene.office.service
        let current = try await service.list(try await scene.office.holder(scene.patient)).entries
            .filter { $0.status == .approved }
        try #require(current.count == 2)
        let (one, two) = (current[0], current[1])
        let changed = try await service.change(
            [AskedChange(.uniqueIDs([two.uniqueID]), .mask), AskedChange(.entryUUIDs([one.entryUUID]), .mask)],
            try await scene.office.holder(scene.patient)
        )
        #expect(changed.map(\.id) == [two.id, one.id])
        func refusal(_ second: ObjectSelector) async throws -> String? {
            let holder = try await scene.office.holder(scene.patient)
            let asked = [AskedChange(.logicalIDs([one.id]), .unmask), AskedChange(second, .unmask)]
            do throws(ServiceError) { _ = try await service.change(asked, holder) } catch {
                switch error {
                case .conflict(let word): return word
                case .notFound: return "notFound"
                default: return "\(error)"
                }
            }
            return nil
        }
        #expect(try await refusal(.uniqueIDs([one.uniqueID])) == "sameDocument")
        #expect(try await refusal(.uniqueIDs([try #require(OID("1.2.250.1.999.9.9"))])) == "notFound")
        let after = try await service.list(try await scene.office.holder(scene.patient)).entries
        #expect(after.allSatisfy { $0.visibility == .maskedToProfessionals })
        try await scene.office.close()
    }

    /// A version that its author files masked leaves none before it in sight.
    @Test func aMaskedVersionMasksThoseBeforeIt() async throws {
        let scene = try await scene(try Lots.patient(), latest: .maskedToProfessionals)
        #expect(
            try await scene.standings() == [
                Standing(status: .deprecated, visibility: .maskedToProfessionals),
                Standing(status: .deprecated, visibility: .maskedToProfessionals),
                Standing(status: .approved, visibility: .maskedToProfessionals),
            ]
        )
        #expect(try await scene.seen(in: try await scene.visit(scene.other)) == 0)
        try await scene.office.close()
    }

    @Test func whatIsClosedToRepresentativesIsClosedInEveryVersion() async throws {
        let scene = try await scene(try Office.child())
        let service = scene.office.service
        let parent = try await scene.office.parent(of: scene.patient)
        func seen() async throws -> Int {
            try await scene.seen(in: try await scene.office.portal(parent, Office.parentSecret))
        }
        let latest = try #require(scene.versions.last)
        #expect(try await seen() == 3)
        _ = try await service.change(.logicalIDs([latest]), .hideFromRepresentatives, try await scene.visit(scene.gp))
        #expect(try await seen() == 0)
        _ = try await service.change(
            .logicalIDs([latest]),
            .reveal(.hiddenFromRepresentatives),
            try await scene.visit(scene.gp)
        )
        #expect(try await seen() == 3)
        try await scene.office.close()
    }

    /// A document may have more versions than a byte counts.
    @Test func eachChangeOfAWorkHasANameOfItsOwn() throws {
        let work = UniqueID(random: (1, 2))
        let names = try (0..<1000).map { try #require(ChangeID(work: work, index: $0)).bytes }
        #expect(Set(names).count == 1000 && names[0] == work.bytes)
        #expect(ChangeID(work: work, index: 70_000) == nil && ChangeID(work: work, index: -1) == nil)
    }
}
