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

    private func scene(
        _ patient: SamplePatient,
        _ visibility: Visibility = [],
        wishing wish: HolderWish? = nil
    ) async throws -> Scene {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (gp, other) = (try Lots.professional("gp"), try Lots.professional("cardiologist"))
        try await office.open(patient)
        if let wish { _ = try await office.service.carryOut(wish, try await office.holder(patient)) }
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
        let wish = HolderWish.defaultVisibility(.maskedToProfessionals)
        let scene = try await scene(try Lots.patient(), .hiddenFromPatient, wishing: wish)
        try await scene.office.authorise(scene.other, scene.patient)
        #expect(scene.old.visibility == [.hiddenFromPatient, .maskedOnceRevealed])
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

    /// Access and life cycle § 3.5 (CSP R1111-53): what the patient is not to see yet takes the place of nothing that he sees, masked
    /// to professionals or not; it is filed as a document of its own.
    @Test(arguments: [false, true])
    func aVersionThatThePatientDoesNotSeeReplacesNoneThatHeSees(isMasked: Bool) async throws {
        let scene = try await scene(try Lots.patient())
        let (office, service) = (scene.office, scene.office.service)
        if isMasked { try await mask(scene) }
        let over = try Lots.letter(
            2,
            of: scene.patient,
            by: scene.gp,
            replacing: scene.old.uniqueID,
            visibility: .hiddenFromPatient
        )
        let lot = try Lots.lot([over], number: 2, replacing: [0: scene.old.id])
        let visit = try await office.visit(scene.gp, scene.patient)
        var faults: [DepositFault] = []
        do throws(ServiceError) {
            _ = try await service.deposit(lot, visit)
        } catch {
            guard case .rejected(let found) = error else { throw error }
            faults = found
        }
        #expect(faults.map(\.code) == [.accessDeniedByRightsService])
        #expect(faults.map(\.element) == ["DocumentEntry[d0].confidentialityCode"])
        let seen = try await service.list(try await office.holder(scene.patient)).entries
        #expect(seen.map(\.id) == [scene.old.id] && seen.map(\.status) == [.approved])
        // Alone it waits to be announced; over one that waits as well it takes its place.
        let hidden = try await office.file(3, of: scene.patient, by: scene.gp, visibility: .hiddenFromPatient)
        let letter = try Lots.letter(
            4,
            of: scene.patient,
            by: scene.gp,
            replacing: hidden,
            visibility: .hiddenFromPatient
        )
        let found = try await service.find(.uniqueIDs([hidden]), try await office.visit(scene.gp, scene.patient))
        let next = try Lots.lot([letter], number: 4, replacing: [0: try #require(found.first).id])
        #expect(try await service.deposit(next, try await office.visit(scene.gp, scene.patient)) == .deposited)
        let after = try await service.list(try await office.holder(scene.patient)).entries
        #expect(after.map(\.id) == [scene.old.id])
        try await office.close()
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

    /// TD2.1, interop § 2.8: what the document says it replaces is what the lot replaces, and it says so.
    @Test func theDocumentAndTheLotReplaceTheSame() async throws {
        let scene = try await scene(try Lots.patient())
        let (office, service) = (scene.office, scene.office.service)
        let another = try await office.file(5, of: scene.patient, by: scene.gp)
        func faults(_ number: UInt64, stating stated: OID?) async throws -> [DepositFault] {
            let letter = try Lots.letter(number, of: scene.patient, by: scene.gp, replacing: stated)
            let lot = try Lots.lot([letter], number: number, replacing: [0: scene.old.entryUUID])
            let visit = try await office.visit(scene.gp, scene.patient)
            do throws(ServiceError) {
                _ = try await service.deposit(lot, visit)
            } catch {
                guard case .rejected(let faults) = error else { throw error }
                return faults
            }
            return []
        }
        let refused = try await faults(6, stating: another)
        #expect(refused.map(\.code) == [.registryMetadataError])
        #expect(refused.map(\.element) == ["DocumentEntry[d0]/relatedDocument/parentDocument/id"])
        let unsaid = try await faults(7, stating: nil)
        #expect(unsaid.map(\.code) == [.registryMetadataError])
        #expect(unsaid.map(\.element) == ["DocumentEntry[d0]/relatedDocument"])
        #expect(try await faults(8, stating: scene.old.uniqueID).isEmpty)
        let old = try await service.find(
            .uniqueIDs([scene.old.uniqueID]),
            try await office.visit(scene.gp, scene.patient)
        )
        #expect(old.map(\.status) == [.deprecated] && old.map(\.entryUUID) == [scene.old.entryUUID])
        try await office.close()
    }

    /// EX_3.3-1045: what was opened to the representatives is closed to them again neither by a change nor by a new version.
    @Test func whatWasOpenedToRepresentativesStaysOpen() async throws {
        let scene = try await scene(try Office.child(), .hiddenFromRepresentatives)
        let (office, service) = (scene.office, scene.office.service)
        func close(_ id: UniqueID) async throws -> String {
            let visit = try await office.visit(scene.gp, scene.patient)
            return await outcome { () async throws(ServiceError) in
                try await service.change(.logicalIDs([id]), .hideFromRepresentatives, visit).status
            }
        }
        let opened = try await service.change(
            .logicalIDs([scene.old.id]),
            .reveal(.hiddenFromRepresentatives),
            try await office.visit(scene.gp, scene.patient)
        )
        #expect(opened.visibility == .openedToRepresentatives && opened.visibility.codes.isEmpty)
        let reclosing = try await close(opened.id)
        #expect(reclosing == "conflict visibility")

        let closed = try Lots.letter(
            3,
            of: scene.patient,
            by: scene.gp,
            replacing: scene.old.uniqueID,
            visibility: .hiddenFromRepresentatives
        )
        let lot = try Lots.lot([closed], number: 3, replacing: [0: opened.entryUUID])
        let visit = try await office.visit(scene.gp, scene.patient)
        #expect(
            await outcome { () async throws(ServiceError) in try await service.deposit(lot, visit) }
                == "rejected registryMetadataError"
        )
        let new = try await replace(scene)
        #expect(new.visibility == .openedToRepresentatives && new.replaces == opened.id)
        let closingNew = try await close(new.id)
        #expect(closingNew == "conflict visibility")
        // A document of its own may still be a secret.
        let secret = try await office.file(4, of: scene.patient, by: scene.gp, visibility: .hiddenFromRepresentatives)
        let found = try await service.find(.uniqueIDs([secret]), try await office.visit(scene.gp, scene.patient))
        #expect(found.map(\.visibility) == [.hiddenFromRepresentatives])
        try await office.close()
    }
}
