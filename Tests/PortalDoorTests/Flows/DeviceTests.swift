import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Page 26: open sessions in plain words, each of which can be ended (ASVS 7.5.2).
@Suite struct DeviceTests {
    @Test(arguments: [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox, sur un ordinateur Windows"
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0",
            "Edge, sur un ordinateur Windows"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            "Safari, sur un iPhone"
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
            "Safari, sur un Mac"
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
            "Samsung Internet, sur un appareil Android"
        ),
        (
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36",
            "Chrome, sur un Chromebook"
        ),
        ("Lynx/2.9 (X11)", "Un autre navigateur, sur un ordinateur Linux"),
        ("curl/8.0", "Un appareil non reconnu"),
    ]) func browsersAreCalledByPlainNames(header: String, spoken: String) throws {
        #expect(try #require(SessionDevice(userAgent: header)).spoken(.french) == spoken)
    }

    @Test func whatABrowserSaysOfItselfIsNeverKeptNorReadFar() throws {
        #expect(SessionDevice(userAgent: nil) == nil)
        #expect(SessionDevice(userAgent: "") == nil)
        let hostile = "<script>alert(1)</script>" + String(repeating: "é", count: 100_000) + " Firefox/1 Windows"
        #expect(SessionDevice(userAgent: hostile) == SessionDevice(browser: .other, system: .other))
    }

    /// § 7.1, page 26.
    @Test func aSessionIsKnownByItsDeviceAndEnded() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let (phone, desk) = (Browser(client), Browser(client))
            phone.userAgent = "Mozilla/5.0 (iPhone) <b>Safari/604.1</b>"
            desk.userAgent = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"
            try await WalkTests.enter(phone, stack, patient)
            stack.advance(seconds: 60)
            try await WalkTests.signIn(desk, stack, patient)
            let shown = try await desk.get(Paths.devices)
            #expect(PageChecker.faults(in: shown.body) == [])
            #expect(shown.body.contains("Firefox, sur un ordinateur Windows"))
            #expect(shown.body.contains("Safari, sur un iPhone"))
            #expect(!shown.body.contains("Mozilla") && !shown.body.contains("/604"))
            let id = try #require(shown.body.firstMatch(of: /name="choix" value="([0-9a-f-]{36})"/))
            let ended = try await desk.follow(try await desk.post(Paths.endSession, [FormNames.choice: String(id.1)]))
            // Open no more, and among the devices that have served.
            let halves = ended.body.split(separator: "id=\"appareils\"")
            #expect(halves.map { $0.contains("sur un iPhone") } == [false, true])
            #expect(try await phone.get(Paths.record).status == .unauthorized)
            // And all others at once.
            stack.advance(seconds: 60)
            try await WalkTests.signIn(phone, stack, patient)
            _ = try await desk.get(Paths.endOtherSessions)
            _ = try await desk.follow(try await desk.post(Paths.endOtherSessions, [:]))
            #expect(try await phone.get(Paths.record).status == .unauthorized)
            #expect(try await desk.get(Paths.record).status == .ok)
        }
    }

    @Test func aDeviceNotUsedBeforeIsToldAndAKnownOneIsNot() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        let told: @Sendable () async throws -> Int = {
            try await stack.news.count { if case .newDevice = $0.notice { true } else { false } }
        }
        try await stack.door().application.test(.router) { client in
            let (desk, phone) = (Browser(client), Browser(client))
            desk.userAgent = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"
            phone.userAgent = "Mozilla/5.0 (iPhone) Safari/604.1"
            try await WalkTests.enter(desk, stack, patient)
            try await WalkTests.signIn(desk, stack, patient)
            #expect(try await told() == 0)
            try await WalkTests.signIn(phone, stack, patient)
            #expect(try await told() == 1)
            try await WalkTests.signIn(phone, stack, patient)
            #expect(try await told() == 1)
        }
    }

    @Test func aRepresentativeIsOfferedTheEndOfNoSessionButHisOwn() async throws {
        let stack = try PortalStack()
        let (holder, actor) = (
            try #require(stack.people.patient("jeanne")), try #require(stack.people.patient("paul"))
        )
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: actor, of: holder, as: .representation)
            let own = Browser(client)
            try await WalkTests.signIn(own, stack, holder)
            let shown = try await browser.get(Paths.devices)
            // The head of the table and his own.
            #expect(shown.body.matches(of: /<tr>/).count == 2)
            #expect(!shown.body.contains("name=\"choix\""))
            let all = try await own.get(Paths.devices)
            #expect(all.body.contains("name=\"choix\""))
        }
    }

    /// § 7.1, page 26: a device is disowned and forgotten in a few words, behind a fresh code.
    @Test func aDeviceIsDisownedAndForgotten() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let (phone, desk) = (Browser(client), Browser(client))
            phone.userAgent = "Mozilla/5.0 (iPhone) Safari/604.1"
            desk.userAgent = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"
            try await WalkTests.enter(phone, stack, patient)
            try await WalkTests.signIn(desk, stack, patient)
            let page = try await desk.get(Paths.devices)
            #expect(PageChecker.faults(in: page.body) == [] && page.body.contains(DevicesText.used.phrase.french))
            let fields = [FormNames.device: "safari/iPhone", FormNames.choice: "pas-moi"]
            let said = try await desk.follow(try await desk.post(Paths.deviceVerdict, fields))
            #expect(said.body.contains("Changez maintenant votre code secret"))
            #expect(PageChecker.faults(in: said.body) == [])
            #expect(try await phone.get(Paths.record).status == .unauthorized)
            let odd = try await desk.post(Paths.deviceVerdict, [FormNames.device: "<b>", FormNames.choice: "moi"])
            #expect(odd.status == .badRequest)
            _ = try await desk.get(Paths.devices)
            let forgotten = try await desk.follow(
                try await desk.post(Paths.deviceForgotten, [FormNames.device: "safari/iPhone"])
            )
            #expect(!forgotten.body.contains("sur un iPhone") && PageChecker.faults(in: forgotten.body) == [])
            stack.advance(seconds: 301)
            _ = try await desk.get(Paths.devices)
            let stale = try await desk.post(Paths.deviceForgotten, [:])
            #expect(stale.headers[.location] == Paths.stepUp + "?suite=appareils")
        }
    }
}

extension Phrase {
    fileprivate func callAsFunction(_ language: Language) -> String { self[language] }
}
