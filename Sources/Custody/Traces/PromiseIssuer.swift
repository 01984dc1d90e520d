import Crypto
import HealthRecord
import Sealing
import Synchronization
import TraceTree

/// Signs promises with the key of the day, itself delegated by the log's key (security design § 2.3, PromiseK).
final class PromiseIssuer: Sendable {
    /// How long one promise key serves.
    static let lifetimeMilliseconds: UInt64 = 24 * 3600 * 1000

    private struct Day: Sendable {
        let origin: String
        let key: Curve25519.Signing.PrivateKey
        let delegation: String
        let notBefore: UInt64
        let notAfter: UInt64
    }

    private let store: any CustodyKeyStore
    private let random: RandomBytes
    private let folder: String
    /// The newest key of each of the last two shards: at the turn of a year promises of both are signed for a moment.
    private let days = Mutex<[Day]>([])

    /// Keeps its keys' notes below the log's folder, each in that of its shard.
    init(store: any CustodyKeyStore, random: @escaping RandomBytes, folder: String) {
        self.store = store
        self.random = random
        self.folder = folder
    }

    /// The custodian's signed word that a committed event has its place in the log.
    func promise(for trace: PendingTrace) throws -> [UInt8] {
        let time = UInt64(max(0, trace.time.milliseconds))
        let key = try key(of: trace.shard, at: time).key
        return try Promise(
            origin: trace.shard.origin,
            index: trace.place,
            leafHash: trace.leafHash,
            time: time
        ) { message in
            Array(try key.signature(for: message))
        }.encoded
    }

    /// The note by which the log's key delegates the promise key in force at a moment.
    func delegation(of shard: LogShard, at time: UInt64) throws -> String { try key(of: shard, at: time).delegation }

    private func key(of shard: LogShard, at time: UInt64) throws -> Day {
        try days.withLock { days in
            let origin = shard.origin
            if let known = days.first(where: { $0.origin == origin && ($0.notBefore..<$0.notAfter).contains(time) }) {
                return known
            }
            let seed = random(32)
            let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
            let delegation = try PromiseKeyDelegation(
                origin: origin,
                publicKey: Array(key.publicKey.rawRepresentation),
                notBefore: time / 1000,
                notAfter: (time + Self.lifetimeMilliseconds) / 1000
            )
            var note = try SignedNote(text: delegation.text)
            note.add(try LogSigner.make(origin: origin, store: store).signature(of: delegation.text))
            try shard.promiseKeys(in: folder).keep(note.encoded, of: delegation)
            let fresh = Day(
                origin: origin,
                key: key,
                delegation: note.encoded,
                notBefore: time,
                notAfter: time + Self.lifetimeMilliseconds
            )
            days = days.filter { $0.origin != origin }.suffix(1) + [fresh]
            return fresh
        }
    }
}

/// The log's key as a signer of notes: one signs all shards, each under its own name.
enum LogSigner {
    static func make(origin: String, store: any CustodyKeyStore) throws -> NoteSigner {
        NoteSigner(verifier: try key(of: origin, store: store)) { message in try store.signForLog(message) }
    }

    /// What verifies its notes under a name.
    static func key(of origin: String, store: any CustodyKeyStore) throws -> VerifierKey {
        try VerifierKey(name: origin, kind: .ed25519, publicKey: store.logPublicKey)
    }
}
