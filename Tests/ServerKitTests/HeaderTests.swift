import HTTPTypes
import Hummingbird
import ServerKit
import Testing

@Suite struct HeaderTests {
    private func golden(_ policy: ContentPolicy) -> String {
        var response = Response(status: .ok)
        response.headers = [:]
        policy.apply(to: &response)
        return response.headers.map { "\($0.name.rawName): \($0.value)\n" }.joined()
    }

    private static let common = """
        X-Content-Type-Options: nosniff
        Referrer-Policy: no-referrer
        Cross-Origin-Opener-Policy: same-origin

        """
    private static let permissions = """
        Cross-Origin-Embedder-Policy: require-corp
        Permissions-Policy: camera=(), microphone=(), geolocation=(), usb=(), payment=(), browsing-topics=()

        """
    private static let transport = "Strict-Transport-Security: max-age=63072000; includeSubDomains; preload\n"

    @Test func pagesOfTheApplication() {
        #expect(
            golden(.application) == Self.transport + """
                Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                form-action 'self'; base-uri 'none'; frame-ancestors 'none'; frame-src 'self'

                """ + Self.common + "Cross-Origin-Resource-Policy: same-origin\n" + Self.permissions
                + "X-Frame-Options: DENY\n"
        )
    }

    @Test func documentsInAFrameOfTheSameOrigin() throws {
        let nonce = try #require(OpaqueID("abc"))
        #expect(
            golden(.sandboxedDocument(embeddedBy: .sameOrigin, styleNonce: nonce)) == Self.transport + """
                Content-Security-Policy: sandbox; default-src 'none'; img-src data:; style-src 'nonce-abc'; \
                base-uri 'none'; form-action 'none'; frame-ancestors 'self'

                """ + Self.common + "Cross-Origin-Resource-Policy: same-origin\n" + Self.permissions
                + "X-Frame-Options: SAMEORIGIN\n"
        )
    }

    @Test func documentsOfADomainApart() throws {
        let origin = try #require(WebOrigin("https://app.example"))
        #expect(
            golden(.sandboxedDocument(embeddedBy: .origin(origin), styleNonce: nil)) == Self.transport + """
                Content-Security-Policy: sandbox; default-src 'none'; img-src data:; base-uri 'none'; \
                form-action 'none'; frame-ancestors https://app.example

                """ + Self.common + "Cross-Origin-Resource-Policy: cross-origin\n" + Self.permissions
        )
    }

    @Test(arguments: [
        "http://a.example", "https://", "https://A.example", "https://a.example/", "https://a.example:443",
        "https://a.example:0", "https://a.example:080", "https://a.example:1:2", "https://a b", "https://a;b", "null",
        "",
    ])
    func refusesWhatIsNoOrigin(text: String) { #expect(WebOrigin(text) == nil) }

    @Test(arguments: ["https://a.example", "https://localhost:8443"])
    func readsOrigins(text: String) { #expect(WebOrigin(text)?.description == text) }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func aHostEndsAtItsLength(step: Int, isRead: Bool) {
        let host = String(repeating: "a", count: WebOrigin.maximumHost + step)
        for origin in ["https://" + host, "https://" + host + ":8443"] {
            #expect((WebOrigin(origin) != nil) == isRead)
        }
    }
}
