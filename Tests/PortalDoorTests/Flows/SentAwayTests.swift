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

/// Whom the holder sends away is named in the holder's history, whatever let him in (§ 7.1, pages 18 and 22).
@Suite struct SentAwayTests {
    /// No leave of the record bears the name of whoever reads by that of his structure: the page knows it from the history.
    @Test func whoReadByHisStructuresLeaveIsNamed() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let who = try #require(stack.people.professional("cardiologist"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            let holder = try await stack.holder(browser)
            let desk = Authorisation(
                subject: .structure(who.workplace.structure.id),
                name: PersonName(family: "", given: ""),
                profession: who.profession,
                structure: who.workplace.structure,
                since: stack.now,
                until: nil,
                origin: .givenByHolder,
                lastAct: stack.now
            )
            _ = try await stack.service.carryOut(.authorise(desk), holder)
            stack.service.leave(holder)
            let visit = try await stack.visit(who, of: patient)
            _ = try await stack.service.list(visit)
            stack.service.leave(visit)

            let history = try await browser.get(Paths.history)
            let sheet = String(
                try #require(history.body.firstMatch(of: /href="(\/professionnels\/[A-Za-z0-9_-]{22})"/)).1
            )
            let revoke = sheet + "/" + ProfessionalChoice.revoke.rawValue
            #expect(try await browser.get(revoke).status == .ok)
            #expect(try await browser.post(revoke, [:]).status == .seeOther)
            let own = try await browser.get("\(Paths.history)?\(FormNames.who)=\(HistoryWho.me.rawValue)")
            #expect(own.body.contains("Professionnel concerné\u{A0}: \(who.actor().name.spoken)."))
            #expect(PageChecker.faults(in: own.body) == [])
        }
    }
}
