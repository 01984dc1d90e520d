import DMPWire
import FuzzSeeds
import HealthRecord
import SOAPWire
import SampleRecords
import Testing
import XDSWire

@testable import LPSKit

@Suite struct AnswerTests {
    private func ask(_ answer: @escaping @Sendable (Call) throws(LPSError) -> RawAnswer) async throws -> LPSError? {
        let world = try World.fast.get()
        let software = try world.software { (call) async throws(LPSError) -> RawAnswer in try answer(call) }
        return await failure { () throws(LPSError) in try await software.documents(of: world.patient.ins) }
    }

    @Test func aFaultIsGivenAsItIs() async throws {
        let fault = SOAPFault(.sender, .dmp("DMPInvalidVIHF"), reason: "Le VIHF est périmé.", element: "Assertion")
        let error = try await ask { call in
            RawAnswer(
                status: 500,
                contentType: "application/soap+xml",
                body: SOAPWriter.fault(fault, messageID: "urn:uuid:1", relatesTo: call.messageID)
            )
        }
        guard case .fault(let read) = error else {
            Issue.record("no fault")
            return
        }
        #expect(read.subcode?.name == "DMPInvalidVIHF")
        #expect(error?.refusalCode == "DMPInvalidVIHF")
        #expect(error?.description.contains("Le VIHF est périmé.") == true)
    }

    @Test func aFaultInPartsIsGivenAsItIs() async throws {
        let fault = SOAPFault(.receiver, nil, reason: "Recommencez.")
        let error = try await ask { (call) throws(LPSError) -> RawAnswer in
            let root = SOAPWriter.fault(fault, messageID: "urn:uuid:1", relatesTo: call.messageID)
            guard let writer = MultipartWriter(boundary: "b", rootID: "r"), let body = writer.body(root: root) else {
                throw .outgoing(.unwritable)
            }
            return RawAnswer(status: 500, contentType: writer.contentType().text, body: body)
        }
        #expect(error?.refusalCode == "Receiver")
    }

    @Test func registryErrorsAreGivenInOrder() async throws {
        let problem = RegistryProblem(.unknownPatientID, context: "inconnu")
        let error = try await ask { call in
            ServerSide.answer(call) { QueryAnswer([], status: .failure, problems: [problem]).write(into: &$0) }
        }
        #expect(error == .registry([problem]))
        #expect(error?.refusalCode == "XDSUnknownPatientId")
    }

