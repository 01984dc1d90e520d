import ClinicalDocuments
import Custody
import HealthRecord
import HostStore
import RecordService
import SampleRecords
import Testing
import XDSWire

@Suite struct ChangeTests {
    struct Scene {
        let folder: Folder
        let office: Office
        let patient: SamplePatient
        let gp: SampleProfessional
        let other: SampleProfessional
        let letters: [Written]
    }

    private func scene(_ count: Int = 2) async throws -> Scene {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        let (gp, other) = (try Lots.professional("gp"), try Lots.professional("cardiologist"))
        try await office.open(patient)
        try await office.authorise(other, patient)
        let letters = try (1...count).map { try Lots.letter(UInt64($0), of: patient, by: gp) }
        _ = try await office.service.deposit(try Lots.lot(letters, number: 1), try await office.visit(gp, patient))
        return Scene(folder: folder, office: office, patient: patient, gp: gp, other: other, letters: letters)
    }

    private func titles(_ scene: Scene, _ who: SampleProfessional) async throws -> [OID] {
        try await scene.office.service.list(try await scene.office.visit(who, scene.patient)).entries.map(\.uniqueID)
    }

    /// Access and life cycle § 3.5, CSP R1111-49.
    @Test func maskedAndShownAgainItIsTheSame() async throws {
        let scene = try await scene()
        let office = scene.office
        let before = try await office.service.list(try await office.visit(scene.other, scene.patient)).entries
        let id = scene.letters[0].id
        let masked = try await office.service.change(
            .uniqueIDs([id]),
            .mask,
            try await office.holder(scene.patient)
        )
        #expect(masked.visibility == .maskedToProfessionals && masked.metadataVersion == 2)
        #expect(try await titles(scene, scene.other) == [scene.letters[1].id])
        let read = try await office.service.read([id], try await office.visit(scene.other, scene.patient))
        #expect(read.first?.text == "notFound")
        let again = try await office.service.read([id], try await office.visit(scene.gp, scene.patient))
        #expect(again.first?.text == String(decoding: scene.letters[0].bytes, as: UTF8.self))
        let visit = try await office.visit(scene.other, scene.patient)
        let change = await outcome { () async throws(ServiceError) in
            try await office.service.change(.uniqueIDs([id]), .unmask, visit)
        }
        #expect(change == "notFound")
        _ = try await office.service.change(.logicalIDs([masked.id]), .unmask, try await office.holder(scene.patient))
        let after = try await office.service.list(try await office.visit(scene.other, scene.patient)).entries
        #expect(after.map(\.uniqueID) == before.map(\.uniqueID) && after.map(\.sha256) == before.map(\.sha256))
        #expect(after.map(\.visibility) == before.map(\.visibility) && after[0].metadataVersion == 3)
        try await office.close()
    }

    /// Access and life cycle § 3.6, PDT-INF-526.
    @Test func anAuthorTakesHisDocumentBack() async throws {
        let scene = try await scene()
        let office = scene.office
        let id = scene.letters[1].id
        _ = try await office.service.change(
            .uniqueIDs([id]),
            .delete,
            try await office.visit(scene.gp, scene.patient)
        )
        // Deletion is logical: it stays in the list as deleted until it is erased (CI-SIS, `StatusType:Deleted`).
        let entries = try await office.service.list(try await office.visit(scene.other, scene.patient)).entries
        #expect(entries.map(\.status) == [.approved, .deleted])
        let visit = try await office.visit(scene.gp, scene.patient)
        let twice = await outcome { () async throws(ServiceError) in
            try await office.service.change(.uniqueIDs([id]), .delete, visit)
        }
        #expect(twice.hasPrefix("refused"))
        // Nobody else can take it back, the holder neither: it is not his own.
        for who in [try await office.visit(scene.other, scene.patient), try await office.holder(scene.patient)] {
            let ended = await outcome { () async throws(ServiceError) in
                try await office.service.change(.uniqueIDs([scene.letters[0].id]), .delete, who)
            }
            #expect(ended.hasPrefix("refused"))
        }
        try await office.close()
    }

