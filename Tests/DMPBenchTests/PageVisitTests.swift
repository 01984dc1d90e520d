import HealthRecord
import Testing

@testable import DMPBench

/// What the benchmark keeps of a site's pages, and what it sends back.
@Suite struct PageVisitTests {
    private static let page = """
        <form method="post" action="/connexion" class="form" novalidate><input type="hidden" name="jeton" value="a-B_9">
        <input type="hidden" name="vide" value=""><input type="radio" id="moyen-sms" name="moyen" value="sms">
        <input type="radio" id="moyen-email" name="moyen" value="email"></form>
        """

    @Test func aFieldsValueIsTheFirstThatItBringsAlong() {
        #expect(PageText.value(of: "jeton", in: Self.page) == "a-B_9")
        #expect(PageText.value(of: "vide", in: Self.page)?.isEmpty == true)
        #expect(PageText.value(of: "moyen", in: Self.page) == "sms")
        #expect(PageText.value(of: "oyen", in: Self.page) == nil)
        // A page cut off has no value.
        #expect(PageText.value(of: "jeton", in: #"<input name="jeton" value="abc"#) == nil)
    }

    @Test func documentsAreFoundBelowTheirPathAlone() throws {
        let one = try #require(UniqueID("11111111-2222-4333-8444-555555555555"))
        let two = try #require(UniqueID("66666666-2222-4333-8444-555555555555"))
        let page = """
            <a href="/documents/\(one.text)">x</a> <a href="/documents/\(one.text)/masquer">y</a>
            <a href="/documents/\(two.text)">z</a> <a href="/documents?page=2">2</a>
            <a href="/classeurs/77777777-2222-4333-8444-555555555555">f</a> <a href="/documents/rien">n</a>
            """
        #expect(PageText.documents(in: page, under: "/documents") == [one, two])
        #expect(PageText.documents(in: "", under: "/documents").isEmpty)
        #expect(PageText.documents(in: #"href="/documents/\#(one.text)""#, under: "/documents") == [one])
    }

    @Test func aFormIsWrittenAsBrowsersDo() {
        let form = PageText.form([(name: "jeton", value: "a-B_9."), (name: "secret", value: "Chêne & 1+1=2\n")])
        #expect(form == "jeton=a-B_9.&secret=Ch%C3%AAne%20%26%201%2B1%3D2%0A")
        #expect(PageText.form([]).isEmpty)
    }

    @Test func cookiesAreKeptReplacedAndTakenBack() {
        var jar = CookieJar()
        #expect(jar.header == nil)
        jar.take("__Host-dmp=abc; Path=/; Secure; HttpOnly; SameSite=Strict")
        jar.take("__Host-dmp-etape=x.y=; Path=/")
        #expect(jar.header == "__Host-dmp=abc; __Host-dmp-etape=x.y=")
        jar.take("__Host-dmp=def; Path=/")
        jar.take("__Host-dmp-etape=; Path=/; Max-Age=0")
        #expect(jar.header == "__Host-dmp=def")
        jar.take("nothing")
        jar.take("=nameless; Path=/")
        #expect(jar.header == "__Host-dmp=def")
        jar.take("__Host-dmp=; Path=/; Max-Age=0")
        #expect(jar.header == nil)
    }

    @Test func aCodeIsTheNewestToItsAddress() throws {
        let scratch = try Scratch()
        let outbox = BenchmarkOutbox(folder: scratch.path)
        func write(_ name: String, to address: String, code: String?) throws {
            try scratch.write(#"{"to":"\#(address)","code":\#(code.map { "\"\($0)\"" } ?? "null")}"#, name)
        }
        try write("20260101-a.json", to: "a@example.fr", code: "111111")
        let seen = outbox.names()
        #expect(seen == ["20260101-a.json"])
        #expect(outbox.code(to: "a@example.fr", besides: []) == "111111")
        #expect(outbox.code(to: "a@example.fr", besides: seen) == nil)
        try write("20260102-a.json", to: "b@example.fr", code: "222222")
        try write("20260103-a.json", to: "a@example.fr", code: "333333")
        try write("20260104-a.json", to: "a@example.fr", code: "444444")
        try write("20260105-a.json", to: "a@example.fr", code: nil)
        try scratch.write("half of a messa", "20260106-a.json")
        try write(".20260107-a.json", to: "a@example.fr", code: "555555")
        #expect(outbox.code(to: "a@example.fr", besides: seen) == "444444")
        #expect(outbox.code(to: "c@example.fr", besides: seen) == nil)
        #expect(BenchmarkOutbox(folder: scratch.path + "/none").names().isEmpty)
    }
}
