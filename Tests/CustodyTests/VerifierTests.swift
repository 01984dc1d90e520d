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

    /// Security design § 3.3, § 3.8: events of two years in one file, each proved by the log of its own.
    @Test func itVerifiesAHistoryOverTheTurnOfAYear() async throws {
        let export = try await Export(overYears: true)
        let earlier = try #require(export.earlier)
        let keys = try [House.origin, House.nextOrigin].map { try export.logSigner(of: $0).verifier.text }
        #expect(earlier.v == 1 && earlier.log == keys[0] && earlier.logs == nil)
        #expect(export.file.v == 2 && export.file.log == keys[1] && export.file.logs == keys)
        let own = try export.verdict(on: export.file)
        #expect(own.ending == 0 && own.written.contains("Clés des journaux lues dans le fichier"), "\(own.written)")
        for trusted in [keys, [keys[1], keys[0]], [keys.joined(separator: "\n")]] {
            let verdict = try export.verdict(on: export.file, trustingAll: trusted)
            #expect(verdict.ending == 0, "\(verdict.written)")
            for origin in [House.origin, House.nextOrigin] { #expect(verdict.written.contains("\(origin), sur ")) }
            #expect(!verdict.written.contains("lues dans le fichier"))
        }
        // One year's key proves nothing of another's, though the same key signs both.
        let rank = try #require(export.file.events.firstIndex { $0.proof.contains("\n" + House.nextOrigin + "\n") }) + 1
        for (key, unknown, first) in [(keys[0], House.nextOrigin, rank), (keys[1], House.origin, 1)] {
            let verdict = try export.verdict(on: export.file, trusting: key)
            let sentence = "l’événement \(first) est dans le journal \(unknown), dont vous n’avez pas donné la clé"
            #expect(verdict.ending == 1 && verdict.written.contains(sentence), "\(verdict.written)")
        }
        let impostor = try NoteSigner(name: House.nextOrigin, kind: .ed25519, seed: Array(0..<32)).verifier.text
        let failure = Program.Outcome(
            ending: 1,
            written: "Échec : l’événement \(rank) n’est pas prouvé par le journal signé.\n"
        )
        #expect(try export.verdict(on: export.file, trustingAll: [keys[0], impostor]) == failure)
        // It goes on where the export of the year before ended, and not the other way round.
        #expect(try export.verdict(on: export.file, trustingAll: keys, after: earlier).ending == 0)
        #expect(try export.verdict(on: earlier, trusting: keys[0]).ending == 0)
        var undated = earlier
        undated.until = nil
        #expect(try export.verdict(on: undated, trusting: keys[0], after: export.file).ending == 1)
    }

    /// Two years' logs may have heads of one size: that is no fork.
    @Test func headsOfOneSizeInTwoYearsAreNoFork() async throws {
        let export = try await Export()
        var file = export.file
        // The second event alone in another year's log, of as many entries as the first's.
        let first = try TransparencyProof(parsing: Array(file.events[0].proof.utf8))
        let head = try Checkpoint(parsing: first.checkpoint.text)
        let signer = try export.logSigner(of: House.nextOrigin)
        let leaf = try #require(TraceCommitment(bytes: [UInt8](file.events[1].commit))).leafHash
        #expect(head.size > 1)
        var tree = LeafHashes((0..<head.size).map { $0 == 0 ? leaf : MerkleHash.leaf(Array("other \($0)".utf8)) })
        let other = try Checkpoint(origin: House.nextOrigin, size: head.size, root: try tree.root(size: head.size))
        file.events[1].index = 0
        file.events[1].proof = try TransparencyProof(
            index: 0,
            path: try tree.inclusionPath(index: 0, size: head.size),
            checkpoint: try other.signed(by: [signer])
        ).text
        let verdict = try export.verdict(on: file, trustingAll: [file.log, signer.verifier.text])
        #expect(verdict.ending == 0, "\(verdict.written)")
    }
}