    /// Whom the holder has blocked learns the name of what he filed, and of nothing else, and takes it back (TD3.1b).
    @Test func aBlockedAuthorFindsWhatHeFiledAndTakesItBack() async throws {
        let scene = try await scene()
        let office = scene.office
        let others = try Lots.letter(3, of: scene.patient, by: scene.other)
        _ = try await office.service.deposit(
            try Lots.lot([others], number: 2),
            try await office.visit(scene.other, scene.patient)
        )
        let actor = scene.gp.actor()
        _ = try await office.service.carryOut(
            .block(Block(subject: actor.subject, name: actor.name, profession: actor.profession, since: office.now)),
            try await office.holder(scene.patient)
        )
        func found(_ id: OID) async throws -> [DocumentEntry]? {
            try await office.service.findOwn(.uniqueIDs([id]), try await office.visit(scene.gp, scene.patient))
        }
        let own = try #require(try await found(scene.letters[0].id))
        #expect(own.map(\.uniqueID) == [scene.letters[0].id])
        // Another's document and one that never was are one to him: his list decides, which is refused.
        for id in [others.id, try #require(OID("2.25.1"))] { #expect(try await found(id) == nil) }
        let visit = try await office.visit(scene.gp, scene.patient)
        let list = await outcome { () async throws(ServiceError) in try await office.service.list(visit).entries.count }
        #expect(list.hasPrefix("refused"))
        let name = try #require(own.first).entryUUID
        let deleted = try await office.service.change(
            .entryUUIDs([name]),
            .delete,
            try await office.visit(scene.gp, scene.patient)
        )
        #expect(deleted.status == .deleted)
        try await office.close()
    }

    @Test func theSameLotTwiceAtOnceIsTakenOnce() async throws {
        let scene = try await scene()
        let office = scene.office
        for number in 30..<36 {
            let lot = try Lots.lot(
                [Lots.letter(UInt64(number), of: scene.patient, by: scene.gp)],
                number: UInt64(number)
            )
            let visits = [
                try await office.visit(scene.gp, scene.patient), try await office.visit(scene.gp, scene.patient),
            ]
            let before = try await office.host.counts()
            let words = await withTaskGroup(of: String.self) { group in
                for visit in visits {
                    group.addTask {
                        await outcome { () async throws(ServiceError) in try await office.service.deposit(lot, visit) }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(words.contains("done: deposited"))
            #expect(words.count { $0 == "done: deposited" } == 1)
            let after = try await office.host.counts()
            #expect(after.active == before.active + 1 && after.pending == 0)
        }
        try await office.close()
    }

    /// What the holder wishes for all that comes in holds beside what the sender asks (access and life cycle § 3.5).
    @Test func theHoldersWishIsAddedToWhatComesIn() async throws {
        let scene = try await scene()
        let office = scene.office
        let wish = HolderWish.defaultVisibility(.maskedToProfessionals)
        _ = try await office.service.carryOut(wish, try await office.holder(scene.patient))
        let plain = try Lots.letter(20, of: scene.patient, by: scene.gp)
        // Masked and hidden from the patient do not go together: the sender's word stands until the reveal.
        let hidden = try Lots.letter(21, of: scene.patient, by: scene.gp, visibility: .hiddenFromPatient)
        let lot = try Lots.lot([plain, hidden], number: 20, isSigned: true)
        let visit = try await office.visit(scene.gp, scene.patient)
        #expect(try await office.service.deposit(lot, visit) == .deposited)
        #expect(try await titles(scene, scene.other).contains(hidden.id))
        #expect(try await !titles(scene, scene.other).contains(plain.id))
        let read = try await office.service.read([plain.id], try await office.visit(scene.gp, scene.patient))
        #expect(read.first?.text == String(decoding: plain.bytes, as: UTF8.self))
        let own = try await office.service.list(try await office.holder(scene.patient)).entries
        #expect(own.first { $0.uniqueID == plain.id }?.visibility == .maskedToProfessionals)
        #expect(!own.contains { $0.isLotSignature })
        let shown = try await office.service.change(
            .uniqueIDs([hidden.id]),
            .reveal(.hiddenFromPatient),
            try await office.visit(scene.gp, scene.patient)
        )
        #expect(shown.visibility == .maskedToProfessionals)
        #expect(try await !titles(scene, scene.other).contains(hidden.id))
        try await office.close()
    }

    @Test func aStrangerChangesNothing() async throws {
        let scene = try await scene()
        let office = scene.office
        let stranger = try Lots.professional("nurse")
        let absent = try #require(OID("2.25.1"))
        for change in [DocumentChange.mask, .delete, .archive] {
            var words: [String] = []
            for id in [scene.letters[0].id, absent] {
                let visit = try await office.visit(stranger, scene.patient)
                words.append(
                    await outcome { () async throws(ServiceError) in
                        try await office.service.change(.uniqueIDs([id]), change, visit)
                    }
                )
            }
            #expect(words == ["notFound", "notFound"])
        }
        try await office.close()
    }

    /// Design § 2, law 5: records that differ by what a reader may not know are the same to him.
    @Test func twinsThatDifferByAMaskedDocumentLookAlike() async throws {
        var seen: [[String]] = []
        for hasMasked in [false, true] {
            let scene = try await scene()
            let office = scene.office
            let hidden = try Lots.letter(
                9,
                of: scene.patient,
                by: scene.gp,
                visibility: .maskedToProfessionals
            )
            if hasMasked {
                _ = try await office.service.deposit(
                    try Lots.lot([hidden], number: 9),
                    try await office.visit(scene.gp, scene.patient)
                )
            }
            var words: [String] = []
            let listing = try await office.service.list(try await office.visit(scene.other, scene.patient))
            words.append("\(listing.entries.count) \(listing.sets.count)")
            // All that does not depend on chance.
            for entry in listing.entries {
                words.append(
                    "\(entry.uniqueID) \(entry.title) \(entry.status) \(entry.metadataVersion) \(entry.sha256)"
                )
            }
            words += listing.sets.map { "\($0.uniqueID) \($0.title ?? "")" }
            words.append("\(listing.policy)".filter { !$0.isNumber })
            for id in [hidden.id, scene.letters[0].id] {
                let visit = try await office.visit(scene.other, scene.patient)
                words += try await office.service.read([id], visit).map(\.text)
                let other = try await office.visit(scene.other, scene.patient)
                words.append(
                    await outcome { () async throws(ServiceError) in
                        try await office.service.change(.uniqueIDs([id]), .archive, other)
                    }
                )
            }
            let standing = try await office.service.standing(try await office.visit(scene.other, scene.patient))
            words.append(
                "\(String(describing: standing?.standing.authorisation)) \(String(describing: standing?.traits))"
            )
            seen.append(words)
            try await office.close()
        }
        #expect(seen[0] == seen[1])
    }

    @Test func depositsAndListsAtOnceNeverShowHalf() async throws {
        let scene = try await scene(1)
        let office = scene.office
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 10..<22 {
                group.addTask {
                    let pair = try [0, 1].map {
                        try Lots.letter(UInt64(number * 10 + $0), of: scene.patient, by: scene.gp)
                    }
                    let lot = try Lots.lot(pair, number: UInt64(number))
                    let visit = try await office.visit(scene.gp, scene.patient)
                    #expect(try await office.service.deposit(lot, visit) == .deposited)
                }
                group.addTask {
                    let listing = try await office.service.list(try await office.visit(scene.other, scene.patient))
                    let bySet = Dictionary(grouping: listing.entries, by: \.submissionSetID)
                    for (set, entries) in bySet {
                        let isFirst = entries.contains { $0.uniqueID == scene.letters[0].id }
                        #expect(entries.count == (isFirst ? 1 : 2))
                        #expect(listing.sets.contains { $0.id == set })
                    }
                }
            }
            try await group.waitForAll()
        }
        let listing = try await office.service.list(try await office.visit(scene.other, scene.patient))
        #expect(listing.entries.count == 25 && listing.sets.count == 13)
        let reads = try await office.service.read(
            listing.entries.map(\.uniqueID),
            try await office.visit(scene.other, scene.patient)
        )
        #expect(reads.allSatisfy { if case .document = $0 { true } else { false } })
        try await office.close()
    }
}
