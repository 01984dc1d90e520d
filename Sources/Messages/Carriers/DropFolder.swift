internal import Foundation

/// A folder in which files appear whole or not at all.
struct DropFolder: Sendable {
    let path: String

    /// Writes a file under another name, flushes it, and renames it; readable by its owner only, for it holds codes.
    func put(_ bytes: [UInt8], as name: String) throws(MessageError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .folder(code: errno) }
        let target = path + "/" + name
        let draft = path + "/." + name + ".part"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .folder(code: errno) }
        var failure = write(bytes, to: file)
        if failure == 0, fsync(file) != 0 { failure = errno }
        if close(file) != 0, failure == 0 { failure = errno }
        if failure == 0, rename(draft, target) != 0 { failure = errno }
        guard failure == 0 else {
            unlink(draft)
            throw .folder(code: failure)
        }
        try flushNames()
    }

    private func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Foundation.write(file, buffer[done...].baseAddressOfSlice, buffer.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return errno == 0 ? EIO : errno }
                done += count
            }
            return 0
        }
    }

    // A new name lives in the folder, which must reach the disk as well.
    private func flushNames() throws(MessageError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .folder(code: errno) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .folder(code: errno) }
    }
}

extension Slice<UnsafeRawBufferPointer> {
    fileprivate var baseAddressOfSlice: UnsafeRawPointer? { UnsafeRawBufferPointer(rebasing: self).baseAddress }
}
