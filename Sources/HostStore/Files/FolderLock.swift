import Glibc

/// The folder's exclusive lock: one process, and in it one opener, ever touches the files (§ 6.2).
final class FolderLock: Sendable {
    private let file: FileDescriptor

    init(directory: String) throws(HostStoreError) {
        do throws(SystemError) {
            file = try FileDescriptor(path: directory + "/lock", flags: O_RDWR | O_CREAT)
        } catch {
            throw .folderUnusable(code: error.code)
        }
        guard flock(file.raw, LOCK_EX | LOCK_NB) == 0 else {
            throw errno == EWOULDBLOCK ? .folderLocked : .folderUnusable(code: errno)
        }
    }

    /// Unlocked by name: a child process between its fork and its exec still shares the open file, and closing our own
    /// side of it would leave the folder locked until then.
    deinit { _ = flock(file.raw, LOCK_UN) }
}
