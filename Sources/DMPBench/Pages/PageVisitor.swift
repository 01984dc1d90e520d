/// One visitor of a site: the cookies it has given, and the proof that its forms are its own.
struct PageVisitor: Sendable {
    private let site: PageSite
    private var cookies = CookieJar()
    private var token = ""

    init(_ site: PageSite) { self.site = site }

    /// Opens a page that is there.
    mutating func open(_ path: String) async throws(BenchmarkError) -> String {
        let reply = try await site.send(nil, to: path, with: cookies)
        guard reply.status == 200 else { throw .refused(step: "pages", code: "status \(reply.status)") }
        keep(reply)
        token = PageText.value(of: "jeton", in: reply.text) ?? token
        return reply.text
    }

    /// Sends a form of the last page; answers where it leads.
    mutating func submit(
        _ path: String,
        _ fields: [(name: String, value: String)]
    ) async throws(BenchmarkError) -> String {
        let form = PageText.form([(name: "jeton", value: token)] + fields)
        let reply = try await site.send(form, to: path, with: cookies)
        guard reply.status == 303, let location = reply.location else {
            throw .refused(step: "forms", code: "status \(reply.status)")
        }
        keep(reply)
        return location
    }

    /// The bytes of a page that answers as it must; what it gives along is left.
    func size(of path: String, status: UInt) async throws(BenchmarkError) -> Int {
        let reply = try await site.send(nil, to: path, with: cookies)
        guard reply.status == status else { throw .refused(step: "pages", code: "status \(reply.status)") }
        return reply.body.count
    }

    /// The bytes of the answer to a form of the last page that answers as it must; what it gives along is left.
    func size(
        of fields: [(name: String, value: String)],
        to path: String,
        status: UInt
    ) async throws(BenchmarkError) -> Int {
        let form = PageText.form([(name: "jeton", value: token)] + fields)
        let reply = try await site.send(form, to: path, with: cookies)
        guard reply.status == status else { throw .refused(step: "forms", code: "status \(reply.status)") }
        return reply.body.count
    }

    private mutating func keep(_ reply: PageSite.Reply) { for line in reply.cookies { cookies.take(line) } }
}
