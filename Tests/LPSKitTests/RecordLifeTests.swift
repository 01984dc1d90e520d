import Credentials
import DMPWire
import HealthRecord
import SOAPWire
import SampleRecords
import Synchronization
import Testing
import XDSWire

@testable import LPSKit

/// Records opened, closed and changed, lists and searches (interop sheet § 2.5 – § 2.7), as the software asks for them.
@Suite struct RecordLifeTests {
    private func exchange<Value>(
        _ answer: @escaping @Sendable (Call, ServerSide) async throws -> RawAnswer,
        _ body: (CareSoftware, SamplePatient) async throws -> Value
    ) async throws -> Value {
        let world = try World.fast.get()
        let software = try world.software { (call) async throws(LPSError) -> RawAnswer in
            do {
                return try await answer(call, ServerSide(call, world))
            } catch {
                Issue.record(error)
                throw .connection(.unreachable)
            }
        }
        return try await body(software, world.patient)
    }

    private static func file(_ patient: SamplePatient) -> PatientFile {
        PatientFile(identifiers: [patient.ins], status: .active, traits: patient.traits)
    }

    private static func id() -> InstanceID { InstanceID(UniqueID(random: (1, 1))) }

    @Test func eachStepOfARecordsLifeIsAskedAsTheProfileSays() async throws {
        let seen = Mutex<[RecordChange]>([])
        try await exchange { call, server in
            let change = try RecordChange(server.payload)
            seen.withLock { $0.append(change) }
            #expect(call.url == World.services + "/patients")
            let answer = RecordChangeAnswer(accepting: change, id: Self.id(), creationTime: HL7Time(World.now))
            return ServerSide.answer(call) { answer.write(&$0) }
        } _: { software, patient in
            var file = Self.file(patient)
            try await software.createRecord(file, consent: true, isReadFromCard: true)
            file.refusesBreakGlass = true
            try await software.changeAdministrativeData(file)
            try await software.closeRecord(of: patient.ins, text: "À sa demande")
            try await software.reactivateRecord(of: patient.ins, consent: true)
        }
        let changes = seen.withLock { $0 }
        #expect(changes.map(\.request.reason) == [.creation, .modification, .closure, .reactivation])
        #expect(changes.first?.isReadFromCard == true)
        #expect(changes.first?.request == .create(consent: true))
        #expect(changes.last?.request == .reactivate(consent: true))
        #expect(changes[1].file.refusesBreakGlass == true)
        guard case .close(let closure) = changes[2].request else {
            Issue.record("no closure")
            return
        }
        #expect(closure.reason == .holderRequest && closure.text == "À sa demande")
        let actor = try World.fast.get().doctor.actor()
        #expect(changes.allSatisfy { $0.author?.person == actor.person && $0.author?.structure == actor.structure.id })
    }

    @Test func aRefusalIsThrownWithItsCode() async throws {
        let refused = try await exchange { call, server in
            let answer = RecordChangeAnswer(
                refusing: try RecordChange(server.payload),
                [HL7Acknowledgement.Detail(code: "DMPFound", text: "Le dossier existe.")],
                id: Self.id(),
                creationTime: HL7Time(World.now)
            )
            return ServerSide.answer(call) { answer.write(&$0) }
        } _: { software, patient in
            await failure { () async throws(LPSError) in
                try await software.createRecord(Self.file(patient), consent: true)
            }
        }
        #expect(refused?.refusalCode == "DMPFound")
    }

    @Test func nothingIsSentWithoutTraits() async throws {
        let world = try World.fast.get()
        let software = try world.software { (_) async throws(LPSError) -> RawAnswer in
            Issue.record("sent")
            throw .connection(.unreachable)
        }
        let bare = PatientFile(identifiers: [world.patient.ins], status: .active)
        let fault = await failure { () async throws(LPSError) in
            try await software.createRecord(bare, consent: true)
        }
        #expect(fault == .outgoing(.missingTraits))
    }

    @Test func theListOfMyPatientsNamesNoPatientInItsAssertion() async throws {
        let line = PatientListEntry(
            identifiers: [try World.fast.get().patient.ins],
            birthName: "ESSAI",
            firstName: "LOU",
            birthDate: CalendarDate("1980-01-01"),
            isTreatingPhysician: true
        )
        let found = try await exchange { call, server in
            let query = try PatientListQuery(server.payload)
            #expect(query.kind == .document)
            #expect(query.since == HL7Time(World.now))
            #expect(call.url == World.services + "/patientsSpecific")
            return ServerSide.answer(call) { PatientListAnswer([line]).write(&$0) }
        } _: { software, _ in
            try await software.patients(since: World.now)
        }
        #expect(found == [line])
        let refused = try await exchange { call, _ in
            let answer = PatientListAnswer([], outcome: ServiceOutcome(status: "DMPAccessDeniedByRightsService"))
            return ServerSide.answer(call) { answer.write(&$0) }
        } _: { software, _ in
            await failure { () async throws(LPSError) in try await software.patients(since: World.now) }
        }
        #expect(refused?.refusalCode == "DMPAccessDeniedByRightsService")
    }

