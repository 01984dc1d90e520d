/// What is started as a worker.
public struct WorkerProgram: Sendable {
    /// The file.
    public let path: String
    /// Its arguments, the name first.
    public let arguments: [String]

    /// Names a program.
    public init(path: String, arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }

    /// This very program, whatever has become of its file since, with other arguments.
    public static func own(_ arguments: [String]) -> WorkerProgram {
        WorkerProgram(path: "/proc/self/exe", arguments: arguments)
    }
}
