import Glibc

/// An open file that closes itself.
final class FileDescriptor: Sendable {
    let raw: Int32

    init(path: String, flags: Int32, mode: mode_t = 0o600) throws(SystemError) {
        raw = open(path, flags | O_CLOEXEC, mode)
        guard raw >= 0 else { throw SystemError.last }
    }

    deinit { _ = close(raw) }

    func write(_ bytes: [UInt8]) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            let rest = bytes.count - done
            let count = bytes.withUnsafeBytes { Glibc.write(raw, $0.baseAddress.map { $0 + done }, rest) }
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemError.last
            }
            done += count
        }
    }

    func read(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = pread(raw, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
                if got < 0 {
                    if errno == EINTR { continue }
                    failure = SystemError.last
                    return
                }
                if got == 0 { return }
                filled += got
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Never retried: after a failure Linux marks the pages clean (security design § 6.2).
    func synchronise() throws(SystemError) {
        guard fsync(raw) == 0 else { throw SystemError.last }
    }

    func length() throws(SystemError) -> Int {
        var found = stat()
        guard fstat(raw, &found) == 0 else { throw SystemError.last }
        return Int(found.st_size)
    }
}

/// The number of a failed system call.
struct SystemError: Error {
    var code: Int32

    static var last: SystemError { SystemError(code: errno) }
}
