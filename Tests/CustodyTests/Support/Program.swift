import Foundation
import Testing

/// The programs that this build has made beside the tests.
enum Program: String {
    case dmp
    case verifier = "dmp-verify"

    /// How a program ended, and what it wrote.
    struct Outcome: Hashable {
        let ending: Int32
        let written: String
    }

    /// Runs to the end.
    func run(_ arguments: [String]) throws -> Outcome {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let path = URL(filePath: own).deletingLastPathComponent().appending(path: rawValue).path
        try #require(FileManager.default.isExecutableFile(atPath: path), "swift build --build-tests makes \(rawValue)")
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let written = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(ending: process.terminationStatus, written: String(decoding: written, as: UTF8.self))
    }
}
