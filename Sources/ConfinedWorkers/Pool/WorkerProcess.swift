internal import CSeccomp
internal import Glibc

/// One worker: a process, and the socket that is its standard input and output.
///
/// Belongs to the thread that started it: the kernel ends it with that thread.
struct WorkerProcess {
    let id: pid_t
    private let socket: WorkerSocket

    /// Starts one, which has to be asked whether it is ready.
    init(starting program: WorkerProgram) throws(WorkerStartError) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .notStarted(code: errno) }
        defer { close(ends[1]) }
        do throws(WorkerStartError) {
            id = try Self.spawn(program, on: ends[1])
        } catch {
            close(ends[0])
            throw error
        }
        socket = WorkerSocket(descriptor: ends[0])
    }

    /// Starts the program with that socket, an empty environment and nothing else of this process.
    private static func spawn(_ program: WorkerProgram, on socket: Int32) throws(WorkerStartError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        dmp_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (all, none) = (sigset_t(), sigset_t())
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var arguments = program.arguments.map { strdup($0) } + [nil]
        // Where the loader finds the run-time's libraries is all that a worker is told of where it runs.
        var environment = [
            getenv("LD_LIBRARY_PATH").map { strdup("LD_LIBRARY_PATH=" + String(cString: $0)) } ?? nil, nil,
        ]
        defer { for text in arguments + environment { free(text) } }
        var id = pid_t()
        let code = posix_spawn(&id, program.path, &actions, &attributes, &arguments, &environment)
        guard code == 0 else { throw .notStarted(code: code) }
        return id
    }

    /// Waits until it has confined itself and is ready.
    func waitUntilReady(within patience: Duration) throws(WorkerStartError) {
        let deadline = ContinuousClock.now.advanced(by: patience)
        do throws(WorkerSocket.Fault) {
            guard try socket.receive(WorkerWire.ready.count, by: deadline) == WorkerWire.ready else { throw .closed }
        } catch {
            let status = end(after: error == .late ? .zero : .seconds(1))
            if let code = WorkerStatus.exitCode(status), let fault = WorkerFault(rawValue: code) {
                throw .refused(fault)
            }
            // How the loader ends a program whose libraries are not there.
            if WorkerStatus.exitCode(status) == 127 { throw .notStarted(code: ELIBACC) }
            throw .notReady
        }
    }

    /// Gives it a job, and its answer back; after an error it has ended.
    func answer<Trade: WorkerTrade>(
        to parts: [[UInt8]],
        number: UInt64,
        as trade: Trade.Type,
        _ limits: WorkerLimits
    ) throws(WorkerEnd) -> Trade.Answer {
        let deadline = ContinuousClock.now.advanced(by: limits.patience)
        guard grant(limits.processorSeconds) else { throw end(because: .left) }
        let answer: Trade.Answer?
        do throws(WorkerSocket.Fault) {
            for part in parts { try socket.send(part, by: deadline) }
            let opening = try socket.receive(Trade.openingBytes, by: deadline)
            if let count = Trade.bytes(after: opening, number: number) {
                let rest = try socket.receive(count, by: deadline)
                answer = Trade.answer(opening: opening, rest: rest, number: number)
            } else {
                answer = nil
            }
        } catch {
            throw end(because: error == .late ? .silent : .left)
        }
        guard let answer else { throw end(because: .garbled) }
        return answer
    }

    /// True while it waits for jobs: nothing came of it unasked, and it has not hung up.
    var isWaiting: Bool { socket.isQuiet }

    /// Lets it use the processor for a job's time more, which it could not do by itself.
    private func grant(_ seconds: Int) -> Bool {
        var clock = clockid_t()
        var used = timespec()
        guard clock_getcpuclockid(id, &clock) == 0, clock_gettime(clock, &used) == 0 else { return false }
        // The next whole second, and those of the job.
        return dmp_limit_processor(id, UInt64(used.tv_sec + 1 + seconds)) == 0
    }

    /// Ends it for that reason; where it had gone before, its status says how.
    func end(because reason: WorkerEnd) -> WorkerEnd {
        guard reason == .left else {
            end(after: .zero)
            return reason
        }
        return WorkerStatus.end(end(after: .seconds(1)))
    }

    /// Hangs up, waits so long for it to go, and kills it then; how it went.
    @discardableResult
    func end(after patience: Duration) -> Int32 {
        socket.close()
        var status: Int32 = 0
        let deadline = ContinuousClock.now.advanced(by: patience)
        while ContinuousClock.now < deadline {
            if waitpid(id, &status, WNOHANG) != 0 { return status }
            usleep(5000)
        }
        kill(id, SIGKILL)
        while waitpid(id, &status, 0) == -1, errno == EINTR {}
        return status
    }
}

/// What a process left behind, which C reads by macros.
enum WorkerStatus {
    /// The code that it ended with; nil where a signal ended it.
    static func exitCode(_ status: Int32) -> Int32? { status & 0x7F == 0 ? status >> 8 & 0xFF : nil }

    /// How it ended.
    static func end(_ status: Int32) -> WorkerEnd {
        switch status & 0x7F {
        case 0: .left
        case SIGXCPU: .overTime
        case SIGSYS: .forbidden
        case SIGKILL, SIGTERM, SIGINT, SIGHUP: .killed
        default: .crashed
        }
    }
}
