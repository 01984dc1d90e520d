import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import PageChecks
import PageKit
import Testing

@testable import PortalDoor

/// A browser as far as the portal can tell: cookies, the last page, its form token.
final class Browser {
    struct Shown {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let body: String
    }

    let client: any TestClientProtocol
    var cookies: [String: String] = [:]
    var language = "fr"
    /// How it names itself; not at all unless a test says so.
    var userAgent: String?
    private(set) var token = ""

    init(_ client: any TestClientProtocol) { self.client = client }

    func get(_ path: String) async throws -> Shown { try await send(path, .get, nil, [:]) }

    /// Sends a form of the last page.
    func post(
        _ path: String,
        _ fields: [String: String],
        token: String? = nil,
        site: String = "same-origin"
    ) async throws -> Shown {
        try await post(path, fields.map { ($0.key, $0.value) }, token: token, site: site)
    }

    /// Sends a form whose fields may come more than once.
    func post(
        _ path: String,
        _ fields: [(String, String)],
        token: String? = nil,
        site: String = "same-origin"
    ) async throws -> Shown {
        let all = fields.filter { $0.0 != "jeton" } + [("jeton", token ?? self.token)]
        let body = all.sorted { $0.0 < $1.0 }.map { "\($0)=\(AddressText.encoded($1))" }.joined(separator: "&")
        guard let name = HTTPField.Name("Sec-Fetch-Site") else { throw HTMLFault(description: "name") }
        return try await send(
            path,
            .post,
            ByteBuffer(string: body),
            [.contentType: "application/x-www-form-urlencoded", name: site]
        )
    }

    /// Sends a form that gives a file, as bytes.
    func download(
        _ path: String,
        _ fields: [(String, String)] = []
    ) async throws -> (status: HTTPResponse.Status, headers: HTTPFields, bytes: [UInt8]) {
        guard let name = HTTPField.Name("Sec-Fetch-Site") else { throw HTMLFault(description: "name") }
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", name: "same-origin"]
        headers[.acceptLanguage] = language
        headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; ")
        return try await client.execute(
            uri: path,
            method: .post,
            headers: headers,
            body: ByteBuffer(
                string: (fields + [("jeton", token)]).map { "\($0)=\(AddressText.encoded($1))" }
                    .joined(separator: "&")
            )
        ) { (status: $0.status, headers: $0.headers, bytes: Array(buffer: $0.body)) }
    }

    /// Sends a form with a file.
    func upload(_ path: String, _ body: [UInt8], site: String = "same-origin") async throws -> Shown {
        guard let name = HTTPField.Name("Sec-Fetch-Site") else { throw HTMLFault(description: "name") }
        return try await send(
            path,
            .post,
            ByteBuffer(bytes: body),
            [.contentType: "multipart/form-data; boundary=xyz", name: site]
        )
    }

    /// Follows where the last answer points.
    func follow(_ shown: Shown) async throws -> Shown {
        #expect(shown.status == .seeOther)
        return try await get(try #require(shown.headers[.location]))
    }

    private func send(
        _ path: String,
        _ method: HTTPRequest.Method,
        _ body: ByteBuffer?,
        _ fields: HTTPFields
    ) async throws -> Shown {
        var headers = fields
        headers[.acceptLanguage] = language
        if let userAgent { headers[.userAgent] = userAgent }
        if !cookies.isEmpty {
            headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; ")
        }
        let shown = try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: body
        ) {
            Shown(status: $0.status, headers: $0.headers, body: String(buffer: $0.body))
        }
        for value in shown.headers[values: .setCookie] {
            let pair = value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map(String.init)
            guard pair.count == 2 else { continue }
            #expect(value.contains("; Path=/; Secure; HttpOnly; SameSite=Strict") && pair[0].hasPrefix("__Host-"))
            cookies[pair[0]] = pair[1].isEmpty ? nil : pair[1]
        }
        if let match = shown.body.firstMatch(of: /name="jeton" value="([^"]*)"/) { token = String(match.1) }
        return shown
    }
}
