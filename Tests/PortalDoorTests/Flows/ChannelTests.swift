import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// Page 27: a new phone or e-mail is proved before it takes the place of the old one, and the old one is told (identity and
/// experience § 2.4; ASVS 6.3.7, 7.5.1).
@Suite struct ChannelTests {
    private static let new = "nouvelle.adresse@example.org"

    private func codes(_ stack: PortalStack, to channel: ContactChannel) -> [String] {
        stack.notices.compactMap { sent in
            if case .oneTimeCode(let code, _) = sent.notice, sent.channel == channel { code } else { nil }
        }
    }

    private func told(_ stack: PortalStack) async throws -> [ContactChannel] {
        try await stack.news.compactMap { if case .accessChanged = $0.notice { $0.channel } else { nil } }
    }

    private func fields(_ body: String) -> [String: String] {
        Dictionary(
            body.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/).map {
                (String($0.1), String($0.2))
            }
        ) { $1 }
    }

    /// § 7.1, page 27.
    @Test func aNewAddressIsProvedAndTheOldOneTold() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let form = try await browser.get(Paths.channels)
            let change = [
                FormNames.phone: "06 39 98 12 34", FormNames.email: Self.new, FormNames.oldSecret: patient.secretCode,
            ]
            let asked = try await browser.post(Paths.channels, fields(form.body).merging(change) { $1 })
            #expect(asked.status == .ok && PageChecker.faults(in: asked.body) == [])
            #expect(asked.body.contains("n•••@example.org") && !asked.body.contains(">" + Self.new))
            let code = try #require(codes(stack, to: .email(Self.new)).last)
            // The phone stays as it is and needs no proof; nothing has changed yet, and nobody is told of anything.
            #expect(!asked.body.contains("code-sms"))
            #expect(try await told(stack).isEmpty)
            #expect(
                !(try await browser.get(Paths.account)).body.replacing("<wbr>", with: "").contains("n•••@example.org")
            )
            _ = try await browser.get(Paths.settings)
            var typed = fields(asked.body)
            typed["code-email"] = code == "000000" ? "000001" : "000000"
            let wrong = try await browser.post(Paths.channelProofs, typed)
            #expect(wrong.status == .unprocessableContent && PageChecker.faults(in: wrong.body) == [])
            typed["code-email"] = code
            let done = try await browser.follow(try await browser.post(Paths.channelProofs, typed))
            #expect(done.body.replacing("<wbr>", with: "").contains("n•••@example.org"))
            #expect(try await told(stack) == [.email(patient.email), .email(Self.new)])
            // The code is used up.
            #expect(try await browser.post(Paths.channelProofs, typed).status == .unprocessableContent)
        }
    }

    @Test func aCodeProvesOnlyTheAddressThatItWentTo() async throws {
        let stack = try PortalStack()
        let (one, other) = (try #require(stack.people.patient("paul")), try #require(stack.people.patient("jeanne")))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, one)
            let form = try await browser.get(Paths.channels)
            let change = [
                FormNames.phone: "06 39 98 12 34", FormNames.email: Self.new, FormNames.oldSecret: one.secretCode,
            ]
            let asked = try await browser.post(Paths.channels, fields(form.body).merging(change) { $1 })
            var typed = fields(asked.body)
            typed["code-email"] = codes(stack, to: .email(Self.new)).last
            // Not another address, not another record.
            var elsewhere = typed
            elsewhere[FormNames.email] = "quelqu.un@example.org"
            #expect(try await browser.post(Paths.channelProofs, elsewhere).status == .unprocessableContent)
            let stranger = Browser(client)
            try await WalkTests.enter(stranger, stack, other)
            _ = try await stranger.get(Paths.settings)
            var stolen = typed
            stolen["jeton"] = nil
            #expect(try await stranger.post(Paths.channelProofs, stolen).status == .unprocessableContent)
            // Three wrong tries void it.
            for _ in 0..<3 {
                var wrong = typed
                wrong["code-email"] = "999999" == typed["code-email"] ? "999998" : "999999"
                _ = try await browser.post(Paths.channelProofs, wrong)
            }
            #expect(try await browser.post(Paths.channelProofs, typed).status == .unprocessableContent)
            #expect(try await told(stack).isEmpty)
        }
    }

    @Test func bothAtOnceAreProvedEachByItsOwnCode() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let form = try await browser.get(Paths.channels)
            let change = [
                FormNames.phone: "07 00 00 00 99", FormNames.email: Self.new, FormNames.oldSecret: patient.secretCode,
            ]
            let asked = try await browser.post(Paths.channels, fields(form.body).merging(change) { $1 })
            var typed = fields(asked.body)
            let (sms, email) = (
                try #require(codes(stack, to: .sms("+33700000099")).last),
                try #require(codes(stack, to: .email(Self.new)).last)
            )
            (typed["code-sms"], typed["code-email"]) = (sms, email)
            #expect(
                try await browser.post(Paths.channelProofs, typed).headers[.location] == Paths.account
                    + "?fait=contacts"
            )
            // The old phone as well, though news goes by e-mail.
            #expect(try await Set(told(stack)) == [.sms("+33639981234"), .email(patient.email), .email(Self.new)])
        }
    }

    @Test func takingAWayAwayNeedsNoProofAndTellsIt() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let form = try await browser.get(Paths.channels)
            let change = [FormNames.phone: "", FormNames.email: patient.email, FormNames.oldSecret: patient.secretCode]
            let done = try await browser.post(Paths.channels, fields(form.body).merging(change) { $1 })
            #expect(done.headers[.location] == Paths.account + "?fait=contacts")
            #expect(try await Set(told(stack)) == [.sms("+33639981234"), .email(patient.email)])
            // A wrong secret sends no code to anybody.
            let count = try await stack.news.count
            let wrong = [
                FormNames.phone: "", FormNames.email: Self.new, FormNames.oldSecret: "un tout autre secret 42",
            ]
            #expect(
                try await browser.post(Paths.channels, fields(form.body).merging(wrong) { $1 }).status
                    == .unprocessableContent
            )
            #expect(try await stack.news.count == count)
        }
    }

    @Test func aNumberWrittenInAnotherWayIsNotANewOne() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let form = try await browser.get(Paths.channels)
            let change = [
                FormNames.phone: "+33 6.39.98.12.34", FormNames.email: Self.new,
                FormNames.oldSecret: patient.secretCode,
            ]
            let asked = try await browser.post(Paths.channels, fields(form.body).merging(change) { $1 })
            #expect(asked.body.contains("code-email") && !asked.body.contains("code-sms"))
        }
    }

    /// Two devices: what a page was drawn from decides what it changes, however long it stays open.
    @Test func aPageLeftOpenUndoesNothing() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            func channels(_ form: Browser.Shown, _ phone: String, _ email: String) -> [String: String] {
                let typed = [
                    FormNames.phone: phone, FormNames.email: email, FormNames.oldSecret: patient.secretCode,
                ]
                return fields(form.body).merging(typed) { $1 }
            }
            let first = try await browser.get(Paths.channels)
            let removed = try await browser.post(Paths.channels, channels(first, "", patient.email))
            #expect(removed.headers[.location] == Paths.account + "?fait=contacts")
            // One page of proofs stays open; it shows no phone.
            let old = try await browser.get(Paths.channels)
            let asked = try await browser.post(Paths.channels, channels(old, "", Self.new))
            var late = fields(asked.body)
            late["code-email"] = codes(stack, to: .email(Self.new)).last
            // Meanwhile a phone comes by another.
            let other = try await browser.get(Paths.channels)
            let added = try await browser.post(Paths.channels, channels(other, "07 00 00 00 99", patient.email))
            var typed = fields(added.body)
            typed["code-sms"] = codes(stack, to: .sms("+33700000099")).last
            #expect(
                try await browser.post(Paths.channelProofs, typed).headers[.location]?.hasPrefix(Paths.account) == true
            )
            let done = try await browser.follow(try await browser.post(Paths.channelProofs, late))
            #expect(done.body.replacing("<wbr>", with: "").contains("n•••@example.org"))
            #expect(done.body.contains("•• •• •• •• 99"))
            // The first form names an address that is gone: it is told, and nothing changes.
            let stale = try await browser.post(Paths.channels, channels(first, "06 39 98 12 34", "autre@example.org"))
            #expect(stale.status == .conflict && stale.body.contains("href=\"\(Paths.channels)\""))
            // A form that does not say what it showed is drawn again.
            let bare = try await browser.post(
                Paths.channels,
                [FormNames.phone: "", FormNames.email: Self.new, FormNames.oldSecret: patient.secretCode]
            )
            #expect(bare.headers[.location] == Paths.channels)
            #expect(try await browser.get(Paths.account).body.contains("•• •• •• •• 99"))
        }
    }
}
