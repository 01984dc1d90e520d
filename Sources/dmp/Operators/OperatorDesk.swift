import Foundation

/// What an operator's commands need: the door, the certificate and its key, the authority of the door's own certificate.
struct OperatorDesk: Codable {
    /// The door's address, `https://host:port`.
    var door: String
    /// The operator's certificate, a PEM file; paths are relative to the desk's folder.
    var certificate: String
    /// Its private key.
    var key: String
    /// The authorities that the door's certificate is held against.
    var ca: String

    /// Reads a desk and makes its paths whole.
    static func read(_ path: String) throws(DeskFailure) -> OperatorDesk {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
        guard var desk = try? JSONDecoder().decode(OperatorDesk.self, from: data), desk.door.hasPrefix("https://")
        else {
            throw .noDesk(path)
        }
        let folder = (path as NSString).deletingLastPathComponent
        func whole(_ path: String) -> String { path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path }
        (desk.certificate, desk.key, desk.ca) = (whole(desk.certificate), whole(desk.key), whole(desk.ca))
        return desk
    }

    /// Writes it as it is.
    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}

/// Why a command did not come to an answer of the door; each goes with its exit code.
enum DeskFailure: Error, CustomStringConvertible {
    case unreadable(String)
    case noDesk(String)
    case badInput(String)
    case unwritable(String)
    case exists(String)
    case unreachable
    case unintelligible
    /// The door answered, and what it said has been printed.
    case answered(Int32)

    /// The codes of sysexits(3).
    var exitCode: Int32 {
        switch self {
        case .unreadable, .noDesk: 66
        case .badInput: 65
        case .unwritable, .exists: 73
        case .unreachable: 69
        case .unintelligible: 76
        case .answered(let code): code
        }
    }

    /// What is still to be said on standard error.
    var spoken: String? { if case .answered = self { nil } else { description } }

    var description: String {
        switch self {
        case .unreadable(let path): "cannot read \(path)"
        case .noDesk(let path): "\(path) is no desk: write door, certificate, key and ca as docs/operations.md says"
        case .badInput(let what): what
        case .unwritable(let path): "cannot write \(path)"
        case .exists(let path): "there is a file of that name already: \(path)"
        case .unreachable:
            "the door does not answer, or does not take this certificate: check the desk, and that the certificate is in operators.file"
        case .unintelligible: "the answer is none of an operators' door"
        case .answered: ""
        }
    }
}
