internal import CSeccomp
internal import Glibc

/// Keeps the process from every file but those below some folders, which it may read (Landlock).
///
/// The filter of system calls sees how a file is opened and never which one it is.
enum FileWall {
    /// There is no way back; folders that are not there are none.
    static func raise(around folders: [String]) throws(WorkerFault) {
        let wall = dmp_wall()
        guard wall >= 0 else { throw .files }
        defer { close(wall) }
        for path in folders {
            let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard folder >= 0 else { continue }
            defer { close(folder) }
            guard dmp_wall_lets_read(wall, folder) == 0 else { throw .files }
        }
        guard dmp_stay_within(wall) == 0 else { throw .files }
    }
}
