import AsyncHTTPClient
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import ServerKit
import ServiceLifecycle

/// Runs a door in a service group for the length of `body`, then shuts it down gracefully.
func withDoor(
    _ tools: DoorTools,
    transport: DoorTransport,
    adjust: (inout DoorSettings) -> Void = { _ in },
    routes: (Router<DoorRequestContext>) -> Void,
    body: (_ port: Int, _ group: ServiceGroup) async throws -> Void
) async throws {
    var settings = DoorSettings(name: "test", host: "127.0.0.1", port: 0, transport: transport)
    // A machine that runs many tests at once may leave a connection waiting for longer than a server would.
    settings.limits.idle = .minutes(10)
    settings.limits.request = .seconds(600)
    adjust(&settings)
    let (ports, opened) = AsyncStream.makeStream(of: Int.self)
    let door = try DoorServer(
        settings,
        tools: tools,
        context: DoorRequestContext.self,
        onRunning: { opened.yield($0) },
        routes: routes
    )
    let group = ServiceGroup(configuration: .init(services: [door], logger: tools.libraryLogger))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        var iterator = ports.makeAsyncIterator()
        let port = await iterator.next() ?? 0
        do {
            try await body(port, group)
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
    }
}

/// A client of its own connections, trusting one authority, showing at most one certificate.
func withClient(
    trusting authority: TestAuthority,
    showing credential: TestCredential? = nil,
    maximum: TLSVersion? = nil,
    body: (HTTPClient) async throws -> Void
) async throws {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.trustRoots = .certificates([try NIOSSLCertificate(bytes: authority.root.der, format: .der)])
    tls.shutdownTimeout = .milliseconds(100)
    if let maximum {
        tls.minimumTLSVersion = .tlsv1
        tls.maximumTLSVersion = maximum
    }
    // The server's certificate is of the test's own moment; what is tested here is the client's.
    tls.certificateVerification = .none
    if let credential {
        tls.certificateChain = try credential.chain
        tls.privateKey = try credential.privateKey
    }
    var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
    // A refused handshake is the answer; asking again would wait for the time limit.
    configuration.connectionPool.retryConnectionEstablishment = false
    // Nor may a busy machine make the client give up a connection that a test goes on to use.
    configuration.connectionPool.idleTimeout = .minutes(10)
    let client = HTTPClient(configuration: configuration)
    do {
        try await body(client)
        try await client.shutdown()
    } catch {
        try? await client.shutdown()
        throw error
    }
}

extension HTTPClient {
    /// The status and the body of a GET.
    func fetch(_ url: String) async throws -> (status: UInt, body: String) {
        let response = try await execute(HTTPClientRequest(url: url), timeout: .seconds(600))
        let body = try await response.body.collect(upTo: 1 << 20)
        return (response.status.code, String(buffer: body))
    }
}

/// Sends a request byte for byte, with no field that a client would add, and gives the status of the answer.
func answerToRaw(_ text: String, port: Int) async throws -> Int? {
    let connection = try await connection(to: port)
    return try await connection.executeThenClose { inbound, outbound in
        try await outbound.write(ByteBuffer(string: text))
        var answer = ""
        for try await bytes in inbound {
            answer += String(buffer: bytes)
            // `HTTP/1.1 200 OK`.
            let words = answer.split(separator: " ", maxSplits: 2)
            if words.count == 3 { return Int(words[1]) }
        }
        return nil
    }
}

/// Keeps so many connections open, each after an answer, for the length of `body`.
func holdingConnections<Value: Sendable>(
    _ count: Int,
    port: Int,
    _ body: () async throws -> Value
) async throws -> Value {
    guard count > 0 else { return try await body() }
    return try await connection(to: port).executeThenClose { inbound, outbound in
        try await outbound.write(ByteBuffer(string: "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))
        for try await _ in inbound { return try await holdingConnections(count - 1, port: port, body) }
        throw ConnectionEnded()
    }
}

private struct ConnectionEnded: Error {}

private func connection(to port: Int) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
    return try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
            try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
    }
}
