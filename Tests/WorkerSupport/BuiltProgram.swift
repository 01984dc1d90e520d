public import ConfinedWorkers
internal import Foundation

/// The programs that this build has made beside the tests.
public enum BuiltProgram {
    /// One of them, as a worker; a path that is none where it was not built.
    public static func named(_ name: String, _ arguments: String...) -> WorkerProgram {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        // Either what runs the tests lies beside it, or they are loaded by a tool that names them.
        let folders =
            [tests] + CommandLine.arguments.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
        let found = folders.map { $0.appendingPathComponent(name).path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        return WorkerProgram(path: found ?? "/nowhere", arguments: [name] + arguments)
    }
}
