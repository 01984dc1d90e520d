import HTTPTypes
import HealthRecord
import Hummingbird
import NIOCore
import SampleRecords
import ServerKit

/// A portal of one holder: both steps of a sign-in and a list of two pages, held to what a browser sends.
final class FakePortal: Sendable {
    /// The documents of the list, two on each page.
    static let documents = ["1", "2", "3"].compactMap { UniqueID("\($0)1111111-2222-4333-8444-555555555555") }
    static let refusal = "Rien ici."
    static let timeline = "L’histoire."
    static let history = "Les accès."
    /// Two curves, a figure that is none, and twice the report that the values come from.
    static let results =
        "<figure class=\"curve\"></figure><figure class=\"curve\"></figure><figure class=\"scan\"></figure>"
        + documents.prefix(1).map { String(repeating: "<a href=\"/documents/\($0.text)\">x</a>", count: 2) }.joined()

    private let holder: SamplePatient
    private let secret: String
    private let outbox: Scratch

    init(_ holder: SamplePatient, secret: String, outbox: Scratch) {
        self.holder = holder
        self.secret = secret
        self.outbox = outbox
    }

    func routes(_ router: Router<DoorRequestContext>) {
        router.get("/connexion") { _, _ in Self.page(Self.form("b-1"), cookies: ["navigateur=n; Path=/; Secure"]) }
        router.post("/connexion") { request, _ in try await self.begin(request) }
        router.get("/connexion/code") { request, _ in
            try Self.need("etape=e", request)
            return Self.page(Self.form("b-2"))
        }
        router.post("/connexion/code") { request, _ in try await self.complete(request) }
        router.get("/dossier") { request, _ in
            try Self.need("seance=s", request)
            return Self.page(Self.form("s-1"))
        }
        router.get("/documents") { request, _ in
            try Self.need("seance=s", request)
            return Self.list(page: request.uri.queryParameters.get("page") ?? "1")
        }
        for (path, text) in [("/histoire", Self.timeline), ("/historique", Self.history), ("/analyses", Self.results)] {
            router.get(RouterPath(path)) { request, _ in
                try Self.need("seance=s", request)
                return Self.page(text)
            }
        }
        router.get("/documents/{id}") { request, context in
            try Self.need("seance=s", request)
            let isThere = Self.documents.contains { $0.text == context.parameters.get("id") }
            return Self.page(isThere ? "Voici." : Self.refusal, status: isThere ? .ok : .notFound)
        }
    }

    private func begin(_ request: Request) async throws -> Response {
        let form = try await Self.genuine(request, token: "b-1", cookie: "navigateur=n")
        guard form.only("ins") == holder.ins.matricule.text, form.only("secret") == secret,
            form.only("moyen") == "email"
        else { return Self.page(Self.form("b-1"), status: .unprocessableContent) }
        try outbox.write(#"{"to":"\#(holder.email)","code":"135790"}"#, "20260101-1.json")
        return Self.see("/connexion/code", cookies: ["etape=e; Path=/; Secure"])
    }

    private func complete(_ request: Request) async throws -> Response {
        let form = try await Self.genuine(request, token: "b-2", cookie: "etape=e")
        guard form.only("code") == "135790" else { return Self.page(Self.form("b-2"), status: .unprocessableContent) }
        return Self.see("/dossier", cookies: ["seance=s; Path=/; Secure", "etape=; Path=/; Max-Age=0"])
    }

    private static func genuine(_ request: Request, token: String, cookie: String) async throws -> FormFields {
        try need(cookie, request)
        guard request.headers[.origin]?.hasPrefix("https://localhost:") == true else { throw HTTPError(.forbidden) }
        let form = try await request.form()
        guard form.only("jeton") == token else { throw HTTPError(.forbidden) }
        return form
    }

    private static func need(_ cookie: String, _ request: Request) throws {
        let given = (request.headers[.cookie] ?? "").split(separator: "; ").map(String.init)
        guard given.contains(cookie) else { throw HTTPError(.unauthorized) }
    }

    private static func list(page: String) -> Response {
        let shown = page == "1" ? documents.prefix(2) : documents.dropFirst(2)
        return Self.page(shown.map { "<a href=\"/documents/\($0.text)\">x</a>" }.joined())
    }

    private static func form(_ token: String) -> String {
        "<form method=\"post\"><input type=\"hidden\" name=\"jeton\" value=\"\(token)\"></form>"
    }

    private static func page(_ text: String, status: HTTPResponse.Status = .ok, cookies: [String] = []) -> Response {
        answer(
            Response(
                status: status,
                headers: [.contentType: "text/html; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text))
            ),
            cookies
        )
    }

    private static func see(_ path: String, cookies: [String]) -> Response {
        answer(Response(status: .seeOther, headers: [.location: path]), cookies)
    }

    private static func answer(_ response: Response, _ cookies: [String]) -> Response {
        var response = response
        for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return response
    }
}
