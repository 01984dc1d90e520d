import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
import SampleRecords
import ServerKit
import Testing
import Wording

@testable import PortalDoor

/// Page 23 while acting for somebody: settings of this profile alone.
@Suite struct ProfileNoticeTests {
    /// § 7.1, page 23.
    @Test func aParentChoosesForTheChildsRecord() async throws {
        let stack = try PortalStack()
        let child = try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) })
        let parent = try #require(stack.people.patient("paul"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await RepresentativeTests.enter(browser, stack, parent: parent, of: child)
            let page = try await browser.get(Paths.notices)
            #expect(
                page.body.contains(NoticesText.profileLead.phrase.french) && PageChecker.faults(in: page.body) == []
            )
            let saved = try await browser.follow(
                try await browser.post(Paths.notices, [FormNames.channel: "sms", FormNames.newDocument: "oui"])
            )
            #expect(saved.body.contains(NoticesText.saved.phrase.french) && PageChecker.faults(in: saved.body) == [])
            let visit = try await stack.holder(browser)
            let chosen = NoticeChoices(firstAccess: false, newDocument: true, channel: .sms)
            #expect(try await stack.service.ownNotices(visit) == chosen)
            #expect(try await stack.service.file(visit).notices == NoticeChoices())
            stack.service.leave(visit)
            _ = try await browser.get(Paths.notices)
            _ = try await browser.post(Paths.notices, [FormNames.channel: "non", FormNames.newDocument: "oui"])
            let again = try await stack.holder(browser)
            #expect(try await stack.service.ownNotices(again) == nil)
            stack.service.leave(again)
        }
    }
}
