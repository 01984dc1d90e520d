import Custody
import HealthRecord
import RecordService
import SampleRecords
import Testing
import XDSWire

/// A new version shows nobody what the one before it hid (CSP R1111-49; reference: access-and-lifecycle § 3.7).
@Suite struct NewVersionTests {
    private struct Scene {
        let folder: Folder
        let office: Office
        let patient: SamplePatient
        let gp: SampleProfessional
        let other: SampleProfessional
        let old: DocumentEntry
    }

    private func scene(_ patient: SamplePatient, _ visibility: Visibility = []) async throws -> Scene {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (gp, other) = (try Lots.professional("gp"), try Lots.professional("cardiologist"))
        try await office.open(patient)
        let id = try await office.file(1, of: patient, by: gp, visibility: visibility)
        let entries = try await office.service.find(.uniqueIDs([id]), try await office.visit(gp, patient))
        return Scene(
            folder: folder,
            office: office,
            patient: patient,
            gp: gp,
            other: other,
            old: try #require(entries.first)
        )
    }

    /// The author files a new version, without a word of what the old one hid.
    private func replace(_ scene: Scene, _ visibility: Visibility = []) async throws -> DocumentEntry {
        let letter = try Lots.letter(
            2,
            of: scene.patient,
            by: scene.gp,
            replacing: scene.old.uniqueID,
            visibility: visibility
        )
        let lot = try Lots.lot([letter], number: 2, replacing: [0: scene.old.id])
        let visit = try await scene.office.visit(scene.gp, scene.patient)
        #expect(try await scene.office.service.deposit(lot, visit) == .deposited)
        let found = try await scene.office.service.find(
            .uniqueIDs([letter.id]),
            try await scene.office.visit(scene.gp, scene.patient)
        )
        return try #require(found.first)
    }

    private func mask(_ scene: Scene) async throws {
        _ = try await scene.office.service.change(
            .logicalIDs([scene.old.id]),
            .mask,
            try await scene.office.holder(scene.patient)
        )
    }

    @Test func theHoldersMaskStays() async throws {
        let scene = try await scene(try Lots.patient())
        try await scene.office.authorise(scene.other, scene.patient)
        try await mask(scene)
        let new = try await replace(scene)
        #expect(new.visibility == .maskedToProfessionals && new.replaces == scene.old.id)
        let seen = try await scene.office.service.list(
            try await scene.office.visit(scene.other, scene.patient)
        ).entries
        #expect(seen.isEmpty)
        try await scene.office.close()
    }

    /// What may not be masked and hidden from the patient at once is masked when the patient may see it.
    @Test func theHoldersMaskWaitsForTheReveal() async throws {
        let scene = try await scene(try Lots.patient())
        try await scene.office.authorise(scene.other, scene.patient)
        try await mask(scene)
        let new = try await replace(scene, .hiddenFromPatient)
        #expect(new.visibility == [.hiddenFromPatient, .maskedOnceRevealed])
        let shown = try await scene.office.service.change(
            .logicalIDs([new.id]),
            .reveal(.hiddenFromPatient),
            try await scene.office.visit(scene.gp, scene.patient)
        )
        #expect(shown.visibility == .maskedToProfessionals)
        let seen = try await scene.office.service.list(
            try await scene.office.visit(scene.other, scene.patient)
        ).entries
        #expect(seen.isEmpty)
        try await scene.office.close()
    }

    /// One way: what a minor keeps from the representatives stays so through every version (§ 3.7).
    @Test func aMinorsSecretStays() async throws {
        let scene = try await scene(try Office.child(), .hiddenFromRepresentatives)
        let parent = try await scene.office.parent(of: scene.patient)
        let new = try await replace(scene)
        #expect(new.visibility == .hiddenFromRepresentatives)
        let seen = try await scene.office.service.list(
            try await scene.office.portal(parent, Office.parentSecret)
        ).entries
        #expect(seen.isEmpty)
        try await scene.office.close()
    }
}
