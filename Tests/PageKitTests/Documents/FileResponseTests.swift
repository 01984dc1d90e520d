import HTTPTypes
import Hummingbird
import PageKit
import ServerKit
import Testing

/// All that a file says to the browser that gets it (security design § 5.2, § 5.6).
@Suite struct FileResponseTests {
    private static let sandbox = """
        Content-Security-Policy: sandbox; default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; \
        frame-ancestors 'self'
        """

    /// What no kind of file says otherwise.
    private static let common = [
        "Cross-Origin-Embedder-Policy: require-corp",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin",
        "Permissions-Policy: camera=(), microphone=(), geolocation=(), usb=(), payment=(), browsing-topics=()",
        "Referrer-Policy: no-referrer",
        "Strict-Transport-Security: max-age=63072000; includeSubDomains; preload",
        "X-Content-Type-Options: nosniff",
        "X-Frame-Options: SAMEORIGIN",
    ]

    private func fields(_ response: Response) -> [String] {
        response.headers.filter { $0.name != .contentLength }.map { "\($0.name.rawName): \($0.value)" }.sorted()
    }

    @Test func aSavedFileIsNeverShown() {
        let response = FileResponse.saved(Array("%PDF-1.4".utf8), named: "document-12345678.pdf")
        #expect(response.status == .ok)
        #expect(
            fields(response) == [
                #"Content-Disposition: attachment; filename="document-12345678.pdf""#, Self.sandbox,
                "Content-Type: application/octet-stream",
            ] + Self.common
        )
    }
}
