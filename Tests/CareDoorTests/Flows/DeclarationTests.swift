import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// A leave is declared by an explicit act of the professional, where there is none or it has expired (EX_0.3-1010).
@Suite struct DeclarationTests {
    private static func declared(_ stack: CareStack, _ patient: SamplePatient) async throws -> Int {
        let visit = try await stack.signIn(patient)
        return try await stack.service.history(limit: 1000, visit).events.count { $0.act == .authorise }
    }

    /// Access and life cycle § 3.1, EX_0.3-1010; § 7.2, page 5.
    @Test func nothingIsDeclaredBeforeSomebodySaysSo() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            try await browser.enter()
            let found = try await browser.find(patient.ins.matricule.text)
            let consent = try #require(found.headers[.location])
            // Finding the patient, reading the page that asks, trying the record: none of it declares.
            let record = String(consent.dropLast("/accord".count))
            for path in [consent, record, record + "/documents", consent] { try await browser.get(path) }
            #expect(try await Self.declared(stack, patient) == 0)
            try await browser.get(consent)
            try await browser.post(consent)
            #expect(try await Self.declared(stack, patient) == 1)
            // Where a leave stands the page asks for none and sends none.
            let again = try await browser.get(consent)
            #expect(again.status == .seeOther && again.headers[.location] == record)
            #expect(try await Self.declared(stack, patient) == 1)
        }
    }

    /// Access and life cycle § 3.1, EX_0.3-1010: a leave that has ended is asked for as if there had been none, and given again by
    /// the same act alone.
    @Test func aLeaveThatHasExpiredIsDeclaredAnewByTheSameAct() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            _ = try await Walk.consult(Browser(client, card: "card:gp"), patient)
            // To the end of the leave of one consultation (rules, key `authorisation.sessionTerm`).
            stack.advance(seconds: 86_400)
            let later = Browser(client, card: "card:gp")
            try await later.enter()
            let found = try await later.find(patient.ins.matricule.text)
            let consent = try #require(found.headers[.location])
            #expect(consent.hasSuffix("/accord"))
            let record = String(consent.dropLast("/accord".count))
            #expect(try await later.follow(found).body.contains("Autorisation terminée"))
            #expect(try await later.get(record).headers[.location] == consent)
            #expect(try await later.get(record + "/documents").status == .forbidden)
            #expect(try await Self.declared(stack, patient) == 1)
            let asked = try await later.get(consent)
            #expect(asked.status == .ok && asked.body.contains("Autorisation terminée"))
            let given = try await later.post(consent)
            #expect(try await later.follow(given).status == .ok)
            #expect(try await Self.declared(stack, patient) == 2)
        }
    }
}
