import HTTPTypes
import Hummingbird
import NIOCore
import ServerKit
import Testing

@Suite struct SessionTests {
    private func request(_ headers: HTTPFields) -> Request {
        var head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/")
        head.headerFields = headers
        return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    }

    @Test func theCookieIsBoundToTheHost() throws {
        let cookie = try #require(HostCookie("dmp"))
        let value = try #require(OpaqueID("abc"))
        #expect(cookie.setting(value) == "__Host-dmp=abc; Path=/; Secure; HttpOnly; SameSite=Strict")
        #expect(cookie.clearing == "__Host-dmp=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0")
        #expect(HostCookie("dmp", sameSite: .lax)?.setting(value).hasSuffix("SameSite=Lax") == true)
        #expect(HostCookie("a b") == nil)
        #expect(HostCookie("a;b") == nil)
    }

    @Test(arguments: [
        ("__Host-dmp=abc", "abc"), ("x=1; __Host-dmp=abc; y=2", "abc"), ("__Host-dmp=a; __Host-dmp=b", nil),
        ("dmp=abc", nil), ("__Host-dmp=", nil), ("__Host-dmp=a b", nil), ("__Host-dmpx=abc", nil), ("", nil),
    ])
    func readsTheCookieOnce(header: String, value: String?) throws {
        let cookie = try #require(HostCookie("dmp"))
        #expect(cookie.value(in: request([.cookie: header]))?.description == value)
    }

    @Test(
        arguments: [
            (nil, "https://app.example", "token", ForgeryGuard.Verdict.genuine),
            ("same-origin", nil, "token", .genuine),
            ("same-origin", "null", "token", .genuine),
            ("same-origin", "https://app.example", "token", .genuine),
            ("same-origin", "https://evil.example", "token", .refused(.otherOrigin)),
            ("same-site", "https://app.example", "token", .refused(.otherSite)),
            ("cross-site", nil, "token", .refused(.otherSite)),
            ("none", nil, "token", .refused(.otherSite)),
            (nil, nil, "token", .refused(.otherOrigin)),
            (nil, "null", "token", .refused(.otherOrigin)),
            (nil, "https://evil.example", "token", .refused(.otherOrigin)),
            ("same-origin", nil, "tokem", .refused(.wrongToken)),
            ("same-origin", nil, "toke", .refused(.wrongToken)),
            ("same-origin", nil, nil, .refused(.wrongToken)),
        ] as [(String?, String?, String?, ForgeryGuard.Verdict)]
    )
    func judgesForms(site: String?, origin: String?, token: String?, verdict: ForgeryGuard.Verdict) throws {
        var headers: HTTPFields = [:]
        if let site { headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = site }
        if let origin { headers[.origin] = origin }
        let guardian = ForgeryGuard(origin: try #require(WebOrigin("https://app.example")))
        let expected = try #require(OpaqueID("token"))
        #expect(guardian.judge(request(headers), submitted: token, expected: expected) == verdict)
    }

    @Test func secretsCompareByAllTheirBytes() {
        #expect(ConstantTime.areEqual([UInt8](), [UInt8]()))
        #expect(ConstantTime.areEqual([1, 2], [1, 2]))
        #expect(!ConstantTime.areEqual([1, 2], [1, 3]))
        #expect(!ConstantTime.areEqual([1, 2], [1]))
    }

    @Test(arguments: [(0, false), (1, true), (64, true), (65, false)])
    func opaqueNamesHaveALength(length: Int, isName: Bool) {
        #expect((OpaqueID(String(repeating: "a", count: length)) != nil) == isName)
    }
}
