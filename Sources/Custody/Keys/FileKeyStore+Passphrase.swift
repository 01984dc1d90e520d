public import Sealing
import Synchronization

extension FileKeyStore {
    /// Seals a store under another passphrase, with a fresh salt; no server may have it open.
    ///
    /// The file itself comes first and makes it true: a crash, or a copy that cannot be written, leaves copies under the
    /// former passphrase, which the next opening writes anew.
    public static func changePassphrase(
        at path: String,
        copies: [String] = [],
        from former: String,
        to new: String,
        cost: Cost = .production,
        random: @escaping RandomBytes
    ) throws(KeyStoreError) -> KeyCopies {
        let store = try FileKeyStore(path: path, passphrase: former, copies: copies, random: random)
        var file = store.held.withLock { $0.file }
        file.writing += 1
        let bytes: [UInt8]
        do {
            let lock = try KeyFileLock(passphrase: new, salt: random(32), rounds: cost.rounds)
            bytes = try file.sealed(under: lock, random: random)
        } catch {
            throw .unwritable
        }
        try KeyFilePlaces.replace(path, bytes)
        return store.places.mend(to: bytes, writing: file.writing)
    }
}
