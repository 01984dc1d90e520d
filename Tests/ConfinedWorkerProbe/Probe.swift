import ConfinedWorkers
import Glibc

/// A worker that may read the files below one folder, and does what it is told with the path that a job names.
///
/// Tests start it with its deed and that folder.
@main enum Probe {
    static func main() {
        let words = CommandLine.arguments.dropFirst()
        guard let deed = words.first.flatMap(Deed.init), let folder = words.dropFirst().first else { exit(64) }
        let limits = WorkerLimits(
            memoryBytes: 64 << 20,
            processorSeconds: 2,
            patience: .seconds(30),
            jobs: 100,
            files: .below([folder, "/nowhere"])
        )
        ConfinedWorker.run(limits, warmUp: { true }) { wire in
            guard let length = wire.hear(1)?.first, let path = wire.hear(Int(length)) else { return false }
            wire.say([deed.code(String(decoding: path, as: UTF8.self))])
            return true
        }
    }

    /// What it does with a path; answered are the system's code, or 0.
    enum Deed: String {
        case read, write, create, remove, list, listen, rename

        func code(_ path: String) -> UInt8 {
            errno = 0
            switch self {
            case .read: return opened(path, O_RDONLY)
            case .write: return opened(path, O_WRONLY)
            case .create: return opened(path, O_RDONLY | O_CREAT)
            case .list: return opened(path, O_RDONLY | O_DIRECTORY)
            case .remove: _ = unlink(path)
            case .rename: _ = Glibc.rename(path, path + ".x")
            case .listen: _ = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            }
            return UInt8(clamping: errno)
        }

        private func opened(_ path: String, _ flags: Int32) -> UInt8 {
            let file = open(path, flags, 0o600)
            guard file >= 0 else { return UInt8(clamping: errno) }
            close(file)
            return 0
        }
    }
}
