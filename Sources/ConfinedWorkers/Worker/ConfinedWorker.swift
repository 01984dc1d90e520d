internal import Glibc

/// The other side of a pool: a process that does one kind of job, and can do nothing else.
public enum ConfinedWorker {
    /// Confines this process, then serves its standard input until that ends.
    ///
    /// - Parameters:
    ///   - limits: what it may have.
    ///   - warmUp: does a job whose answer is known, and says whether it came out right: once before the confinement, so that
    ///     every library has read what it reads, and once within, so that what the filter would not let pass is known.
    ///   - serve: hears one job and says its answer; false once there is none.
    public static func run(
        _ limits: WorkerLimits,
        warmUp: () -> Bool,
        serve: (WorkerWire) -> Bool
    ) -> Never {
        do throws(WorkerFault) {
            try checkInput()
            guard warmUp() else { throw .warmUp }
            try Confinement.enter(limits)
            guard warmUp() else { throw .warmUp }
        } catch {
            _exit(error.rawValue)
        }
        let wire = WorkerWire()
        wire.say(WorkerWire.ready)
        while serve(wire) {}
        _exit(0)
    }

    private static func checkInput() throws(WorkerFault) {
        var status = stat()
        guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { throw .notAsked }
    }
}

/// A worker's side of its socket.
public struct WorkerWire {
    /// What a worker says first.
    static let ready = Array("DMP3".utf8)

    /// That many bytes of what comes; nil once it has ended.
    public func hear(_ count: Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let base = buffer.baseAddress {
                let taken = read(STDIN_FILENO, base + filled, count - filled)
                if taken > 0 { filled += taken } else if taken == 0 || errno != EINTR { break }
            }
        }
        return bytes.count == count ? bytes : nil
    }

    /// Says all of it; where nobody listens any more, the process ends.
    public func say(_ bytes: [UInt8]) {
        var said = 0
        while said < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(STDOUT_FILENO, $0.baseAddress.map { $0 + said }, $0.count - said)
            }
            if count > 0 { said += count } else if count == 0 || errno != EINTR { _exit(0) }
        }
    }
}
