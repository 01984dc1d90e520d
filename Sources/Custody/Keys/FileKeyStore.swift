import Crypto
import Foundation
public import Sealing
import Synchronization

/// The embedded key store: one file and its copies, sealed with AES-256-GCM under a key that scrypt draws from a passphrase.
///
/// A key on the disk of the data it opens protects against a partial theft only; the log says so at each start.
public final class FileKeyStore: CustodyKeyStore {
    /// The cost of trying one passphrase (RFC 7914).
    public struct Cost: Sendable {
        /// N = 2^17, r = 8, p = 1: about 128 MiB and a third of a second.
        public static let production = Cost(rounds: 131_072)
        /// For tests, where a passphrase protects nothing.
        public static let minimal = Cost(rounds: 1024)
        /// The costs under which a store is opened: no file makes its reader work for hours.
        static let readable = 1024...1 << 20
        /// r of scrypt, in blocks of 128 bytes.
        static let blockSize = 8
        /// p of scrypt.
        static let parallelism = 1
        /// N of scrypt.
        let rounds: Int
    }

    /// What the file says, and its bytes.
    struct Held: Sendable {
        var file: KeyFile
        var bytes: [UInt8]
    }

    let places: KeyFilePlaces
    let lock: KeyFileLock
    let random: RandomBytes
    let reached: @Sendable (KeyFileStep) -> Void
    let held: Mutex<Held>
    /// The number of the last writing that was tried; who holds it writes.
    let writer: Mutex<UInt64>
    private let indexMaster: IndexMasterKey
    private let logKey: Curve25519.Signing.PrivateKey

    /// What `/health` calls this kind of store.
    public var label: String { "file" }
    /// The Ed25519 key that verifies the log.
    public var logPublicKey: [UInt8] { Array(logKey.publicKey.rawRepresentation) }
    /// The epochs whose root keys are held, the oldest first.
    public var epochs: [KeyEpoch] { held.withLock { $0.file.epochs } }
    /// The epoch under whose root key new shard keys are wrapped.
    public var currentEpoch: KeyEpoch { epochs.last ?? KeyEpoch(0) }

    /// Every place where a store's keys lie: its own file first, then its copies.
    public static func places(of path: String, copies: [String] = []) -> [String] {
        let places = KeyFilePlaces(own: path, copyFolders: copies)
        return [places.own] + places.copies
    }

    /// Makes a store with the root key of epoch 0 and writes it durably; refuses to write over one.
    public static func create(
        at path: String,
        passphrase: String,
        copies: [String] = [],
        cost: Cost = .production,
        random: @escaping RandomBytes
    ) throws(KeyStoreError) {
        do {
            let lock = try KeyFileLock(passphrase: passphrase, salt: random(32), rounds: cost.rounds)
            let bytes = try KeyFile(random: random).sealed(under: lock, random: random)
            // Copies of a store that is gone may be all that is left of it.
            let places = KeyFilePlaces(own: path, copyFolders: copies)
            for copy in places.copies where FileManager.default.fileExists(atPath: copy) {
                throw KeyStoreError.unwritable
            }
            try DurableFile.create(path, bytes: bytes)
            for copy in places.copies { try KeyFilePlaces.replace(copy, bytes) }
        } catch {
            throw .unwritable
        }
    }

    /// Opens a store.
    ///
    /// - Parameters:
    ///   - path: its file.
    ///   - passphrase: it is not kept.
    ///   - copies: folders of the copies; none: two beside the file.
    ///   - random: draws unpredictable bytes.
    public convenience init(
        path: String,
        passphrase: String,
        copies: [String] = [],
        random: @escaping RandomBytes
    ) throws(KeyStoreError) {
        let places = KeyFilePlaces(own: path, copyFolders: copies)
        try self.init(places: places, passphrase: passphrase, random: random) { _ in }
    }

