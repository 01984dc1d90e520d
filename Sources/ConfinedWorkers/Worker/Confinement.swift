internal import CSeccomp
internal import Glibc

/// What the process gives up before a stranger's bytes come: there is no way back.
enum Confinement {
    /// Limits first, the filter last: with it the process can change neither.
    static func enter(_ limits: WorkerLimits) throws(WorkerFault) {
        guard isAlone else { throw .threads }
        guard dmp_die_with_parent(SIGKILL) == 0, dmp_gain_no_privileges() == 0 else { throw .limits }
        // It ends with its standard input. A signal to the whole group must not take it from a server that finishes its work.
        for known in [SIGTERM, SIGINT, SIGHUP] { signal(known, SIG_IGN) }
        // The run-time would start a program to tell of a crash.
        for fatal in [SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT] { signal(fatal, SIG_DFL) }
        closefrom(3)
        for (resource, most) in [
            (RLIMIT_CORE, 0), (RLIMIT_FSIZE, 0), (RLIMIT_NOFILE, openFiles(limits.files)),
            (RLIMIT_DATA, limits.memoryBytes),
        ] {
            var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
            guard setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { throw .limits }
        }
        if case .below(let folders) = limits.files { try FileWall.raise(around: folders) }
        try SystemCallFilter.load(limits.files)
    }

    /// The socket twice and /dev/null; a few at a time more for whoever reads files.
    private static func openFiles(_ files: ReadableFiles) -> Int { files == .none ? 3 : 16 }

    /// True while the process has one thread.
    private static var isAlone: Bool {
        guard let folder = opendir("/proc/self/task") else { return false }
        defer { closedir(folder) }
        var entries = 0
        while readdir(folder) != nil { entries += 1 }
        // The folder itself and the one above are listed as well.
        return entries == 3
    }
}
