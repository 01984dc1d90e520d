import Crypto
import CryptoExtras
import Foundation
import Sealing

/// What draws the key of a key file from its passphrase, with that key: by it the file is sealed anew, and the passphrase is
/// kept nowhere.
struct KeyFileLock: Sendable {
    let key: SymmetricKey
    let salt: [UInt8]
    let rounds: Int

    /// Draws the key; two spellings of one text are one passphrase.
    init(passphrase: String, salt: [UInt8], rounds: Int) throws {
        key = try KDF.Scrypt.deriveKey(
            from: Data(passphrase.precomposedStringWithCompatibilityMapping.utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: rounds,
            blockSize: FileKeyStore.Cost.blockSize,
            parallelism: FileKeyStore.Cost.parallelism,
            maxMemory: 160 << 20
        )
        self.salt = salt
        self.rounds = rounds
    }
}

/// What the embedded key store's file holds, sealed whole.
struct KeyFile: Sendable {
    var roots: [KeyEpoch: RootKey]
    let indexMaster: [UInt8]
    let logSeed: [UInt8]
    /// How often it was written; of two files the one with the greater number is the newer.
    var writing: UInt64

    var epochs: [KeyEpoch] { roots.keys.sorted() }

    private struct Contents: Codable {
        var roots: [UInt32: [UInt8]]
        var indexMaster: [UInt8]
        var logSeed: [UInt8]
    }

    /// What stands around the sealed part, in the clear; all of it is authenticated.
    struct Envelope: Codable {
        fileprivate var format: String
        var rounds: Int
        var salt: [UInt8]
        /// The current epoch; missing, as `writing` is, in files of before epochs were turned.
        fileprivate var epoch: UInt32?
        fileprivate(set) var writing: UInt64?
        fileprivate var sealed: [UInt8]

        /// Reads an envelope; nil for anything else.
        init?(_ bytes: Data) {
            guard let read = try? JSONDecoder().decode(Envelope.self, from: bytes), read.format == KeyFile.format,
                FileKeyStore.Cost.readable.contains(read.rounds)
            else { return nil }
            self = read
        }

        fileprivate init(lock: KeyFileLock, epoch: UInt32, writing: UInt64) {
            format = KeyFile.format
            rounds = lock.rounds
            salt = lock.salt
            self.epoch = epoch
            self.writing = writing
            sealed = []
        }

        fileprivate var associatedData: Data {
            guard let epoch, let writing else { return Data(format.utf8) }
            var data = Data()
            data.append(part: Data(format.utf8))
            data.append(part: epoch.bytes)
            data.append(part: writing.bytes)
            return data
        }
    }

    private static let format = "dmp/filekeystore/v1"

    /// Opens what an envelope holds; nil under another key, or where it was altered.
    init?(_ envelope: Envelope, lock: KeyFileLock) {
        guard let box = try? AES.GCM.SealedBox(combined: Data(envelope.sealed)),
            let plain = try? AES.GCM.open(box, using: lock.key, authenticating: envelope.associatedData),
            let contents = try? JSONDecoder().decode(Contents.self, from: plain)
        else { return nil }
        var roots: [KeyEpoch: RootKey] = [:]
        for (epoch, bytes) in contents.roots {
            guard let root = RootKey(bytes: bytes) else { return nil }
            roots[KeyEpoch(epoch)] = root
        }
        guard !roots.isEmpty else { return nil }
        self.roots = roots
        indexMaster = contents.indexMaster
        logSeed = contents.logSeed
        writing = envelope.writing ?? 0
    }

    /// Fresh keys, with the root key of epoch 0.
    init(random: @escaping RandomBytes) throws {
        roots = [KeyEpoch(0): try RootKey(random: random)]
        indexMaster = random(32)
        logSeed = random(32)
        writing = 0
    }

    /// The file's bytes under a lock.
    func sealed(under lock: KeyFileLock, random: RandomBytes) throws -> [UInt8] {
        guard let current = epochs.last else { throw KeyStoreError.unwritable }
        var envelope = Envelope(lock: lock, epoch: current.number, writing: writing)
        var contents = Contents(roots: [:], indexMaster: indexMaster, logSeed: logSeed)
        for (epoch, root) in roots { contents.roots[epoch.number] = root.exportBytes() }
        let box = try AES.GCM.seal(
            try JSONEncoder().encode(contents),
            using: lock.key,
            nonce: AES.GCM.Nonce(data: random(12)),
            authenticating: envelope.associatedData
        )
        guard let combined = box.combined else { throw KeyStoreError.unwritable }
        envelope.sealed = Array(combined)
        return Array(try JSONEncoder().encode(envelope))
    }
}

extension Data {
    /// Appends a part behind its length, so that no two lists of parts read alike.
    fileprivate mutating func append(part: Data) {
        append(UInt16(truncatingIfNeeded: part.count).bytes)
        append(part)
    }
}

extension FixedWidthInteger {
    /// The number, most significant byte first.
    fileprivate var bytes: Data { withUnsafeBytes(of: bigEndian) { Data($0) } }
}
