import Credentials
import DMPWire
import HealthRecord
import SOAPWire
import SafeXML
import SampleRecords
import Synchronization
import Testing
import XDSWire

@testable import LPSKit

@Suite struct CallTests {
    /// Runs an operation against a server that reads and verifies, then answers.
    private func exchange<Value>(
        _ answer: @escaping @Sendable (Call, ServerSide) async throws -> RawAnswer,
        _ body: (CareSoftware, INS) async throws -> Value
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
        return try await body(software, world.patient.ins)
    }

    @Test func standingIsAskedAndRead() async throws {
        let file = try await exchange { call, server in
            let query = try PatientQuery(server.payload)
            #expect(query.reason == .existence)
            #expect(query.header.sender.id == World.product.oid)
            #expect(call.url == World.services + "/patients")
            let answer = PatientQueryAnswer(
                to: query,
                id: InstanceID(UniqueID(random: (1, 1))),
                creationTime: HL7Time(World.now),
                outcome: .found(
                    PatientFile(
                        identifiers: [query.patient],
                        status: .active,
                        authorisation: .valid,
                        isTreatingPhysician: true
                    )
                )
            )
            return ServerSide.answer(call) { answer.write(&$0) }
        } _: { software, patient in
            try await software.standing(of: patient)
        }
        #expect(file?.status == .active)
        #expect(file?.authorisation == .valid)
        #expect(file?.isTreatingPhysician == true)
    }

    @Test func noRecordIsNoError() async throws {
        let file = try await exchange { call, server in
            let query = try PatientQuery(server.payload)
            let answer = PatientQueryAnswer(
                to: query,
                id: InstanceID(UniqueID(random: (1, 1))),
                creationTime: HL7Time(World.now),
                outcome: .notFound
            )
            return ServerSide.answer(call) { answer.write(&$0) }
        } _: { software, patient in
            try await software.standing(of: patient)
        }
        #expect(file == nil)
    }

