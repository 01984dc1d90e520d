import Foundation
import HealthRecord
import Messages
import Testing
import Wording

@Suite(.serialized) struct SMSServerTests {
    struct Received: Decodable {
        let path: String
        let headers: [String: String]
        let body: String
    }

    private let pool = BlockingPool(threads: 2)

    private func send(
        to server: PythonServer,
        scheme: String = "http",
        trusts: Bool = false,
        seconds: Int = 20,
        fields: SMSFieldNames = SMSFieldNames(),
        by channel: ContactChannel = Samples.sms
    ) async throws {
        let settings = try SMSGatewaySettings(
            url: "\(scheme)://127.0.0.1:\(server.port)/v1/sms",
            token: SMSToken(header: "X-Api-Key", value: "jeton 1"),
            fields: fields,
            authorities: trusts ? server.authority : nil,
            timeoutSeconds: seconds
        )
        let gateway = SMSGateway(settings, service: Samples.service, pool: pool)
        try await gateway.carry(Samples.outgoing(.oneTimeCode("123456", minutes: 5), by: channel), in: .french)
    }

    @Test func postsJSONWithTheToken() async throws {
        let server = try await PythonServer("sms_server.py", ["plain", "200"])
        try await send(to: server, fields: SMSFieldNames(recipient: "numero", text: "message", sender: nil))
        let received = try #require(try server.messages(Received.self).first)
        #expect(received.path == "/v1/sms")
        #expect(received.headers["x-api-key"] == "jeton 1")
        #expect(received.headers["content-type"] == "application/json")
        let body = try JSONDecoder().decode([String: String].self, from: Data(received.body.utf8))
        #expect(body.keys.sorted() == ["message", "numero"])
        #expect(body["numero"] == "+33699000000")
        #expect(body["message"]?.contains("123456") == true)
    }

    @Test func postsOverTLSToATrustedGateway() async throws {
        let server = try await PythonServer("sms_server.py", ["tls", "202"])
        try await send(to: server, scheme: "https", trusts: true)
        #expect(try server.messages(Received.self).count == 1)
    }

    @Test func postsNothingToAnUnknownCertificate() async throws {
        let server = try await PythonServer("sms_server.py", ["tls", "200"])
        let error = await #expect(throws: MessageError.self) { try await send(to: server, scheme: "https") }
        #expect(error == .untrusted(.sms, code: 60))
        #expect(try server.messages(Received.self).isEmpty)
    }

    @Test(arguments: [
        (199 + 1, true), (299, true), (300, false), (302, false), (401, false), (429, false), (503, false),
    ])
    func onlySuccessIsSuccess(status: Int, good: Bool) async throws {
        let server = try await PythonServer("sms_server.py", ["plain", "\(status)"])
        if good { return try await send(to: server) }
        let error = await #expect(throws: MessageError.self) { try await send(to: server) }
        #expect(error == .refused(.sms, status: status))
        #expect(try server.messages(Received.self).count == 1)
    }

    @Test func aSilentGatewayTimesOut() async throws {
        let server = try await PythonServer("sms_server.py", ["plain", "200", "30"])
        let error = await #expect(throws: MessageError.self) { try await send(to: server, seconds: 1) }
        #expect(error == .timedOut(.sms))
    }

    @Test func aMalformedNumberIsRefusedBeforeAnyConnection() async throws {
        let server = try await PythonServer("sms_server.py", ["plain", "200"])
        await #expect(throws: MessageError.addressUnusable(.sms)) {
            try await send(to: server, by: .sms("0699000000"))
        }
        await #expect(throws: MessageError.wrongCarrier(.email)) { try await send(to: server, by: Samples.mail) }
        #expect(try server.messages(Received.self).isEmpty)
    }
}
