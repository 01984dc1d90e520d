import Custody
import DurableSQL
import Glibc
import HealthRecord
import HostStore
import RecordService
import SampleRecords
import Sealing
import Synchronization
import Testing

/// A proof of a carer's access is filed in the record, at acceptance and at the end (access and life cycle § 1.1).
@Suite struct MandateCertificateTests {
    private static let day: Int64 = 86_400

    static func carerINS() throws -> INS { INS(try #require(NIR(body: "1700521231999")), root: .test) }

    /// A holder asks a carer, who accepts; answers the mandate.
    static func mandate(_ office: Office, _ patient: SamplePatient, accepting: Bool = true) async throws -> UniqueID {
        let ins = try #require(QualifiedINS(try carerINS(), in: .rehearsal))
        let birthDate = try #require(CalendarDate(year: 1970, month: 5, day: 1))
        let mandate = try await office.service.inviteRepresentative(
            NewRepresentative(
                name: PersonName(family: "Aidante", given: "Claude"),
                birthDate: birthDate,
                ins: ins,
                kind: .carer,
                until: office.now.advanced(bySeconds: 90 * day),
                address: ["ici"]
            ),
            try await office.holder(patient)
        )
        guard accepting else { return mandate }
        try await office.accept(
            RepresentationAcceptance(
                ins: ins,
                code: try office.lastCode(),
                birthDate: birthDate,
                secret: Office.parentSecret,
                phone: "+33612000000",
                email: nil
            )
        )
        return mandate
    }

    private func proofs(_ office: Office, _ visit: Visit) async throws -> [DocumentEntry] {
        try await office.service.list(visit).entries.filter { $0.typeCode.value == "DOCPAT09" }
    }

    private func opened() async throws -> (Folder, Office, SamplePatient) {
        let folder = try Folder()
        let office = try Office(folder: folder.path)
        let patient = try Lots.patient()
        try await office.open(patient)
        return (folder, office, patient)
    }

    @Test func theAcceptanceIsFiledOnceAndHolderAndCarerReadIt() async throws {
        let (_, office, patient) = try await opened()
        _ = try await Self.mandate(office, patient)
        #expect(try await office.service.timeBrings().certified == 1)
        #expect(try await office.service.timeBrings() == TimeReport())
        let holder = try await office.holder(patient)
        let filed = try await proofs(office, holder)
        let proof = try #require(filed.first)
        #expect(filed.count == 1 && proof.title == "taken" && proof.mimeType == "application/pdf")
        #expect(proof.authors == [.service] && proof.visibility == .maskedToProfessionals)
        // Nothing of it passes for the patient's own words.
        #expect(proof.facilityTypeCode.value == "SA24" && proof.practiceSettingCode.value == "AMO")
        let set = try await office.service.list(holder).sets.first { $0.id == proof.submissionSetID }
        #expect(set?.contentType.value == "97")
        let acting = try await office.portal(try Self.carerINS(), Office.parentSecret)
        for visit in [holder, acting] {
            guard case .document(let read) = try await office.service.read(proof.id, visit) else {
                Issue.record("the proof is not readable")
                continue
            }
            #expect(String(decoding: read.bytes, as: UTF8.self).contains("Aidante"))
        }
        let traces = try await office.service.history(limit: 100, holder).events.filter { $0.act == .deposit }
        #expect(traces.count == 1 && traces.first?.actor == .system("calendar"))
        #expect(traces.first?.documents == [proof.id])
        try await office.close()
    }

    /// A number tells nothing by its length (docs/security.md, 22).
    @Test func theNumbersOfProofsAreOfOneLength() throws {
        let now = Instant(milliseconds: 0)
        let birthDate = try #require(CalendarDate(year: 1970, month: 5, day: 1))
        var numbers: Set<OID> = []
        // Of sixty hashes taken as they are, some eighteen would be shorter.
        for key in UInt64(1)...30 {
            for occasion in MandateCertificate.Occasion.allCases {
                func certificate() throws -> MandateCertificate {
                    MandateCertificate(
                        record: try #require(RecordID(bytes: UniqueID(random: (key, key)).bytes)),
                        mandate: Representative(
                            id: UniqueID(random: (key, key)),
                            name: PersonName(family: "Aidante", given: "Claude"),
                            birthDate: birthDate,
                            ins: try Self.carerINS(),
                            kind: .carer,
                            since: now,
                            until: nil,
                            standing: .active
                        ),
                        occasion: occasion,
                        at: now,
                        holder: PersonName(family: "Aidée", given: "Claire"),
                        holderBirth: birthDate,
                        patient: try Self.carerINS()
                    )
                }
                let number = try #require(try certificate().document)
                #expect(try certificate().document == number && number.text.count == "2.25.".count + 39)
                numbers.insert(number)
            }
        }
        #expect(numbers.count == 60)
    }

    /// How a mandate ends.
    enum End: CaseIterable, Sendable { case byHolder, byCarer, byCourt, byTerm }

    @Test(arguments: End.allCases) func theEndIsFiledOnceHoweverItComes(end: End) async throws {
        let (_, office, patient) = try await opened()
        let mandate = try await Self.mandate(office, patient)
        let carer = try Self.carerINS()
        _ = try await office.service.timeBrings()
        switch end {
        case .byHolder: try await office.service.endRepresentation(mandate, try await office.holder(patient))
        case .byCarer:
            try await office.service.endRepresentation(mandate, try await office.portal(carer, Office.parentSecret))
        case .byCourt:
            try await office.service.endRepresentation(mandate, of: try office.qualified(patient), basis: "jugement")
        case .byTerm:
            office.pass(90 * Self.day)
            _ = try await office.service.timeBrings()
        }
        for _ in 0..<2 { _ = try await office.service.timeBrings() }
        let titles = try await proofs(office, try await office.holder(patient)).map(\.title)
        #expect(titles.sorted() == ["ended", "taken"])
        try await office.close()
    }

    @Test func anInvitationThatNobodyTookUpLeavesNoProof() async throws {
        let (_, office, patient) = try await opened()
        let mandate = try await Self.mandate(office, patient, accepting: false)
        try await office.service.endRepresentation(mandate, try await office.holder(patient))
        #expect(try await office.service.timeBrings().certified == 0)
        #expect(try await proofs(office, try await office.holder(patient)).isEmpty)
        try await office.close()
    }

    /// R1111-36: nothing goes into a record that rests; the proof waits for its day.
    @Test func aSuspendedRecordTakesTheProofWhenItIsOpenAgain() async throws {
        let (_, office, patient) = try await opened()
        _ = try await Self.mandate(office, patient)
        try await office.service.suspend(try office.qualified(patient), reason: "fraude")
        #expect(try await office.service.timeBrings().certified == 0)
        try await office.service.liftSuspension(try office.qualified(patient))
        #expect(try await office.service.timeBrings().certified == 0)
        office.pass(Self.day)
        #expect(try await office.service.timeBrings().certified == 1)
        #expect(try await proofs(office, try await office.holder(patient)).count == 1)
        try await office.close()
    }

    /// What cannot be filed is told to whoever watches, waits for a day, and holds up nothing.
    @Test func aProofThatCannotBePrintedWaits() async throws {
        let (_, office, patient) = try await opened()
        _ = try await Self.mandate(office, patient)
        office.desk.isOutOfPaper.withLock { $0 = true }
        #expect(await office.service.keepUp().tasksLeft == 1)
        office.desk.isOutOfPaper.withLock { $0 = false }
        #expect(try await office.service.timeBrings() == TimeReport())
        #expect(try await proofs(office, try await office.holder(patient)).isEmpty)
        office.pass(Self.day)
        #expect(try await office.service.timeBrings().certified == 1)
        try await office.close()
    }

    @Test func aClosedRecordTakesNoProofAndForgetsIt() async throws {
        let (_, office, patient) = try await opened()
        _ = try await Self.mandate(office, patient)
        try await office.service.closeOwn(secret: patient.secretCode, try await office.holder(patient))
        #expect(try await office.service.timeBrings().certified == 0)
        #expect(try await office.service.timeBrings() == TimeReport())
        try await office.close()
    }

    /// CSP R1111-47: where an objection to feeding was granted, the service files nothing either; its try is in the history.
    @Test func whereFeedingIsObjectedToTheServiceFilesNothing() async throws {
        let (_, office, patient) = try await opened()
        let request = try await office.service.ask(.feedingObjection("motif"), try await office.holder(patient))
        try await office.service.settleRequest(request, of: try office.qualified(patient), granted: true)
        _ = try await Self.mandate(office, patient)
        #expect(try await office.service.timeBrings().certified == 0)
        let holder = try await office.holder(patient)
        #expect(try await proofs(office, holder).isEmpty)
        let tries = try await office.service.history(limit: 100, holder).events.filter { $0.act == .deposit }
        #expect(tries.map(\.rule) == ["functional.feedingObjected"])
        #expect(try await office.service.timeBrings() == TimeReport())
        try await office.close()
    }

    /// Security design § 2.7: stopped at any durable step, the proof is filed by the next run, and once.
    @Test(arguments: 1...12) func stoppedAnywhereItIsFiledOnce(step: Int) async throws {
        let (folder, office, patient) = try await opened()
        _ = try await Self.mandate(office, patient)
        try await office.close()
        await #expect(processExitsWith: .exitCode(9)) { [path = folder.path as String, step] in
            let trap = CrashTests.Trap(target: step)
            let office = try Office(
                folder: path,
                shift: 1_000,
                hostHooks: HostHooks(reached: { _ in trap.step() }),
                custodyHooks: DurabilityHooks(reached: { _ in trap.step() })
            )
            trap.arm()
            _ = try await office.service.timeBrings()
            _exit(2)
        }
        let again = try Office(folder: folder.path, shift: 2_000)
        try await again.service.settlePendingWork()
        for _ in 0..<2 { #expect(try await again.service.timeBrings().failed == 0) }
        #expect(try await again.service.timeBrings() == TimeReport())
        #expect(try await proofs(again, try await again.holder(patient)).map(\.title) == ["taken"])
        try await again.close()
    }
}
