import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// What every route has in common: who may, from where, with what headers.
@Suite struct GuardTests {
    /// A path of a route, with identifiers that nobody has.
    private func path(_ route: Route) -> String {
        route.path.replacing("{id}", with: PageSamples.ids[0].text).replacing("{handle}", with: "abc").replacing(
            "{choice}",
            with: "bloquer"
        )
    }

    @Test func everyRouteHasTheHeadersAndIsNotKept() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            for route in stack.portal.routes {
                let browser = Browser(client)
                let shown =
                    route.method == .get ? try await browser.get(path(route)) : try await browser.post(path(route), [:])
                let name = "\(route.method) \(route.path)"
                #expect(shown.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(name)")
                #expect(shown.headers[.contentSecurityPolicy]?.contains("script-src") == false, "\(name)")
                #expect(shown.headers[.xContentTypeOptions] == "nosniff", "\(name)")
                #expect(shown.headers[.strictTransportSecurity] != nil, "\(name)")
                #expect(shown.headers[.cacheControl] == "no-store", "\(name)")
                if shown.headers[.contentType]?.hasPrefix("text/html") == true {
                    #expect(PageChecker.faults(in: shown.body) == [], "\(name)")
                }
            }
            let missing = try await Browser(client).get("/rien")
            #expect(missing.status == .notFound)
            #expect(PageChecker.faults(in: missing.body) == [])
        }
    }

    @Test func nobodyEntersWithoutASession() async throws {
        let stack = try PortalStack()
        try await stack.door().application.test(.router) { client in
            for route in stack.portal.routes {
                switch route.entrance {
                case .anyone, .form, .either: continue
                case .holder, .holderForm, .upload:
                    let browser = Browser(client)
                    let shown =
                        route.method == .get
                        ? try await browser.get(path(route)) : try await browser.post(path(route), [:])
                    #expect(shown.status == .unauthorized, "\(route.path)")
                    browser.cookies["__Host-dmp"] = String(repeating: "A", count: 43)
                    let wrong =
                        route.method == .get
                        ? try await browser.get(path(route)) : try await browser.post(path(route), [:])
                    #expect(wrong.status == .unauthorized, "\(route.path)")
                }
            }
        }
    }

    @Test func everyFormAsksForItsTokenAndItsOrigin() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let session = browser.cookies
            for route in stack.portal.routes where route.method == .post {
                // Forms with a file prove themselves in their own way, see `UploadTests`.
                if case .upload = route.entrance { continue }
                browser.cookies = session
                _ = try await browser.get(Paths.record)
                if case .form = route.entrance { _ = try await browser.get(Paths.signIn) }
                #expect(try await browser.post(path(route), [:], token: "").status == .forbidden, "\(route.path)")
                #expect(try await browser.post(path(route), [:], token: "x").status == .forbidden, "\(route.path)")
                #expect(
                    try await browser.post(path(route), [:], site: "cross-site").status == .forbidden,
                    "\(route.path)"
                )
                #expect(
                    try await browser.post(path(route), [:], site: "same-site").status == .forbidden,
                    "\(route.path)"
                )
            }
            #expect(try await browser.get(Paths.record).status == .ok)
        }
    }

    @Test func aSessionEndsAfterItsIdleTime() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            #expect(try await browser.get(Paths.record).status == .ok)
            stack.advance(seconds: 15 * 60 + 61)
            let ended = try await browser.get(Paths.record)
            #expect(ended.status == .unauthorized)
            #expect(ended.body.contains("Votre session a pris fin"))
        }
    }

    @Test func nobodysDocumentsAreFoundByTheirIdentifier() async throws {
        let stack = try PortalStack()
        let (jeanne, paul) = (try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul")))
        try await stack.door().application.test(.router) { client in
            let first = Browser(client)
            try await WalkTests.enter(first, stack, jeanne)
            try await stack.deposit(try #require(stack.people.documents(of: "jeanne").first))
            let list = try await first.get(Paths.documents)
            let path = String(try #require(list.body.firstMatch(of: /href="(\/documents\/[0-9a-f-]{36})"/)).1)
            let second = Browser(client)
            try await WalkTests.enter(second, stack, paul)
            for end in ["", "/contenu", "/lecture", "/original", "/masquer"] {
                let other = try await second.get(path + end)
                let none = try await second.get("/documents/\(PageSamples.ids[1].text)" + end)
                #expect(other.status == .notFound)
                #expect(other.body.count == none.body.count, "\(end)")
            }
            _ = try await second.get(Paths.record)
            #expect(try await second.post(path + "/masquer", [:]).status == .notFound)
        }
    }
}
