internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL

extension Transport {
    /// Most bytes of an answer.
    private static let answerLimit = 96 << 20

    /// Mutual TLS 1.2 or 1.3 over connections that stay open between calls.
    static func https(
        authorities: [String],
        credential: PEMPair,
        connections: Int,
        seconds: Int64
    ) throws(LPSError) -> Transport {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: try tls(authorities: authorities, credential: credential),
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: .seconds(seconds)),
            connectionPool: .init(
                idleTimeout: .seconds(25),
                concurrentHTTP1ConnectionsPerHostSoftLimit: max(1, connections)
            ),
            decompression: .disabled
        )
        configuration.httpVersion = .http1Only
        // A refused handshake is an answer; asking again would hide it behind the time limit.
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(configuration: configuration)
        // Answers are taken in where their connections live.
        let loop = client.eventLoopGroup.any()
        return Transport(
            send: { (call) async throws(LPSError) -> RawAnswer in
                do {
                    return try await send(call, with: client, on: loop, seconds: seconds)
                } catch {
                    throw .connection(ConnectionFault(error))
                }
            },
            shutdown: { try? await client.shutdown() }
        )
    }

    private static func send(
        _ call: Call,
        with client: HTTPClient,
        on loop: any EventLoop,
        seconds: Int64
    ) async throws -> RawAnswer {
        let request = try HTTPClient.Request(
            url: call.url,
            method: .POST,
            headers: ["Content-Type": call.contentType],
            body: .byteBuffer(ByteBuffer(bytes: call.body))
        )
        let task = client.execute(
            request: request,
            delegate: AnswerCollector(limit: answerLimit),
            eventLoop: .delegate(on: loop),
            deadline: .now() + .seconds(seconds)
        )
        return try await withTaskCancellationHandler {
            try await task.get()
        } onCancel: {
            task.cancel()
        }
    }

    private static func tls(authorities: [String], credential: PEMPair) throws(LPSError) -> TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        tls.maximumTLSVersion = .tlsv13
        tls.shutdownTimeout = .milliseconds(200)
        do {
            let roots = try authorities.flatMap { try NIOSSLCertificate.fromPEMBytes(Array($0.utf8)) }
            tls.trustRoots = .certificates(roots)
        } catch {
            throw .settings(.authorities)
        }
        do {
            tls.certificateChain = try NIOSSLCertificate.fromPEMBytes(Array(credential.certificate.utf8))
                .map { .certificate($0) }
            tls.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: Array(credential.privateKey.utf8), format: .pem))
        } catch {
            throw .settings(.authentication)
        }
        return tls
    }
}

extension ConnectionFault {
    /// What an error of the network below means to the user.
    init(_ error: any Error) {
        switch error {
        case let error as HTTPClientError:
            let late: [HTTPClientError] = [
                .connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout,
            ]
            self = late.contains(error) ? .timedOut : error == .tlsHandshakeTimeout ? .refusedTLS : .unreachable
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: self = .refusedTLS
        case is NIOTooManyBytesError: self = .answerTooLarge
        default: self = .unreachable
        }
    }
}
