import Crypto
import CryptoExtras
import Foundation
import Sealing
import Testing

@testable import Custody

@Suite struct KeyStoreTests {
    private func store(_ house: House, _ passphrase: String = House.passphrase) throws(KeyStoreError) -> FileKeyStore {
        try FileKeyStore(path: house.folder + "/keys", passphrase: passphrase, random: house.random)
    }

    @Test func opensWithItsPassphraseAlone() throws {
        let house = try House()
        let first = try store(house)
        #expect(try store(house).logPublicKey == first.logPublicKey)
        #expect(throws: KeyStoreError.notAuthentic) { _ = try store(house, "une autre phrase") }
        #expect(throws: KeyStoreError.notAuthentic) { _ = try store(house, "") }
    }

    /// The sealed part opens under the key of N = 2^17, r = 8, p = 1 (RFC 7914).
    @Test func aStoreInUseCostsWhatItShould() throws {
        struct File: Decodable {
            let rounds: Int
            let salt: [UInt8]
            let sealed: [UInt8]
        }
        let house = try House()
        let path = house.folder + "/production"
        try FileKeyStore.create(at: path, passphrase: "une phrase", random: house.random)
        let file = try JSONDecoder().decode(File.self, from: try Data(contentsOf: URL(filePath: path)))
        #expect(file.rounds == 131_072)
        let key = try KDF.Scrypt.deriveKey(
            from: Data("une phrase".utf8),
            salt: file.salt,
            outputByteCount: 32,
            rounds: 131_072,
            blockSize: 8,
            parallelism: 1,
            maxMemory: 160 << 20
        )
        // Each part behind its length: the format, the epoch, how often the file was written (security design § 2.3).
        let format = Array("dmp/filekeystore/v1".utf8)
        let (epoch, writing) = ([UInt8](repeating: 0, count: 4), [UInt8](repeating: 0, count: 8))
        let plain = try AES.GCM.open(
            try AES.GCM.SealedBox(combined: Data(file.sealed)),
            using: key,
            authenticating: Data([0, UInt8(format.count)] + format + [0, 4] + epoch + [0, 8] + writing)
        )
        #expect(String(decoding: plain, as: UTF8.self).contains("indexMaster"))
    }

    /// A file that names a cost beyond these is no store: nobody works for hours at somebody's wish.
    @Test(arguments: [
        (1023, KeyStoreError.unreadable), (1024, .notAuthentic), (1 << 20, .notAuthentic),
        ((1 << 20) + 1, .unreadable),
    ])
    func theCostOfAFileHasLimits(rounds: Int, error: KeyStoreError) throws {
        let house = try House()
        let path = house.folder + "/keys"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("\"rounds\":1024"))
        try Data(text.replacing("\"rounds\":1024", with: "\"rounds\":\(rounds)").utf8).write(to: URL(filePath: path))
        #expect(throws: error) { _ = try store(house, "une autre phrase") }
    }

    /// Two spellings of one text are one passphrase.
    @Test func composedAndDecomposedLettersAreTheSame() throws {
        let house = try House()
        let path = house.folder + "/other"
        try FileKeyStore.create(at: path, passphrase: "clé", cost: .minimal, random: house.random)
        _ = try FileKeyStore(path: path, passphrase: "cle\u{301}", random: house.random)
    }

    @Test func neverWritesOverAStore() throws {
        let house = try House()
        let before = try store(house).logPublicKey
        #expect(throws: KeyStoreError.unwritable) {
            try FileKeyStore.create(
                at: house.folder + "/keys",
                passphrase: "x",
                cost: .minimal,
                random: house.random
            )
        }
        #expect(try store(house).logPublicKey == before)
    }

    @Test func noAlteredFileOpens() throws {
        let house = try House()
        let path = URL(fileURLWithPath: house.folder + "/keys")
        let whole = try Data(contentsOf: path)
        let expected = try store(house).logPublicKey
        var random = SplitMix64(seed: 5)
        for _ in 0..<60 {
            var altered = whole
            let place = Int.random(in: 0..<altered.count, using: &random)
            altered[place] ^= UInt8.random(in: 1...255, using: &random)
            try altered.write(to: path)
            // White space or the spelling of a number may change without a change of meaning.
            if let opened = try? store(house) { #expect(opened.logPublicKey == expected) }
        }
        for length in [0, 1, whole.count / 2, whole.count - 1] {
            try whole.prefix(length).write(to: path)
            #expect(throws: KeyStoreError.unreadable) { _ = try store(house) }
        }
        try FileManager.default.removeItem(at: path)
        #expect(throws: KeyStoreError.unreadable) { _ = try store(house) }
    }

    @Test func aShardKeyUnwrapsInItsPlaceOnly() throws {
        let house = try House()
        let keys = try store(house)
        let shard = ShardNumber(of: try RecordID(random: house.random))
        let wrapped = try keys.wrap(ShardKey(random: house.random), shard: shard, epoch: keys.currentEpoch)
        _ = try keys.unwrap(wrapped, shard: shard, epoch: keys.currentEpoch)
        #expect(throws: KeyStoreError.unknownEpoch(9)) {
            _ = try keys.unwrap(wrapped, shard: shard, epoch: KeyEpoch(9))
        }
        #expect(throws: KeyStoreError.notAuthentic) {
            _ = try keys.unwrap(Array(wrapped.reversed()), shard: shard, epoch: keys.currentEpoch)
        }
    }
}
