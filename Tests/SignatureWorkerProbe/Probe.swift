import ConfinedWorkers
import Glibc
import SafeXML
import SignatureWorkers

/// A worker that goes astray in the way that it is told, at each message that says *astray*; `serve` never does.
///
/// Tests start it in the place of the program's own subcommand.
@main enum Probe {
    static func main() {
        switch CommandLine.arguments.dropFirst().first {
        case "serve": SignatureWorker.run()
        case "unfiltered": exit(WorkerFault.filter.rawValue)
        case let deed?:
            SignatureWorker.run { head, document in Deed(rawValue: deed).map { answer($0, head, document) } ?? .valid }
        case nil: exit(64)
        }
    }

    /// What it does instead of computing.
    enum Deed: String {
        case openFile, makeFile, connect, fork, execute, signal, mapCode, share, spin, burnHalf, grow, babble, wait
    }

    private static func answer(_ deed: Deed, _ head: [UInt8], _ document: [UInt8]) -> SignatureVerdict {
        guard document.firstRange(of: Array("astray".utf8)) != nil else {
            return SignatureFrame.verdict(head: head, document: document)
        }
        switch deed {
        case .openFile: _ = open("/etc/hostname", O_RDONLY)
        case .makeFile: _ = open("/tmp/signature-probe", O_WRONLY | O_CREAT, 0o600)
        case .connect: _ = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        case .fork:
            var id = pid_t()
            var none: [UnsafeMutablePointer<CChar>?] = [nil]
            _ = posix_spawn(&id, "/bin/true", nil, nil, &none, &none)
        case .execute:
            var none: [UnsafeMutablePointer<CChar>?] = [nil]
            _ = execve("/bin/true", &none, &none)
        case .signal: _ = kill(getppid(), SIGKILL)
        case .share: _ = mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)
        case .mapCode: _ = mmap(nil, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        case .spin:
            var turns: UInt64 = 1
            while turns != 0 { turns &+= 2 }
        case .burnHalf:
            // Six of these are more than one job may have, and each is less.
            let end = clock() + CLOCKS_PER_SEC * 3 / 4
            while clock() < end {}
        case .grow:
            var kept: [[UInt8]] = []
            while kept.count < 4096 { kept.append([UInt8](repeating: UInt8(kept.count & 0xFF), count: 1 << 20)) }
        case .babble: _ = write(STDOUT_FILENO, "valid, valid, valid", 17)
        case .wait:
            var byte: UInt8 = 0
            _ = read(STDIN_FILENO, &byte, 1)
        }
        // Whoever gets here was not stopped: the test hears of it.
        return .valid
    }
}
