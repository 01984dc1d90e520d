import HTTPTypes
import Hummingbird
import HummingbirdTesting
import ServerKit
import Testing

@Suite struct UsageTests {
    /// The worked example of the module: two routes behind mutual TLS.
    private func makeDoor(
        chain: [[UInt8]],
        key: [UInt8],
        tools: DoorTools,
        verify: @escaping PeerVerifier
    ) throws -> DoorServer<DoorRequestContext> {
        let gate = PeerGate(clock: tools.clock, verify: verify)
        let tls = try DoorTLS(
            identity: TLSIdentity(chain: chain, privateKey: .pem(key)),
            clients: .required(gate)
        )
        let settings = DoorSettings(name: "example", host: "127.0.0.1", port: 0, transport: .tls(tls))
        return try DoorServer(settings, tools: tools, context: DoorRequestContext.self) { router in
            router.get("/hello") { _, context in
                guard context.peer != nil else { throw Refusal(.forbidden) }
                return "bonjour"
            }
            router.post("/echo") { request, _ in
                String(try await request.form().only("word")?.count ?? 0)
            }
        }
    }

    @Test func withoutAConnectionNobodyHasACertificate() async throws {
        let authority = try TestAuthority("A")
        let server = try authority.issue("server")
        let test = TestTools()
        let door = try makeDoor(
            chain: [server.der],
            key: server.pemKey,
            tools: test.tools(),
            verify: authority.verifier
        )
        try await door.application.test(.router) { client in
            try await client.execute(uri: "/hello", method: .get) { #expect($0.status == .forbidden) }
        }
        #expect(test.log.text.contains(#""reason":"missing""#))
    }
}