    @Test func authorisationsAreDeclaredAndTakenAway() async throws {
        let seen = Mutex<[SetAuthorization]>([])
        try await exchange { call, server in
            let request = try SetAuthorization(server.payload)
            seen.withLock { $0.append(request) }
            #expect(call.url == World.services + "/habilitations")
            return ServerSide.answer(call) { SetAuthorizationAnswer(.done).write(&$0) }
        } _: { software, patient in
            try await software.declareAuthorisation(for: patient)
            try await software.declareAuthorisation(for: patient, asTreatingPhysician: true)
            try await software.removeAuthorisation(for: patient)
            try await software.stopBeingTreatingPhysician(of: patient)
        }
        #expect(
            seen.withLock { $0 } == [.authorise, .becomeTreatingPhysician, .withdraw, .stopBeingTreatingPhysician]
        )
    }

    @Test func authorisationsAreListed() async throws {
        let world = try World.fast.get()
        let line = AuthorizationListEntry(
            subject: .person(world.doctor.id),
            name: world.doctor.name,
            specialty: nil,
            since: HL7Time(World.now),
            lastAct: nil,
            standing: .active,
            isTreatingPhysician: true
        )
        let lines = try await exchange { call, server in
            let query = try AuthorizationListQuery(server.payload)
            #expect(query == .all)
            return ServerSide.answer(call) { AuthorizationListAnswer([line]).write(&$0) }
        } _: { software, patient in
            try await software.authorisations(of: patient, .all)
        }
        #expect(lines == [line])
    }

    @Test(arguments: ReturnType.allCases) func listsAreAskedAndRead(_ type: ReturnType) async throws {
        let world = try World.fast.get()
        let criteria = FindDocumentsCriteria(patient: PatientIdentifier(world.patient.ins), statuses: [.approved])
        let answer = try await exchange { call, server in
            let request = try StoredQueryRequest.read(server.payload).accepted
            #expect(request == StoredQueryRequest(.findDocuments(criteria), returnType: type))
            #expect(call.url == World.services + "/registry")
            return ServerSide.answer(call) {
                QueryAnswer([.reference("urn:uuid:00000000-0000-4000-8000-000000000009")]).write(into: &$0)
            }
        } _: { software, patient in
            try await software.find(.findDocuments(criteria), in: patient, returning: type)
        }
        #expect(answer.items == [.reference("urn:uuid:00000000-0000-4000-8000-000000000009")])
    }

    @Test func signaturesOfLotsAreNoDocuments() async throws {
        let listed = try await exchange { call, _ in
            var signature = SubmittedEntry(id: "urn:uuid:00000000-0000-4000-8000-000000000001")
            signature.typeCode = Code("E1762", "ASTM")
            let document = SubmittedEntry(id: "urn:uuid:00000000-0000-4000-8000-000000000002")
            return ServerSide.answer(call) { QueryAnswer([.entry(signature), .entry(document)]).write(into: &$0) }
        } _: { software, patient in
            try await software.documents(of: patient)
        }
        #expect(listed.map(\.id) == ["urn:uuid:00000000-0000-4000-8000-000000000002"])
    }

    @Test func documentsComeAsPartsOrInline() async throws {
        let ids = [OID(literal: "1.2.3.1"), OID(literal: "1.2.3.2")]
        let received = try await exchange { call, server in
            let request = try #require(try RetrieveRequest.read(server.payload).accepted)
            #expect(request.documents.map(\.document) == ids)
            #expect(request.documents.allSatisfy { $0.repository == LPSProduct.dmpRepository })
            let answer = RetrieveAnswer(
                documents: [
                    RetrievedDocument(
                        reference: request.documents[0],
                        mimeType: "text/xml",
                        content: .attachment("one@dmp")
                    ),
                    RetrievedDocument(reference: request.documents[1], mimeType: "text/xml", content: .inline([4, 5])),
                ],
                problems: []
            )
            let root = ServerSide.answer(call) { answer.write(into: &$0) }.body
            let writer = try #require(MultipartWriter(boundary: "b-1", rootID: "root@dmp"))
            let type = try #require(ContentType("text/xml"))
            let body = try #require(writer.body(root: root, attachments: [("one@dmp", type, [1, 2, 3])]))
            return RawAnswer(status: 200, contentType: writer.contentType().text, body: body)
        } _: { software, patient in
            try await software.retrieve(ids, from: patient)
        }
        #expect(received.documents.map(\.bytes) == [[1, 2, 3], [4, 5]])
        #expect(received.documents.map(\.uniqueID) == ids)
        #expect(received.problems.isEmpty)
    }

    @Test func maskingIsANewVersionOfTheSameMetadata() async throws {
        let world = try World.fast.get()
        var entry = try world.documents(1)[0].entry
        entry.id = "urn:uuid:00000000-0000-4000-8000-00000000000a"
        entry.logicalID = "urn:uuid:00000000-0000-4000-8000-00000000000b"
        entry.version = "3"
        entry.status = .approved
        entry.repositoryUniqueID = LPSProduct.dmpRepository
        entry.size = 12
        entry.hash = [UInt8](repeating: 7, count: 20)
        let listed = entry
        let seen = Mutex<[MetadataUpdate]>([])
        try await exchange { call, server in
            let reading = try MetadataUpdateRequest.read(server.payload)
            #expect(reading.findings.isEmpty)
            let request = try #require(reading.accepted)
            seen.withLock { $0 += request.updates }
            return ServerSide.answer(call) { RegistryResponse.success.write(into: &$0) }
        } _: { software, patient in
            try await software.mask(listed, of: patient)
            try await software.delete(listed, of: patient)
            try await software.archive(listed, of: patient)
        }
        let updates = seen.withLock { $0 }
        let id = try #require(UniqueID(entry.id))
        try #require(updates.count == 3)
        guard case .newMetadataVersion(let masked, let logicalID, 3) = updates[0] else {
            throw LPSError.outgoing(.notListed)
        }
        #expect(logicalID.urn == entry.logicalID)
        #expect(masked.confidentialityCodes == entry.confidentialityCodes + [Visibility.maskedCode])
        #expect(masked.title == entry.title)
        #expect(updates[1] == .changeStatus(entry: id, from: .approved, to: .deleted))
        #expect(updates[2] == .changeStatus(entry: id, from: .approved, to: .archived))
    }

    @Test(arguments: [AccessMode.normal, .breakGlass(reason: "Patient inconscient"), .regulation])
    func theModeIsPartOfTheAssertion(_ mode: AccessMode) async throws {
        _ = try await exchange { call, server in
            #expect(server.assertion.mode == mode)
            return ServerSide.answer(call) { QueryAnswer([], status: .success).write(into: &$0) }
        } _: { software, patient in
            try await software.documents(of: patient, mode: mode)
        }
    }

    @Test func noAssertionServesTwice() async throws {
        let seen = Mutex<Set<String>>([])
        try await exchange { call, server in
            seen.withLock {
                $0.insert(server.assertion.assertionID)
                $0.insert(call.messageID)
            }
            return ServerSide.answer(call) { QueryAnswer([], status: .success).write(into: &$0) }
        } _: { software, patient in
            for _ in 0..<5 { _ = try await software.documents(of: patient) }
        }
        #expect(seen.withLock { $0.count } == 10)
    }
}
