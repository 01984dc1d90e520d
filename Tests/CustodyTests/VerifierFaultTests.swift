import Foundation
import HealthRecord
import Testing
import TraceTree

@testable import Custody

/// Each fault of an exported history is named, with the event at which it shows (security design § 5).
@Suite struct VerifierFaultTests {
    /// A change to a file, and what is said of it.
    private typealias Harm = (name: String, sentence: String, change: @Sendable (inout ExportFile) throws -> Void)

    private static func changed(_ rank: Int) -> String { "l’événement \(rank) n’est pas celui qui a été scellé." }
    private static func missing(_ rank: Int) -> String { "l’événement \(rank) manque, ou n’est pas à sa place." }
    private static func unproved(_ rank: Int) -> String { "l’événement \(rank) n’est pas prouvé par le journal signé." }
    private static func forked(_ rank: Int) -> String {
        "deux journaux différents sont signés pour la même taille (événement \(rank))."
    }
    private static let otherEnd = "la fin de l’historique n’est pas celle qui est annoncée."

    /// What whoever holds the file alone may do to it.
    private static let harms: [Harm] = [
        ("an event's last byte", changed(2), { $0.events[1].event = try #require($0.events[1].event).turned }),
        ("an event's salt", changed(3), { $0.events[2].salt = try #require($0.events[2].salt).turned }),
        ("an event without its salt", changed(2), { $0.events[1].salt = nil }),
        ("a salt without its event", changed(1), { $0.events[0].event = nil }),
        ("another event's commitment", changed(2), { $0.events[1].commit = $0.events[2].commit }),
        ("a short commitment", changed(4), { $0.events[3].commit = $0.events[3].commit.dropLast() }),
        ("the first event taken out", missing(1), { $0.events.remove(at: 0) }),
        ("an event taken out", missing(2), { $0.events.remove(at: 1) }),
        ("two events that changed places", missing(2), { $0.events.swapAt(1, 2) }),
        ("an event twice", missing(3), { $0.events.insert($0.events[1], at: 2) }),
        ("another event's proof", unproved(2), { $0.events[1].proof = $0.events[2].proof }),
        ("another place in the log", unproved(3), { $0.events[2].index += 1 }),
        ("a proof that cannot be read", unproved(2), { $0.events[1].proof = "" }),
        (
            "another commitment of an event that is not shown", unproved(2),
            {
                $0.events[1].event = nil
                $0.events[1].salt = nil
                $0.events[1].commit = $0.events[1].commit.turned
            }
        ),
        ("the last event taken out", otherEnd, { $0.events.removeLast() }),
        ("another number of events", otherEnd, { $0.head.recSeq += 1 }),
        ("another last link", otherEnd, { $0.head.commit = $0.head.commit.turned }),
    ]

    /// Access and life cycle § 5: what was altered or taken away is named, with the event.
    @Test func itNamesEachFaultAndTheEvent() async throws {
        let export = try await Export()
        try #require(export.file.events.count > 4)
        for harm in Self.harms {
            var file = export.file
            try harm.change(&file)
            let failure = Program.Outcome(ending: 1, written: "Échec : \(harm.sentence)\n")
            for log in [nil, export.file.log] {
                #expect(try export.verdict(on: file, trusting: log) == failure, "\(harm.name)")
            }
        }
    }

    /// Access and life cycle § 5: a history made up whole, under a log of one's own, holds in itself: only who trusts the log's
    /// key alone is not taken in.
    @Test func itBelievesTheGivenKeyAndNotTheFiles() async throws {
        let export = try await Export()
        let impostor = try NoteSigner(name: House.origin, kind: .ed25519, seed: Array(0..<32))
        let invented = try Self.resealed(export.file, by: impostor) { $0 }
        #expect(try export.verdict(on: invented).ending == 0)
        let failure = Program.Outcome(ending: 1, written: "Échec : \(Self.unproved(1))\n")
        #expect(try export.verdict(on: invented, trusting: export.file.log) == failure)
        // The file names another key than signed it.
        var renamed = export.file
        renamed.log = impostor.verifier.text
        #expect(try export.verdict(on: renamed) == failure)
        #expect(try export.verdict(on: renamed, trusting: export.file.log).ending == 0)
    }

    /// Who holds the log's key and seals an event anew breaks the chain, though every leaf is proved.
    @Test func itNamesAnEventThatNamesAnotherPredecessor() async throws {
        let export = try await Export()
        let broken = try Self.resealed(export.file, by: try export.logSigner()) { link in
            link.rank == 3 ? (link.rank, TraceCommitment.beforeFirst) : link
        }
        let failure = Program.Outcome(ending: 1, written: "Échec : \(Self.missing(3))\n")
        for log in [nil, export.file.log] { #expect(try export.verdict(on: broken, trusting: log) == failure) }
    }

    /// Access and life cycle § 5: two trees of one size under the log's key are a fork, also where a head of another size stands
    /// between them.
    @Test(arguments: [false, true])
    func itNamesAFork(hasOthersBetween: Bool) async throws {
        let export = try await Export()
        let signer = try export.logSigner()
        let size = try Self.head(of: export.file.events[0]).size
        var file = export.file
        if hasOthersBetween {
            file.events[1].proof = try Self.proof(of: file.events[1], inAnotherTreeOf: size + 1, by: signer)
        }
        file.events[2].proof = try Self.proof(of: file.events[2], inAnotherTreeOf: size, by: signer)
        let failure = Program.Outcome(ending: 1, written: "Échec : \(Self.forked(3))\n")
        for log in [nil, export.file.log] { #expect(try export.verdict(on: file, trusting: log) == failure) }
        // Each half of the fork alone is proved.
        file.cut(to: 2)
        #expect(try export.verdict(on: file, trusting: export.file.log).ending == 0)
    }

    private static func head(of entry: ExportFile.Entry) throws -> Checkpoint {
        try Checkpoint(parsing: try TransparencyProof(parsing: Array(entry.proof.utf8)).checkpoint.text)
    }

    /// The proof of an event in a signed tree that holds nothing else of the log's.
    private static func proof(
        of entry: ExportFile.Entry,
        inAnotherTreeOf size: UInt64,
        by signer: NoteSigner
    ) throws -> String {
        let leaf = try #require(TraceCommitment(bytes: [UInt8](entry.commit))).leafHash
        return try proof(
            at: entry.index,
            in: (0..<size).map { $0 == entry.index ? leaf : MerkleHash.leaf(Array("other \($0)".utf8)) },
            by: signer
        )
    }

    private static func proof(at index: UInt64, in leaves: [[UInt8]], by signer: NoteSigner) throws -> String {
        var tree = LeafHashes(leaves)
        let size = UInt64(leaves.count)
        let head = try Checkpoint(origin: signer.verifier.name, size: size, root: try tree.root(size: size))
        return try TransparencyProof(
            index: index,
            path: try tree.inclusionPath(index: index, size: size),
            checkpoint: try head.signed(by: [signer])
        ).text
    }

    /// The same events, sealed again in a log that holds nothing else; `link` may have one name another predecessor.
    private static func resealed(
        _ file: ExportFile,
        by signer: NoteSigner,
        link: ((rank: Int, previous: [UInt8])) -> (rank: Int, previous: [UInt8])
    ) throws -> ExportFile {
        var copy = file
        var previous = TraceCommitment.beforeFirst
        var leaves: [[UInt8]] = []
        for (place, traced) in try file.traced.enumerated() {
            let event = traced.event.encoded(previous: link((place + 1, previous)).previous)
            let salt = [UInt8](repeating: UInt8(place), count: 32)
            let commitment = try TraceCommitment(event: event, salt: salt)
            copy.events[place].event = Data(event)
            copy.events[place].salt = Data(salt)
            copy.events[place].commit = Data(commitment.bytes)
            copy.events[place].index = UInt64(place)
            leaves.append(commitment.leafHash)
            previous = commitment.bytes
        }
        for place in copy.events.indices {
            copy.events[place].proof = try proof(at: UInt64(place), in: leaves, by: signer)
        }
        copy.head.commit = Data(previous)
        copy.log = signer.verifier.text
        return copy
    }
}

extension Data {
    /// The same but for a bit of the last byte.
    fileprivate var turned: Data {
        guard let last else { return self }
        return dropLast() + [last ^ 1]
    }
}
