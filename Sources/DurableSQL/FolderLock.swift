import Glibc

/// The exclusive hold on a folder: one process, and in it one opener, ever touches the files of a store.
public final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Takes the hold on `folder/lock`.
    ///
    /// - Throws: `locked` when somebody has it, `folderUnusable` when the file cannot be made.
    public init(folder: String) throws(DurabilityError) {
        let file = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .folderUnusable(code: errno) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(file)
            throw code == EWOULDBLOCK ? .locked : .folderUnusable(code: code)
        }
        descriptor = file
    }

    /// Unlocked by name: a child process between its fork and its exec still shares the open file, and closing our own
    /// side of it would leave the folder locked until then.
    deinit {
        _ = flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
