internal import AsyncHTTPClient
internal import LPSKit
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL

/// A site of pages, over connections that stay open between requests.
struct PageSite: Sendable {
    /// Where a site is, whom one trusts there, and the card that one shows, if any.
    struct Address: Sendable {
        let url: String
        let authorities: [String]
        var card: PEMPair?
    }

    /// What a site answered.
    struct Reply: Sendable {
        let status: UInt
        let location: String?
        let cookies: [String]
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// Most bytes of a page.
    private static let replyLimit = 16 << 20

    private let origin: String
    private let client: HTTPClient

    /// Has a site open for the length of `act`.
    static func visit(_ address: Address, _ act: (PageSite) async throws -> Void) async throws {
        let site = try PageSite(address)
        do {
            try await act(site)
        } catch {
            await site.close()
            throw error
        }
        await site.close()
    }

    private init(_ address: Address) throws(BenchmarkError) {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: try Self.tls(address),
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: .seconds(30)),
            connectionPool: .init(idleTimeout: .seconds(25)),
            decompression: .disabled
        )
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        var origin = address.url
        while origin.hasSuffix("/") { origin.removeLast() }
        self.origin = origin
        client = HTTPClient(configuration: configuration)
    }

    private func close() async { try? await client.shutdown() }

    /// Asks for a page, or sends a form.
    func send(_ form: String?, to path: String, with cookies: CookieJar) async throws(BenchmarkError) -> Reply {
        var request = HTTPClientRequest(url: origin + path)
        // In English every time of day has one length: pages of two moments can be compared by their sizes.
        request.headers.add(name: "Accept-Language", value: "en")
        if let cookies = cookies.header { request.headers.add(name: "Cookie", value: cookies) }
        if let form {
            request.method = .POST
            request.headers.add(name: "Origin", value: origin)
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(ByteBuffer(string: form))
        }
        do {
            let response = try await client.execute(request, timeout: .seconds(30))
            let body = try await response.body.collect(upTo: Self.replyLimit)
            return Reply(
                status: response.status.code,
                location: response.headers.first(name: "Location"),
                cookies: response.headers["Set-Cookie"],
                body: Array(body.readableBytesView)
            )
        } catch {
            throw .refused(step: "pages", code: ConnectionFault.unreachable.rawValue)
        }
    }

    private static func tls(_ address: Address) throws(BenchmarkError) -> TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        do {
            let roots = try address.authorities.flatMap { try NIOSSLCertificate.fromPEMBytes(Array($0.utf8)) }
            tls.trustRoots = .certificates(roots)
            guard let card = address.card else { return tls }
            tls.certificateChain = try NIOSSLCertificate.fromPEMBytes(Array(card.certificate.utf8))
                .map { .certificate($0) }
            tls.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: Array(card.privateKey.utf8), format: .pem))
        } catch {
            throw .unreadable(file: "pki")
        }
        return tls
    }
}
