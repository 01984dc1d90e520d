internal import CSeccomp
internal import Glibc

/// The system calls that are left: read the jobs, write the answers, have memory, end; for some read files.
///
/// Any other kills the process.
enum SystemCallFilter {
    /// Allowed whatever their arguments.
    private static let free = [
        "brk", "munmap", "mremap", "madvise", "futex", "sched_yield", "clock_gettime", "gettimeofday", "time",
        "getrandom",
        // How much memory there is, which the C library asks before it sorts.
        "sysinfo",
        "getpid", "gettid", "restart_syscall", "rt_sigreturn", "exit", "exit_group",
    ]

    /// Allowed with those arguments alone.
    private static var bound: [(String, [scmp_arg_cmp])] {
        [
            ("write", [word(0, is: STDOUT_FILENO)]),
            // Where the run-time's last words go: to /dev/null.
            ("write", [word(0, is: STDERR_FILENO)]),
            // Memory that holds no code and is counted: shared memory and what grows by itself are not.
            ("mprotect", [notExecutable]),
            // How abort() ends a process.
            ("rt_sigprocmask", [word(0, is: SIG_UNBLOCK)]),
            ("tgkill", [word(0, is: getpid())]),
        ]
    }

    /// O_PATH, which the C library's module does not show: what Landlock does not hold.
    private static let path: Int32 = 0x20_0000

    private static var notExecutable: scmp_arg_cmp { bits(of: 2, PROT_EXEC, are: 0) }

    /// What there is to read: the jobs alone, or files as well, of which nobody can be opened for anything else.
    private static func reading(_ files: ReadableFiles) -> [(String, [scmp_arg_cmp])] {
        let memory = MAP_SHARED | MAP_GROWSDOWN
        switch files {
        case .none:
            return [
                ("read", [word(0, is: STDIN_FILENO)]),
                ("mmap", [notExecutable, bits(of: 3, memory | MAP_ANONYMOUS, are: MAP_ANONYMOUS)]),
            ]
        case .below:
            return [
                ("read", []), ("lseek", []), ("close", []), ("fstat", []), ("newfstatat", []), ("getdents64", []),
                ("fcntl", [word(1, is: F_SETFD)]),
                ("openat", [bits(of: 2, O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | Self.path, are: O_RDONLY)]),
                ("mmap", [notExecutable, bits(of: 3, memory, are: 0)]),
            ]
        }
    }

    static func load(_ files: ReadableFiles) throws(WorkerFault) {
        guard let filter = seccomp_init(dmp_kill_process) else { throw .filter }
        defer { seccomp_release(filter) }
        for name in free { try allow(name, [], in: filter) }
        for (name, arguments) in bound + reading(files) { try allow(name, arguments, in: filter) }
        guard seccomp_load(filter) == 0 else { throw .filter }
    }

    private static func allow(
        _ name: String,
        _ arguments: [scmp_arg_cmp],
        in filter: scmp_filter_ctx
    ) throws(WorkerFault) {
        let number = seccomp_syscall_resolve_name(name)
        guard number != dmp_no_system_call,
            seccomp_rule_add_array(filter, dmp_allow, number, UInt32(arguments.count), arguments) == 0
        else { throw .filter }
    }

    /// An argument's lower half is that number: what an `int` is passed in.
    private static func word(_ argument: UInt32, is value: Int32) -> scmp_arg_cmp {
        scmp_arg_cmp(
            arg: argument,
            op: SCMP_CMP_MASKED_EQ,
            datum_a: 0xFFFF_FFFF,
            datum_b: UInt64(UInt32(bitPattern: value))
        )
    }

    /// Those bits of an argument.
    private static func bits(of argument: UInt32, _ mask: Int32, are value: Int32) -> scmp_arg_cmp {
        scmp_arg_cmp(
            arg: argument,
            op: SCMP_CMP_MASKED_EQ,
            datum_a: UInt64(UInt32(bitPattern: mask)),
            datum_b: UInt64(UInt32(bitPattern: value))
        )
    }
}
