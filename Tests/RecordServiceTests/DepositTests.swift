import ClinicalDocuments
import Custody
import Foundation
import HealthRecord
import HostStore
import SampleRecords
import Testing
import XDSWire

@testable import RecordService

@Suite struct DepositTests {
    /// Every sample document of several people, in strict mode, by its author; replacements included.
    @Test(arguments: ["jeanne", "paul", "amina"])
    func aWholeLifeGoesInAndComesBackByteForByte(key: String) async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient(key)
        try await office.open(patient)
        let samples = Office.world.documents(of: key).sorted { $0.createdAt < $1.createdAt }
        var ids: [OID: UniqueID] = [:]
        for sample in samples {
            let visit = try await office.visit(sample.author, patient)
            let target = sample.replaces.flatMap { ids[$0] }
            let lot = try Lots.lot(
                [Written(sample)],
                number: office.number,
                replacing: target.map { [0: $0] } ?? [:],
                isSigned: true
            )
            #expect(
                await outcome { () async throws(ServiceError) in try await office.service.deposit(lot, visit) }
                    == "done: deposited"
            )
            let author = try await office.visit(sample.author, patient, mode: .normal)
            try await office.authorise(sample.author, patient)
            let listing = try await office.service.list(author)
            let entry = try #require(listing.entries.first { $0.uniqueID == sample.uniqueID })
            #expect(entry.signature == .advanced && entry.visibility == sample.visibility)
            #expect(listing.sets.contains { $0.id == entry.submissionSetID })
            ids[sample.uniqueID] = entry.id
        }
        let holder = try await office.holder(patient)
        let listing = try await office.service.list(holder)
        let expected = samples.filter { !$0.visibility.contains(.hiddenFromPatient) }.map(\.uniqueID)
        #expect(listing.entries.filter { !$0.isLotSignature }.map(\.uniqueID) == expected)
        for sample in samples {
            let outcomes = try await office.service.read([sample.uniqueID], holder)
            if sample.visibility.contains(.hiddenFromPatient) {
                #expect(outcomes.first?.text == "notFound")
            } else {
                guard case .document(let document) = outcomes.first else {
                    Issue.record("not read")
                    continue
                }
                #expect(document.bytes == (try sample.bytes()))
            }
        }
        let replaced = samples.compactMap(\.replaces)
        for entry in listing.entries { #expect((entry.status == .deprecated) == replaced.contains(entry.uniqueID)) }
        try await office.close()
        // The same after a restart.
        let again = try Office(folder: folder.path, shift: 1_000_000)
        let count = try await again.service.list(try await again.holder(patient)).entries.count
        #expect(count == listing.entries.count)
        try await again.close()
    }

    /// Access and life cycle § 3.5, CSP R1111-49.
    @Test func aDepositorWithoutLeaveReadsHisOwnOnly() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        try await office.open(patient)
        let (gp, other) = (try Lots.professional("gp"), try Lots.professional("cardiologist"))
        let letter = try Lots.letter(1, of: patient, by: gp)
        let masked = try Lots.letter(2, of: patient, by: gp, visibility: .maskedToProfessionals)
        _ = try await office.service.deposit(
            try Lots.lot([letter, masked], number: 1),
            try await office.visit(gp, patient)
        )
        // Whoever filed has no leave and reads what he filed, what is masked to professionals as well.
        for document in [letter, masked] {
            let outcome = try await office.service.read([document.id], try await office.visit(gp, patient)).first
            guard case .document(let read) = try #require(outcome) else {
                Issue.record("its author does not read \(document.id)")
                continue
            }
            #expect(read.bytes == document.bytes && read.entry.visibility == document.visibility)
        }
        let visit = try await office.visit(other, patient)
        let list = await outcome { () async throws(ServiceError) in try await office.service.list(visit).entries.count }
        #expect(list.hasPrefix("refused"))
        // What is there and what is not are refused in the same words.
        let absent = try #require(OID("2.25.1"))
        for ids in [[letter.id], [absent], [masked.id], [letter.id, absent], [absent, letter.id]] {
            let visit = try await office.visit(other, patient)
            let texts = Set(try await office.service.read(ids, visit).map(\.text))
            #expect(texts.count == 1 && texts.first?.hasPrefix("refused") == true)
        }
        // A leave opens to another what is not masked; the author still reads his own alone.
        try await office.authorise(other, patient)
        let own = try await office.file(3, of: patient, by: other)
        let texts = try await office.service.read([letter.id, masked.id], try await office.visit(other, patient))
            .map(\.text)
        #expect(texts == [String(decoding: letter.bytes, as: UTF8.self), "notFound"])
        let theirs = try await office.service.read([own], try await office.visit(gp, patient)).first
        #expect(try #require(theirs).text.hasPrefix("refused"))
        try await office.close()
    }

    /// TD2.1, access and life cycle § 3.6.
    @Test func severalReplacementsInOneLot() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        try await office.open(patient)
        let gp = try Lots.professional("gp")
        try await office.authorise(gp, patient)
        let first = try (1...5).map { try Lots.letter(UInt64($0), of: patient, by: gp) }
        _ = try await office.service.deposit(try Lots.lot(first, number: 1), try await office.visit(gp, patient))
        let old = try await office.service.list(try await office.visit(gp, patient)).entries
        let second = try (0..<5).map { index in
            try Lots.letter(UInt64(10 + index), of: patient, by: gp, replacing: first[index].id)
        }
        let targets = Dictionary(uniqueKeysWithValues: old.enumerated().map { ($0.offset, $0.element.id) })
        let visit = try await office.visit(gp, patient)
        let lot = try Lots.lot(second, number: 2, replacing: targets)
        let done = await outcome { () async throws(ServiceError) in try await office.service.deposit(lot, visit) }
        #expect(done == "done: deposited")
        let entries = try await office.service.list(try await office.visit(gp, patient)).entries
        #expect(
            entries.map(\.status) == Array(repeating: .deprecated, count: 5) + Array(repeating: .approved, count: 5)
        )
        #expect(entries.suffix(5).map(\.replaces) == old.map(\.id))
        // Interop § 2.9: whoever knows the old version by its entryUUID knows it still.
        #expect(entries.prefix(5).map(\.entryUUID) == old.map(\.entryUUID))
        #expect(entries.prefix(5).map(\.metadataVersion) == old.map(\.metadataVersion))
        #expect(Set(entries.prefix(5).map(\.metadataVersion)) == [1])
        // Whatever becomes of it afterwards gives it a new one.
        let deleted = try await office.service.change(
            .entryUUIDs([old[0].entryUUID]),
            .delete,
            try await office.visit(gp, patient)
        )
        #expect(deleted.metadataVersion == 2 && deleted.entryUUID != old[0].entryUUID && deleted.id == old[0].id)
        try await office.close()
    }

    @Test func theSameLotAgainIsThereAlready() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, other) = (try Lots.patient(), try Lots.patient("paul"))
        for somebody in [patient, other] { try await office.open(somebody) }
        let gp = try Lots.professional("gp")
        let letter = try Lots.letter(1, of: patient, by: gp)
        func deposit(_ lot: Lot, for somebody: SamplePatient) async throws -> String {
            let visit = try await office.visit(gp, somebody)
            return await outcome { () async throws(ServiceError) in try await office.service.deposit(lot, visit) }
        }
        #expect(try await deposit(try Lots.lot([letter], number: 1), for: patient) == "done: deposited")
        let counts = try await office.host.counts()
        #expect(try await deposit(try Lots.lot([letter], number: 1), for: patient) == "done: alreadyThere")
        #expect(try await deposit(try Lots.lot([letter], number: 2), for: patient) == "done: alreadyThere")
        let changed = try Lots.letter(1, of: patient, by: gp, text: "Autre chose")
        #expect(try await deposit(try Lots.lot([changed], number: 3), for: patient) == "rejected nonIdenticalHash")
        let elsewhere = try Lots.letter(1, of: other, by: gp)
        #expect(
            try await deposit(try Lots.lot([elsewhere], number: 4), for: other)
                == "rejected duplicateUniqueIDInRegistry"
        )
        // Somebody else is not told in which record an identifier is in use.
        let cardiologist = try Lots.professional("cardiologist")
        let foreign = try Lots.letter(1, of: patient, by: cardiologist, text: "Autre chose")
        let visit = try await office.visit(cardiologist, patient)
        let theirs = try Lots.lot([foreign], number: 6)
        #expect(
            await outcome { () async throws(ServiceError) in try await office.service.deposit(theirs, visit) }
                == "rejected duplicateUniqueIDInRegistry"
        )
        let more = try Lots.letter(2, of: patient, by: gp)
        #expect(
            try await deposit(try Lots.lot([letter, more], number: 5), for: patient)
                == "rejected duplicateUniqueIDInRegistry"
        )
        #expect(try await office.host.counts() == counts)
        try await office.close()
    }

    /// TD2.1, ITI TF-3 § 4.2.3.3.12: in a record, a set's identifier names one set.
    @Test func aSetsIdentifierServesOnce() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, other) = (try Lots.patient(), try Lots.patient("paul"))
        for somebody in [patient, other] { try await office.open(somebody) }
        let gp = try Lots.professional("gp")
        func deposit(_ lot: Lot, for somebody: SamplePatient) async throws -> String {
            let visit = try await office.visit(gp, somebody)
            return await outcome { () async throws(ServiceError) in try await office.service.deposit(lot, visit) }
        }
        let first = try Lots.lot([Lots.letter(1, of: patient, by: gp)], number: 1)
        #expect(try await deposit(first, for: patient) == "done: deposited")
        let counts = try await office.host.counts()
        let second = [try Lots.letter(2, of: patient, by: gp)]
        let refused = try await deposit(try Lots.lot(second, number: 1), for: patient)
        #expect(refused == "rejected duplicateUniqueIDInRegistry")
        #expect(try await office.host.counts() == counts && counts.pending == 0)
        // The answer that was lost is given again.
        #expect(try await deposit(first, for: patient) == "done: alreadyThere")
        // Under an identifier of its own it is taken; of other records the identifier tells nothing.
        #expect(try await deposit(try Lots.lot(second, number: 2), for: patient) == "done: deposited")
        let elsewhere = try Lots.lot([Lots.letter(3, of: other, by: gp)], number: 1)
        #expect(try await deposit(elsewhere, for: other) == "done: deposited")
        let sets = try await office.service.list(try await office.holder(patient)).sets
        #expect(Set(sets.map(\.id)).count == 2 && Set(sets.map(\.uniqueID)).count == 2)
        try await office.close()
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: String
        let edit: @Sendable (inout Submission, inout [String: [UInt8]]) -> Void

        init(
            _ name: String,
            _ expected: String,
            _ edit: @escaping @Sendable (inout Submission, inout [String: [UInt8]]) -> Void
        ) {
            testDescription = name
            self.expected = expected
            self.edit = edit
        }
    }

    static let wrongs: [Wrong] = [
        Wrong("size", "rejected repositoryMetadataError") { lot, _ in lot.entries[0].size = 1 },
        Wrong("hash", "rejected repositoryMetadataError") { lot, _ in
            lot.entries[0].hash = [UInt8](repeating: 1, count: 20)
        },
        Wrong("empty", "rejected repositoryMetadataError") { _, bytes in bytes["d0"] = [] },
        Wrong("missing", "rejected missingDocument") { _, bytes in bytes["d0"] = nil },
        Wrong("no documents", "rejected missingDocument") { lot, _ in lot.entries = [] },
        Wrong("title", "rejected registryMetadataError") { lot, _ in lot.entries[0].title = "Autre titre" },
        Wrong("uniqueId", "rejected registryMetadataError") { lot, _ in lot.entries[0].uniqueID = OID("2.25.4") },
        Wrong("time", "rejected registryMetadataError") { lot, _ in lot.entries[0].creationTime = HL7Time("2001") },
        Wrong("name of the patient", "rejected registryMetadataError") { lot, _ in
            lot.entries[0].sourcePatientInfo[0] = "PID-5|AUTRE^Personne^^^^^L"
        },
        Wrong("birth of the patient", "rejected registryMetadataError") { lot, _ in
            lot.entries[0].sourcePatientInfo.append("PID-7|19010101")
        },
        Wrong("class", "rejected registryMetadataError registryMetadataError") { lot, _ in
            lot.entries[0].classCode = Code("11", CodeSystem.documentClass)
        },
        Wrong("type outside its set", "rejected registryMetadataError registryMetadataError") { lot, _ in
            lot.entries[0].typeCode = Code("99999-9", CodeSystem.loinc)
        },
        Wrong("no type", "rejected registryMetadataError") { lot, _ in lot.entries[0].typeCode = nil },
        Wrong("patient of the entry", "rejected patientIDDoesNotMatch") { lot, _ in
            lot.entries[0].patientID = Office.world.patient("paul").map { PatientIdentifier($0.ins) }
        },
        Wrong("patient of the set", "otherPatient") { lot, _ in
            lot.set.patientID = Office.world.patient("paul").map { PatientIdentifier($0.ins) }
        },
        Wrong("no patient", "otherPatient") { lot, _ in lot.set.patientID = nil },
        Wrong("another institution", "rejected registryMetadataError") { lot, _ in
            lot.set.authors = Office.world.professional("cardiologist").map { [$0.author()] } ?? []
        },
        Wrong("another person", "rejected registryMetadataError") { lot, _ in
            lot.set.authors = Office.world.professional("nurse").map { [$0.author()] } ?? []
        },
        // The second says that the document names somebody else.
        Wrong("the service as author", "rejected registryMetadataError registryMetadataError") { lot, _ in
            lot.entries[0].authors = [.service]
        },
        Wrong("the service as authenticator", "rejected registryMetadataError registryMetadataError") { lot, _ in
            lot.entries[0].legalAuthenticator = .service
        },
        Wrong("the service as an author of the lot", "rejected registryMetadataError") { lot, _ in
            lot.set.authors.append(.service)
        },
        Wrong("the service as source", "rejected registryMetadataError") { lot, _ in
            lot.set.sourceID = Author.serviceNumber
        },
        Wrong("a kind of activity outside its set", "rejected registryMetadataError") { lot, _ in
            lot.set.contentType = Code("XX", "1.2.250.1.213.2.2")
        },
        Wrong("a kind of activity of another system", "rejected registryMetadataError") { lot, _ in
            lot.set.contentType = Code("07", "1.2.3")
        },
        Wrong("no set id", "rejected registryMetadataError") { lot, _ in lot.set.uniqueID = nil },
        Wrong("not CDA", "rejected invalidDocumentContent") { lot, bytes in
            lot.entries[0].size = nil
            lot.entries[0].hash = nil
            bytes["d0"] = Array("<autre/>".utf8)
        },
        Wrong("not XML", "rejected invalidDocumentContent") { lot, bytes in
            lot.entries[0].size = nil
            lot.entries[0].hash = nil
            bytes["d0"] = Array("%PDF-1.4 rien".utf8)
        },
        Wrong("replaces nobody", "rejected unresolvedReference") { lot, _ in
            let nobody = UniqueID(random: (1, 2))
            lot.associations.append(
                SubmittedAssociation(id: "r", type: .replaces, source: "d0", target: nobody.urn)
            )
        },
    ]

    /// TD2.1: a clock may be a day ahead, and no more; care that is planned lies where it will.
    @Test(arguments: [Int64(-1), 0, 1]) func nothingIsWrittenOrSentInTheFuture(excess: Int64) async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        try await office.open(patient)
        let gp = try Lots.professional("gp")
        // Read at the deposit: this clock stands still.
        let edge = Office.now.advanced(bySeconds: LotCheck.clockTolerance + excess)
        var sets = LotCheck(valueSets: try ValueSets.bundled(), contentCheck: .strict, now: Office.now)
        var set = try Lots.lot([Lots.letter(1, of: patient, by: gp)], number: 1).submission.set
        set.submissionTime = HL7Time(edge)
        sets.checkSet(set)
        #expect(sets.faults.map(\.element) == (excess > 0 ? ["SubmissionSet.submissionTime"] : []))

        let letter = try Lots.letter(2, of: patient, by: gp)
        var entry = try letter.entry("d0")
        entry.creationTime = HL7Time(edge)
        entry.serviceStop = HL7Time(Office.now.advanced(bySeconds: 30 * 86_400))
        var entries = LotCheck(valueSets: try ValueSets.bundled(), contentCheck: .lenient, now: Office.now)
        _ = entries.check(entry, bytes: letter.bytes)
        #expect(entries.faults.map(\.element) == (excess > 0 ? ["DocumentEntry[d0].creationTime"] : []))

        let good = try Lots.lot([letter], number: 2)
        var submission = good.submission
        submission.set.submissionTime = HL7Time(Office.now.advanced(bySeconds: 30 * 86_400))
        let visit = try await office.visit(gp, patient)
        let late = Lot(submission: submission, contents: good.contents)
        #expect(
            await outcome { () async throws(ServiceError) in try await office.service.deposit(late, visit) }
                == "rejected registryMetadataError"
        )
        try await office.close()
    }

    /// JDV_J59: every kind of activity of the set is taken, those of sectors and the patient's own expression too.
    @Test func everyKindOfActivityOfTheSetIsTaken() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        try await office.open(patient)
        let gp = try Lots.professional("gp")
        let kinds = [
            Code("03", "1.2.250.1.213.2.2"), Code("07", "1.2.250.1.213.2.2"), Code("60", "1.2.250.1.213.2.2"),
            Code("97", "1.2.250.1.213.2.2"), Code("05", "1.2.250.1.213.1.6.1.128"),
            Code("SA07", CodeSystem.sector), Code("SA69", CodeSystem.sector),
            Code("EXP_PATIENT", "1.2.250.1.213.1.1.4.6"),
        ]
        for (index, kind) in kinds.enumerated() {
            let number = UInt64(index + 1)
            let good = try Lots.lot([Lots.letter(number, of: patient, by: gp)], number: number)
            var submission = good.submission
            submission.set.contentType = kind
            let lot = Lot(submission: submission, contents: good.contents)
            let visit = try await office.visit(gp, patient)
            let ended = await outcome { () async throws(ServiceError) in try await office.service.deposit(lot, visit) }
            #expect(ended == "done: deposited", "\(kind.value)")
        }
        try await office.close()
    }

    /// TD2.1: nothing at all is kept of a lot that is refused.
    @Test(arguments: wrongs)
    func aWrongLotLeavesNothing(wrong: Wrong) async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        try await office.open(patient)
        let gp = try Lots.professional("gp")
        let good = try Lots.lot([Lots.letter(1, of: patient, by: gp)], number: 1)
        var (submission, contents) = (good.submission, good.contents)
        wrong.edit(&submission, &contents)
        let bad = Lot(submission: submission, contents: contents)
        let counts = try await office.host.counts()
        let visit = try await office.visit(gp, patient)
        let ended = await outcome { () async throws(ServiceError) in try await office.service.deposit(bad, visit) }
        #expect(ended == wrong.expected)
        #expect(try await office.host.counts() == counts && counts.pending == 0)
        #expect(try await office.service.list(try await office.holder(patient)).entries.isEmpty)
        // The right one is taken after the wrong one.
        let next = try await office.visit(gp, patient)
        let done = await outcome { () async throws(ServiceError) in try await office.service.deposit(good, next) }
        #expect(done == "done: deposited")
        try await office.close()
    }

    /// Access and life cycle § 6.
    @Test func aSignatureThatIsRefusedRefusesTheLot() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path, settings: ServiceSettings())
        let patient = try Lots.patient()
        try await office.open(patient)
        let gp = try Lots.professional("gp")
        let letter = try Lots.letter(1, of: patient, by: gp)
        let counts = try await office.host.counts()
        func deposit(_ lot: Lot) async throws -> String {
            let visit = try await office.visit(gp, patient)
            return await outcome { () async throws(ServiceError) in try await office.service.deposit(lot, visit) }
        }
        #expect(try await deposit(try Lots.lot([letter], number: 1)) == "rejected repositoryError")
        let fault = DepositFault(.repositoryError, "Signature", "la signature est fausse", remedy: "sign again")
        office.judge(.failure(fault))
        #expect(try await deposit(try Lots.lot([letter], number: 2, isSigned: true)) == "rejected repositoryError")
        #expect(try await office.host.counts() == counts)
        office.judge(.success(.legacy))
        #expect(try await deposit(try Lots.lot([letter], number: 3, isSigned: true)) == "done: deposited")
        // The signature's own entry is hidden from the patient (interop § 4.9): its author is asked.
        let author = try await office.visit(gp, patient)
        try await office.authorise(gp, patient)
        let entries = try await office.service.list(author).entries
        #expect(entries.map(\.signature) == [.legacy, .legacy] && entries.count { $0.isLotSignature } == 1)
        try await office.close()
    }

    /// TD2.1, interop § 4.8: a relation that is not kept is refused, and what the sender may not know of reads as what is not there.
    @Test(arguments: [AssociationType.appends, .transforms, .isSnapshotOf])
    func aRelationThatIsNotKeptIsRefused(type: AssociationType) async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let (patient, other) = (try Lots.patient(), try Lots.patient("paul"))
        for somebody in [patient, other] { try await office.open(somebody) }
        let (gp, cardiologist) = (try Lots.professional("gp"), try Lots.professional("cardiologist"))
        func filed(
            _ number: UInt64,
            _ owner: SamplePatient,
            _ author: SampleProfessional,
            _ visibility: Visibility = []
        ) async throws -> UniqueID {
            let id = try await office.file(number, of: owner, by: author, visibility: visibility)
            let visit = try await office.visit(author, owner)
            let found: [DocumentEntry] = try await office.service.find(.uniqueIDs([id]), visit)
            return try #require(found.first).entryUUID
        }
        let own = try await filed(1, patient, gp)
        let foreign = try await filed(2, other, gp)
        let hidden = try await filed(3, patient, cardiologist, .maskedToProfessionals)
        let open = try await filed(4, patient, cardiologist)
        let counts = try await office.host.counts()
        func ended(_ target: UniqueID) async throws -> [DepositFault] {
            let good = try Lots.lot([Lots.letter(9, of: patient, by: gp)], number: 9)
            var submission = good.submission
            submission.associations.append(
                SubmittedAssociation(id: "x1", type: type, source: "d0", target: target.urn)
            )
            let visit = try await office.visit(gp, patient)
            do throws(ServiceError) {
                _ = try await office.service.deposit(Lot(submission: submission, contents: good.contents), visit)
            } catch {
                guard case .rejected(let faults) = error else { throw error }
                return faults
            }
            return []
        }
        let unknown = try await ended(UniqueID(random: (1, 2)))
        #expect(unknown.map(\.code) == [.unresolvedReference])
        #expect(unknown.map(\.element) == ["Association[x1].targetObject"])
        #expect(try await ended(foreign) == unknown)
        #expect(try await ended(hidden) == unknown)
        // Without leave he knows of his own documents alone.
        #expect(try await ended(open) == unknown)
        let refused = try await ended(own)
        #expect(refused.map(\.code) == [.registryMetadataError])
        #expect(refused.map(\.element) == ["Association[x1].associationType"])
        try await office.authorise(gp, patient)
        #expect(try await ended(open) == refused)
        #expect(try await ended(hidden) == unknown)
        #expect(try await office.host.counts() == counts)
        try await office.close()
    }

    @Test func noRecordTakesNothing() async throws {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        let gp = try Lots.professional("gp")
        let lot = try Lots.lot([Lots.letter(1, of: patient, by: gp)], number: 1)
        let visit = try await office.visit(gp, patient)
        let ended = await outcome { () async throws(ServiceError) in try await office.service.deposit(lot, visit) }
        #expect(ended == "unknownPatient")
        try await office.open(patient)
        try await office.service.close(try #require(QualifiedINS(patient.ins, in: .rehearsal)), reason: .death)
        let late = try await office.visit(gp, patient)
        let closed = await outcome { () async throws(ServiceError) in try await office.service.deposit(lot, late) }
        #expect(closed.hasPrefix("refused"))
        #expect(try await office.host.counts().active == 0)
        try await office.close()
    }
}
