import AccessRules
import Foundation
import HealthRecord
import Testing
import TraceTree

@testable import Custody

/// The proofs of a history end where nothing can be hidden from its holder any more (CSP R1111-53).
@Suite struct ProofReachTests {
    /// A record with a document of the first day and, forty days later, one that its holder may not know of, or none.
    private func story(
        under set: String,
        hides: Bool
    ) async throws -> (house: House, custodian: Custodian, person: Person) {
        let house = try House()
        let custodian = try house.open { $0.policySet = set }
        let person = try await house.person(custodian)
        let (gp, shelf) = (try People.doctor(), Shelf())
        let visit = try await house.admit(custodian, gp, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), visit, of: person.reference)
        try await house.deposit(custodian, [[]], by: gp, for: person, on: shelf)
        house.pass(40 * 86_400)
        let again = try await house.admit(custodian, gp, for: person)
        _ = try? await custodian.setAuthorisation(.add(asTreatingPhysician: true), again, of: person.reference)
        if hides { try await house.deposit(custodian, [.hiddenFromPatient], by: gp, for: person, on: shelf) }
        return (house, custodian, person)
    }

    private func bundle(_ house: House, _ custodian: Custodian, _ person: Person) async throws -> TraceBundle {
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        return try await custodian.exportTraces(holder)
    }

    @Test func whatIsHiddenLengthensNoProof() async throws {
        var told: [[String]] = []
        for hides in [true, false] {
            let (house, custodian, person) = try await story(under: "mes2026", hides: hides)
            let made = try await bundle(house, custodian, person)
            #expect(!made.events.isEmpty && made.events.allSatisfy { $0.event != nil && $0.salt != nil })
            told.append(
                made.events.map { "\($0.index)" } + ["\(made.head.recSeq)", try #require(made.until)]
            )
            // By the day alone: nothing has looked at the calendar, and the month is over.
            house.pass(40 * 86_400)
            let later = try await bundle(house, custodian, person)
            #expect(later.events.allSatisfy { $0.event != nil })
            let deposits = try later.events.compactMap { try TraceEvent.decode([UInt8](try #require($0.event))).event }
                .filter { $0.act == .deposit }
            #expect(deposits.count == (hides ? 2 : 1))
            try custodian.close()
        }
        #expect(told[0] == told[1])
    }

    /// Where hiding has no term, nobody is given a bundle: one given to some would tell who has nothing hidden.
    @Test(arguments: ["era2011", "era2019"], [true, false])
    func rulesWithoutATermGiveNoProof(set: String, hides: Bool) async throws {
        let (house, custodian, person) = try await story(under: set, hides: hides)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        await #expect(throws: CustodyError.conflict("announcement")) { try await custodian.exportTraces(holder) }
        // The history itself is there, and tells of no export.
        let events = try await custodian.history(holder, of: nil).events
        #expect(!events.isEmpty && !events.contains { $0.act == .export })
        try custodian.close()
    }
}

/// The programs that this build has made beside the tests.
private enum Program: String {
    case dmp
    case verifier = "dmp-verify"

    /// How it ends, and what it writes.
    func run(_ arguments: [String]) throws -> (ending: Int32, written: String) {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let path = URL(filePath: own).deletingLastPathComponent().appending(path: rawValue).path
        try #require(FileManager.default.isExecutableFile(atPath: path), "swift build --build-tests makes \(rawValue)")
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let written = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: written, as: UTF8.self))
    }
}

@Suite struct VerifierTests {
    /// An export of which every event is old enough to be proved.
    private static func export() async throws -> (House, Data) {
        let house = try House()
        // As they ship, so that the program finds the edition that decided.
        let custodian = try house.open(rules: try RuleBook.bundled()) { $0.policySet = "mes2026" }
        let person = try await house.person(custodian)
        for _ in 0..<3 {
            let visit = try await house.admit(custodian, try People.doctor(), for: person)
            _ = try await custodian.testExistence(visit, of: person.reference)
        }
        house.pass(40 * 86_400)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let made = try JSONEncoder().encode(try await custodian.exportTraces(holder))
        try custodian.close()
        return (house, made)
    }

    /// How the program ends for a file.
    private static func ending(_ bytes: Data, after earlier: Data? = nil, in house: House) throws -> Int32 {
        let path = house.folder + "/historique.json"
        try bytes.write(to: URL(filePath: path))
        let earlierPath = house.folder + "/precedent.json"
        try earlier?.write(to: URL(filePath: earlierPath))
        return try Program.verifier.run([path] + (earlier == nil ? [] : ["--earlier", earlierPath])).ending
    }

    /// Each decision of an export follows again from what stands beside it; one that was turned round does not.
    @Test func anAuditorDecidesTheExportAgain() async throws {
        let (house, made) = try await Self.export()
        let path = house.folder + "/historique.json"
        try made.write(to: URL(filePath: path))
        let replayed = try Program.dmp.run(["policy", "replay", path])
        #expect(replayed.ending == 0, "\(replayed.written)")
        let same = try #require(replayed.written.firstMatch(of: /(\d+) decided the same/), "\(replayed.written)")
        #expect(try #require(Int(same.1)) >= 3)
        var whole = try #require(try JSONSerialization.jsonObject(with: made) as? [String: Any])
        var events = try #require(whole["events"] as? [[String: Any]])
        let bundle = try JSONDecoder().decode(TraceBundle.self, from: made)
        let traced = try bundle.events.map { try TraceEvent.decode([UInt8](try #require($0.event))) }
        let place = try #require(
            traced.firstIndex { $0.event.act == .testExistence && $0.event.details[TraceEvent.factsKey] != nil }
        )
        let (event, previous) = traced[place]
        let turned = TraceEvent(
            sequence: event.sequence,
            time: event.time,
            act: event.act,
            actor: event.actor,
            mode: event.mode,
            documents: event.documents,
            outcome: event.outcome == .permitted ? .refused : .permitted,
            rule: event.rule,
            policy: event.policy,
            node: event.node,
            request: event.request,
            details: event.details
        )
        events[place]["event"] = Data(turned.encoded(previous: previous)).base64EncodedString()
        whole["events"] = events
        try JSONSerialization.data(withJSONObject: whole).write(to: URL(filePath: path))
        let different = try Program.dmp.run(["policy", "replay", path])
        #expect(
            different.ending == 1 && different.written.contains("event \(event.sequence), "),
            "\(different.written)"
        )
    }

    /// § 5: an export goes on where an earlier one ended; that it reaches less far is accepted of a later day alone.
    @Test func itComparesAnExportWithAnEarlierOne() async throws {
        let (house, made) = try await Self.export()
        let whole = try #require(try JSONSerialization.jsonObject(with: made) as? [String: Any])
        let events = try #require(whole["events"] as? [[String: Any]])
        func file(_ changes: [String: Any]) throws -> Data {
            try JSONSerialization.data(withJSONObject: whole.merging(changes) { _, new in new })
        }
        let head: [String: Any] = ["recSeq": 2, "commit": try #require(events[1]["commit"])]
        let short = try file(["events": Array(events.prefix(2)), "head": head])
        #expect(try Self.ending(made, after: short, in: house) == 0)
        #expect(try Self.ending(short, after: try file(["until": NSNull()]), in: house) == 0)
        #expect(try Self.ending(short, after: try file(["until": "2099-01-01"]), in: house) == 0)
        #expect(try Self.ending(short, after: made, in: house) == 1)
        #expect(try Self.ending(made, after: try file(["events": Array(events.reversed())]), in: house) == 1)
    }

    /// § 5: what is taken away is verified elsewhere, and a change in it noticed.
    @Test func itAcceptsAnExportAndNamesWhatWasChangedInIt() async throws {
        let (house, made) = try await Self.export()
        #expect(try Self.ending(made, in: house) == 0)
        let whole = try #require(try JSONSerialization.jsonObject(with: made) as? [String: Any])
        let events = try #require(whole["events"] as? [[String: Any]])
        try #require(events.count > 3)
        var missing = events
        missing.remove(at: 1)
        var moved = events
        moved.swapAt(1, 2)
        var altered = events
        altered[1]["commit"] = events[2]["commit"]
        for harm in [missing, moved, altered] {
            let harmed = try JSONSerialization.data(withJSONObject: whole.merging(["events": harm]) { _, new in new })
            #expect(try Self.ending(harmed, in: house) == 1)
        }
        // An export of before there was a last day, with an event that its holder could not be shown.
        var earlier = whole
        earlier["until"] = nil
        var blank = events
        blank[1]["event"] = nil
        blank[1]["salt"] = nil
        earlier["events"] = blank
        #expect(try Self.ending(try JSONSerialization.data(withJSONObject: earlier), in: house) == 0)
        #expect(try Self.ending(made.prefix(made.count / 2), in: house) == 2)
    }
}
