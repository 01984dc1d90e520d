import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import PortalDoor

/// What the holder does on the portal leaves one trace for each act (issue 3; access and life cycle § 5, CSP R1111-43).
@Suite struct OneTraceTests {
    /// Events of the record, the oldest first; to look signs in and reads the history, and is the last of them.
    private static func trail(_ stack: PortalStack, _ patient: SamplePatient) async throws -> [TraceEvent] {
        let challenge = try await stack.service.beginSignIn(
            identifier: .matricule(patient.ins),
            secret: patient.secretCode,
            preferring: nil
        )
        let token = try await stack.service.completeSignIn(token: challenge.token, code: try #require(stack.lastCode))
        let request = UniqueID(random: (UInt64.random(in: 1...UInt64.max), 5))
        let visit = try await stack.service.admit(.session(token: token.text), request: request)
        return try await stack.service.history(limit: 1000, visit).events.reversed()
    }

    @Test func eachPageLeavesOneTraceForEachOfItsActs() async throws {
        let stack = try PortalStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client)
            try await WalkTests.enter(browser, stack, patient)
            for document in stack.people.documents(of: "jeanne").filter({ $0.replaces == nil }).prefix(2) {
                try await stack.deposit(document)
            }
            for (path, acts) in [
                (Paths.record, [TracedAct.list, .readHistory]), (Paths.documents, [.list]), (Paths.timeline, [.list]),
                (Paths.results, [.list, .read, .read]), (Paths.professionals, [.readHistory]),
                (Paths.history, [.list, .readHistory]), (Paths.settings, []),
                (Paths.confidentiality, [.readHistory, .list]),
                (Paths.emergency, [.readHistory]), (Paths.wishes, [.list]), (Paths.family, []),
                (Paths.notices, [.readHistory, .list]),
                (Paths.devices, []), (Paths.adding, []), (Paths.closing, [.list]),
            ] as [(String, [TracedAct])] {
                let before = try await Self.trail(stack, patient)
                #expect(try await browser.get(path).status == .ok, "\(path)")
                let after = try await Self.trail(stack, patient)
                let known = Set(before.map(\.sequence))
                let added = after.filter { !known.contains($0.sequence) }
                // Who counts signs in and looks at the history as well.
                #expect(added.map(\.act) == acts + [.signIn, .readHistory], "\(path)")
                #expect(added.allSatisfy { $0.outcome == .permitted }, "\(path)")
            }
        }
    }
}
