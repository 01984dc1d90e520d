import ConfinedWorkers
import Foundation

extension WorkerStartError {
    /// What is wrong with the workers of that kind, and what to do.
    func sentence(of kind: WorkerKind) -> String {
        switch self {
        case .notStarted(ENOENT) where kind == .drawing:
            "dmp-pages is not there: put it beside this program, and start it again"
        case .notStarted(ELIBACC):
            "a library that it needs is missing: install what docs/operations.md names (First start)"
        case .notStarted(let code):
            "no process can be started (\(String(cString: strerror(code)))): give the server's user room for a few more"
        case .refused(.limits):
            "the system refuses their limits: start the server where a process may lower its own"
        case .refused(.filter):
            "the system refuses the filter of system calls: it needs a kernel with seccomp, and in a unit or a container the "
                + "right to call seccomp (docs/dmp.service)"
        case .refused(.files):
            "the system refuses to keep them from files: it needs a kernel with Landlock (Linux 5.13), and in a unit or a "
                + "container the right to call it (docs/dmp.service)"
        case .refused(.warmUp):
            switch kind {
            case .signature: "a signature that is known to be right does not verify: install libxmlsec1-openssl again"
            case .drawing:
                "a file that is known to be right is not drawn: install libpoppler-glib8 and fonts-urw-base35 again"
            }
        case .refused(.threads), .refused(.notAsked), .notReady:
            "one ended before it was ready: see what the kernel's log says of it"
        }
    }
}
