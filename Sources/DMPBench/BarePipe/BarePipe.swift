internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import NIOSSL
public import ServerKit
internal import ServiceLifecycle
internal import Synchronization
internal import UnixSignals

/// The least that a server must do for a request: TLS, HTTP, reading the body, one durable append, an answer of a size.
///
/// It has the server library and the TLS settings of the real doors and looks at nothing: what the real service takes
/// beyond it is the price of what it does.
public enum BarePipe {
    /// Longest answer, in bytes.
    static let answerLimit = 64 << 20
    /// What is kept of a request that leaves a trace only.
    static let traceBytes = 512

    /// How it is set up.
    public struct Settings: Sendable {
        /// The address to listen on.
        public var host = "127.0.0.1"
        /// The port to listen on; 0 lets the system choose.
        public var port = 0
        /// The server's certificate in PEM.
        public var certificatePEM: String
        /// Its private key in PEM.
        public var privateKeyPEM: String
        /// The file that is appended to; emptied first.
        public var log: String

        /// A server on the loopback interface.
        public init(certificatePEM: String, privateKeyPEM: String, log: String) {
            self.certificatePEM = certificatePEM
            self.privateKeyPEM = privateKeyPEM
            self.log = log
        }
    }

    /// When it ends, beside SIGTERM and SIGINT.
    public enum Lifetime: Sendable {
        /// At a signal only.
        case untilSignal
        /// When its standard input ends: with the program that started it.
        case untilInputEnds
    }

    /// Serves until the end of its lifetime; writes `listening PORT` to the standard output once it listens.
    public static func serve(
        _ settings: Settings,
        ids: @escaping @Sendable () -> OpaqueID,
        clock: ServerClock,
        lifetime: Lifetime = .untilInputEnds
    ) async throws {
        let door = try door(settings, ids: ids, clock: clock) { port in
            FileHandle.standardOutput.write(Data("listening \(port)\n".utf8))
        }
        let group = ServiceGroup(
            configuration: .init(
                services: [door],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: tools(ids, clock).libraryLogger
            )
        )
        switch lifetime {
        case .untilSignal: try await group.run()
        case .untilInputEnds:
            let input = DispatchQueue(label: "bare-pipe-input")
            input.async {
                while !FileHandle.standardInput.availableData.isEmpty {}
                Task { await group.triggerGracefulShutdown() }
            }
            try await group.run()
        }
    }

    /// The server itself; the path says what is kept of the body and how long the answer is:
    /// `/{body|trace}/{bytes}/{service}`.
    static func door(
        _ settings: Settings,
        ids: @escaping @Sendable () -> OpaqueID,
        clock: ServerClock,
        onRunning: @escaping @Sendable (Int) async -> Void
    ) throws -> DoorServer<DoorRequestContext> {
        guard let log = GroupLog(path: settings.log) else { throw BenchmarkError.unreadable(file: "log") }
        let chain = try NIOSSLCertificate.fromPEMBytes(Array(settings.certificatePEM.utf8)).map { try $0.toDERBytes() }
        let identity = try TLSIdentity(chain: chain, privateKey: .pem(Array(settings.privateKeyPEM.utf8)))
        let gate = PeerGate(clock: clock) { .accepted(path: $0) }
        let tls = try DoorTLS(identity: identity, clients: .required(gate))
        var door = DoorSettings(name: "bare", host: settings.host, port: settings.port, transport: .tls(tls))
        door.methods = [.post]
        let answers = Answers()
        return try DoorServer(
            door,
            tools: tools(ids, clock),
            context: DoorRequestContext.self,
            onRunning: onRunning
        ) { router in
            router.post("/:kept/:bytes/:service") { request, context in
                let size = try context.parameters.require("bytes", as: Int.self)
                guard (0...answerLimit).contains(size) else { throw HTTPError(.badRequest) }
                let isWhole = try context.parameters.require("kept") == "body"
                let body = try await request.wholeBody(.submission)
                try await log.append(isWhole ? body : Array(body.prefix(traceBytes)))
                return Response(
                    status: .ok,
                    headers: [.contentType: "application/soap+xml"],
                    body: ResponseBody(byteBuffer: answers.answer(size))
                )
            }
        }
    }

    private static func tools(_ ids: @escaping @Sendable () -> OpaqueID, _ clock: ServerClock) -> DoorTools {
        DoorTools(
            ids: ids,
            clock: clock,
            log: EventLog(sink: LogSink { _ in }, clock: clock, minimumLevel: .critical),
            metrics: MetricsRegistry(),
            failures: .json
        )
    }

    /// One answer of each size, made once.
    private final class Answers: Sendable {
        private let made = Mutex<[Int: ByteBuffer]>([:])

        func answer(_ size: Int) -> ByteBuffer {
            made.withLock { made in
                if let known = made[size] { return known }
                // A driver asks for a few sizes; a stranger must not fill the memory.
                if made.count > 32 { made = [:] }
                let buffer = ByteBuffer(repeating: UInt8(ascii: " "), count: size)
                made[size] = buffer
                return buffer
            }
        }
    }
}
