import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import OperatorDoor

/// Sends one order to the door with the operator's certificate.
struct DeskClient {
    let desk: OperatorDesk

    /// The most bytes of an answer: a document of ten megabytes in base64.
    private static let answerLimit = 16 << 20

    /// The answer and its status.
    func send(_ body: Data, verb: String) async throws(DeskFailure) -> (status: UInt, answer: OperatorAnswer, raw: Data)
    {
        for file in [desk.certificate, desk.key, desk.ca] where !FileManager.default.isReadableFile(atPath: file) {
            throw .unreadable(file)
        }
        let (status, raw): (UInt, Data)
        do { (status, raw) = try await post(body, verb) } catch { throw .unreachable }
        if let answer = try? JSONDecoder.ofAnswers.decode(OperatorAnswer.self, from: raw),
            answer.fault != nil || status < 300
        {
            return (status, answer, raw)
        }
        throw .unintelligible
    }

    private func post(_ body: Data, _ verb: String) async throws -> (UInt, Data) {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        tls.trustRoots = .file(desk.ca)
        tls.certificateChain = try NIOSSLCertificate.fromPEMFile(desk.certificate).map { .certificate($0) }
        tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: desk.key, format: .pem))
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(configuration: configuration)
        do {
            var request = HTTPClientRequest(url: desk.door + OperatorDoor.path + "/" + verb)
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: body))
            let response = try await client.execute(request, timeout: .seconds(60))
            let bytes = try await response.body.collect(upTo: Self.answerLimit)
            try await client.shutdown()
            return (response.status.code, Data(bytes.readableBytesView))
        } catch {
            try? await client.shutdown()
            throw error
        }
    }
}

extension JSONDecoder {
    fileprivate static var ofAnswers: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }
}