    init(
        places: KeyFilePlaces,
        passphrase: String,
        random: @escaping RandomBytes,
        reached: @escaping @Sendable (KeyFileStep) -> Void
    ) throws(KeyStoreError) {
        guard let present = FileManager.default.contents(atPath: places.own),
            let envelope = KeyFile.Envelope(present)
        else { throw .unreadable }
        guard
            let lock = try? KeyFileLock(passphrase: passphrase, salt: envelope.salt, rounds: envelope.rounds),
            let own = KeyFile(envelope, lock: lock)
        else { throw .notAuthentic }
        let file = try Self.newest(own, copies: places.readableCopies, lock: lock)
        guard let indexMaster = IndexMasterKey(bytes: file.indexMaster),
            let logKey = try? Curve25519.Signing.PrivateKey(rawRepresentation: file.logSeed)
        else { throw .notAuthentic }
        var bytes = [UInt8](present)
        if file.writing != own.writing {
            do { bytes = try file.sealed(under: lock, random: random) } catch { throw .unwritable }
            try KeyFilePlaces.replace(places.own, bytes)
        }
        self.places = places
        self.lock = lock
        self.indexMaster = indexMaster
        self.logKey = logKey
        self.random = random
        self.reached = reached
        held = Mutex(Held(file: file, bytes: bytes))
        writer = Mutex(file.writing)
        _ = mendCopies()
    }

    /// The file itself, or a copy that a crash left further on, or that an older file was put beside.
    private static func newest(
        _ own: KeyFile,
        copies: [KeyFile.Envelope],
        lock: KeyFileLock
    ) throws(KeyStoreError) -> KeyFile {
        var newest = own
        for copy in copies where (copy.writing ?? 0) > newest.writing {
            // Under another passphrase, or altered: which keys it holds nobody knows, and it is not written over.
            guard let file = KeyFile(copy, lock: lock) else { throw .olderThanItsCopy }
            newest = file
        }
        return newest
    }

    /// Wraps a shard key under the root key of an epoch.
    public func wrap(_ key: ShardKey, shard: ShardNumber, epoch: KeyEpoch) throws(KeyStoreError) -> [UInt8] {
        let root = try root(of: epoch)
        do {
            return try root.wrap(key, shard: shard, epoch: epoch, nonce: SealNonce(random: random))
        } catch {
            throw .notAuthentic
        }
    }

    /// Opens what `wrap` made; `notAuthentic` for any other bytes.
    public func unwrap(_ wrapped: [UInt8], shard: ShardNumber, epoch: KeyEpoch) throws(KeyStoreError) -> ShardKey {
        let root = try root(of: epoch)
        do {
            return try root.unwrap(wrapped, shard: shard, epoch: epoch)
        } catch {
            throw .notAuthentic
        }
    }

    private func root(of epoch: KeyEpoch) throws(KeyStoreError) -> RootKey {
        guard let root = held.withLock({ $0.file.roots[epoch] }) else { throw .unknownEpoch(epoch.number) }
        return root
    }

    /// The keys of lookup, binding and invitations, of one generation.
    public func workingKeys(generation: UInt32) throws(KeyStoreError) -> WorkingKeys {
        let invitation = HKDF<SHA256>.expand(
            pseudoRandomKey: SymmetricKey(data: indexMaster.exportBytes()),
            info: Data("dmp/v1/invitation".utf8),
            outputByteCount: 32
        )
        guard let key = IdentityKey(invitation) else { throw .notAuthentic }
        return WorkingKeys(
            blindIndex: indexMaster.blindIndexKey(generation: generation),
            bind: indexMaster.bindKey(generation: generation),
            pseudonym: indexMaster.pseudonymKey(generation: generation),
            invitation: key
        )
    }

    /// Signs with the key of the log.
    public func signForLog(_ message: [UInt8]) throws(KeyStoreError) -> [UInt8] {
        do {
            return Array(try logKey.signature(for: message))
        } catch {
            throw .notAuthentic
        }
    }
}
