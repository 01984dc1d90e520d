import Glibc

/// An exclusive hold on a folder for as long as the value lives: two processes never share a store.
public final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Takes the hold on `folder/lock`.
    ///
    /// - Throws: `DurabilityError.locked` when another process has it.
    public init(folder: String) throws(DurabilityError) {
        descriptor = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .locked }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .locked
        }
    }

    deinit { close(descriptor) }
}
