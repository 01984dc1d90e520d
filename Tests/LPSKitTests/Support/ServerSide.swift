import Credentials
import HealthRecord
import SOAPWire
import SafeXML
import SampleRecords
import Testing

@testable import LPSKit

/// A call as the server reads it: envelope, parts, verified assertion.
struct ServerSide {
    let envelope: SOAPEnvelope
    let payload: XMLElement
    let parts: [String: [UInt8]]
    let assertion: VerifiedAssertion

    init(_ call: Call, _ world: World, patient: INS? = nil, peer: SampleCredential? = nil) async throws {
        let namesPatient = ![.patientList, .patientSearch].contains(call.action)
        let type = try #require(ContentType(call.contentType))
        var root = call.body
        var parts: [String: [UInt8]] = [:]
        if type.isMultipart {
            (root, parts) = try Self.take(call.body, type)
        } else {
            #expect(type.mediaType == "application/soap+xml")
        }
        envelope = try SOAPEnvelope(parsing: root)
        payload = try #require(envelope.payload)
        self.parts = parts
        #expect(envelope.action == call.action.request)
        #expect(DMPAction(payload: payload) == call.action)
        #expect(envelope.to == call.url)
        var references = try XOPReferences(in: envelope.root)
        #expect(references.count == parts.count)
        if type.isMultipart {
            var reader = try MultipartReader(type)
            for case .partBegan(let headers) in try reader.feed(call.body) { try references.claim(headers) }
            try references.finish()
        }
        let security = try #require(envelope.security)
        let element = try #require(security.children.first { _ in true })
        let verifier = VIHFVerifier(
            certificates: world.certificates,
            legacy: .refused,
            directory: .stated,
            roles: RoleSet { _, _ in true },
            signatures: SignaturesInProcess()
        )
        let peer = (peer ?? world.card.authentication).der
        let patient = namesPatient ? patient ?? world.patient.ins : nil
        assertion = try await verifier.verify(element, peer: peer, patient: patient, at: World.now)
    }

    private static func take(_ body: [UInt8], _ type: ContentType) throws -> ([UInt8], [String: [UInt8]]) {
        var reader = try MultipartReader(type)
        var root: [UInt8] = []
        var parts: [String: [UInt8]] = [:]
        var id: String?
        for event in try reader.feed(body) {
            switch event {
            case .partBegan(let headers):
                id = headers.isRoot ? nil : headers.contentID
                if let id { parts[id] = [] }
            case .partBytes(let bytes):
                if let id { parts[id, default: []] += bytes } else { root += bytes }
            case .partEnded, .finished: break
            }
        }
        try reader.finish()
        return (root, parts)
    }

    /// The answer that the server would send to a call.
    static func answer(
        _ call: Call,
        status: UInt = 200,
        relatesTo: String? = nil,
        action: String? = nil,
        payload: (inout XMLWriter) -> Void
    ) -> RawAnswer {
        let body = SOAPWriter.response(
            action: action ?? call.action.response,
            messageID: "urn:uuid:00000000-0000-4000-8000-000000000001",
            relatesTo: relatesTo ?? call.messageID
        ) { (writer) in payload(&writer) }.finish()
        return RawAnswer(status: status, contentType: "application/soap+xml; charset=UTF-8", body: body)
    }
}