    @Test func whatIsNoMessageIsAStatus() async throws {
        #expect(
            try await ask { _ in RawAnswer(status: 503, contentType: "text/html", body: Array("<html/>".utf8)) }
                == .http(status: 503)
        )
        #expect(try await ask { _ in RawAnswer(status: 502, contentType: "", body: []) } == .http(status: 502))
    }

    @Test func anAnswerToSomethingElseIsRefused() async throws {
        let other = try await ask { call in
            ServerSide.answer(call, relatesTo: "urn:uuid:other") { QueryAnswer([], status: .success).write(into: &$0) }
        }
        #expect(other == .unreadable(.otherRequest))
        let action = try await ask { call in
            ServerSide.answer(call, action: "urn:other") { QueryAnswer([], status: .success).write(into: &$0) }
        }
        #expect(action == .unreadable(.otherAction))
        let content = try await ask { call in
            ServerSide.answer(call) { RegistryResponse.success.write(into: &$0) }
        }
        #expect(content == .unreadable(.registry))
    }

    @Test func emptyAndBrokenEnvelopesAreRefused() async throws {
        #expect(try await ask { call in ServerSide.answer(call) { _ in } } == .unreadable(.empty))
        let cut = try await ask { call in
            let whole = ServerSide.answer(call) { QueryAnswer([], status: .success).write(into: &$0) }
            return RawAnswer(status: 200, contentType: whole.contentType, body: Array(whole.body.dropLast(9)))
        }
        #expect(cut == .unreadable(.envelope(element: nil)))
        let parts = try await ask { _ in
            RawAnswer(status: 200, contentType: "multipart/related; boundary=b", body: Array("--b\r\n".utf8))
        }
        #expect(parts == .unreadable(.multipart(.truncated)))
    }

    @Test func networkErrorsPassThrough() async throws {
        #expect(
            try await ask { (_) throws(LPSError) -> RawAnswer in throw .connection(.timedOut) }
                == .connection(.timedOut)
        )
    }

    @Test func refusalsOfMessagesCarryTheirDetails() async throws {
        let world = try World.fast.get()
        let details = [HL7Acknowledgement.Detail(code: "DMPClosed", text: "Le DMP est fermé.")]
        let software = try world.software { (call) async throws(LPSError) -> RawAnswer in
            guard let server = try? await ServerSide(call, world), let query = try? PatientQuery(server.payload) else {
                throw .outgoing(.unwritable)
            }
            let answer = PatientQueryAnswer(
                to: query,
                id: InstanceID(UniqueID(random: (1, 1))),
                creationTime: HL7Time(World.now),
                outcome: .failed,
                details: details
            )
            return ServerSide.answer(call) { answer.write(&$0) }
        }
        let error = await failure { () throws(LPSError) in try await software.standing(of: world.patient.ins) }
        #expect(error == .message(details))
        #expect(error?.refusalCode == "DMPClosed")
    }

    @Test func refusalsOfServicesCarryTheirStatus() async throws {
        let world = try World.fast.get()
        let outcome = ServiceOutcome(status: "DMPAccessDenied", context: "Refusé.")
        let software = try world.software { call in
            ServerSide.answer(call) { SetAuthorizationAnswer(outcome).write(&$0) }
        }
        let error = await failure { () throws(LPSError) in
            try await software.declareAuthorisation(for: world.patient.ins)
        }
        #expect(error == .service(outcome))
    }

    @Test func aDocumentWithoutItsPartIsRefused() async throws {
        let world = try World.fast.get()
        let id = OID(literal: "1.2.3")
        let software = try world.software { call in
            let document = RetrievedDocument(
                reference: DocumentReference(repository: id, document: id),
                mimeType: "text/xml",
                content: .attachment("nowhere")
            )
            return ServerSide.answer(call) {
                RetrieveAnswer(documents: [document], problems: []).write(into: &$0)
            }
        }
        let error = await failure { () throws(LPSError) in
            try await software.retrieve([id], from: world.patient.ins)
        }
        #expect(error == .unreadable(.missingPart))
    }

    @Test func anEntryThatWasNeverListedCannotBeChanged() async throws {
        let world = try World.fast.get()
        let software = try world.software { (_) async throws(LPSError) -> RawAnswer in throw .connection(.unreachable) }
        let entry = SubmittedEntry(id: "document1")
        let masked = await failure { () throws(LPSError) in try await software.mask(entry, of: world.patient.ins) }
        #expect(masked == .outgoing(.notListed))
        let deleted = await failure { () throws(LPSError) in try await software.delete(entry, of: world.patient.ins) }
        #expect(deleted == .outgoing(.notListed))
    }

    @Test(arguments: 0..<200) func noAnswerCrashesTheSoftware(_ seed: Int) async throws {
        var random = SplitMix64(seed: FuzzSeed.of(UInt64(seed)))
        let bytes = (0..<6).map { _ in random.next() }
        _ = try await ask { call in
            let whole = ServerSide.answer(call) { QueryAnswer([.entry(SubmittedEntry(id: "a"))]).write(into: &$0) }
            var body = whole.body
            for value in bytes {
                let place = Int(value % UInt64(body.count))
                switch value >> 60 {
                case 0..<8: body[place] = UInt8(truncatingIfNeeded: value >> 40)
                case 8..<12: body.remove(at: place)
                default: body.insert(UInt8(truncatingIfNeeded: value >> 40), at: place)
                }
            }
            return RawAnswer(status: 200, contentType: whole.contentType, body: body)
        }
    }
}
