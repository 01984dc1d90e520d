import HealthRecord
import SOAPWire
import SampleRecords
import Testing
import XDSWire

@testable import LPSKit

@Suite struct PreparedCallTests {
    @Test func preparedCallsAreReadLikeOthers() async throws {
        let world = try World.fast.get()
        let software = try world.software { _ throws(LPSError) -> RawAnswer in throw .connection(.unreachable) }
        let patient = world.patient.ins
        let deposit = try software.prepareDeposit(world.documents(1), for: patient)
        #expect(deposit.byteCount == deposit.call.body.count)
        #expect(try Submission.read(try await ServerSide(deposit.call, world).payload).findings.isEmpty)
        let criteria = FindDocumentsCriteria(patient: PatientIdentifier(patient), statuses: [.approved])
        let find = try software.prepareFind(.findDocuments(criteria), in: patient, returning: .objectRef)
        #expect(try StoredQueryRequest.read(try await ServerSide(find.call, world).payload).findings.isEmpty)
        let retrieve = try software.prepareRetrieve([OID(literal: "1.2.3")], from: patient)
        #expect(try RetrieveRequest.read(try await ServerSide(retrieve.call, world).payload).findings.isEmpty)
    }

    @Test func aRedirectedCallKeepsItsBody() throws {
        let world = try World.fast.get()
        let software = try world.software { _ throws(LPSError) -> RawAnswer in throw .connection(.unreachable) }
        let call = try software.prepareRetrieve([OID(literal: "1.2.3")], from: world.patient.ins)
        let other = try #require(call.redirected(to: "https://other/x"))
        #expect(other.call.url == "https://other/x/repository")
        #expect(other.call.body == call.call.body)
        #expect(call.redirected(to: "ftp://other") == nil)
    }

    @Test func successIsSeenWithoutReading() async throws {
        let world = try World.fast.get()
        let problem = RegistryProblem(.registryBusy, context: "occupé")
        for isGood in [true, false] {
            let software = try world.software { call in
                ServerSide.answer(call) { writer in
                    if isGood {
                        QueryAnswer([], status: .success).write(into: &writer)
                    } else {
                        QueryAnswer([], status: .failure, problems: [problem]).write(into: &writer)
                    }
                }
            }
            let criteria = FindDocumentsCriteria(
                patient: PatientIdentifier(world.patient.ins),
                statuses: [.approved]
            )
            let call = try software.prepareFind(.findDocuments(criteria), in: world.patient.ins, returning: .leafClass)
            let sent = try await software.send(call)
            #expect(sent.status == 200)
            #expect(sent.looksSuccessful == isGood)
            let error = await failure { () throws(LPSError) in try software.check(sent, to: call) }
            #expect(error == (isGood ? nil : .registry([problem])))
        }
    }

    @Test(arguments: ["", "ResponseStatusType:Succes", "ResponseStatusType:Failure"])
    func anythingElseIsNoSuccess(_ text: String) {
        let raw = RawAnswer(status: 200, contentType: "text/plain", body: Array(text.utf8))
        #expect(!SentCall(raw: raw).looksSuccessful)
        let refused = RawAnswer(status: 500, contentType: "", body: Array("ResponseStatusType:Success".utf8))
        #expect(!SentCall(raw: refused).looksSuccessful)
    }
}
