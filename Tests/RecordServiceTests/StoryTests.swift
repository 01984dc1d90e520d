import Custody
import HealthRecord
import HostStore
import RecordService
import SampleRecords
import Testing
import XDSWire

/// Whole stories, as people live them (issue *Who may do what*).
@Suite struct StoryTests {
    private let day: Int64 = 86_400

    /// Access and life cycle § 3.7, CSP L1111-5.
    @Test func aMinorsSecretConsultationStaysBetweenTheMinorAndTheDoctor() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (child, gp) = (try Office.child(), try Lots.professional("gp"))
        try await office.open(child)
        let parent = try await office.parent(of: child)
        try await office.authorise(gp, parentOf: child, parent)
        try await office.file(1, of: child, by: gp)
        let sent = try await office.news.count
        let secret = try await office.file(
            2,
            of: child,
            by: gp,
            visibility: .hiddenFromRepresentatives,
            isSecret: true
        )
        #expect(try await office.news.count == sent)
        let visit = try await office.portal(parent, Office.parentSecret)
        let listed = try await office.service.list(visit)
        #expect(listed.entries.count == 1 && !listed.entries.contains { $0.uniqueID == secret })
        let read = try await office.service.read([secret], visit)
        guard case .notFound = try #require(read.first) else {
            Issue.record("the secret document was read")
            return
        }
        let history = try await office.service.history(limit: 1000, visit).events
        #expect(!history.contains { $0.isSecret })
        #expect(try await office.service.list(try await office.visit(gp, child)).entries.count == 2)
        try await office.close()
    }

    @Test func aStolenCardIsStoppedByTheHolderAndLeavesItsTracks() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, thief) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(thief, patient)
        let document = try await office.file(1, of: patient, by: try Lots.professional("gp"))
        _ = try await office.service.read([document], try await office.visit(thief, patient))
        #expect(try await office.news.contains { if case .firstAccess = $0.notice { true } else { false } })
        let holder = try await office.holder(patient)
        let seen = try await office.service.history(limit: 100, holder).events
        #expect(seen.contains { $0.act == .read && $0.actor == .care(thief.actor()) })
        let block = Block(
            subject: thief.actor().subject,
            name: thief.actor().name,
            profession: nil,
            since: office.now
        )
        _ = try await office.service.carryOut(.block(block), holder)
        await #expect(throws: ServiceError.self) {
            try await office.service.list(try await office.visit(thief, patient))
        }
        // Breaking the glass does not help a blocked card (key block.defeatsBreakGlass).
        await #expect(throws: ServiceError.self) {
            try await office.service.list(
                try await office.visit(thief, patient, mode: .breakGlass(reason: "Urgence prétendue"))
            )
        }
        let after = try await office.service.history(limit: 100, try await office.holder(patient)).events
        #expect(after.count(where: { $0.act == .list && $0.outcome == .refused }) == 2)
        try await office.close()
    }

    @Test func theMorningAfterABrokenGlass() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        let night = try #require(
            Office.world.professionals.first { other in
                let actor = other.actor()
                return other.key != "gp" && actor.profession.role.value == "10" && actor.holder == .professional
            }
        )
        try await office.open(patient)
        _ = try await office.service.setAuthorisation(
            .add(asTreatingPhysician: true),
            try await office.visit(gp, patient)
        )
        let document = try await office.file(1, of: patient, by: gp)
        let mode = AccessMode.breakGlass(reason: "Coma, 3 h du matin")
        let read = try await office.service.read([document], try await office.visit(night, patient, mode: mode))
        guard case .document = try #require(read.first) else {
            Issue.record("the emergency got nothing")
            return
        }
        office.pass(6 * 3600)
        #expect(
            try await office.news.count(where: { if case .emergencyAccess = $0.notice { true } else { false } }) == 1
        )
        let emergencies = try await office.service.emergencies(try await office.holder(patient))
        #expect(emergencies.map(\.mode) == [mode] && emergencies.first?.justification == nil)
        let heard = try await office.service.careNotices(try await office.visit(gp, patient))
        #expect(heard.count == 1)
        try await office.service.justifyEmergency(
            try #require(emergencies.first).id,
            "Hypoglycémie sévère, traitement inconnu.",
            try await office.visit(night, patient)
        )
        let told = try await office.service.emergencies(try await office.holder(patient))
        #expect(told.first?.justification == "Hypoglycémie sévère, traitement inconnu.")
        // In daylight the same physician has no leave.
        await #expect(throws: ServiceError.self) {
            try await office.service.list(try await office.visit(night, patient))
        }
        try await office.close()
    }

    /// Access and life cycle § 3.1.
    @Test func aBlockedColleagueStillFilesAndReadsNothing() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        try await office.file(1, of: patient, by: gp)
        let actor = gp.actor()
        _ = try await office.service.carryOut(
            .block(Block(subject: actor.subject, name: actor.name, profession: nil, since: office.now)),
            try await office.holder(patient)
        )
        try await office.file(2, of: patient, by: gp)
        await #expect(throws: ServiceError.self) {
            try await office.service.list(try await office.visit(gp, patient))
        }
        // Unblocked, he asks again (reference § 3.2).
        _ = try await office.service.carryOut(.unblock(actor.subject), try await office.holder(patient))
        await #expect(throws: ServiceError.self) {
            try await office.service.list(try await office.visit(gp, patient))
        }
        _ = try await office.service.setAuthorisation(
            .add(asTreatingPhysician: false),
            try await office.visit(gp, patient)
        )
        #expect(try await office.service.list(try await office.visit(gp, patient)).entries.count == 2)
        try await office.close()
    }

    /// Access and life cycle § 4, CSP L1111-18, R1111-36.
    @Test func closingTenYearsDestruction() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        for number in 1...3 { try await office.file(UInt64(number), of: patient, by: gp) }
        try await office.service.closeOwn(secret: patient.secretCode, try await office.holder(patient))
        await #expect(throws: ServiceError.self) { try await office.file(9, of: patient, by: gp) }
        office.pass(9 * 365 * day)
        #expect(try await office.service.timeBrings().purged == 0)
        let held = try await office.host.counts()
        #expect(held.active == 3 && held.records == 1)
        office.pass(370 * day)
        let report = try await office.service.timeBrings()
        #expect(report.purged == 1 && report.failed == 0)
        let left = try await office.host.counts()
        #expect(left.active == 0 && left.records == 0 && left.tags == 0 && left.sets == 0 && left.objectsToErase == 0)
        #expect(try await office.service.timeBrings() == TimeReport())
        // A new life under the same matricule begins empty.
        try await office.open(patient)
        #expect(try await office.service.list(try await office.holder(patient)).entries.isEmpty)
        try await office.close()
    }

    /// How many documents the holder sees.
    private func seen(_ office: Office, _ patient: SamplePatient) async throws -> Int {
        try await office.service.list(try await office.holder(patient)).entries.count
    }

    /// Access and life cycle § 3.5, CSP R1111-53.
    @Test func whatWaitsToBeAnnouncedComesOutByTheLawsTerm() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        let document = try await office.file(1, of: patient, by: gp, visibility: .hiddenFromPatient)
        #expect(try await seen(office, patient) == 0)
        office.pass(15 * day)
        #expect(try await office.service.timeBrings().acts == 1)
        #expect(try await office.news.contains { if case .announcementDue = $0.notice { true } else { false } })
        #expect(try await office.service.careNotices(try await office.visit(gp, patient)).count == 1)
        #expect(try await seen(office, patient) == 0)
        office.pass(17 * day)
        #expect(try await office.service.timeBrings().released == 1)
        #expect(try await office.news.contains { if case .announcementReleased = $0.notice { true } else { false } })
        #expect(try await seen(office, patient) == 1)
        let entry = try #require(try await office.service.list(try await office.visit(gp, patient)).entries.first)
        #expect(entry.uniqueID == document && !entry.visibility.contains(.hiddenFromPatient))
        let release = try await office.service.history(limit: 100, try await office.holder(patient)).events
            .first { $0.act == .reveal }
        #expect(release?.actor == .system("calendar"))
        #expect(try await office.service.timeBrings() == TimeReport())
        try await office.close()
    }

    /// Access and life cycle § 10.
    @Test func aRecordLivesThroughAnEraChange() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path, policySet: "era2007")
        let (patient, gp) = (try Lots.patient(), try Lots.professional("gp"))
        try await office.open(patient)
        try await office.authorise(gp, patient)
        let letter = try await office.file(1, of: patient, by: gp)
        let masked = try await office.file(2, of: patient, by: gp, visibility: .maskedToProfessionals)
        let hidden = try await office.file(3, of: patient, by: gp, visibility: .hiddenFromPatient)
        office.pass(40 * day)
        let refused = try #require(Office.world.professional("pharmacist")).actor()
        _ = try await office.service.carryOut(
            .block(Block(subject: refused.subject, name: refused.name, profession: nil, since: office.now)),
            try await office.holder(patient)
        )
        let before = try await office.service.file(try await office.holder(patient)).policy
        let night = try #require(
            Office.world.professionals.first { other in
                let actor = other.actor()
                return other.key != "gp" && actor.profession.role.value == "10" && actor.holder == .professional
            }
        )
        let mode = AccessMode.breakGlass(reason: "Coma")
        // In 2007 nobody breaks a glass (C4); from the migration on the law of 2026 lets a physician.
        await #expect(throws: ServiceError.self) {
            try await office.service.list(try await office.visit(night, patient, mode: mode))
        }
        try await office.service.migrate(try office.qualified(patient), to: "mes2026")
        _ = try await office.service.list(try await office.visit(night, patient, mode: mode))
        let events = try await office.service.history(limit: 100, try await office.holder(patient)).events
        let policies = events.filter { $0.act == .list }.sorted { $0.sequence < $1.sequence }.map(\.policy)
        #expect(policies.first?.hasPrefix("era2007@") == true && policies.last?.hasPrefix("mes2026@") == true)
        #expect(events.contains { $0.act == .migrate })
        // Leaves, blocks and masks are the holder's: the new law takes none of them, and the documents still open.
        let after = try await office.service.file(try await office.holder(patient)).policy
        #expect(after.authorisations == before.authorisations && after.blocks == before.blocks)
        #expect(before.authorisations.count == 1 && before.blocks.map(\.subject) == [refused.subject])
        let entries = try await office.service.list(try await office.holder(patient)).entries
        #expect(entries.first { $0.uniqueID == masked }?.visibility == .maskedToProfessionals)
        for (document, reader) in [
            (letter, try await office.visit(gp, patient)), (letter, try await office.holder(patient)),
            (masked, try await office.holder(patient)),
        ] {
            guard case .document = try #require(try await office.service.read([document], reader).first) else {
                Issue.record("a document does not open any more")
                continue
            }
        }
        // What was hidden without a term is announced before it comes out by the new law's.
        #expect(entries.count == 2 && !entries.contains { $0.uniqueID == hidden })
        #expect(try await office.service.timeBrings().released == 0)
        #expect(try await office.news.contains { if case .announcementDue = $0.notice { true } else { false } })
        #expect(try await seen(office, patient) == 2)
        office.pass(16 * day)
        #expect(try await office.service.timeBrings().released == 1)
        #expect(try await seen(office, patient) == 3)
        try await office.close()
    }

    /// Access and life cycle § 4.
    @Test func aRecordOpensByItselfAndItsHolderActivatesIt() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, other) = (try Lots.patient(), try Lots.patient("paul"))
        func opened(_ somebody: SamplePatient) async throws -> OpeningRequest {
            try await office.service.announce(Invitation(ins: somebody.ins, traits: somebody.traits))
            office.pass(43 * day)
            #expect(try await office.service.timeBrings().opened == 1)
            return OpeningRequest(
                ins: try office.qualified(somebody),
                code: try office.lastCode(),
                birthDate: somebody.traits.birthDate,
                secret: somebody.secretCode,
                phone: somebody.phone,
                email: somebody.email,
                emergency: EmergencyWishes()
            )
        }
        let request = try await opened(patient)
        try await office.activateOpened(request)
        // The code serves once, and for six weeks.
        func isAccepted(_ request: OpeningRequest) async throws -> Bool {
            do throws(ServiceError) {
                return try await !office.service.beginFirstAccess(request).isEmpty
            } catch {
                guard case .notAccepted = error else { throw error }
                return false
            }
        }
        office.pass(3600)
        #expect(try await !isAccepted(request))
        let late = try await opened(other)
        office.pass(42 * day - 3600)
        #expect(try await isAccepted(late))
        office.pass(3600)
        #expect(try await !isAccepted(late))
        #expect(try await office.service.list(try await office.holder(patient)).entries.isEmpty)
        try await office.close()
    }

    /// Access and life cycle § 3.8.
    @Test func theHolderFilesAndDeletesHisOwn() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        try await office.open(patient)
        let type = Code("DOCPAT02", CodeSystem.frenchType)
        let bytes = Array("%PDF-1.7 essai".utf8)
        let own = OwnDocument(title: "Mon ordonnance", type: type, mediaType: "application/pdf", bytes: bytes)
        for wrong in [
            OwnDocument(title: "x", type: type, mediaType: "application/pdf", bytes: Array("GIF89a".utf8)),
            OwnDocument(
                title: "x",
                type: Code("11488-4", CodeSystem.loinc),
                mediaType: "application/pdf",
                bytes: bytes
            ),
            OwnDocument(title: " ", type: type, mediaType: "application/pdf", bytes: bytes),
        ] {
            await #expect(throws: ServiceError.self) {
                try await office.service.depositOwn(wrong, try await office.holder(patient))
            }
        }
        let entry = try await office.service.depositOwn(own, try await office.holder(patient))
        let visit = try await office.holder(patient)
        guard case .document(let read) = try await office.service.read(entry.id, visit) else {
            Issue.record("not readable")
            return
        }
        #expect(read.bytes == bytes && read.entry.title == "Mon ordonnance")
        let deleted = try await office.service.change(.logicalIDs([entry.id]), .delete, visit)
        #expect(deleted.status == .deleted)
        try await office.close()
    }
}

extension Office {
    /// Leave given by a parent for a child.
    fileprivate func authorise(_ one: SampleProfessional, parentOf child: SamplePatient, _ parent: INS) async throws {
        let actor = one.actor()
        _ = try await service.carryOut(
            .authorise(
                Authorisation(
                    subject: actor.subject,
                    name: actor.name,
                    profession: actor.profession,
                    structure: actor.structure,
                    since: now,
                    until: nil,
                    origin: .givenByHolder,
                    lastAct: now
                )
            ),
            try await portal(parent, Self.parentSecret)
        )
    }
}
