import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// Whoever is too young for an access of his own hears it at the entrance (access and life cycle § 3.7).
@Suite struct MinorTests {
    @Test func theOpeningSaysWhoActsForAMinorAndUsesNoLetterUp() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await stack.invite(patient)
            _ = try await browser.get(Paths.opening)
            let right = WalkTests.openingFields(patient, code: try #require(stack.lastCode))
            let day = PortalStack.start.date
            var young = right
            young[FormNames.birthDate] = "1/1/\(day.year - 16)"
            for path in [Paths.opening, Paths.firstAccess] {
                _ = try await browser.get(path)
                let refused = try await browser.post(path, young)
                #expect(refused.status == .unprocessableContent && PageChecker.faults(in: refused.body) == [])
                #expect(refused.body.contains("c’est un parent ou un tuteur"))
            }
            _ = try await browser.get(Paths.opening)
            #expect(try await browser.post(Paths.opening, right).headers[.location] == Paths.opened)
        }
    }

    @Test func aMinorWhoSignsInHearsWhyAndIsOfferedNoMenu() async throws {
        let stack = try PortalStack()
        let child = try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) })
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, child)
            let page = try await browser.get(Paths.record)
            #expect(page.status == .forbidden && PageChecker.faults(in: page.body) == [])
            #expect(page.body.contains(#"href="\#(Paths.contact)""#))
            #expect(
                !page.body.contains(#"href="\#(Paths.record)""#) && !page.body.contains(#"href="\#(Paths.closing)""#)
            )
        }
    }
}
