import Foundation
import HealthRecord
import Testing
import TraceTree

@testable import Custody

/// What an auditor learns of a history that was taken away, by the programs that ship (security design § 5).
@Suite struct VerifierTests {
    /// Each decision of an export follows again from what stands beside it; one that was turned round does not.
    @Test func anAuditorDecidesTheExportAgain() async throws {
        let export = try await Export()
        let replayed = try export.replay(export.file)
        #expect(replayed.ending == 0, "\(replayed.written)")
        let same = try #require(replayed.written.firstMatch(of: /(\d+) decided the same/), "\(replayed.written)")
        #expect(try #require(Int(same.1)) >= 3)
        let traced = try export.file.traced
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
        var file = export.file
        file.events[place].event = Data(turned.encoded(previous: previous))
        let different = try export.replay(file)
        #expect(
            different.ending == 1 && different.written.contains("event \(event.sequence), "),
            "\(different.written)"
        )
    }

    /// Access and life cycle § 5: an export goes on where an earlier one ended; that it reaches less far is accepted of a later
    /// day alone.
    @Test func itComparesAnExportWithAnEarlierOne() async throws {
        let export = try await Export()
        let made = export.file
        var (short, undated, late, turned) = (made, made, made, made)
        short.cut(to: 2)
        undated.until = nil
        late.until = "2099-01-01"
        turned.events.reverse()
        #expect(try export.verdict(on: made, after: short).ending == 0)
        #expect(try export.verdict(on: short, after: undated).ending == 0)
        let reachesLess = try export.verdict(on: short, after: late)
        #expect(reachesLess.ending == 0 && reachesLess.written.contains("L’export précédent va plus loin"))
        let failure = Program.Outcome(ending: 1, written: "Échec : cet export ne prolonge pas le précédent.\n")
        #expect(try export.verdict(on: short, after: made) == failure)
        #expect(try export.verdict(on: made, after: turned) == failure)
    }

    /// Access and life cycle § 5: what is as it was sealed is accepted, with the log's key or without; so is an export of before
    /// there was a last day,
    /// with an event that its holder could not be shown.
    @Test func itAcceptsWhatIsAsItWasSealed() async throws {
        let export = try await Export()
        let key = try export.logSigner().verifier.text
        #expect(export.file.log == key)
        var earlier = export.file
        earlier.until = nil
        earlier.events[1].event = nil
        earlier.events[1].salt = nil
        for (file, count) in [(export.file, export.file.events.count), (earlier, earlier.events.count - 1)] {
            for log in [nil, key] {
                let verdict = try export.verdict(on: file, trusting: log)
                #expect(verdict.ending == 0, "\(verdict.written)")
                #expect(verdict.written.hasPrefix("\(count) événements vérifiés ; "), "\(verdict.written)")
                // Who trusts the file's own key is told that he does.
                #expect(verdict.written.contains("Clé du journal lue dans le fichier lui-même") == (log == nil))
            }
        }
    }

    /// A file or a key that cannot be read is told apart from one that does not hold.
    @Test func itSaysWhatCannotBeRead() async throws {
        let export = try await Export()
        let failure = Program.Outcome(ending: 2, written: "Échec : le fichier, ou la clé, n’est pas lisible.\n")
        let bytes = try export.file.bytes
        #expect(try export.verdict(on: bytes.prefix(bytes.count / 2)) == failure)
        #expect(try Program.verifier.run([export.house.folder + "/absent.json"]) == failure)
        var (newer, keyless) = (export.file, export.file)
        newer.v = 2
        keyless.log = "clé"
        #expect(try export.verdict(on: newer) == failure)
        #expect(try export.verdict(on: keyless) == failure)
        #expect(try export.verdict(on: export.file, trusting: "clé") == failure)
        // The file's own key is not looked at where another is trusted.
        #expect(try export.verdict(on: keyless, trusting: export.file.log).ending == 0)
    }
}
