public import Sealing
import Synchronization

/// Epochs of the file store: the file is sealed anew, and nothing is true in memory that is not on disk.
extension FileKeyStore {
    /// Makes the root key of the epoch after one, durably in every copy, unless there is one already.
    public func beginEpoch(after epoch: KeyEpoch) throws(KeyStoreError) {
        try rewrite { file throws(KeyStoreError) in
            guard file.epochs.last == epoch else { return }
            let next = epoch.number.addingReportingOverflow(1)
            guard !next.overflow, let root = try? RootKey(random: random) else { throw .unwritable }
            file.roots[KeyEpoch(next.partialValue)] = root
        }
    }

    /// Destroys the root key of an epoch in every copy.
    public func endEpoch(_ epoch: KeyEpoch) throws(KeyStoreError) {
        try rewrite { file throws(KeyStoreError) in
            guard file.epochs.last != epoch else { throw .epochInUse(epoch.number) }
            file.roots[epoch] = nil
        }
    }

    /// Writes the copies that are not as they should be, and says whether all are.
    @discardableResult
    public func mendCopies() -> KeyCopies {
        // Who writes holds the number: a copy is not mended while it is written.
        writer.withLock { _ in
            let known = held.withLock { $0 }
            return places.mend(to: known.bytes, writing: known.file.writing)
        }
    }

    /// Writes the file with other roots, where they are others; only then they are held.
    ///
    /// Each try has a number of its own: of what a failed one left in a copy, and what the next one writes, the newer is known.
    private func rewrite(_ change: (inout KeyFile) throws(KeyStoreError) -> Void) throws(KeyStoreError) {
        try writer.withLock { last throws(KeyStoreError) in
            let before = held.withLock { $0.file }
            var file = before
            try change(&file)
            guard file.epochs != before.epochs else { return }
            last += 1
            file.writing = last
            let bytes: [UInt8]
            do { bytes = try file.sealed(under: lock, random: random) } catch { throw KeyStoreError.unwritable }
            try places.write(bytes, reached: reached)
            let done = Held(file: file, bytes: bytes)
            held.withLock { $0 = done }
        }
    }
}
