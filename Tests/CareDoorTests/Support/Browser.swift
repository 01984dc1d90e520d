import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PageChecks
import Testing

@testable import CareDoor

/// A professional's browser as far as the site can tell: a card, cookies, the last page, its form token.
final class Browser {
    struct Shown {
        let path: String
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let body: String
    }

    private let client: any TestClientProtocol
    var card: String?
    var cookies: [String: String] = [:]
    private(set) var token = ""
    private(set) var last: Shown?

    init(_ client: any TestClientProtocol, card: String? = nil) {
        self.client = client
        self.card = card
    }

    @discardableResult
    func get(_ path: String) async throws -> Shown { try await send(path, .get, nil, [:]) }

    /// Sends a form of the last page.
    @discardableResult
    func post(
        _ path: String,
        _ fields: [String: String] = [:],
        token: String? = nil,
        site: String = "same-origin"
    )
        async throws -> Shown
    {
        var all = fields
        all["jeton"] = token ?? self.token
        let body = all.sorted { $0.key < $1.key }.map { name, value in
            name + "=" + (value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
        }.joined(separator: "&")
        let headers = try headers("application/x-www-form-urlencoded", site)
        return try await send(path, .post, Array(body.utf8), headers)
    }

    /// Sends a form with a file.
    @discardableResult
    func upload(_ path: String, _ fields: [String: String], file: [UInt8]? = nil) async throws -> Shown {
        let headers = try headers("multipart/form-data; boundary=limite", "same-origin")
        return try await send(path, .post, form(fields, file: file), headers)
    }

    /// The body of such a form.
    func form(_ fields: [String: String], file: [UInt8]? = nil) -> [UInt8] {
        var body: [UInt8] = []
        for (name, value) in fields.merging(["jeton": token], uniquingKeysWith: { $1 }) {
            body += "--limite\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        body += "--limite\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"x.pdf\"\r\n".utf8
        body += "Content-Type: application/pdf\r\n\r\n".utf8
        body += file ?? []
        body += "\r\n--limite--\r\n".utf8
        return body
    }

    private func headers(_ type: String, _ site: String) throws -> HTTPFields {
        let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
        return [.contentType: type, name: site]
    }

    /// Follows where the last answer points.
    @discardableResult
    func follow(_ shown: Shown) async throws -> Shown {
        #expect(shown.status == .seeOther, "\(shown.path): \(shown.status)")
        return try await get(try #require(shown.headers[.location]))
    }

    /// Signs in with the card at hand.
    func enter() async throws {
        let page = try await get("/")
        let key = try #require(page.body.firstMatch(of: /name="situation" value="([^"]+)"/)).1
        let answer = try await post("/connexion", ["situation": String(key)])
        #expect(answer.headers[.location] == "/patients")
        try await follow(answer)
    }

    /// From the search to the record or to the page of consent.
    func find(_ ins: String) async throws -> Shown {
        try await get("/patients")
        return try await post("/patients/recherche", ["matricule": ins])
    }

    private func send(
        _ path: String,
        _ method: HTTPRequest.Method,
        _ body: [UInt8]?,
        _ fields: HTTPFields
    ) async throws -> Shown {
        var headers = fields
        headers[.acceptLanguage] = "fr"
        if let card, let field = ShownCard.field { headers[field] = card }
        if !cookies.isEmpty {
            headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; ")
        }
        let shown = try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: body.map { ByteBuffer(bytes: $0) }
        ) {
            Shown(path: path, status: $0.status, headers: $0.headers, body: String(buffer: $0.body))
        }
        for value in shown.headers[values: .setCookie] {
            let pair = value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map(String.init)
            guard pair.count == 2 else { continue }
            #expect(value.contains("; Path=/; Secure; HttpOnly; SameSite=Strict") && pair[0].hasPrefix("__Host-"))
            cookies[pair[0]] = pair[1].isEmpty ? nil : pair[1]
        }
        if let match = shown.body.firstMatch(of: /name="jeton" value="([^"]*)"/) { token = String(match.1) }
        if shown.body.hasPrefix("<!doctype html>"), !path.hasSuffix("/contenu") {
            #expect(PageChecker.faults(in: shown.body) == [], "\(path)")
            #expect(shown.headers[.cacheControl] == "no-store")
        }
        last = shown
        return shown
    }
}