    @Test func aRegulationCentreSearchesByTraits() async throws {
        let traits = try #require(PatientSearch.Traits(family: "ESSAI", birth: HL7Time("1980")))
        let patient = try World.fast.get().patient
        let candidate = PatientSearchAnswer.Candidate(file: Self.file(patient), percentage: 90)
        for isFound in [true, false] {
            let outcome = try await exchange { call, server in
                let search = try PatientSearch(server.payload)
                #expect(search.traits == traits)
                #expect(server.assertion.mode == .regulation)
                #expect(call.url == World.services + "/patientsPDQ")
                let answer = PatientSearchAnswer(
                    to: search,
                    id: Self.id(),
                    creationTime: HL7Time(World.now),
                    outcome: isFound ? .found([candidate]) : .failed,
                    details: isFound ? [] : [HL7Acknowledgement.Detail(code: "DMPTooManyPatients", text: "Précisez.")]
                )
                return ServerSide.answer(call) { answer.write(&$0) }
            } _: { software, _ in
                do throws(LPSError) {
                    return Result<_, LPSError>.success(try await software.search(traits, isProduction: false))
                } catch {
                    return .failure(error)
                }
            }
            switch outcome {
            case .success(let candidates):
                #expect(isFound && candidates.map(\.percentage) == [90])
                #expect(candidates.first?.file.identifiers == [patient.ins])
            case .failure(let error): #expect(!isFound && error.refusalCode == "DMPTooManyPatients")
            }
        }
    }

    @Test func anAccessIsCreatedAndItsSecretHandedOver() async throws {
        let request = PatientAccessRequest.create(try #require(.init(.email, "lou@essai.example")))
        let answer = try await exchange { call, server in
            let asked = try PatientAccessRequest(server.payload)
            #expect(asked == request)
            #expect(call.url == World.services + "/patientsSpecific")
            let answer = PatientAccessAnswer(login: "L", password: "P")
            return ServerSide.answer(call) { answer.write(&$0, to: request) }
        } _: { software, patient in
            try await software.changeAccess(request, of: patient.ins)
        }
        #expect(answer.login == "L" && answer.password == "P")
        let refused = try await exchange { call, _ in
            let answer = PatientAccessAnswer(ServiceOutcome(status: "DMPPatientAccessAlreadyExists"))
            return ServerSide.answer(call) { answer.write(&$0, to: .renewSecrets) }
        } _: { software, patient in
            await failure { () async throws(LPSError) in
                try await software.changeAccess(.renewSecrets, of: patient.ins)
            }
        }
        #expect(refused?.refusalCode == "DMPPatientAccessAlreadyExists")
    }

    @Test func severalChangesGoInOneMessage() async throws {
        var entry = SubmittedEntry(id: UniqueID(random: (3, 1)).urn)
        entry.logicalID = UniqueID(random: (3, 2)).urn
        entry.version = "4"
        entry.status = .approved
        entry.mimeType = "text/xml"
        entry.confidentialityCodes = [Code("N", CodeSystem.confidentiality, label: "Normal")]
        let listed = entry
        try await exchange { call, server in
            let request = try MetadataUpdateRequest.read(server.payload, profile: .ihe)
            #expect(request.message?.updates.count == 2)
            guard case .newMetadataVersion(let sent, let logicalID, 4)? = request.message?.updates.first else {
                Issue.record("no new version")
                throw LPSError.connection(.unreachable)
            }
            #expect(sent.confidentialityCodes.contains(Visibility.maskedCode))
            #expect(logicalID.urn == listed.logicalID)
            guard case .changeStatus(_, .approved, .archived)? = request.message?.updates.last else {
                Issue.record("no change of status")
                throw LPSError.connection(.unreachable)
            }
            return ServerSide.answer(call) { RegistryResponse(.success, problems: []).write(into: &$0) }
        } _: { software, patient in
            try await software.change(
                [(entry: listed, change: .mask), (entry: listed, change: .status(.archived))],
                of: patient.ins
            )
        }
    }
}
