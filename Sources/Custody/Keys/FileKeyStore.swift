import Crypto
import CryptoExtras
import Foundation
public import Sealing

/// The embedded key store: one file, sealed with AES-256-GCM under a key that scrypt draws from a passphrase.
///
/// A key on the disk of the data it opens protects against a partial theft only; the start banner says so.
public struct FileKeyStore: CustodyKeyStore {
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

    private struct Contents: Codable {
        var roots: [UInt32: [UInt8]]
        var indexMaster: [UInt8]
        var logSeed: [UInt8]
    }

    private struct Envelope: Codable {
        var format: String
        var rounds: Int
        var salt: [UInt8]
        var sealed: [UInt8]
    }

    private static let format = "dmp/filekeystore/v1"
    private let roots: [KeyEpoch: RootKey]
    private let indexMaster: IndexMasterKey
    private let logKey: Curve25519.Signing.PrivateKey
    private let random: RandomBytes

    /// The epoch under whose root key new shard keys are wrapped.
    public let currentEpoch: KeyEpoch
    /// What `/health` calls this kind of store.
    public var label: String { "file" }
    /// The Ed25519 key that verifies the log.
    public var logPublicKey: [UInt8] { Array(logKey.publicKey.rawRepresentation) }

    /// Makes a store with the root key of epoch 0 and writes it durably; refuses to write over one.
    public static func create(
        at path: String,
        passphrase: String,
        cost: Cost = .production,
        random: @escaping RandomBytes
    ) throws(KeyStoreError) {
        let contents = Contents(roots: [0: random(32)], indexMaster: random(32), logSeed: random(32))
        let salt = random(32)
        do {
            let key = try Self.key(passphrase: passphrase, salt: salt, rounds: cost.rounds)
            let sealed = try AES.GCM.seal(
                try JSONEncoder().encode(contents),
                using: key,
                nonce: AES.GCM.Nonce(data: random(12)),
                authenticating: Data(format.utf8)
            )
            guard let combined = sealed.combined else { throw KeyStoreError.unwritable }
            let envelope = Envelope(format: format, rounds: cost.rounds, salt: salt, sealed: Array(combined))
            try DurableFile.create(path, bytes: Array(try JSONEncoder().encode(envelope)))
        } catch {
            throw .unwritable
        }
    }

    /// Opens a store.
    public init(path: String, passphrase: String, random: @escaping RandomBytes) throws(KeyStoreError) {
        guard let file = FileManager.default.contents(atPath: path),
            let envelope = try? JSONDecoder().decode(Envelope.self, from: file), envelope.format == Self.format,
            Cost.readable.contains(envelope.rounds)
        else { throw .unreadable }
        guard let key = try? Self.key(passphrase: passphrase, salt: envelope.salt, rounds: envelope.rounds),
            let box = try? AES.GCM.SealedBox(combined: Data(envelope.sealed)),
            let plain = try? AES.GCM.open(box, using: key, authenticating: Data(Self.format.utf8)),
            let contents = try? JSONDecoder().decode(Contents.self, from: plain),
            let indexMaster = IndexMasterKey(bytes: contents.indexMaster),
            let logKey = try? Curve25519.Signing.PrivateKey(rawRepresentation: contents.logSeed)
        else { throw .notAuthentic }
        var roots: [KeyEpoch: RootKey] = [:]
        for (epoch, bytes) in contents.roots { roots[KeyEpoch(epoch)] = RootKey(bytes: bytes) }
        guard let current = roots.keys.max() else { throw .notAuthentic }
        self.roots = roots
        self.indexMaster = indexMaster
        self.logKey = logKey
        self.random = random
        currentEpoch = current
    }

    /// Wraps a shard key under the root key of an epoch.
    public func wrap(_ key: ShardKey, shard: ShardNumber, epoch: KeyEpoch) throws(KeyStoreError) -> [UInt8] {
        guard let root = roots[epoch] else { throw .unknownEpoch(epoch.number) }
        do {
            return try root.wrap(key, shard: shard, epoch: epoch, nonce: SealNonce(random: random))
        } catch {
            throw .notAuthentic
        }
    }

    /// Opens what `wrap` made; `notAuthentic` for any other bytes.
    public func unwrap(_ wrapped: [UInt8], shard: ShardNumber, epoch: KeyEpoch) throws(KeyStoreError) -> ShardKey {
        guard let root = roots[epoch] else { throw .unknownEpoch(epoch.number) }
        do {
            return try root.unwrap(wrapped, shard: shard, epoch: epoch)
        } catch {
            throw .notAuthentic
        }
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

    private static func key(passphrase: String, salt: [UInt8], rounds: Int) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: Data(passphrase.precomposedStringWithCompatibilityMapping.utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: rounds,
            blockSize: Cost.blockSize,
            parallelism: Cost.parallelism,
            maxMemory: 160 << 20
        )
    }
}
