import HTTPTypes
import HealthRecord
import HummingbirdTesting
import PageChecks
import RecordService
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

    /// § 3.7: a letter of before, under rules that gave an access to the child whom it names.
    @Test func theSecondLetterOfAMinorSaysWhoActsAndIsNotUsedUp() async throws {
        let stack = try PortalStack(policySet: "essai", rules: try PortalStack.rules("minor.ownAccess", true))
        let child = try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) })
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await stack.invite(child)
            _ = try await browser.get(Paths.opening)
            let opened = try await browser.post(
                Paths.opening,
                WalkTests.openingFields(child, code: try #require(stack.lastCode))
            )
            #expect(opened.headers[.location] == Paths.opened)
            let fields = [
                FormNames.ins: child.ins.matricule.text, FormNames.letterCode: try #require(stack.lastCode),
                FormNames.secret: child.secretCode,
            ]
            try await stack.service.migrate(ins, to: "mes2026")
            for _ in 0..<2 {
                _ = try await browser.get(Paths.activation)
                let refused = try await browser.post(Paths.activation, fields)
                #expect(refused.status == .forbidden && PageChecker.faults(in: refused.body) == [])
                #expect(refused.body.contains(#"href="\#(Paths.contact)""#))
                #expect(refused.body.contains("parent ou un tuteur"))
            }
            // Nothing is told to whoever has no letter.
            _ = try await browser.get(Paths.activation)
            var wrong = fields
            wrong[FormNames.letterCode] = "0000-0000-000"
            #expect(try await browser.post(Paths.activation, wrong).status == .unprocessableContent)
            try await stack.service.migrate(ins, to: "essai")
            let activated = try await WalkTests.activate(browser, stack, child)
            #expect(activated.headers[.location] == Paths.activated)
        }
    }

    @Test func aMinorWhoSignsInHearsWhyAndIsOfferedNoMenu() async throws {
        let stack = try PortalStack(policySet: "essai", rules: try PortalStack.rules("minor.ownAccess", true))
        let child = try #require(stack.people.patients.first { $0.isMinor(on: PortalStack.start.date) })
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, child)
            // A set that gives no such access from now on.
            let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
            try await stack.service.migrate(ins, to: "mes2026")
            let page = try await browser.get(Paths.record)
            #expect(page.status == .forbidden && PageChecker.faults(in: page.body) == [])
            #expect(page.body.contains(#"href="\#(Paths.contact)""#))
            #expect(
                !page.body.contains(#"href="\#(Paths.record)""#) && !page.body.contains(#"href="\#(Paths.closing)""#)
            )
        }
    }
}
