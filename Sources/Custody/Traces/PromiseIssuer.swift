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
        let seed: [UInt8]
        let key: Curve25519.Signing.PrivateKey
        let delegation: String
        let notBefore: UInt64
        let notAfter: UInt64
    }

    let origin: String
    private let store: any CustodyKeyStore
    private let random: RandomBytes
    private let keys: PromiseKeys
    private let day = Mutex<Day?>(nil)

    init(origin: String, store: any CustodyKeyStore, random: @escaping RandomBytes, keys: PromiseKeys) {
        self.origin = origin
        self.store = store
        self.random = random
        self.keys = keys
    }

    /// The custodian's signed word that a committed event has its place in the log.
    func promise(for trace: PendingTrace) throws -> [UInt8] {
        let time = UInt64(max(0, trace.time.milliseconds))
        let key = try key(at: time).key
        return try Promise(origin: origin, index: trace.logIndex, leafHash: trace.leafHash, time: time) { message in
            Array(try key.signature(for: message))
        }.encoded
    }

    /// The note by which the log's key delegates the promise key in force at a moment.
    func delegation(at time: UInt64) throws -> String { try key(at: time).delegation }

    private func key(at time: UInt64) throws -> Day {
        try day.withLock { current in
            if let current, (current.notBefore..<current.notAfter).contains(time) { return current }
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
            try keys.keep(note.encoded, of: delegation)
            let fresh = Day(
                seed: seed,
                key: key,
                delegation: note.encoded,
                notBefore: time,
                notAfter: time + Self.lifetimeMilliseconds
            )
            current = fresh
            return fresh
        }
    }
}

/// The log's key as a signer of notes.
enum LogSigner {
    static func make(origin: String, store: any CustodyKeyStore) throws -> NoteSigner {
        let verifier = try VerifierKey(name: origin, kind: .ed25519, publicKey: store.logPublicKey)
        return NoteSigner(verifier: verifier) { message in try store.signForLog(message) }
    }
}
