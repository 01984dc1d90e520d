import Crypto
import Foundation
import Sealing
import Synchronization
import Testing

@testable import Custody

/// The file of the embedded key store and its copies, as epochs turn (security design § 2.3).
@Suite struct KeyFileTests {
    /// A store in a folder of its own, and what opens it again.
    private struct Place {
        let house: House
        var folders: [String] = []

        init() throws { house = try House() }

        var path: String { house.folder + "/keys" }
        var places: KeyFilePlaces { KeyFilePlaces(own: path, copyFolders: folders) }
        var all: [String] { [path] + places.copies }

        func open(
            _ passphrase: String = House.passphrase,
            reached: @escaping @Sendable (KeyFileStep) -> Void = { _ in }
        ) throws(KeyStoreError) -> FileKeyStore {
            try FileKeyStore(places: places, passphrase: passphrase, random: house.random, reached: reached)
        }

        func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }
        func put(_ bytes: Data, at path: String) throws { try bytes.write(to: URL(fileURLWithPath: path)) }

        /// Three files with the same bytes.
        func expectThreeAlike(_ comment: Comment = "three copies") throws {
            #expect(all.count == 3)
            #expect(Set(try all.map(bytes)).count == 1, comment)
        }

        /// A shard key wrapped under an epoch.
        func wrapped(_ store: FileKeyStore, _ epoch: KeyEpoch) throws -> (shard: ShardNumber, bytes: [UInt8]) {
            let shard = ShardNumber(of: try RecordID(random: house.random))
            return (shard, try store.wrap(ShardKey(random: house.random), shard: shard, epoch: epoch))
        }
    }

    private let first = KeyEpoch(0)
    private let second = KeyEpoch(1)

    @Test func aTurnIsInEveryCopyAndOutlivesARestart() throws {
        let place = try Place()
        let store = try place.open()
        try place.expectThreeAlike()
        let old = try place.wrapped(store, first)
        try store.beginEpoch(after: first)
        #expect(store.epochs == [first, second] && store.currentEpoch == second)
        // Asked again by somebody who had not seen the turn yet, nothing turns.
        try store.beginEpoch(after: first)
        #expect(store.currentEpoch == second)
        try place.expectThreeAlike()
        let new = try place.wrapped(store, second)
        let again = try place.open()
        #expect(again.epochs == [first, second])
        _ = try again.unwrap(old.bytes, shard: old.shard, epoch: first)
        _ = try again.unwrap(new.bytes, shard: new.shard, epoch: second)
        #expect(again.logPublicKey == store.logPublicKey)
    }

    /// What is destroyed is gone from the store and its copies; a file that was kept elsewhere still opens it, and no other.
    @Test func aDestroyedRootOpensNothing() throws {
        let place = try Place()
        let store = try place.open()
        let kept = try place.bytes(place.path)
        let old = try place.wrapped(store, first)
        #expect(throws: KeyStoreError.epochInUse(0)) { try store.endEpoch(first) }
        try store.beginEpoch(after: first)
        let new = try place.wrapped(store, second)
        try store.endEpoch(first)
        try store.endEpoch(first)
        try place.expectThreeAlike()
        for opened in [store, try place.open()] {
            #expect(opened.epochs == [second])
            #expect(throws: KeyStoreError.unknownEpoch(0)) {
                _ = try opened.unwrap(old.bytes, shard: old.shard, epoch: first)
            }
            #expect(throws: KeyStoreError.unknownEpoch(0)) {
                _ = try opened.wrap(ShardKey(random: place.house.random), shard: old.shard, epoch: first)
            }
            _ = try opened.unwrap(new.bytes, shard: new.shard, epoch: second)
        }
        for path in place.all { try place.put(kept, at: path) }
        _ = try place.open().unwrap(old.bytes, shard: old.shard, epoch: first)
    }

    /// What a crash at each step leaves opens, with every root key under which anything can stand, and goes on.
    @Test func aCrashAtAnyStepLosesNoKey() throws {
        let place = try Place()
        let left = Mutex<[(step: KeyFileStep, files: [Data])]>([])
        let all = place.all
        let store = try place.open { step in
            let files = all.map { FileManager.default.contents(atPath: $0) ?? Data() }
            left.withLock { $0.append((step, files)) }
        }
        let old = try place.wrapped(store, first)
        try store.beginEpoch(after: first)
        let begun = left.withLock { $0 }
        #expect(begun.map(\.step) == [.copyWritten(0), .copyWritten(1), .ownWritten])
        let new = try place.wrapped(store, second)
        try store.endEpoch(first)
        let ended = left.withLock { Array($0.dropFirst(begun.count)) }
        #expect(ended.map(\.step) == [.copyWritten(0), .copyWritten(1), .ownWritten])
        for (_, files) in begun {
            for (path, bytes) in zip(all, files) { try place.put(bytes, at: path) }
            let opened = try place.open()
            _ = try opened.unwrap(old.bytes, shard: old.shard, epoch: first)
            try opened.beginEpoch(after: first)
            #expect(opened.epochs == [first, second])
            try place.expectThreeAlike()
        }
        for (_, files) in ended {
            for (path, bytes) in zip(all, files) { try place.put(bytes, at: path) }
            let opened = try place.open()
            _ = try opened.unwrap(new.bytes, shard: new.shard, epoch: second)
            try opened.endEpoch(first)
            #expect(opened.epochs == [second])
            try place.expectThreeAlike()
        }
    }

    /// A place that cannot be written, as on a full disk: nothing has turned, here or at the next start, until it can be.
    @Test(arguments: [0, 1, 2]) func whatCannotBeWrittenDoesNotTurn(_ which: Int) throws {
        let place = try Place()
        let store = try place.open()
        let blocked = place.all[which] + ".new"
        try FileManager.default.createDirectory(atPath: blocked, withIntermediateDirectories: true)
        let old = try place.wrapped(store, first)
        #expect(throws: KeyStoreError.unwritable) { try store.beginEpoch(after: first) }
        #expect(store.epochs == [first])
        #expect(throws: KeyStoreError.unknownEpoch(1)) { _ = try place.wrapped(store, second) }
        try FileManager.default.removeItem(atPath: blocked)
        try store.beginEpoch(after: first)
        let new = try place.wrapped(store, second)
        try place.expectThreeAlike()
        let again = try place.open()
        _ = try again.unwrap(old.bytes, shard: old.shard, epoch: first)
        _ = try again.unwrap(new.bytes, shard: new.shard, epoch: second)
    }

    @Test func aLostOrOldCopyIsMended() throws {
        let place = try Place()
        let store = try place.open()
        let former = try place.bytes(place.path)
        try store.beginEpoch(after: first)
        let copies = place.places.copies
        try FileManager.default.removeItem(atPath: copies[0])
        try place.put(former, at: copies[1])
        #expect(store.mendCopies() == .whole)
        try place.expectThreeAlike()
        // Lost while nobody looked: the next start mends as well.
        try FileManager.default.removeItem(atPath: copies[1])
        _ = try place.open()
        try place.expectThreeAlike()
        try FileManager.default.removeItem(atPath: copies[0])
        try FileManager.default.createDirectory(atPath: copies[0] + ".new", withIntermediateDirectories: true)
        #expect(store.mendCopies() == .behind)
        #expect(try place.open().epochs == [first, second])
    }

    /// An old file put in the place of the store's: the newer copies say what it lacks, and are not written over.
    @Test func aNewerCopyIsBelieved() throws {
        let place = try Place()
        let former = try place.bytes(place.path)
        let store = try place.open()
        try store.beginEpoch(after: first)
        let new = try place.wrapped(store, second)
        try place.put(former, at: place.path)
        let opened = try place.open()
        _ = try opened.unwrap(new.bytes, shard: new.shard, epoch: second)
        try place.expectThreeAlike()
        try place.put(former, at: place.path)
        var altered = try place.bytes(place.places.copies[0])
        let sealed = try #require(altered.range(of: Data(#""sealed":["#.utf8)))
        altered.insert(contentsOf: Data("0,".utf8), at: sealed.upperBound)
        for copy in place.places.copies { try place.put(altered, at: copy) }
        #expect(throws: KeyStoreError.olderThanItsCopy) { _ = try place.open() }
        #expect(try place.bytes(place.places.copies[1]) == altered)
    }

    @Test func copiesLieWhereTheyAreWanted() throws {
        var place = try Place()
        place.folders = [place.house.folder + "/here", place.house.folder + "/there"]
        for folder in place.folders {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        let store = try place.open()
        try place.expectThreeAlike()
        #expect(place.places.copies == place.folders.map { $0 + "/keys" })
        try store.beginEpoch(after: first)
        try place.expectThreeAlike()
        // The copy alone is a store.
        try FileManager.default.removeItem(atPath: place.path)
        try FileManager.default.copyItem(atPath: place.places.copies[1], toPath: place.path)
        #expect(try place.open().epochs == [first, second])
    }

    @Test func anotherPassphraseOpensAndTheFormerNoMore() throws {
        let place = try Place()
        let store = try place.open()
        try store.beginEpoch(after: first)
        let old = try place.wrapped(store, first)
        let former = try place.bytes(place.path)
        let change = { (from: String) throws(KeyStoreError) -> KeyCopies in
            try FileKeyStore.changePassphrase(
                at: place.path,
                from: from,
                to: "une autre",
                cost: .minimal,
                random: place.house.random
            )
        }
        #expect(throws: KeyStoreError.notAuthentic) { _ = try change("faux") }
        #expect(try place.bytes(place.path) == former)
        #expect(try change(House.passphrase) == .whole)
        try place.expectThreeAlike()
        #expect(throws: KeyStoreError.notAuthentic) { _ = try place.open() }
        let opened = try place.open("une autre")
        #expect(opened.epochs == [first, second] && opened.logPublicKey == store.logPublicKey)
        _ = try opened.unwrap(old.bytes, shard: old.shard, epoch: first)
        let envelopes = try [former, try place.bytes(place.path)].map { try #require(KeyFile.Envelope($0)) }
        #expect(envelopes[0].salt != envelopes[1].salt)
        // Stopped before the copies: the new passphrase opens, and the copies follow.
        for copy in place.places.copies { try place.put(former, at: copy) }
        _ = try place.open("une autre")
        try place.expectThreeAlike()
    }

    /// Files of before epochs were turned carry no number.
    @Test func aFileOfBeforeOpens() throws {
        let place = try Place()
        let store = try place.open()
        let old = try place.wrapped(store, first)
        let file = store.held.withLock { $0.file }
        let root = try #require(file.roots[first]).exportBytes()
        let contents: [String: Any] = ["roots": [0, root], "indexMaster": file.indexMaster, "logSeed": file.logSeed]
        let format = "dmp/filekeystore/v1"
        let box = try AES.GCM.seal(
            try JSONSerialization.data(withJSONObject: contents),
            using: store.lock.key,
            authenticating: Data(format.utf8)
        )
        let envelope: [String: Any] = [
            "format": format, "rounds": store.lock.rounds, "salt": store.lock.salt,
            "sealed": Array(try #require(box.combined)),
        ]
        let former = try JSONSerialization.data(withJSONObject: envelope)
        for path in place.all { try place.put(former, at: path) }
        let opened = try place.open()
        _ = try opened.unwrap(old.bytes, shard: old.shard, epoch: first)
        try opened.beginEpoch(after: first)
        #expect(try place.open().epochs == [first, second])
        try place.expectThreeAlike()
    }
}
