import ArgumentParser
import Foundation
import ServerKit

/// How a command ends that could not do what it was asked, in the codes of sysexits(3).
enum ExitStatus: Int32 {
    /// The command was given wrongly.
    case usage = 64
    /// What a file holds is not what it should.
    case data = 65
    /// A file cannot be read.
    case noInput = 66
    /// A port cannot be had.
    case unavailable = 69
    /// An error of the program.
    case software = 70
    /// A file or folder cannot be made or written.
    case cannotCreate = 73
    /// The disk or a database failed.
    case storage = 74
    /// Somebody else holds what is needed.
    case later = 75
    /// The passphrase is wrong, or a right is missing or too wide.
    case permission = 77
    /// The configuration is wrong.
    case configuration = 78
}

/// An error that knows how a command ends by it; its description says what is wrong, where, and what to do.
protocol SpokenFailure: Error, CustomStringConvertible {
    var exitStatus: ExitStatus { get }
}

/// Any error as whoever typed the command reads it.
struct CommandFailure: SpokenFailure {
    let description: String
    let exitStatus: ExitStatus

    init(_ description: String, _ exitStatus: ExitStatus) {
        (self.description, self.exitStatus) = (description, exitStatus)
    }

    init(_ error: any Error) {
        switch error {
        case let spoken as any SpokenFailure: self.init(spoken.description, spoken.exitStatus)
        case let known as ConfigurationError: self.init("\(known)", .configuration)
        case let known as DoorError: self.init("\(known)", .configuration)
        case let known as DecodingError: self.init("a file is not of its form: \(known.place)", .data)
        default: self.init(system: error)
        }
    }

    /// Foundation's own errors name a file and a reason; anything else is shown as it is.
    private init(system error: any Error) {
        let known = error as NSError
        let path = known.userInfo[NSFilePathErrorKey] as? String
        guard known.domain == NSCocoaErrorDomain, let path else {
            self.init("unexpected: \(error)", .software)
            return
        }
        let cause = (known.userInfo[NSUnderlyingErrorKey] as? NSError)
            .flatMap { $0.domain == NSPOSIXErrorDomain ? Int32($0.code) : nil }
        let reason = cause.map { String(cString: strerror($0)) } ?? "check that it exists and its permissions"
        self.init("\(path): \(reason)", .noInput)
    }
}

extension DecodingError {
    /// Where in a JSON text what stands cannot be taken; never what stands there.
    var place: String {
        let (path, reason): ([any CodingKey], String) =
            switch self {
            case .keyNotFound(let key, let context): (context.codingPath + [key], "is missing")
            case .typeMismatch(_, let context): (context.codingPath, "is of another kind")
            case .valueNotFound(_, let context): (context.codingPath, "is null")
            default: ([], "cannot be read")
            }
        let name = path.map { key in key.intValue.map(String.init) ?? key.stringValue }.joined(separator: ".")
        return name.isEmpty ? "it \(reason)" : "\(name) \(reason)"
    }
}

/// Runs a command's work; what stops it is said in a sentence on standard error, and the exit code tells its kind.
func sayingFailures(_ work: () async throws -> Void) async throws {
    do { try await work() } catch { throw said(error) }
}

/// The same for a command that waits for nothing.
func sayingFailures(_ work: () throws -> Void) throws {
    do { try work() } catch { throw said(error) }
}

/// Says an error once; what the parser of the command line says itself is left to it.
private func said(_ error: any Error) -> any Error {
    if error is ExitCode || error is ValidationError || error is CleanExit { return error }
    let failure = CommandFailure(error)
    FileHandle.standardError.write(Data("Error: \(failure.description)\n".utf8))
    return ExitCode(failure.exitStatus.rawValue)
}
